/** Releases of WSO2 Micro Integrator whose facts are known. */
export type MiRelease = '1.1.0' | '1.2.0' | '4.0.0' | '4.1.0' | '4.2.0' | '4.3.0' | '4.4.0' | '4.5.0' | '4.6.0';

/** A log file of Micro Integrator, in `repository/logs` of its home. */
export type MiLogFile =
  | 'wso2carbon.log'
  | 'wso2error.log'
  | 'wso2carbon-trace-messages.log'
  | 'audit.log'
  | 'wso2-mi-service.log'
  | 'wso2-mi-api.log'
  | 'correlation.log'
  | 'tm.out'
  | 'wso2-mi-open-telemetry.log'
  | 'http_access.log';

/** What a port of Micro Integrator is for: requests in the open or over TLS, health and metrics, the Management API. */
export type MiPort = 'http' | 'https' | 'internalHttp' | 'management';

/**
 * Names of the ports. A container's ends at 15 characters; a Service's may be long, so these are the article's. No port
 * of a tenant's own may have one of either.
 */
export const MI_PORT_NAMES = {
  http: { container: 'http', service: 'pass-through-http' },
  https: { container: 'https', service: 'pass-through-https' },
  internalHttp: { container: 'internal-http', service: 'internal-http' },
  management: { container: 'management', service: 'management' },
} as const satisfies Readonly<Record<MiPort, { readonly container: string; readonly service: string }>>;

/** The ports of a release under their names in a container or a Service. */
export function namedPorts(of: keyof (typeof MI_PORT_NAMES)[MiPort], ports: MiFacts['ports']): Record<string, number> {
  const { http, https, internalHttp, management } = MI_PORT_NAMES;
  return {
    [http[of]]: ports.http,
    [https[of]]: ports.https,
    [internalHttp[of]]: ports.internalHttp,
    [management[of]]: ports.management,
  };
}

/** A question that the kubelet asks; without a path it only opens a connection. */
export interface MiProbe {
  /** Port of the container. */
  readonly port: MiPort;
  /**
   * Path of a GET request.
   *
   * @default - a connection that opens is answer enough
   */
  readonly path?: string;
}

