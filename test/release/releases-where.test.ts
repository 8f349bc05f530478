import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MI_RELEASES, type MiFacts } from '../../lib/release/mi-release';
import { releaseComplaints, releasesWhere } from '../../lib/release/releases-where';

const releases = Object.keys(MI_RELEASES);
const where = (...chosen: readonly string[]) => {
  const facts = Object.entries(MI_RELEASES);
  // Releases may share one object of facts, so each gets its own here.
  const own = new Map(facts.map(([release, one]) => [release, { ...one }]));
  Object.assign(MI_RELEASES, Object.fromEntries(own));
  const text = releasesWhere((one) => chosen.some((release) => own.get(release) === one));
  Object.assign(MI_RELEASES, Object.fromEntries(facts));
  return text;
};

test.each([
  [releases, 'all'],
  [[], 'none'],
  [['1.1.0'], 'up to 1.1'],
  [['1.1.0', '1.2.0', '4.0.0'], 'up to 4.0'],
  [['4.5.0', '4.6.0'], 'from 4.5 on'],
  [['4.6.0'], 'from 4.6 on'],
  [['4.2.0', '4.3.0'], '4.2 to 4.3'],
  [['4.2.0'], '4.2'],
  [['1.1.0', '4.2.0', '4.3.0', '4.6.0'], 'up to 1.1 and 4.2 to 4.3 and from 4.6 on'],
])('releases %s are told as "%s"', (chosen, text) => {
  expect(where(...chosen)).toBe(text);
});

test('a release that has what a prop is for is not complained of, and any other is, with those that have it', () => {
  const has = ({ serviceCatalog }: MiFacts) => serviceCatalog;
  expect(releaseComplaints('config.serviceCatalog', '4.0.0', has, 'leave it out')).toEqual([]);
  expect(releaseComplaints('config.serviceCatalog', '1.2.0', has, 'leave it out')).toMatchObject([
    { prop: 'config.serviceCatalog', must: 'be for releases from 4.0 on', instead: 'leave it out' },
  ]);
});

const drain = (seconds: number) => releasesWhere(({ drainSeconds }) => drainSeconds === seconds);
const tracer = (name: 'jaeger' | 'zipkin' | 'otlp') => releasesWhere(({ tracers }) => tracers.includes(name));
const named = (by: MiFacts['tracesNamedBy']) => releasesWhere(({ tracesNamedBy }) => tracesNamedBy === by);
const unnamed = releasesWhere(
  ({ tracingTable, tracesNamedBy }) => tracingTable !== undefined && tracesNamedBy === undefined,
);
const table = (name: MiFacts['tracingTable']) => releasesWhere(({ tracingTable }) => tracingTable === name);
const liveness = `GET /liveness on 9201; ${releasesWhere((one) => one.liveness.path === undefined)} a connection to 8290`;
const dashboard = releasesWhere(({ controlPlane }) => controlPlane === 'dashboard');
const icp = `The Integration Control Plane, ${releasesWhere(({ controlPlane }) => controlPlane === 'icp')}`;

