import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MiRelease, metricsOf } from '../../lib';
import { mavenJars } from '../maven-jars';

// The client libraries that the releases carry show of a real JVM what the table of metrics says, and nothing else.

const folder = mkdtempSync(join(tmpdir(), 'metrics-'));
afterAll(() => rmSync(folder, { recursive: true }));

function pageOf(program: string, artifacts: readonly string[]): string {
  const path = `${mavenJars(`metrics-${program}`, artifacts)}:${folder}`;
  const source = join(__dirname, 'metrics', `${program}.java`);
  const compiled = spawnSync('javac', ['-cp', path, '-d', folder, source], { encoding: 'utf8' });
  expect([compiled.status, compiled.stderr]).toEqual([0, '']);
  return spawnSync('java', ['-cp', path, program], { encoding: 'utf8' }).stdout;
}

/** Each metric of a page with its type and the labels of its series. */
function shownOn(page: string): string[][] {
  const lines = page.split('\n');
  return lines.flatMap((line) => {
    const [, name = '', type = ''] = /^# TYPE (\S+) (\S+)$/.exec(line) ?? [];
    const series = lines.find((one) => one.startsWith(name) && /^(_count)?[{ ]/.test(one.slice(name.length))) ?? '';
    const labels = [...series.matchAll(/(\w+)="/g)].map(([, label = '']) => label);
    return name === '' ? [] : [[name, type, ...labels.sort()]];
  });
}

test.each<[MiRelease, string, string[]]>([
  [
    '1.2.0',
    'Simpleclient',
    ['simpleclient_hotspot', 'simpleclient_common'].map((name) => `io.prometheus:${name}:0.8.1`),
  ],
  [
    '4.5.0',
    'Simpleclient',
    ['simpleclient_hotspot', 'simpleclient_common'].map((name) => `io.prometheus:${name}:0.8.1`),
  ],
  [
    '4.6.0',
    'PrometheusMetrics',
    ['instrumentation-jvm', 'exposition-textformats'].map((name) => `io.prometheus:prometheus-metrics-${name}:1.4.3`),
  ],
])(
  'the JVM of %s is shown as the table of metrics says',
  (release, program, artifacts) => {
    const told = metricsOf(release).filter(({ name }) => !name.startsWith('wso2_'));
    const table = told.map(({ name, type, labels }) => [name, type, ...[...labels].sort()]);
    expect(shownOn(pageOf(program, artifacts)).sort()).toEqual(table.sort());
  },
  120_000,
);