/** What one release of Micro Integrator is like, as far as a manifest must know. */
export interface MiFacts {
  /** Numeric user and group of the official image (wso2/docker-ei, Dockerfile). */
  readonly user: number;
  /** Ports that it listens on, with the offset of its stock configuration (`carbon.xml.j2`). */
  readonly ports: Readonly<Record<MiPort, number>>;
  /** Asked until the first yes, before the other two; must not depend on what is deployed. */
  readonly startup: MiProbe;
  /** Whether requests may be sent. */
  readonly readiness: MiProbe;
  /** Whether a restart would help. */
  readonly liveness: MiProbe;
  /** Log files that reach the container's output by the stock log4j2.properties. */
  readonly consoleLogs: readonly MiLogFile[];
  /** Log files that only the file system gets. */
  readonly fileLogs: readonly MiLogFile[];
  /** The longest that Micro Integrator waits for work in flight once it was told to stop, in seconds. */
  readonly drainSeconds: number;
  /** Whether `[server] graceful_shutdown_timeout` sets that wait (4.5.0: key-mappings.json). */
  readonly drainIsConfigurable: boolean;
  /** Whether `[server] hot_deployment` is read. */
  readonly readsHotDeployment: boolean;
  /** Whether `$env{…}` is resolved in a list of tables (`[[datasource]]`); 1.1 hands it on as it stands. */
  readonly resolvesInLists: boolean;
  /** Whether the stock `deployment.toml` names a user store. */
  readonly userStore: boolean;
  /** The table of `deployment.toml` that holds the product's own keystore. */
  readonly ownKeystore: 'tls' | 'primary';
  /** The key by which `[transport.http] listener.keystore` names its file. */
  readonly keystoreFileKey: 'file_name' | 'location';
  /** Folder that stands before the file names of the product's own stores. */
  readonly storeFolder: string;
  /** Class of the handler that counts requests for Prometheus; 1.1 counts without one (docs-mi, monitoring). */
  readonly metricHandler: string | undefined;
  /** Table of `deployment.toml` that traces are set in (key-mappings.json); 1.1 has none. */
  readonly tracingTable: 'opentracing' | 'opentelemetry' | undefined;
  /** Collectors that it can send traces to (infer.json). */
  readonly tracers: readonly MiTracer[];
  /**
   * The variable by which spans say whose they are: the name of the service alone (JaegerTracingManager and
   * TelemetryConstants of wso2-synapse), or all that is known of it (TelemetryUtil). Without, all are of one service.
   */
  readonly tracesNamedBy: 'SERVICE_NAME' | 'OTEL_RESOURCE_ATTRIBUTES' | undefined;
  /** Whether `deployment.toml` says who may log in to the Management API and which certificate it shows (default.json). */
  readonly configuresManagement: boolean;
  /** Whether a user of the Management API can be said to be an administrator. */
  readonly marksAdministrators: boolean;
  /** Whether tasks and inbounds are shared out by a database (`WSO2_COORDINATION_DB`). */
  readonly coordinates: boolean;
  /** What it reports itself to: nothing, the dashboard of 4.0 to 4.5, or the Integration Control Plane of 4.6. */
  readonly controlPlane: 'dashboard' | 'icp' | undefined;
  /** Whether it tells the dashboard by which address and port it is managed. */
  readonly tellsManagementAddress: boolean;
  /** Whether it publishes its services to the catalog of API Manager. */
  readonly serviceCatalog: boolean;
  /** Versions of the JDK that its start script takes; with another it says so and exits with 0 (micro-integrator.sh). */
  readonly jdk: { readonly least: number; readonly most: number };
  /**
   * What a variable must not hold that `deployment.toml` reads by `$env{…}`: "$" and "\\" end the start, "&" and "<" break
   * the XML that it is written into, "{{" is rendered (config mapper, ReferenceResolver.java and its templates).
   */
  readonly spoils: readonly string[];
  /** Whether its start script runs a diagnostics tool, a second JVM that takes over JVM_MEM_OPTS and JAVA_OPTS. */
  readonly diagnosticsTool: boolean;
}

/** A collector of traces. */
export type MiTracer = 'jaeger' | 'zipkin' | 'otlp' | 'log';

const HEALTHZ: MiProbe = { port: 'internalHttp', path: '/healthz' };
const LIVENESS: MiProbe = { port: 'internalHttp', path: '/liveness' };
const LISTENS: MiProbe = { port: 'http' };

