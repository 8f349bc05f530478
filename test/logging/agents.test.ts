import { Size } from 'cdk8s';
import { parse } from 'yaml';
import {
  BusinessUnit,
  Endpoint,
  EnvValue,
  LoggingSidecar,
  MiTenant,
  Network,
  type OtlpSidecarProps,
  Quota,
  Scaling,
  type SearchSidecarProps,
} from '../../lib';
import { base, errorOf, named, newFleet, newUnit, ofKind, podOf, theOne } from '../manifests';

const at = Endpoint.inCluster('logs', { namespace: 'logging', port: 9200, pods: { app: 'opensearch' } });
const image = 'registry.example.com/tools/fluent-bit:5.1.0';
const files = ['wso2carbon.log', 'correlation.log'] as const;

function unitWith(...logging: LoggingSidecar[]): BusinessUnit {
  const unit = new BusinessUnit(newFleet(), 'retail', {
    contact: 'x',
    network: Network.isolated(),
    quota: Quota.ofTenants(),
  });
  new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2), logging });
  return unit;
}

function textsOf(unit: BusinessUnit): Readonly<Record<string, string>> {
  const [config] = ofKind(unit, 'ConfigMap');
  return config?.data ?? {};
}

const search: Required<SearchSidecarProps> = {
  image,
  at,
  files,
  buffer: Size.mebibytes(512),
  transport: 'tls',
  authorities: 'opensearch-ca',
  index: 'shop-logs',
  username: EnvValue.fromSecret('opensearch-login', 'username'),
  password: EnvValue.fromSecret('opensearch-login', 'password'),
};

