import {
  MI_CONFIG_VOLUME,
  MI_HOMES,
  MI_RELEASES,
  MI_WORKING_DIRECTORY,
  type MiFacts,
  type MiLogFile,
  type MiProbe,
  type MiRelease,
  miHome,
} from '../../lib/release/mi-release';

type Row = Omit<MiFacts, 'consoleLogs' | 'fileLogs'>;

const LISTENS: MiProbe = { port: 'http' };
const LIVENESS: MiProbe = { port: 'internalHttp', path: '/liveness' };
const HEALTHZ: MiProbe = { port: 'internalHttp', path: '/healthz' };
const OWN_API: MiProbe = { port: 'http', path: '/healthz' };

const RELEASES: readonly MiRelease[] = [
  '1.1.0',
  '1.2.0',
  '4.0.0',
  '4.1.0',
  '4.2.0',
  '4.3.0',
  '4.4.0',
  '4.5.0',
  '4.6.0',
];

// Written out fact by fact, each from the first release on that it is so; the library says it release by release.
const FACTS: { readonly [Fact in keyof Row]: ReadonlyArray<readonly [since: MiRelease, value: Row[Fact]]> } = {
  user: [
    ['1.1.0', 802],
    ['4.4.0', 10802],
  ],
  ports: [['1.1.0', { http: 8290, https: 8253, internalHttp: 9201, management: 9164 }]],
  startup: [
    ['1.1.0', LISTENS],
    ['4.2.0', LIVENESS],
  ],
  readiness: [
    ['1.1.0', OWN_API],
    ['1.2.0', HEALTHZ],
  ],
  liveness: [
    ['1.1.0', LISTENS],
    ['4.2.0', LIVENESS],
  ],
  drainSeconds: [
    ['1.1.0', 60],
    ['4.5.0', 180],
  ],
  drainIsConfigurable: [
    ['1.1.0', false],
    ['4.5.0', true],
  ],
  readsHotDeployment: [
    ['1.1.0', false],
    ['1.2.0', true],
  ],
  resolvesInLists: [
    ['1.1.0', false],
    ['1.2.0', true],
  ],
  userStore: [
    ['1.1.0', false],
    ['1.2.0', true],
  ],
  ownKeystore: [
    ['1.1.0', 'tls'],
    ['1.2.0', 'primary'],
  ],
  keystoreFileKey: [
    ['1.1.0', 'file_name'],
    ['1.2.0', 'location'],
  ],
  storeFolder: [
    ['1.1.0', ''],
    ['4.0.0', 'repository/resources/security/'],
  ],
  metricHandler: [
    ['1.1.0', undefined],
    ['1.2.0', 'org.wso2.micro.integrator.observability.metric.handler.MetricHandler'],
  ],
  tracingTable: [
    ['1.1.0', undefined],
    ['1.2.0', 'opentracing'],
    ['4.2.0', 'opentelemetry'],
  ],
  tracers: [
    ['1.1.0', []],
    ['1.2.0', ['jaeger']],
    ['4.0.0', ['jaeger', 'zipkin']],
    ['4.2.0', ['jaeger', 'zipkin', 'otlp', 'log']],
    ['4.6.0', ['zipkin', 'otlp', 'log']],
  ],
  tracesNamedBy: [
    ['1.1.0', undefined],
    ['4.0.0', 'SERVICE_NAME'],
    ['4.5.0', 'OTEL_RESOURCE_ATTRIBUTES'],
  ],
  configuresManagement: [
    ['1.1.0', false],
    ['1.2.0', true],
  ],
  marksAdministrators: [
    ['1.1.0', false],
    ['4.1.0', true],
  ],
  coordinates: [
    ['1.1.0', false],
    ['1.2.0', true],
  ],
  controlPlane: [
    ['1.1.0', undefined],
    ['4.0.0', 'dashboard'],
    ['4.6.0', 'icp'],
  ],
  tellsManagementAddress: [
    ['1.1.0', false],
    ['4.1.0', true],
  ],
  serviceCatalog: [
    ['1.1.0', false],
    ['4.0.0', true],
  ],
  jdk: [
    ['1.1.0', { least: 8, most: 11 }],
    ['4.2.0', { least: 11, most: 17 }],
    ['4.4.0', { least: 11, most: 21 }],
    ['4.6.0', { least: 21, most: 25 }],
  ],
  spoils: [
    ['1.1.0', ['$', '\\', '&', '<', '{{']],
    ['4.5.0', ['&', '<', '{{']],
    ['4.6.0', ['{{']],
  ],
  diagnosticsTool: [
    ['1.1.0', false],
    ['4.3.0', true],
  ],
};

test('the releases are those whose facts are known', () => {
  expect(Object.keys(MI_RELEASES)).toEqual(RELEASES);
});

test.each(RELEASES)('release %s is as its sources say', (release) => {
  const { consoleLogs: _console, fileLogs: _files, ...facts } = MI_RELEASES[release];
  const known = Object.entries(FACTS).map(([fact, changes]) => {
    const upTo = changes.filter(([since]) => RELEASES.indexOf(since) <= RELEASES.indexOf(release));
    return [fact, upTo.at(-1)?.[1]];
  });
  expect(facts).toEqual(Object.fromEntries(known));
});

// Which releases write a file, and whether its lines reach the output of the container: log4j2.properties of each.
const LOGS: Readonly<Record<MiLogFile, readonly [since: MiRelease, where: 'console' | 'file']>> = {
  'wso2carbon.log': ['1.1.0', 'console'],
  'wso2error.log': ['1.1.0', 'console'],
  'wso2carbon-trace-messages.log': ['1.1.0', 'console'],
  'audit.log': ['1.1.0', 'file'],
  'wso2-mi-service.log': ['1.1.0', 'file'],
  'tm.out': ['1.1.0', 'file'],
  'wso2-mi-api.log': ['1.2.0', 'file'],
  'correlation.log': ['1.2.0', 'file'],
  'wso2-mi-open-telemetry.log': ['4.2.0', 'file'],
  'http_access.log': ['4.3.0', 'file'],
};

test.each(RELEASES)('release %s writes its log files where its sources say', (release) => {
  const written = (to: 'console' | 'file') =>
    Object.entries(LOGS)
      .filter(([, [since, where]]) => where === to && RELEASES.indexOf(since) <= RELEASES.indexOf(release))
      .map(([file]) => file)
      .sort();
  const { consoleLogs, fileLogs } = MI_RELEASES[release];
  expect({ console: [...consoleLogs].sort(), file: [...fileLogs].sort() }).toEqual({
    console: written('console'),
    file: written('file'),
  });
});

test.each<[MiRelease, string]>([
  ['1.1.0', '/home/wso2carbon/wso2mi-1.1.0'],
  ['4.4.0', '/home/wso2carbon/wso2mi-4.4.0'],
  ['4.6.0', '/home/wso2carbon/wso2mi-4.6.0'],
])('the home of release %s is %s', (release, home) => {
  expect(miHome(release)).toBe(home);
});

test('the homes are those of all releases', () => {
  expect(MI_HOMES).toEqual(RELEASES.map((release) => `/home/wso2carbon/wso2mi-${release}`));
});

test('folders are those of the official image', () => {
  expect(MI_WORKING_DIRECTORY).toBe('/home/wso2carbon');
  expect(MI_CONFIG_VOLUME).toBe('/home/wso2carbon/wso2-config-volume');
});
