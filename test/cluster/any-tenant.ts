import fc from 'fast-check';
import { MI_RELEASES, type MiLogFile } from '../../lib';
import { RELEASES } from '../config-parts';
import { anyAmount } from './any-amount';
import { anyConfig, anyDatasource, anySecret, anyStore, anyValue, DRIVERS, seldom, some } from './any-config';
import { moreTenant } from './any-more';
import { anyLifecycle, anyPod } from './any-pod';
import type * as plans from './fleet-plan';
import { anyFolder, anyName, plainName } from './odd-names';
import { anyCount, anyKey, anyText, countFrom, mostly, percent } from './odd-texts';
import type * as tenants from './tenant-plan';

const LOG_FILES = [
  ...new Set(Object.values(MI_RELEASES).flatMap(({ fileLogs, consoleLogs }) => [...fileLogs, ...consoleLogs])),
];

/** There or not. */
export const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const digest = mostly(fc.stringMatching(/^sha256:[0-9a-f]{64}$/), anyText);

const image: fc.Arbitrary<plans.ImagePlan> = fc.record({
  registry: mostly(fc.constantFrom('registry.example.com/integration/mi-base', 'localhost:5000/a/b'), anyText),
  release: fc.constantFrom(...RELEASES),
  build: optional(anyCount),
  pullPolicy: fc.constantFrom('Always', 'IfNotPresent', 'Never'),
  digest: optional(digest),
  work: fc.constantFrom('app', 'poller'),
  app: anyName,
  version: mostly(fc.stringMatching(/^[0-9]\.[0-9]{1,3}\.[0-9](-rc[0-9])?$/), anyText),
  drivers: fc.subarray([...DRIVERS]),
});

const rollout: fc.Arbitrary<plans.RolloutPlan> = fc.record({
  maxSurge: optional(anyCount),
  maxUnavailable: optional(countFrom(0, 9)),
  maxEvictions: mostly(fc.constantFrom<number | 'unlimited' | undefined>(undefined, 1, 'unlimited'), anyCount),
});

const scaling: fc.Arbitrary<tenants.ScalingPlan> = fc.oneof(
  fc.record({ how: fc.constant('fixed' as const), replicas: countFrom(2, 9), rollout }),
  fc.record({
    how: fc.constant('auto' as const),
    min: countFrom(2, 9),
    more: anyCount,
    cpuPercent: optional(anyCount),
    memoryPercent: optional(anyCount),
    rollout,
  }),
);

const size: fc.Arbitrary<NonNullable<tenants.TenantPlan['size']>> = fc.record({
  millis: mostly(fc.integer({ min: 100, max: 8000 }), anyCount),
  limit: optional(mostly(fc.integer({ min: 8000, max: 16_000 }), anyCount)),
  memory: anyAmount,
  heap: optional(
    mostly(
      fc.record({ unit: fc.constant('mebibytes' as const), amount: fc.integer({ min: 256, max: 512 }) }),
      anyAmount,
    ),
  ),
  disk: seldom(anyAmount),
});

const variable = mostly(
  fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,8}_(URL|NAME)$/),
  fc.oneof(fc.constantFrom('DB_PASSWORD', 'JVM_MEM_OPTS', 'JAVA_OPTS', '1A', 'a.b', '__proto__', 'größe', ''), anyText),
);

const tls: fc.Arbitrary<NonNullable<tenants.TenantPlan['tls']>> = fc
  .record({ store: anyStore('orders.jks'), keyPassword: seldom(anyKey), ca: seldom(anyName) })
  .map(({ store, ...others }) => ({ ...store, ...others }));

const sidecar = fc.record({
  image: mostly(fc.constant('registry.example.com/tools/busybox:1.36.1'), anyText),
  files: mostly(fc.constantFrom<MiLogFile[]>(['audit.log'], ['tm.out', 'wso2-mi-service.log']), fc.subarray(LOG_FILES)),
});