// Each step below says only what that release changed, so a reader sees an upgrade in one line.
const MI_1_1: MiFacts = {
  user: 802,
  // The bases 8280, 8243, 9191 and 9154, and the offset 10: in a cluster every pod has an address of its own, so it stays.
  ports: { http: 8290, https: 8253, internalHttp: 9201, management: 9164 },
  startup: LISTENS,
  // 1.1 has no health API: the article's own API in the base image answers here (product-integrator-mi#1096).
  readiness: { port: 'http', path: '/healthz' },
  liveness: LISTENS,
  consoleLogs: ['wso2carbon.log', 'wso2error.log', 'wso2carbon-trace-messages.log'],
  fileLogs: ['audit.log', 'wso2-mi-service.log', 'tm.out'],
  drainSeconds: 60,
  drainIsConfigurable: false,
  readsHotDeployment: false,
  resolvesInLists: false,
  userStore: false,
  ownKeystore: 'tls',
  keystoreFileKey: 'file_name',
  storeFolder: '',
  metricHandler: undefined,
  tracingTable: undefined,
  tracers: [],
  tracesNamedBy: undefined,
  configuresManagement: false,
  marksAdministrators: false,
  coordinates: false,
  controlPlane: undefined,
  tellsManagementAddress: false,
  serviceCatalog: false,
  jdk: { least: 8, most: 11 },
  spoils: ['$', '\\', '&', '<', '{{'],
  diagnosticsTool: false,
};
// correlation.log: 1.1 declares no appender for it and writes it to a broken path.
const MI_1_2: MiFacts = {
  ...MI_1_1,
  readiness: HEALTHZ,
  fileLogs: [...MI_1_1.fileLogs, 'wso2-mi-api.log', 'correlation.log'],
  readsHotDeployment: true,
  resolvesInLists: true,
  userStore: true,
  // The stock file says [keystore.tls], which 1.2 reads no more.
  ownKeystore: 'primary',
  keystoreFileKey: 'location',
  metricHandler: 'org.wso2.micro.integrator.observability.metric.handler.MetricHandler',
  tracingTable: 'opentracing',
  tracers: ['jaeger'],
  configuresManagement: true,
  coordinates: true,
};
const MI_4_0: MiFacts = {
  ...MI_1_2,
  storeFolder: 'repository/resources/security/',
  tracers: ['jaeger', 'zipkin'],
  tracesNamedBy: 'SERVICE_NAME',
  controlPlane: 'dashboard',
  serviceCatalog: true,
};
const MI_4_1: MiFacts = { ...MI_4_0, marksAdministrators: true, tellsManagementAddress: true };
const MI_4_2: MiFacts = {
  ...MI_4_1,
  startup: LIVENESS,
  liveness: LIVENESS,
  jdk: { least: 11, most: 17 },
  fileLogs: [...MI_4_1.fileLogs, 'wso2-mi-open-telemetry.log'],
  tracingTable: 'opentelemetry',
  tracers: ['jaeger', 'zipkin', 'otlp', 'log'],
};
// Before 4.3 the access log has a date in its name, so it cannot be followed by name.
const MI_4_3: MiFacts = { ...MI_4_2, fileLogs: [...MI_4_2.fileLogs, 'http_access.log'], diagnosticsTool: true };
const MI_4_4: MiFacts = { ...MI_4_3, user: 10802, jdk: { least: 11, most: 21 } };
const MI_4_5: MiFacts = {
  ...MI_4_4,
  drainSeconds: 180,
  drainIsConfigurable: true,
  tracesNamedBy: 'OTEL_RESOURCE_ATTRIBUTES',
  spoils: ['&', '<', '{{'],
};
const MI_4_6: MiFacts = {
  ...MI_4_5,
  tracers: ['zipkin', 'otlp', 'log'],
  controlPlane: 'icp',
  jdk: { least: 21, most: 25 },
  spoils: ['{{'],
};

/** The facts of every release, the one table that knows them. */
export const MI_RELEASES: Readonly<Record<MiRelease, MiFacts>> = {
  '1.1.0': MI_1_1,
  '1.2.0': MI_1_2,
  '4.0.0': MI_4_0,
  '4.1.0': MI_4_1,
  '4.2.0': MI_4_2,
  '4.3.0': MI_4_3,
  '4.4.0': MI_4_4,
  '4.5.0': MI_4_5,
  '4.6.0': MI_4_6,
};

/**
 * Seconds after which every release ends a connection that is silent, one that waits for an answer too
 * (`[transport.http] socket_timeout`, passthru-http.properties).
 */
export const MI_SILENT_SECONDS = 180;

/** Path under which every release shows its metrics to Prometheus, on the port for health and metrics (MetricAPI). */
export const METRICS_PATH = '/metric-service/metrics';

/** Home of user `wso2carbon` in the official image; the entrypoint stands in it. */
export const MI_WORKING_DIRECTORY = '/home/wso2carbon';

/** Folder whose content the entrypoint of every release copies over the product's home before the start. */
export const MI_CONFIG_VOLUME = `${MI_WORKING_DIRECTORY}/wso2-config-volume`;

/** Folder of the product in the image of a release: `WSO2_SERVER_HOME`. */
export function miHome(release: string): string {
  return `${MI_WORKING_DIRECTORY}/wso2mi-${release}`;
}

/** The homes of all releases. */
export const MI_HOMES: readonly string[] = Object.keys(MI_RELEASES).map(miHome);
