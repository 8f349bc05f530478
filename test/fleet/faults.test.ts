/** What is collected over the tree is told with the place of what it is about, as what throws is with that of its own. */

import { readFileSync } from 'node:fs';
import { ApiObject, Chart, Size } from 'cdk8s';
import {
  BusinessUnit,
  Cpu,
  CsiSecret,
  ExternalSecret,
  Fleet,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  MiTenant,
  Quota,
  Route,
  Scaling,
  SecretProvider,
  SecretStore,
  SharedVolume,
  VolumeSource,
} from '../../lib';
import { base, newFleet, newUnit } from '../manifests';

const image = base.withApp('orders', '1.0.0');
const scaling = Scaling.fixed(2);
const long = 'x'.repeat(253);

const SOURCE = readFileSync(__filename, 'utf8').split('\n');

/** The line of this file that ends with a comment. */
function lineOf(mark: string): string {
  return `test/fleet/faults.test.ts:${SOURCE.findIndex((text) => text.endsWith(`// ${mark}`)) + 1}`;
}

/** How the call in that line is told as the place of something. */
function marked(mark: string, call = 'new '): string {
  const text = SOURCE.find((line) => line.endsWith(`// ${mark}`)) ?? '';
  return `    at ${lineOf(mark)}:${text.indexOf(call) + 1}`;
}

/** Each sentence of the report, shortened to what it is about, with the line below it. */
function told(fleet: { render(): unknown }): string[] {
  try {
    fleet.render();
  } catch (error) {
    const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
    return lines.map((line) => line.replace(/^- .*? of ([A-Za-z ]+? "[^"]*") must .*/, '$1'));
  }
  return [];
}

test('each thing that is declared is told with its place, once and in the order of the report', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet, 'retail');
  const quota = Quota.of({ pods: 20, cpu: Cpu.millis(1), cpuLimit: Cpu.cores(9), memory: Size.gibibytes(9) });
  const clinic = new BusinessUnit(fleet, 'clinic', { contact: 'x', quota }); // unit
  const [controller, hosts] = [GatewayController.traefik(), { 'a.example.com': 'nobody' }];
  const via = new LoadBalancer(fleet, 'public', { controller, hosts }); // load balancer
  const orders = new MiTenant(unit, 'orders', { image, scaling, pod: { args: ['-DportOffset=1'] } }); // tenant
  new GatewayIngress(unit, 'routes', { via, routes: [Route.http('a.example.com', { to: orders.http })] }); // gateway
  new SharedVolume(unit, `${long}f`, { source: VolumeSource.nfs('nfs01.example.com', '/export') }); // volume
  const provider = SecretProvider.aws({ region: 'eu-west-1' });
  new CsiSecret(unit, `${long}c`, { provider, values: { a: { key: 'a' } } }); // CSI secret
  new ExternalSecret(unit, `${long}e`, { store: SecretStore.cluster('vault'), data: { a: { key: 'a' } } }); // external
  new MiTenant(clinic, 'lab', { image, scaling }); // beyond its quota
  new ApiObject(clinic, 'pod', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'UPPER' } });
  new ApiObject(new Chart(fleet, 'plain'), 'pod', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'LOWER' } });
  expect(told(fleet)).toEqual([
    'Error: nothing was written, since 9 things are refused:',
    'tenant "retail/orders"',
    marked('tenant'),
    `shared volume "retail/${long}f"`,
    marked('volume'),
    `CSI secret "retail/${long}c"`,
    marked('CSI secret'),
    `external secret "retail/${long}e"`,
    marked('external'),
    'tenant "clinic/lab"',
    marked('beyond its quota'),
    'load balancer "public"',
    marked('load balancer'),
    'gateway "retail/routes"',
    marked('gateway'),
    'Service "clinic/UPPER"',
    marked('unit'),
    // A plain chart is nothing of ours.
    'Service "LOWER"',
  ]);
});

test('a helper is told with who calls it', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const add = (id: string) => new MiTenant(unit, id, { image, scaling, pod: { args: ['-DportOffset=1'] } }); // helper
  add('orders'); // caller
  expect(told(fleet)).toEqual([
    'Error: nothing was written, since 1 thing is refused:',
    'tenant "retail/orders"',
    `${marked('helper')}, called in ${lineOf('caller')}`,
  ]);
});

test('an environment is told as its fleet is, and what it throws with the lines that led to it', () => {
  const pod = { args: ['-DportOffset=1'] };
  const compose = (fleet: Fleet, count: number) => {
    const fixed = Scaling.fixed(count); // thrown
    new MiTenant(newUnit(fleet), 'orders', { image, scaling: fixed, pod }); // composed
  };
  const fleets = Fleet.forEach({ staging: 0, production: 2 }, compose); // each
  expect(told(fleets)).toEqual([
    'Error: nothing was written, since 2 things are refused:',
    'scaling "fixed(0)"',
    `${marked('thrown', 'fixed(')}, called in ${lineOf('each')}`,
    'tenant "retail/orders"',
    marked('composed'),
  ]);
});