/** What doc comments say of releases, out of the table. Collectors of traces are named by where their range ends. */
const CLAIMS: Readonly<Record<string, readonly string[]>> = {
  'keystore.ts': [`8253 and (${releasesWhere((one) => one.configuresManagement)}) 9164`],
  'management-login.ts': [`\`[[internal_apis.users]]\`, ${releasesWhere((one) => one.configuresManagement)}`],
  'service-catalog.ts': [`\`[[service_catalog]]\`, ${releasesWhere((one) => one.serviceCatalog)}`],
  'lifecycle.ts': [
    `In releases ${releasesWhere((one) => !one.drainIsConfigurable)} it is 60 s and cannot be told otherwise`,
    `the release's own: 60 s, ${drain(180)} 180 s`,
    liveness,
    `GET /healthz on 9201; ${releasesWhere((one) => one.readiness.port === 'http')} GET /healthz on 8290`,
  ],
  'shared-volume.ts': [
    `as user 802 ${releasesWhere(({ user }) => user === 802)} and as 10802 ${releasesWhere(({ user }) => user === 10802)}`,
  ],
  'control-plane.ts': [
    `The dashboard of releases ${dashboard}`,
    `The dashboard of ${dashboard} (`,
    `${icp}.`,
    `${icp} (`,
    `the dashboard in ${dashboard}; t${icp.slice(1)}`,
  ],
  'tracing.ts': [
    `in the namespace of its unit ${named('OTEL_RESOURCE_ATTRIBUTES')}, as`,
    `\`<tenant>.<unit>\` ${named('SERVICE_NAME')}; those of ${unnamed}`,
    'from 4.4 on, as attribute',
    `Jaeger up to ${tracer('jaeger').split(' to ')[1]}, Zipkin ${tracer('zipkin')}, OTLP ${tracer('otlp')}`,
    `its agent up to ${table('opentracing').split(' to ')[1]} (UDP, usually port 6831), its collector ${table('opentelemetry')}`,
  ],
};

/** Comments that name a release for another reason: as an example, or one that the table does not know yet. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'canary.ts': ["withApp('orders', '1.1.0')"],
  'mi-base-image.ts': ['`4.4.0-3`', '{ release: "\'4.4.0\'" }', "{ release: '4.4.0' }"],
  'console-logging.ts': ["logsOf('4.4.0')"],
  'scaling.ts': ['before 4.7'],
  'volume-source.ts': ['nfsvers=4.1'],
  'readable-texts.ts': ['YAML 1.1'],
  'plain-yaml.ts': ['YAML 1.1'],
  'yaml-1-1.ts': ['YAML 1.1', "version: '1.1'"],
  'yaml-text.ts': ['YAML 1.1', "version: '1.1'"],
  'manifest.ts': ["version: '1.1'"],
};

/** The tables of releases themselves, and the helper that reads them. */
const TABLES = ['mi-release.ts', 'mi-metrics.ts', 'log4j2-loggers.ts', 'log4j2-appenders.ts', 'releases-where.ts'];

const lib = join(__dirname, '..', '..', 'lib');
const sources = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter(
  // The numbers in helm-mi/ are those of WSO2's chart.
  (name) => name.endsWith('.ts') && !TABLES.includes(basename(name)) && !name.startsWith('helm-mi'),
);

function commentsOf(name: string): string {
  const lines = readFileSync(join(lib, name), 'utf8').split('\n');
  const comments = lines.filter((line) => /^\s*(\/\*\*|\*|\/\/)/.test(line));
  return comments.map((line) => line.replace(/^\s*(\/\*\*|\*\/|\*|\/\/)\s?/, '')).join(' ');
}

test.each(Object.entries(CLAIMS))('what comments of %s say of releases is what the table says', (file, claims) => {
  const name = sources.find((one) => basename(one) === file) ?? file;
  for (const claim of claims) {
    expect(commentsOf(name)).toContain(claim);
  }
});

test('no other comment, and no message, names a release', () => {
  const release = /(?<![\d.])(1\.[12]|4\.\d)(\.0)?(?![\d])/;
  const naming = sources.filter((name) => {
    const known = [...(CLAIMS[basename(name)] ?? []), ...(EXAMPLES[basename(name)] ?? [])];
    const code = readFileSync(join(lib, name), 'utf8').replace(/\/\*\*.*?\*\/|^\s*\/\/.*$/gms, '');
    // A tag of an image is an example, whoever shows it.
    const text = `${commentsOf(name)} ${code}`.replace(/\b(mi\d\.\d\.\d-\d|wso2mi:\d\.\d\.\d)/g, '');
    return release.test(known.reduce((rest, phrase) => rest.replaceAll(phrase, ''), text));
  });
  expect(naming).toEqual([]);
});
