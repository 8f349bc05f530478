import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Difference, differenceOf } from '../../lib/diff/difference';
import { namesIn } from '../manifests';
import { fortyTenants, mostPods, SITES, TENANTS, type TenantRow, UNITS } from './forty-tenants';

type Environment = keyof typeof SITES;

const outdir = mkdtempSync(join(tmpdir(), 'forty-'));

beforeAll(() => jest.spyOn(process.stderr, 'write').mockReturnValue(true));
afterAll(() => {
  jest.restoreAllMocks();
  rmSync(outdir, { recursive: true, force: true });
});

const rows: readonly TenantRow[] = TENANTS;
const start = process.cpuUsage();
const rendered = fortyTenants(outdir).render();
const { user, system } = process.cpuUsage(start);

function filesOf(environment: Environment): ReadonlyMap<string, string> {
  const own = [...rendered].filter(([name]) => name.startsWith(`${environment}/`));
  return new Map(own.map(([name, text]) => [name.slice(environment.length + 1), text]));
}

/** How many objects of a kind an environment has. */
function countOf(environment: Environment, kind: string): number {
  return [...filesOf(environment).values()].join('\n').split(`\nkind: ${kind}\n`).length - 1;
}

/** What differs, an object and a field a line. */
function linesOf({ objects }: Difference): string[] {
  return objects.flatMap(({ unit, kind, name, from, to, changes }) =>
    from === undefined || to === undefined
      ? [`${from === undefined ? '+' : '-'} ${unit} ${kind} ${name}`]
      : changes.map((change) => `${unit} ${kind} ${name} ${change.path}: ${change.from} → ${change.to}`),
  );
}

test('the table has forty tenants in eight units', () => {
  expect(rows).toHaveLength(40);
  expect(new Set(rows.map(({ unit }) => unit)).size).toBe(8);
  expect(new Set(rows.map(({ unit, id }) => `${unit}/${id}`)).size).toBe(40);
});

test('every environment has a file for each unit', () => {
  fortyTenants(outdir).synth();
  const units = Object.keys(UNITS).map((unit) => `${unit}.k8s.yaml`);
  expect(namesIn(outdir)).toEqual(
    Object.keys(SITES)
      .flatMap((environment) => units.map((unit) => `${environment}/${unit}`))
      .sort(),
  );
});

test.each(Object.keys(SITES) as Environment[])('%s has every tenant once', (environment) => {
  const answering = rows.filter((row) => 'path' in row);
  expect(countOf(environment, 'Deployment')).toBe(answering.length);
  expect(countOf(environment, 'StatefulSet')).toBe(rows.length - answering.length);
  expect(countOf(environment, 'PersistentVolume')).toBe(rows.length - answering.length);
  // A StatefulSet is governed by a headless Service beside that of its tenant.
  expect(countOf(environment, 'Service')).toBe(rows.length + countOf(environment, 'StatefulSet'));
  expect(countOf(environment, 'Ingress')).toBe(8);
  expect(countOf(environment, 'HorizontalPodAutoscaler')).toBe(
    answering.filter(({ peak }) => mostPods(peak, SITES[environment]) > 2).length,
  );
});

test('what differs between staging and production is what the sites say, and nothing else', () => {
  const { staging, production } = SITES;
  const quota = /^\w+ ResourceQuota quota spec\.hard/;
  const lines = linesOf(differenceOf(filesOf('staging'), filesOf('production')));
  const expected = [
    ...Object.keys(UNITS).flatMap((unit) => {
      const [host, hostNow] = [`${unit}.${staging.domain}`, `${unit}.${production.domain}`];
      return [
        ...['audit', 'enforce', 'warn'].map((mode) => {
          const label = `metadata.labels["pod-security.kubernetes.io/${mode}-version"]`;
          return `${unit} Namespace ${unit} ${label}: v${staging.kubernetes} → v${production.kubernetes}`;
        }),
        `${unit} Ingress routes-public spec.rules[${host}].host: ${host} → ${hostNow}`,
        `${unit} Ingress routes-public spec.tls[0].hosts[0]: ${host} → ${hostNow}`,
      ];
    }),
    ...rows.flatMap((row) => {
      const kind = 'reads' in row ? 'StatefulSet' : 'Deployment';
      const env = 'spec.template.spec.containers[micro-integrator].env[ERP_URL].value';
      return [
        `${row.unit} ${kind} ${row.id} ${env}: https://erp.${staging.domain} → https://erp.${production.domain}`,
        ...('reads' in row
          ? [`${row.unit} PersistentVolume ${row.id}-files spec.nfs.server: ${staging.nfs} → ${production.nfs}`]
          : scalingLines(row.unit, row.id, mostPods(row.peak, staging), mostPods(row.peak, production))),
      ];
    }),
  ];
  expect(lines.filter((line) => !quota.test(line)).sort()).toEqual(expected.sort());
  // The quotas are the sum of the tenants, so they follow: pods, and CPU, memory and disk, reserved and at most.
  expect(lines.filter((line) => quota.test(line))).toHaveLength(8 * 7);
});

function scalingLines(unit: string, id: string, most: number, mostNow: number): string[] {
  if (most === mostNow) {
    return [];
  }
  return most > 2
    ? [`${unit} HorizontalPodAutoscaler ${id} spec.maxReplicas: ${most} → ${mostNow}`]
    : [`${unit} Deployment ${id} spec.replicas: 2 → undefined`, `+ ${unit} HorizontalPodAutoscaler ${id}`];
}

test('development and staging share a cluster, and no object in it', () => {
  const names = (environment: Environment) =>
    [...filesOf(environment).values()].flatMap((text) =>
      text.split(/^---\n/m).map((document) =>
        // Two spaces are the depth of metadata, and of nothing before it.
        [/^kind: (.*)$/m, /^ {2}namespace: (.*)$/m, /^ {2}name: (.*)$/m]
          .map((field) => field.exec(document)?.[1])
          .join(' '),
      ),
    );
  const development = new Set(names('development'));
  expect(development.size).toBeGreaterThan(200);
  expect(names('staging').filter((name) => development.has(name))).toEqual([]);
});

test('three environments render in a few seconds', () => {
  // Those of the processor: how busy the machine is with something else says nothing.
  expect((user + system) / 1e6).toBeLessThan(5);
});