const canary: fc.Arbitrary<tenants.CanaryPlan> = fc.record({
  // Few of these tenants have a route, and a canary of 0 percent needs none.
  how: percent(15).map((byHeader) => (byHeader ? ('header' as const) : ('percent' as const))),
  percent: mostly(fc.constant(0), countFrom(0, 100)),
  header: mostly(fc.constant('X-Canary'), anyText),
  value: seldom(mostly(fc.constant('yes'), anyText)),
  version: fc.constantFrom('9.0.0', '9.1.0-rc1'),
  replicas: seldom(anyCount),
});

const envFrom = fc.record({
  secret: seldom(anySecret),
  name: mostly(plainName, anyName),
  prefix: seldom(mostly(fc.constantFrom('DB_', 'a'), anyText)),
});

/** Tenants of every kind. */
export const anyTenant: fc.Arbitrary<tenants.TenantPlan> = fc
  .record({
    id: anyName,
    image,
    scaling,
    coordination: seldom(anyDatasource(mostly(fc.constant('WSO2_COORDINATION_DB'), fc.constant('orders')))),
    canary: seldom(canary),
    size: optional(size),
    env: fc.array(fc.tuple(variable, anyValue), { maxLength: 3 }),
    envFrom: some(envFrom),
    mounts: fc.array(fc.record({ volume: fc.nat(2), foreign: percent(2), path: anyFolder, readOnly: fc.boolean() }), {
      maxLength: 2,
    }),
    tls: optional(tls),
    config: anyConfig,
    logging: fc
      .array(sidecar, { maxLength: 1 })
      .chain((one) => mostly(fc.constant(one), fc.constant([...one, ...one]))),
    lifecycle: anyLifecycle,
    pod: anyPod,
    more: moreTenant,
    careless: percent(2),
  })
  .map(({ careless, coordination, ...one }) => {
    const coordinated = coordinate(one, coordination);
    return careless ? coordinated : sensible(coordinated);
  });

/** The tenant with its work shared out by a database, if it has one and runs more than once. */
function coordinate(one: tenants.TenantPlan, by: tenants.DatasourcePlan | undefined): tenants.TenantPlan {
  const { scaling: alone } = one;
  if (by === undefined || alone.how !== 'fixed') return one;
  return { ...one, scaling: { how: 'coordinated', replicas: alone.replicas, rollout: alone.rollout, by } };
}

/** The tenant without what its release, image or work refuses: so much meets that hardly any would be taken. */
function sensible(one: tenants.TenantPlan): tenants.TenantPlan {
  const { image: of, config, lifecycle, logging } = one;
  const { coordinates, tracers, controlPlane, serviceCatalog, drainIsConfigurable, fileLogs } = MI_RELEASES[of.release];
  const { tracing, controlPlane: plane } = config;
  const isTogether = one.scaling.how === 'coordinated';
  const runsOnce = of.work === 'poller' && !(isTogether && coordinates);
  const scaled: tenants.ScalingPlan = runsOnce || (isTogether && !coordinates) ? { how: 'singleton' } : one.scaling;
  const mayTry = of.work === 'app' && (scaled.how === 'fixed' || scaled.how === 'auto');
  return {
    ...one,
    scaling: scaled,
    canary: mayTry ? one.canary : undefined,
    mounts: mayTry && one.canary !== undefined ? one.mounts.map((each) => ({ ...each, readOnly: true })) : one.mounts,
    image: { ...of, drivers: DRIVERS },
    config: {
      ...config,
      tracing: tracing !== undefined && tracers.includes(tracing.tracer) ? tracing : undefined,
      controlPlane: plane?.how === controlPlane ? plane : undefined,
      serviceCatalog: serviceCatalog ? config.serviceCatalog : undefined,
    },
    logging: logging.map((each) => ({ ...each, files: each.files.filter((name) => fileLogs.includes(name)) })),
    lifecycle: drainIsConfigurable ? lifecycle : { ...lifecycle, drainMillis: undefined },
  };
}
