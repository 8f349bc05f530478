import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject } from 'cdk8s';
import { Fleet, FleetOutput, GatewayController, GatewayIngress, LoadBalancer, Route, Tls } from '../../../lib';
import { isMarked, markOf } from '../../../lib/fleet/mark';
import { errorOf, namesIn, newTenant, newUnit } from '../../manifests';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'charts-'));
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** The folders that files stand in. */
function tops(path: string): string[] {
  return [...new Set(namesIn(path).map((name) => name.replace(/\/.*/s, '')))];
}

/** A fleet of units, each with a tenant, that writes a chart for each beside its YAML. */
function written(...units: readonly string[]): void {
  const charts = FleetOutput.helmCharts({ version: '1.0.0' });
  const fleet = new Fleet({ outdir: join(folder, 'dist'), beside: { [join(folder, 'charts')]: charts } });
  for (const unit of units) newUnit(fleet, unit);
  fleet.synth();
}

test('each file of a chart says in its first line whose it is, so that the fleet can replace it', () => {
  const fleet = newTenant().node.root as Fleet;
  const files = fleet.render(FleetOutput.helmChart({ name: 'shop', version: '1.0.0' }));
  expect([...files.keys()]).toEqual([
    'templates/retail.k8s.yaml',
    'templates/_helpers.tpl',
    'templates/NOTES.txt',
    'Chart.yaml',
    'values.yaml',
    'values.schema.json',
  ]);
  expect([...files.values()].map((text) => isMarked(text, markOf('mi')))).toEqual([true, true, true, true, true, true]);
  expect([...files.values()].map((text) => isMarked(text, markOf('other')))).toEqual([...files].map(() => false));
  expect(JSON.parse(files.get('values.schema.json') ?? '')).toMatchObject({ required: ['units', 'hosts'] });
});

test('the values are the tenants’ own, and nothing else can be set', () => {
  const fleet = newTenant().node.root as Fleet;
  const values = fleet.render(FleetOutput.helmChart({ name: 'shop', version: '1.0.0' })).get('values.yaml') ?? '';
  expect(values.split('\n').filter((line) => !line.startsWith('#'))).toEqual([
    'units:',
    '  retail:',
    '    orders:',
    '      tag: 1.0.0-mi4.4.0',
    '      replicas: 2',
    'hosts: {}',
    '',
  ]);
});

test('a host may be another where a chart is installed; what only bears its name stays', () => {
  const tenant = newTenant();
  const { unit } = tenant;
  const fleet = tenant.node.root as Fleet;
  const [host, till] = ['shop.example.com', 'till.example.com'] as const;
  const via = new LoadBalancer(fleet, 'public', {
    controller: GatewayController.nginx(),
    hosts: { [host]: 'retail', [till]: 'retail' },
    tls: { [host]: Tls.secret(host) },
  });
  new GatewayIngress(unit, 'routes', { via, routes: [Route.http(host, { to: tenant.http })] });
  new ApiObject(unit, 'own', {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: till },
    ...{ spec: { hostnames: [till], parentRefs: [{ name: till, sectionName: till }] } },
  });
  const files = fleet.render(FleetOutput.helmChart({ name: 'shop', version: '1.0.0' }));
  const lines = (files.get('templates/retail.k8s.yaml') ?? '').split('\n').map((line) => line.replace(/^[- ]*/, ''));
  expect(lines.filter((line) => line.includes('.Values.hosts') && line.includes(host))).toHaveLength(2);
  expect(lines.filter((line) => line.includes('.Values.hosts') && line.includes(till))).toHaveLength(1);
  expect(lines).toEqual(expect.arrayContaining([`secretName: ${host}`, `name: ${till}`, `sectionName: ${till}`]));
  expect(lines.filter((line) => line === `name: ${till}`)).toHaveLength(2);
});

test('charts stand in a folder beside dist/, and that of a unit that is gone is removed, also by a fresh clone', () => {
  written('clinic', 'retail');
  expect(namesIn(join(folder, 'dist'))).toEqual(['clinic.k8s.yaml', 'retail.k8s.yaml']);
  expect(tops(join(folder, 'charts'))).toEqual(['clinic', 'retail']);
  rmSync(join(folder, 'charts', '.cdk8s-wso2-mi'), { recursive: true });
  writeFileSync(join(folder, 'charts', 'retail', 'by-hand.yaml'), 'replicas: 3\n');
  written('clinic');
  expect(namesIn(join(folder, 'charts', 'retail'))).toEqual(['by-hand.yaml']);
  expect(readFileSync(join(folder, 'charts', 'clinic', 'Chart.yaml'), 'utf8')).toContain('name: clinic\n');
});

test('each environment has its charts in a folder of its own', () => {
  const beside = { [join(folder, 'charts')]: FleetOutput.helmChart({ name: 'shop', version: '1.0.0' }) };
  const sites = { staging: 1, production: 2 };
  const environments = Fleet.forEach(sites, (fleet) => newUnit(fleet), {
    outdir: join(folder, 'dist'),
    fleet: () => ({ beside }),
  });
  environments.synth();
  expect(tops(join(folder, 'charts'))).toEqual(['production', 'staging']);
  expect(readFileSync(join(folder, 'charts', 'staging', 'Chart.yaml'), 'utf8')).toContain('environment "staging"');
});

describe('refusals', () => {
  test.each(['Shop', 'a_b', '', '1a', 'a'.repeat(54), 'a-'])('fails for the name %j', (name) => {
    expect(errorOf(() => FleetOutput.helmChart({ name, version: '1.0.0' }))).toBe(
      `name of Helm chart "${name}" must be lower-case letters, digits and "-", begin with a letter, and have at most ` +
        `53 characters, got "${name}"`,
    );
  });

  test.each(['1.0', 'v1.0.0', '', '01.0.0', '1.0.0-'])('fails for the version %j', (version) => {
    expect(errorOf(() => FleetOutput.helmChart({ name: 'shop', version }))).toBe(
      `version of Helm chart "shop" must be a version as SemVer 2 has it, such as "1.4.0", got "${version}"`,
    );
  });

  test.each(['dist', 'dist/chart', './dist/../dist/x', '.'])('fails for charts in %s beside dist', (beside) => {
    const charts = FleetOutput.helmCharts({ version: '1.0.0' });
    const at = join(folder, beside);
    mkdirSync(at, { recursive: true });
    expect(errorOf(() => new Fleet({ outdir: join(folder, 'dist'), beside: { [at]: charts } }))).toBe(
      `beside["${at}"] of fleet "mi" must be a folder of its own, in no other and with no other in it, got it beside ` +
        `"${join(folder, 'dist')}"; kubectl apply -R takes every file of a folder for a manifest`,
    );
  });
});
