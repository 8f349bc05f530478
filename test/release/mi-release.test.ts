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
const PORTS = { http: 8290, https: 8253, internalHttp: 9201, management: 9164 };
const SECURITY = 'repository/resources/security/';
const METRIC_HANDLER = 'org.wso2.micro.integrator.observability.metric.handler.MetricHandler';

// Written out row by row: the library says only what changes from a release to the next, and a slip there would show in
// all that follow.
const TABLE: Readonly<Record<MiRelease, Row>> = {
  '1.1.0': {
    user: 802,
    ports: PORTS,
    startup: LISTENS,
    readiness: OWN_API,
    liveness: LISTENS,
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
    configuresManagement: false,
    marksAdministrators: false,
    coordinates: false,
    controlPlane: undefined,
    tellsManagementAddress: false,
    serviceCatalog: false,
    diagnosticsTool: false,
  },
  '1.2.0': {
    user: 802,
    ports: PORTS,
    startup: LISTENS,
    readiness: HEALTHZ,
    liveness: LISTENS,
    drainSeconds: 60,
    drainIsConfigurable: false,
    readsHotDeployment: true,
    resolvesInLists: true,
    userStore: true,
    ownKeystore: 'primary',
    keystoreFileKey: 'location',
    storeFolder: '',
    metricHandler: METRIC_HANDLER,
    tracingTable: 'opentracing',
    tracers: ['jaeger'],
    configuresManagement: true,
    marksAdministrators: false,
    coordinates: true,
    controlPlane: undefined,
    tellsManagementAddress: false,
    serviceCatalog: false,
    diagnosticsTool: false,
  },
  '4.0.0': {
    user: 802,
    ports: PORTS,
    startup: LISTENS,
    readiness: HEALTHZ,
    liveness: LISTENS,
    drainSeconds: 60,
    drainIsConfigurable: false,
    readsHotDeployment: true,
    resolvesInLists: true,
    userStore: true,
    ownKeystore: 'primary',
    keystoreFileKey: 'location',
    storeFolder: SECURITY,
    metricHandler: METRIC_HANDLER,
    tracingTable: 'opentracing',
    tracers: ['jaeger', 'zipkin'],
    configuresManagement: true,
    marksAdministrators: false,
    coordinates: true,
    controlPlane: 'dashboard',
    tellsManagementAddress: false,
    serviceCatalog: true,
    diagnosticsTool: false,
  },
  '4.1.0': {
    user: 802,
    ports: PORTS,
    startup: LISTENS,
    readiness: HEALTHZ,
    liveness: LISTENS,
    drainSeconds: 60,
    drainIsConfigurable: false,
    readsHotDeployment: true,
    resolvesInLists: true,
    userStore: true,
    ownKeystore: 'primary',
    keystoreFileKey: 'location',
    storeFolder: SECURITY,
    metricHandler: METRIC_HANDLER,
    tracingTable: 'opentracing',
    tracers: ['jaeger', 'zipkin'],
    configuresManagement: true,
    marksAdministrators: true,
    coordinates: true,
    controlPlane: 'dashboard',
    tellsManagementAddress: true,
    serviceCatalog: true,
    diagnosticsTool: false,
  },
  '4.2.0': {
    user: 802,
    ports: PORTS,
    startup: LIVENESS,
    readiness: HEALTHZ,
    liveness: LIVENESS,
    drainSeconds: 60,
    drainIsConfigurable: false,
    readsHotDeployment: true,
    resolvesInLists: true,
    userStore: true,
    ownKeystore: 'primary',
    keystoreFileKey: 'location',
    storeFolder: SECURITY,
    metricHandler: METRIC_HANDLER,
    tracingTable: 'opentelemetry',
    tracers: ['jaeger', 'zipkin', 'otlp', 'log'],
    configuresManagement: true,
    marksAdministrators: true,
    coordinates: true,
    controlPlane: 'dashboard',
    tellsManagementAddress: true,
    serviceCatalog: true,
    diagnosticsTool: false,
  },
  '4.3.0': {
    user: 802,
    ports: PORTS,
    startup: LIVENESS,
    readiness: HEALTHZ,
    liveness: LIVENESS,
    drainSeconds: 60,
    drainIsConfigurable: false,
    readsHotDeployment: true,
    resolvesInLists: true,
    userStore: true,
    ownKeystore: 'primary',
    keystoreFileKey: 'location',
    storeFolder: SECURITY,
    metricHandler: METRIC_HANDLER,
    tracingTable: 'opentelemetry',
    tracers: ['jaeger', 'zipkin', 'otlp', 'log'],
    configuresManagement: true,
    marksAdministrators: true,
    coordinates: true,
    controlPlane: 'dashboard',
    tellsManagementAddress: true,
    serviceCatalog: true,
    diagnosticsTool: true,
  },
  '4.4.0': {
    user: 10802,
    ports: PORTS,
    startup: LIVENESS,
    readiness: HEALTHZ,
    liveness: LIVENESS,
    drainSeconds: 60,
    drainIsConfigurable: false,
    readsHotDeployment: true,
    resolvesInLists: true,
    userStore: true,
    ownKeystore: 'primary',
    keystoreFileKey: 'location',
    storeFolder: SECURITY,
    metricHandler: METRIC_HANDLER,
    tracingTable: 'opentelemetry',
    tracers: ['jaeger', 'zipkin', 'otlp', 'log'],
    configuresManagement: true,
    marksAdministrators: true,
    coordinates: true,
    controlPlane: 'dashboard',
    tellsManagementAddress: true,
    serviceCatalog: true,
    diagnosticsTool: true,
  },
  '4.5.0': {
    user: 10802,
    ports: PORTS,
    startup: LIVENESS,
    readiness: HEALTHZ,
    liveness: LIVENESS,
    drainSeconds: 180,
    drainIsConfigurable: true,
    readsHotDeployment: true,
    resolvesInLists: true,
    userStore: true,
    ownKeystore: 'primary',
    keystoreFileKey: 'location',
    storeFolder: SECURITY,
    metricHandler: METRIC_HANDLER,
    tracingTable: 'opentelemetry',
    tracers: ['jaeger', 'zipkin', 'otlp', 'log'],
    configuresManagement: true,
    marksAdministrators: true,
    coordinates: true,
    controlPlane: 'dashboard',
    tellsManagementAddress: true,
    serviceCatalog: true,
    diagnosticsTool: true,
  },
  '4.6.0': {
    user: 10802,
    ports: PORTS,
    startup: LIVENESS,
    readiness: HEALTHZ,
    liveness: LIVENESS,
    drainSeconds: 180,
    drainIsConfigurable: true,
    readsHotDeployment: true,
    resolvesInLists: true,
    userStore: true,
    ownKeystore: 'primary',
    keystoreFileKey: 'location',
    storeFolder: SECURITY,
    metricHandler: METRIC_HANDLER,
    tracingTable: 'opentelemetry',
    tracers: ['zipkin', 'otlp', 'log'],
    configuresManagement: true,
    marksAdministrators: true,
    coordinates: true,
    controlPlane: 'icp',
    tellsManagementAddress: true,
    serviceCatalog: true,
    diagnosticsTool: true,
  },
};

const RELEASES = Object.keys(TABLE) as MiRelease[];

test('the releases are those of the table', () => {
  expect(Object.keys(MI_RELEASES)).toEqual(RELEASES);
});

test.each(RELEASES)('release %s is as its sources say', (release) => {
  const { consoleLogs: _console, fileLogs: _files, ...facts } = MI_RELEASES[release];
  expect(facts).toEqual(TABLE[release]);
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
