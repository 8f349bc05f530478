import type { PodFacts, PodPart } from '../config/pod-part';
import { refuse, verbatim } from '../core/refusal';
import { requireProps } from '../core/required';
import { parseImageReference, requirePinned } from '../image/image-reference';
import type { MiImage } from '../image/mi-image';
import type { MiLogFile } from '../release/mi-release';
import type { EnvValue } from '../secret/env-value';
import { type AgentProps, agentOf, agentPart, OWNER } from './agent';
import { type FluentBitOutput, fluentBit } from './fluent-bit';
import { requireIndexName } from './index-name';
import type { LogDestination } from './log-destination';
import { otelCollector } from './otel-collector';
import { printed, type StdoutSidecarProps } from './stdout-sidecar';

/** An agent that sends log files to Elasticsearch or OpenSearch. */
export interface SearchSidecarProps extends AgentProps {
  /**
   * The data stream or index that the lines go to: lower case, without blanks. `${MI_UNIT}`, `${MI_TENANT}` and
   * `${MI_RELEASE}` are put in.
   *
   * @default - `mi-logs-<unit>`, as the index template of `LogStore` takes it
   */
  readonly index?: string;

  /**
   * Who logs in; a Secret.
   *
   * @default - nobody
   */
  readonly username?: EnvValue;

  /**
   * Password of `username`.
   *
   * @default - none
   */
  readonly password?: EnvValue;
}

/** An agent that sends log files by OTLP. */
export interface OtlpSidecarProps extends AgentProps {
  /**
   * What OTLP is spoken over.
   *
   * @default 'grpc'
   */
  readonly protocol?: 'grpc' | 'http';

  /**
   * Headers of what is sent, such as `authorization`, out of Secrets.
   *
   * @default - none
   */
  readonly headers?: Readonly<Record<string, EnvValue>>;
}

/** An agent that hands log files to another one. */
export interface ForwardSidecarProps extends AgentProps {
  /** What the other one speaks: Fluentd's protocol, syslog (RFC 5424) or HTTP with one JSON object a line. */
  readonly by: 'fluentd' | 'syslog' | 'http';

  /**
   * Path of an HTTP receiver.
   *
   * @default '/'
   */
  readonly path?: `/${string}`;
}

/** Brings log files, which nobody outside the pod sees, to where the cluster collects them. */
export class LoggingSidecar implements LogDestination {
  /** Prints files of the log folder to the output of containers named after them (`kubectl logs … -c audit-log`). */
  public static toStdout(props: StdoutSidecarProps): LoggingSidecar {
    requireProps('logging sidecar', 'toStdout', props, {
      image: "'registry.example.com/tools/busybox:1.36.1'",
      files: "['audit.log']",
    });
    const { image, files } = props;
    requirePinned('logging sidecar', image, parseImageReference(image));
    if (files.length === 0) {
      const about = { prop: 'files', kind: 'logging sidecar', id: image };
      refuse({ ...about, must: 'name at least one log file', got: verbatim('none') });
    }
    return new LoggingSidecar(files, (ofServer, pod) => printed(props, ofServer, pod));
  }

  /**
   * Sends files to Elasticsearch by Fluent Bit. A record has an id made of itself, so what is sent twice is there once.
   * While the receiver is down lines wait on disk; beyond `buffer` the oldest are dropped.
   */
  public static toElasticsearch(props: SearchSidecarProps): LoggingSidecar {
    return LoggingSidecar.search('es', props);
  }

  /** Sends files to OpenSearch by Fluent Bit, as `toElasticsearch` does. */
  public static toOpenSearch(props: SearchSidecarProps): LoggingSidecar {
    return LoggingSidecar.search('opensearch', props);
  }

