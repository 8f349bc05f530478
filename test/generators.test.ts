import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { anyFleet, anyLoadBalancer, anyUnit } from './cluster/any-fleet';
import { moreFleet } from './cluster/any-more';
import { anyTenant } from './cluster/any-tenant';
import { compose } from './cluster/compose-plan';
import { neverGiven } from './cluster/drawn';
import { controllerOf } from './cluster/more-doors';
import { tenantProps } from './cluster/tenant-props';

// The random fleets of test/cluster are as good as what they draw from.

const TENANTS = 700;
const DOORS = 500;
const UNITS = 300;
const FLEETS = 80;

/** Interfaces of props that random fleets have not, with the reason. */
const NOT_DRAWN: Readonly<Record<string, string>> = {
  AgentProps: 'stands in the props of each sidecar that has an agent',
  ArgoCdProps: 'says what is written for Argo CD; its own suite judges it',
  EnvironmentsProps: 'makes fleets, each of which is one of these',
  FluxProps: 'says what is written for Flux; its own suite judges it',
  HelmChartProps: 'says what is written as a chart; test:helm judges it',
  HelmChartsProps: 'the same',
  OtherSecretsProps: 'names a driver of somebody else, as it is; new, and not drawn yet',
  LogStoreProps: 'says what files are written for a log store; no API server sees them',
};

/** Props that are never given, with the reason. */
const NOT_GIVEN: Readonly<Record<string, readonly string[]>> = {
  // What is written beside the objects is judged by other suites; a resolver is code.
  FleetProps: ['output', 'beside', 'logStore', 'resolvers'],
  // A lock is a file; drivers, tag and digest of a base stand in the image of the tenant.
  MiBaseImageProps: ['tag', 'digest', 'lock'],
  AppImageProps: ['drivers'],
};

/** Many of each part, and few fleets: what is rendered of them is not looked at here. */
function drawMany(): void {
  for (const plan of some(anyTenant, TENANTS)) attempt(() => tenantProps(plan));
  for (const door of some(anyLoadBalancer, DOORS)) attempt(() => controllerOf(door));
  for (const plan of some(anyFleet, FLEETS)) attempt(() => compose(plan));
  for (const { unit, ...fleet } of some(fc.record({ unit: anyUnit, more: moreFleet }), UNITS)) {
    const units = [{ ...unit, tenants: [], gateways: [] }];
    attempt(() => compose({ ...fleet, kubernetes: '1.30', loadBalancers: [], units }));
  }
}

function some<T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] {
  return fc.sample(arbitrary, { numRuns, seed: 20 });
}

/** Many are refused where they are written; what they were given counts all the same. */
function attempt(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
  }
}

test('random fleets draw from every interface of props that is exported, and give every prop of it', () => {
  drawMany();
  const index = readFileSync(join(__dirname, '..', 'lib', 'index.ts'), 'utf8');
  const exported = [...index.matchAll(/\btype (\w+Props|MiConfig|IngressSettings|AlbQuotas)\b|\{ (\w+Props) \}/g)];
  const names = exported.flatMap(([, one, other]) => one ?? other ?? []);
  const never = neverGiven();
  expect(names.filter((name) => !never.has(name) && !(name in NOT_DRAWN))).toEqual([]);
  expect(Object.fromEntries([...never].filter(([, props]) => props.length > 0))).toEqual(NOT_GIVEN);
});