describe('to OpenSearch and Elasticsearch', () => {
  const unit = unitWith(LoggingSidecar.toOpenSearch(search));

  // Each of these values lost or repeated lines when it was otherwise (lib/logging/fluent-bit.ts says which).
  test('Fluent Bit has the settings that lost and repeated nothing', () => {
    expect(textsOf(unit)['fluent-bit.conf']).toBe(`[SERVICE]
    Flush 1
    Grace 20
    Log_Level warn
    Parsers_File /agent/parsers.conf
    storage.path /buffer/chunks
    storage.sync full
    storage.checksum Off
    storage.max_chunks_up 64
    storage.backlog.mem_limit 32M
    scheduler.base 2
    scheduler.cap 10

[INPUT]
    Name tail
    Tag mi
    Path /logs/wso2carbon.log,/logs/correlation.log
    Parser mi
    DB /buffer/positions.db
    DB.sync full
    DB.locking On
    Read_from_Head On
    Refresh_Interval 1
    Rotate_Wait 30
    Buffer_Max_Size 2M
    Skip_Long_Lines On
    storage.type filesystem
    storage.pause_on_chunks_overlimit On

[FILTER]
    Name record_modifier
    Match mi
    Record unit \${MI_UNIT}

[FILTER]
    Name record_modifier
    Match mi
    Record tenant \${MI_TENANT}

[FILTER]
    Name record_modifier
    Match mi
    Record release \${MI_RELEASE}

[FILTER]
    Name record_modifier
    Match mi
    Record pod \${POD_NAME}

[OUTPUT]
    Name opensearch
    Host logs.logging.svc
    Port 9200
    Index shop-logs
    Write_Operation create
    Generate_ID On
    Suppress_Type_Name On
    Time_Key @timestamp
    Time_Key_Nanos On
    HTTP_User \${SEARCH_USER}
    HTTP_Passwd \${SEARCH_PASSWORD}
    Match mi
    tls On
    tls.verify On
    tls.ca_file /tls/ca.crt
    Retry_Limit no_limits
    Workers 1
    storage.total_limit_size 512M
`);
    expect(textsOf(unit)['parsers.conf']).toBe(`[PARSER]
    Name mi
    Format json
    Time_Key @timestamp
    Time_Format %Y-%m-%dT%H:%M:%S.%LZ
    Time_Keep Off
`);
  });

  test('it stays beside the server to the end of its drain, with its buffer, its authorities and its login', () => {
    const { initContainers = [], volumes } = podOf(unit);
    expect(initContainers).toEqual([
      {
        name: 'fluent-bit',
        image,
        imagePullPolicy: 'IfNotPresent',
        restartPolicy: 'Always',
        command: ['/fluent-bit/bin/fluent-bit', '-c', '/agent/fluent-bit.conf'],
        env: [
          { name: 'MI_UNIT', valueFrom: { fieldRef: { fieldPath: "metadata.labels['cdk8s-wso2-mi/unit']" } } },
          { name: 'MI_TENANT', valueFrom: { fieldRef: { fieldPath: "metadata.labels['cdk8s-wso2-mi/tenant']" } } },
          { name: 'MI_RELEASE', value: '4.4.0' },
          { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
          { name: 'SEARCH_USER', valueFrom: { secretKeyRef: { name: 'opensearch-login', key: 'username' } } },
          { name: 'SEARCH_PASSWORD', valueFrom: { secretKeyRef: { name: 'opensearch-login', key: 'password' } } },
        ],
        resources: {
          requests: { cpu: '50m', memory: '64Mi', 'ephemeral-storage': '640Mi' },
          limits: { cpu: '500m', memory: '384Mi', 'ephemeral-storage': '640Mi' },
        },
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          readOnlyRootFilesystem: true,
        },
        volumeMounts: [
          { name: 'logs', mountPath: '/logs', readOnly: true },
          { name: 'fluent-bit-config', mountPath: '/agent', readOnly: true },
          { name: 'fluent-bit-buffer', mountPath: '/buffer' },
          { name: 'fluent-bit-tls', mountPath: '/tls', readOnly: true },
        ],
      },
    ]);
    expect(volumes).toEqual(
      expect.arrayContaining([
        { name: 'fluent-bit-buffer', emptyDir: { sizeLimit: '640Mi' } },
        {
          name: 'fluent-bit-tls',
          secret: { secretName: 'opensearch-ca', items: [{ key: 'ca.crt', path: 'ca.crt' }] },
        },
      ]),
    );
  });

  test('what it reads is one JSON object a line, and the rest is as the release has it', () => {
    const text = textsOf(unit)['log4j2.properties'] ?? '';
    expect(text).toMatch(/appender\.CARBON_LOGFILE\.layout\.pattern = \{"@timestamp":/);
    expect(text).toMatch(/appender\.CORRELATION\.layout\.alwaysWriteExceptions = false/);
    // By the stock name a full file would be written over by the next one of the day.
    expect(text).toContain(`appender.CARBON_LOGFILE.filePattern = \${sys:logfiles.home}/wso2carbon-%i.log\n`);
    expect(text).not.toContain('appender.CARBON_LOGFILE.policies.time');
    expect(text).toContain(`appender.AUDIT_LOGFILE.filePattern = \${sys:logfiles.home}/audit-%d{MM-dd-yyyy}.log\n`);
    expect(text).toContain('appender.AUDIT_LOGFILE.layout.pattern = [%d] %5p {%c} - %m%ex%n');
    expect(text).toContain('appender.CARBON_CONSOLE.layout.pattern = [%d] %5p {%c{1}} - %m%ex%n');
    expect(podOf(unit).containers[0]).toMatchObject({ args: ['-DenableCorrelationLogs=true'] });
  });

  test('the way to it is open, and its needs are in the quota', () => {
    expect(named(unit, 'NetworkPolicy', 'orders').spec).toMatchObject({
      egress: [
        {
          to: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'logging' } },
              podSelector: { matchLabels: { app: 'opensearch' } },
            },
          ],
          ports: [{ port: 9200, protocol: 'TCP' }],
        },
      ],
    });
    // Two pods, their surge and those that drain, each with the server and the agent, times 2.5.
    expect(theOne(unit, 'ResourceQuota').spec).toMatchObject({
      hard: { 'requests.memory': `${5 * (1024 + 64) * 2.5}Mi`, 'limits.memory': `${5 * (1024 + 384) * 2.5}Mi` },
    });
  });

  test('Elasticsearch is told of by its own name; without more it is the unit’s data stream, over TLS', () => {
    const text = textsOf(unitWith(LoggingSidecar.toElasticsearch({ image, at, files })))['fluent-bit.conf'];
    expect(text).toContain(
      `[OUTPUT]\n    Name es\n    Host logs.logging.svc\n    Port 9200\n    Index mi-logs-\${MI_UNIT}\n`,
    );
    expect(text).toContain('    tls On\n    tls.verify On\n    Retry_Limit');
    expect(text).toContain('storage.total_limit_size 1024M');
    expect(text).not.toContain('HTTP_User');
  });
});

