import type { TomlTable, TomlValue } from './deployment-toml';

/** Known keys, each optional, and any other beside them: Micro Integrator knows more than we do. */
type Open<T> = Partial<T> & TomlTable;

/** `[[transport.jms.listener]]` and the like: a name, and parameters of the transport. */
type Transport = Open<{ name: string; parameter: TomlTable }>;

/** `[transport.vfs.listener]` and the like: one of its kind, switched on or off. */
type OnlyTransport = Open<{ enable: boolean; parameter: TomlTable }>;

/** A store of the product: `[keystore.primary]`, `[truststore]`. */
type Store = Open<{ file_name: string; type: 'JKS' | 'PKCS12'; password: string }>;

/** A store of the product that holds its keys. */
type OwnKeys = Store & Open<{ alias: string; key_password: string }>;

/** A store of a transport; of the certificate that port 8253 shows, write `tls`. */
type TransportStore = Open<{ location: string; type: 'JKS' | 'PKCS12'; password: string }>;

/** `[server]`; the offset and the drain are the tenant's. */
type Server = Open<{
  hostname: string;
  hot_deployment: boolean;
  enable_mtom: boolean;
  enable_swa: boolean;
  http_content_negotiation: boolean;
  userAgent: string;
  serverDetails: string;
}>;

/** `[transport.http] listener`; its ports are the tenant's. */
type HttpListener = Open<{
  secured_protocols: string;
  verify_client: 'optional' | 'require';
  preferred_ciphers: string;
  certificate_revocation_verifier_enable: boolean;
  truststore: TransportStore;
}>;

/** `[transport.http] sender`. */
type HttpSender = Open<{
  warn_on_http_500: string;
  proxy_host: string;
  proxy_port: number;
  secured_proxy_host: string;
  secured_proxy_port: number;
  non_proxy_hosts: readonly string[];
  hostname_verifier: 'DefaultAndLocalhost' | 'Strict' | 'AllowAll' | 'Default';
  secured_protocols: string;
  truststore: TransportStore;
}>;

/** `[transport.http]`: pools, limits and timeouts (milliseconds) of the passthrough transport. */
type Http = Open<{
  socket_timeout: number;
  core_worker_pool_size: number;
  max_worker_pool_size: number;
  worker_pool_queue_length: number;
  io_buffer_size: number;
  max_http_connection_per_host_port: number;
  max_open_connections: number;
  disable_connection_keepalive: boolean;
  enable_message_size_validation: boolean;
  max_message_size_bytes: number;
  preserve_http_headers: readonly string[];
  force_xml_validation: boolean;
  force_json_validation: boolean;
  listener: HttpListener;
  sender: HttpSender;
  proxy_profile: readonly TomlTable[];
  secured_proxy_profile: readonly TomlTable[];
}>;

/** A transport of messages, with its listeners and senders; switched on and off for all of them. */
type Messaging = Open<{
  listener_enable: boolean;
  sender_enable: boolean;
  listener: readonly Transport[];
  sender: readonly Transport[];
}>;

/** `[transport]`. */
type Transports = Open<{
  http: Http;
  jms: Messaging;
  rabbitmq: Messaging;
  vfs: Open<{
    listener: OnlyTransport & Open<{ keystore: TransportStore & Open<{ alias: string; key_password: string }> }>;
    sender: OnlyTransport;
  }>;
  mail: Open<{ listener: OnlyTransport & Open<{ name: string }>; sender: readonly Transport[] }>;
  jndi: Open<{ connection_factories: TomlTable; queue: TomlTable; topic: TomlTable }>;
  /** The HTTP of mediators that block (`[transport.blocking.http]`); timeouts in milliseconds. */
  blocking: Open<{
    http: Open<{
      listener: Open<{ enable: boolean; port: number; hostname: string; request_timeout: number }>;
      sender: Open<{ enable: boolean; so_timeout: number; default_connections_per_host: number }>;
    }>;
  }>;
}>;

/** `[mediation]`; the ports of the internal API are the tenant's. */
type Mediation = Open<{
  synapse: Open<{
    global_timeout_interval: number;
    enable_xpath_dom_failover: boolean;
    temp_data_chunk_size: number;
    core_threads: number;
    max_threads: number;
    threads_queue_length: number;
  }>;
  inbound: Open<{ core_threads: number; max_threads: number }>;
  flow: Open<{ statistics: Open<{ enable: boolean; capture_all: boolean }> }>;
  stat: Open<{ tracer: Open<{ collect_payloads: boolean; collect_mediation_properties: boolean }> }>;
}>;

/** `[task_handling]` of coordinated tasks: who takes which, and how often that is asked (seconds). */
type TaskHandling = Open<{
  resolver_class: `org.wso2.micro.integrator.ntask.coordination.task.resolver.${string}`;
  resolving_period: number;
  resolving_frequency: number;
}>;

/** `[user_store]`. */
type UserStore = Open<{
  type: 'read_only_ldap' | 'read_write_ldap' | 'database';
  connection_url: string;
  connection_name: string;
  connection_password: string;
  user_search_base: string;
  user_name_attribute: string;
}>;

/** `[management_api]`. */
type ManagementApi = Open<{
  protocols: string;
  cors: Open<{ enable: boolean; allowed_origins: string; allowed_headers: string }>;
  jwt_token_security_handler: TomlTable;
  basic_security_handler: Open<{ enable: boolean }>;
  authorization_handler: Open<{ enable: boolean }>;
}>;

/**
 * `deployment.toml` of Micro Integrator: the keys that most of its users need, typed (templates and sources of
 * product-micro-integrator), and any other; what the image's release does not read is refused.
 */
export type DeploymentToml = Open<{
  server: Server;
  transport: Transports;
  mediation: Mediation;
  /** Each release reads two of these at the most. */
  keystore: Open<{ primary: OwnKeys; internal: OwnKeys; tls: OwnKeys }>;
  truststore: Store;
  user_store: UserStore;
  management_api: ManagementApi;
  task_handling: TaskHandling;
  /** Texts, both: a number stops the start; nodes are joined by commas. */
  task_resolver: readonly Open<{ task_server_count: `${number}`; task_nodes: string }>[];
  monitoring: Open<{ jmx: TomlTable }>;
  synapse_handlers: readonly Open<{ name: string; class: string }>[];
  custom_message_builders: readonly Open<{ content_type: string; class: string }>[];
  custom_message_formatters: readonly Open<{ content_type: string; class: string }>[];
  secrets: Readonly<Record<string, TomlValue>>;
}>;