  /**
   * Sends files by OTLP to any receiver, by the OpenTelemetry Collector (its contrib image, measured at 0.165, with its
   * file log receiver and `file_storage`). No kill and no rotation loses a line; some come twice after a kill. Beyond
   * `buffer` reading waits, and lines are lost only once log4j2 has deleted their file, the twentieth after it. What a
   * receiver refuses for good (over HTTP all but 429, 502, 503 and 504, over gRPC a login that fails) is not sent again.
   */
  public static toOtlp(props: OtlpSidecarProps): LoggingSidecar {
    requireProps('logging sidecar', 'toOtlp', props, AGENT_EXAMPLES);
    const { protocol = 'grpc', headers = {} } = props;
    const agent = agentOf('logging sidecar', props);
    const program = otelCollector(agent, protocol, headers);
    return new LoggingSidecar(props.files, (image, pod) => agentPart(image, pod, props, agent, program));
  }

  /** Hands files on by Fluent Bit. Nothing is lost up to `buffer`; some may come twice after a crash. */
  public static forward(props: ForwardSidecarProps): LoggingSidecar {
    requireProps('logging sidecar', 'forward', props, { ...AGENT_EXAMPLES, by: "'fluentd'" });
    const { at, by, path = '/' } = props;
    const output = FORWARDERS[by];
    if (output === undefined) {
      const about = { prop: 'by', kind: 'logging sidecar', id: props.image };
      return refuse({ ...about, must: `be one of ${Object.keys(FORWARDERS).join(', ')}`, got: by });
    }
    const agent = agentOf('logging sidecar', props);
    const program = fluentBit(agent, { ...output(path), Host: at.host, Port: `${at.port}` }, {});
    return new LoggingSidecar(props.files, (image, pod) => agentPart(image, pod, props, agent, program));
  }

  private static search(name: 'es' | 'opensearch', props: SearchSidecarProps): LoggingSidecar {
    requireProps('logging sidecar', name === 'es' ? 'toElasticsearch' : 'toOpenSearch', props, AGENT_EXAMPLES);
    const { at, index = `mi-logs-\${${OWNER.unit}}`, username, password } = props;
    const agent = agentOf('logging sidecar', props);
    requireIndexName('logging sidecar', props.image, index);
    const login = { ...(username && { SEARCH_USER: username }), ...(password && { SEARCH_PASSWORD: password }) };
    const output = {
      Name: name,
      Host: at.host,
      Port: `${at.port}`,
      Index: index,
      // What is there is not written again: a data stream takes nothing else.
      Write_Operation: 'create',
      Generate_ID: 'On',
      Suppress_Type_Name: 'On',
      Time_Key: '@timestamp',
      Time_Key_Nanos: 'On',
      ...(username && { HTTP_User: `\${SEARCH_USER}` }),
      ...(password && { HTTP_Passwd: `\${SEARCH_PASSWORD}` }),
    };
    const program = fluentBit(agent, output, login);
    return new LoggingSidecar(props.files, (image, pod) => agentPart(image, pod, props, agent, program));
  }

  public readonly moves = [];

  private constructor(
    /** The files that the sidecar reads. */
    public readonly reads: readonly MiLogFile[],
    private readonly made: (image: MiImage, pod: PodFacts) => PodPart,
  ) {}

  public part(image: MiImage, pod: PodFacts): PodPart {
    return this.made(image, pod);
  }
}

const AGENT_EXAMPLES = {
  image: "'registry.example.com/tools/agent:1.0.0'",
  at: "Endpoint.inCluster('logs', …)",
  files: "['wso2carbon.log', 'audit.log']",
} as const;

/** What speaks each protocol, with the path where there is one. */
const FORWARDERS: Readonly<Record<ForwardSidecarProps['by'], (path: string) => FluentBitOutput>> = {
  // Without the answer a line counts as sent that the other never had.
  fluentd: () => ({ Name: 'forward', Require_ack_response: 'On' }),
  syslog: () => ({
    Name: 'syslog',
    Mode: 'tcp',
    Syslog_Format: 'rfc5424',
    Syslog_Message_Key: 'message',
    Syslog_Hostname_Key: 'pod',
    Syslog_Appname_Key: 'tenant',
    Syslog_Maxsize: '65536',
  }),
  http: (path) => ({
    Name: 'http',
    URI: path,
    Format: 'json_lines',
    Json_Date_Key: '@timestamp',
    Json_Date_Format: 'iso8601',
  }),
};
