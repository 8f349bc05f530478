import fc from 'fast-check';
import type { Cidr, KubernetesVersion } from '../../lib';
import { anyAmount } from './any-amount';
import { moreDoor, moreFleet, moreRoute, moreUnit, moreVolume } from './any-more';
import { anyTenant, optional } from './any-tenant';
import type * as plans from './fleet-plan';
import { anyFolder, anyHost, anyName, anyPath } from './odd-names';
import { anyContact, anyText, countFrom, mostly, percent } from './odd-texts';
import { sensibleMore } from './sensible-more';

const ENOUGH: plans.AmountPlan = { unit: 'tebibytes', amount: 20 };
const RANGES: Cidr[] = ['10.20.0.0/16', '192.0.2.1/32', '2001:db8::/32'];
const VERSIONS: readonly KubernetesVersion[] = ['1.29', '1.30', '1.33', '1.36'];

const source: fc.Arbitrary<plans.VolumePlan['source']> = fc.oneof(
  fc.record({
    how: fc.constant('nfs' as const),
    server: mostly(fc.constantFrom('nfs01.example.com', '10.0.0.7'), anyName),
    path: anyFolder,
    options: fc.array(mostly(fc.constantFrom('hard', 'nfsvers=4.1', 'timeo=600'), anyText), { maxLength: 2 }),
  }),
  fc.record(
    {
      how: fc.constant('efs' as const),
      fileSystem: mostly(fc.stringMatching(/^[0-9a-f]{8,17}$/), anyText),
      accessPoint: mostly(fc.stringMatching(/^fsap-[0-9a-f]{17}$/), anyText),
    },
    { requiredKeys: ['how', 'fileSystem'] },
  ),
  fc.record({ how: fc.constant('class' as const), name: anyName }),
);

const volume: fc.Arbitrary<plans.VolumePlan> = fc.record({
  id: anyName,
  source,
  capacity: optional(anyAmount),
  more: moreVolume,
});

// Both at once are refused, so they are drawn apart.
const waits: fc.Arbitrary<plans.SettingsPlan> = fc.oneof(
  // A negative time is refused by cdk8s itself, where it is written.
  fc.record(
    { timeoutSeconds: mostly(countFrom(1, 300), fc.constant(0)).filter((count) => count >= 0) },
    { requiredKeys: [] },
  ),
  fc.record({ upgrade: fc.constant('websocket' as const) }, { requiredKeys: [] }),
);

const settings: fc.Arbitrary<plans.SettingsPlan> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: waits },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        match: fc.constantFrom('prefix', 'exact'),
        rewriteTo: anyPath,
        maxBodyMebibytes: mostly(countFrom(1, 100), fc.constant(0.5)),
        rateLimit: mostly(countFrom(1, 1000), fc.constantFrom(0, 1.5)),
        sticky: fc.constant('cookie'),
        from: mostly(fc.subarray<Cidr>(RANGES, { minLength: 1 }), fc.constantFrom<Cidr[]>([], ['10.0.0.0/33'])),
      },
      { requiredKeys: [] },
    ),
  },
);

const route: fc.Arbitrary<plans.RoutePlan> = fc.record({
  how: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('http', 'https') },
    { weight: 1, arbitrary: fc.constantFrom('passthrough', 'default') },
  ),
  host: anyHost,
  path: anyPath,
  settings,
  tenant: fc.nat(2),
  foreign: percent(2),
  owner: mostly(fc.constant('unit'), fc.constantFrom('first unit', 'nobody')),
  more: moreRoute,
});

/** Load balancers of any kind. */
export const anyLoadBalancer: fc.Arbitrary<plans.LoadBalancerPlan> = fc.record({
  id: anyName,
  ingressClass: anyName,
  // Most settings, and "~" in a path, are for regular expressions only.
  paths: mostly(fc.constant('regex'), fc.constantFrom('plain', 'not nginx')),
  secrets: fc.array(optional(anyName), { maxLength: 2 }),
  stranger: percent(1),
  more: moreDoor,
});

const gateway: fc.Arbitrary<plans.GatewayPlan> = fc.record({
  id: anyName,
  via: mostly(fc.subarray([0, 1], { minLength: 1 }), fc.constantFrom<number[]>([], [0, 0])),
  routes: mostly(fc.array(route, { minLength: 1, maxLength: 3 }), fc.constant<plans.RoutePlan[]>([])),
});

/** Units of any kind. */
export const anyUnit: fc.Arbitrary<plans.UnitPlan> = fc
  .record({
    id: anyName,
    contact: anyContact,
    namespace: fc.record({
      how: fc.oneof(
        { weight: 3, arbitrary: fc.constant('default') },
        { weight: 1, arbitrary: fc.constantFrom('named', 'existing') },
      ),
      name: anyName,
    }),
    pullSecrets: fc.array(anyName, { maxLength: 1 }),
    quota: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom('none', 'tenants') },
      {
        weight: 1,
        arbitrary: fc.record({
          pods: countFrom(200, 400),
          millis: countFrom(4e5, 9e5),
          memory: mostly(fc.constant(ENOUGH), anyAmount),
        }),
      },
    ),
    volumes: fc.array(volume, { maxLength: 2 }),
    tenants: fc.array(anyTenant, { minLength: 1, maxLength: 2 }),
    gateways: fc.array(gateway, { maxLength: 1 }),
    limited: percent(5),
    more: moreUnit,
  })
  // A quota for a namespace that is another's is refused, so it is made now and then only.
  .map(({ limited, ...one }) => (one.namespace.how === 'existing' && !limited ? { ...one, quota: 'none' } : one));

/** Fleets of every kind, about as many that are right as wrong. */
export const anyFleet: fc.Arbitrary<plans.FleetPlan> = fc
  .record({
    kubernetes: mostly(fc.constantFrom(...VERSIONS), fc.constantFrom('1.27')),
    loadBalancers: fc.array(anyLoadBalancer, { minLength: 2, maxLength: 2 }),
    units: fc.array(anyUnit, { minLength: 1, maxLength: 3 }),
    twice: mostly(fc.constant(false), fc.constant(true)),
    more: moreFleet,
  })
  .map(({ twice, ...fleet }) => sensibleMore(twice ? fleet : withOwnIds(fleet)));

// Short ids are often drawn twice, and a fleet that is refused for it shows nothing else.
function withOwnIds(fleet: plans.FleetPlan): plans.FleetPlan {
  const taken = new Set<string>();
  return {
    ...fleet,
    loadBalancers: apart(fleet.loadBalancers, taken),
    units: apart(fleet.units, taken).map((one) => {
      const inUnit = new Set<string>();
      const volumes = apart(one.volumes, inUnit);
      const tenants = apart(one.tenants, inUnit);
      return { ...one, volumes, tenants, gateways: apart(one.gateways, inUnit) };
    }),
  };
}

function apart<T extends { readonly id: string }>(some: readonly T[], taken: Set<string>): T[] {
  return some.map((one) => {
    const id = taken.has(one.id) ? `${one.id}-${taken.size}` : one.id;
    taken.add(id);
    return { ...one, id };
  });
}