describe('by OTLP', () => {
  const collector: Required<OtlpSidecarProps> = {
    image: 'registry.example.com/tools/otelcol:0.165.0',
    at: Endpoint.outside('otlp.example.com', 4317, ['10.60.0.0/24']),
    files,
    buffer: Size.mebibytes(100),
    transport: 'tls',
    authorities: 'otlp-ca',
    protocol: 'grpc',
    headers: { authorization: EnvValue.fromSecret('otlp', 'token') },
  };

  test('the collector has the settings that lost nothing', () => {
    const unit = unitWith(LoggingSidecar.toOtlp(collector));
    expect(parse(textsOf(unit)['collector.yaml'] ?? '')).toEqual({
      extensions: { file_storage: { directory: '/buffer/queue', create_directory: true, fsync: true } },
      receivers: {
        filelog: {
          include: [
            '/logs/wso2carbon.log',
            '/logs/wso2carbon-[0-9]*.log',
            '/logs/correlation.log',
            '/logs/correlation-[0-9]*.log',
          ],
          start_at: 'beginning',
          storage: 'file_storage',
          include_file_name: false,
          max_log_size: '2MiB',
          retry_on_failure: { enabled: true, max_elapsed_time: '0' },
          operators: [
            {
              type: 'json_parser',
              timestamp: { parse_from: 'attributes["@timestamp"]', layout: '%Y-%m-%dT%H:%M:%S.%LZ' },
              severity: { parse_from: 'attributes.level' },
            },
            { type: 'remove', field: 'attributes["@timestamp"]' },
            { type: 'move', from: 'attributes.message', to: 'body' },
          ],
          resource: {
            'service.name': `\${env:MI_TENANT}`,
            'service.namespace': `\${env:MI_UNIT}`,
            'service.version': `\${env:MI_RELEASE}`,
            'k8s.pod.name': `\${env:POD_NAME}`,
          },
        },
      },
      processors: { memory_limiter: { check_interval: '1s', limit_mib: 200, spike_limit_mib: 40 } },
      exporters: {
        otlp: {
          endpoint: 'otlp.example.com:4317',
          tls: { ca_file: '/tls/ca.crt' },
          headers: { authorization: `\${env:OTLP_HEADER_1}` },
          retry_on_failure: { enabled: true, max_elapsed_time: '0' },
          sending_queue: {
            storage: 'file_storage',
            sizer: 'bytes',
            queue_size: 52_428_800,
            block_on_overflow: true,
            num_consumers: 2,
            batch: { sizer: 'bytes', flush_timeout: '200ms', min_size: 0, max_size: 3_145_728 },
          },
        },
      },
      service: {
        extensions: ['file_storage'],
        telemetry: { logs: { level: 'warn' }, metrics: { level: 'none' } },
        pipelines: { logs: { receivers: ['filelog'], processors: ['memory_limiter'], exporters: ['otlp'] } },
      },
    });
    expect(podOf(unit).initContainers).toMatchObject([
      {
        name: 'otel-collector',
        args: ['--config=/agent/collector.yaml', '--feature-gates=+stanza.synchronousLogEmitter'],
        resources: { limits: { memory: '256Mi' } },
      },
    ]);
  });

  test('over HTTP, in the open if that is meant', () => {
    const unit = unitWith(
      LoggingSidecar.toOtlp({
        ...collector,
        protocol: 'http',
        transport: 'plain',
        authorities: undefined,
        headers: {},
      }),
    );
    expect(parse(textsOf(unit)['collector.yaml'] ?? '')).toMatchObject({
      exporters: { otlphttp: { endpoint: 'http://otlp.example.com:4317', tls: { insecure: true } } },
    });
  });
});

test.each([
  ['fluentd', 'Name forward\n    Require_ack_response On\n    Host logs.logging.svc\n    Port 9200\n'],
  ['syslog', 'Name syslog\n    Mode tcp\n    Syslog_Format rfc5424\n'],
  ['http', 'Name http\n    URI /in\n    Format json_lines\n'],
] as const)('lines are handed on by %s', (by, output) => {
  const unit = unitWith(LoggingSidecar.forward({ image, at, files, by, path: '/in' }));
  expect(textsOf(unit)['fluent-bit.conf']).toContain(`[OUTPUT]\n    ${output}`);
});

describe('what is refused', () => {
  test.each<[Partial<SearchSidecarProps>, string]>([
    [{ files: [] }, `files of logging sidecar "${image}" must name at least one log file, got none`],
    [{ buffer: Size.mebibytes(10) }, `buffer of logging sidecar "${image}" must be at least 64Mi, got 10Mi`],
    // @ts-expect-error there is no such transport
    [{ transport: 'udp' }, `transport of logging sidecar "${image}" must be tls or plain, got "udp"`],
  ])('%j', (props, message) => {
    expect(errorOf(() => LoggingSidecar.toOpenSearch({ image, at, files, ...props }))).toBe(message);
  });

  test('a file that the release does not write, and one that two read', () => {
    const fleet = newFleet();
    new MiTenant(newUnit(fleet), 'orders', {
      image: base.withApp('orders', '1.0.0'),
      scaling: Scaling.fixed(2),
      logging: [
        LoggingSidecar.toOpenSearch({ image, at, files: ['audit.log'] }),
        LoggingSidecar.toStdout({ image: 'registry.example.com/tools/busybox:1.36.1', files: ['audit.log'] }),
      ],
    });
    expect(errorOf(() => fleet.render())).toContain('logging of tenant "retail/orders" must print a file once');
  });
});
