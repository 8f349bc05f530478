import fc from 'fast-check';
import { MI_RELEASES, type MiLogFile, type MiRelease, type TomlTable, type TomlValue } from '../../lib';
import type * as plans from './fleet-plan';
import { anyFolder, anyName, plainName } from './odd-names';
import { anyCount, anyKey, anyText, countFrom, mostly, percent } from './odd-texts';

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
const LOG_FILES = [
  ...new Set(Object.values(MI_RELEASES).flatMap(({ fileLogs, consoleLogs }) => [...fileLogs, ...consoleLogs])),
];

/** There or not. */
export const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const digest = mostly(fc.stringMatching(/^sha256:[0-9a-f]{64}$/), anyText);

/** Amounts of memory and storage. */
export const anyAmount: fc.Arbitrary<plans.AmountPlan> = mostly(
  fc.oneof(
    fc.record({ unit: fc.constant('gibibytes' as const), amount: fc.integer({ min: 2, max: 64 }) }),
    fc.record({ unit: fc.constant('mebibytes' as const), amount: fc.integer({ min: 2048, max: 9999 }) }),
  ),
  fc.record({
    unit: fc.constantFrom('kibibytes', 'mebibytes', 'gibibytes', 'tebibytes'),
    amount: fc.constantFrom(0, 0.1, 1.5, 1000, 2 ** 40, Number.NaN, Number.POSITIVE_INFINITY),
  }),
);

const image: fc.Arbitrary<plans.ImagePlan> = fc.record({
  registry: mostly(fc.constantFrom('registry.example.com/integration/mi-base', 'localhost:5000/a/b'), anyText),
  release: fc.constantFrom(...RELEASES),
  build: optional(anyCount),
  pullPolicy: fc.constantFrom('Always', 'IfNotPresent', 'Never'),
  digest: optional(digest),
  work: fc.constantFrom('app', 'poller'),
  app: anyName,
  version: mostly(fc.stringMatching(/^[0-9]\.[0-9]{1,3}\.[0-9](-rc[0-9])?$/), anyText),
});

const rollout: fc.Arbitrary<plans.RolloutPlan> = fc.record({
  maxSurge: optional(anyCount),
  maxUnavailable: optional(countFrom(0, 9)),
  maxEvictions: mostly(fc.constantFrom<number | 'unlimited' | undefined>(undefined, 1, 'unlimited'), anyCount),
});

const scaling: fc.Arbitrary<plans.ScalingPlan> = fc.oneof(
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

const size: fc.Arbitrary<NonNullable<plans.TenantPlan['size']>> = fc.record({
  millis: mostly(fc.integer({ min: 1, max: 8000 }), anyCount),
  limit: optional(mostly(fc.integer({ min: 8000, max: 16_000 }), anyCount)),
  memory: anyAmount,
  heap: optional(
    mostly(
      fc.record({ unit: fc.constant('mebibytes' as const), amount: fc.integer({ min: 256, max: 512 }) }),
      anyAmount,
    ),
  ),
});

const value: fc.Arbitrary<plans.ValuePlan> = fc.oneof(
  fc.record({ how: fc.constantFrom('text', 'open'), text: anyText }),
  fc.record({ how: fc.constantFrom('secret', 'configMap'), name: mostly(plainName, anyName), key: anyKey }),
);

const variable = mostly(
  fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,8}_(URL|NAME)$/),
  fc.oneof(fc.constantFrom('DB_PASSWORD', 'JVM_MEM_OPTS', 'JAVA_OPTS', '1A', 'a.b', '__proto__', 'größe', ''), anyText),
);

const tls: fc.Arbitrary<NonNullable<plans.TenantPlan['tls']>> = fc.record(
  {
    secret: anyName,
    file: mostly(fc.stringMatching(/^[a-z0-9]{1,8}\.(jks|p12)$/), fc.oneof(fc.constant('wso2carbon.jks'), anyKey)),
    password: anyKey,
    keyPassword: anyKey,
    type: fc.constantFrom('JKS', 'PKCS12'),
  },
  { requiredKeys: ['secret', 'file', 'password'] },
);

const sidecar = fc.record({
  image: mostly(fc.constant('registry.example.com/tools/busybox:1.36.1'), anyText),
  files: mostly(fc.constantFrom<MiLogFile[]>(['audit.log'], ['tm.out', 'wso2-mi-service.log']), fc.subarray(LOG_FILES)),
});

const key = mostly(
  fc.constantFrom('mediation', 'a b', 'größe', 'x-y'),
  fc.oneof(fc.constantFrom('', '__proto__', 'a.b', 'server', 'keystore'), anyText),
);

const { table, part } = fc.letrec<{ table: TomlTable; part: TomlValue }>((tie) => ({
  table: fc.dictionary(key, tie('part'), { maxKeys: 3 }),
  part: fc.oneof(
    { depthSize: 'small' },
    anyText,
    fc.boolean(),
    fc.integer(),
    fc.double(),
    fc.array(anyText, { maxLength: 2 }),
    tie('table'),
  ),
}));

const toml: fc.Arbitrary<TomlTable> = fc.dictionary(key, mostly(table, part), { maxKeys: 3 });

const seconds = mostly(
  fc.integer({ min: 5, max: 3600 }).map((count) => count * 1000),
  fc.oneof(fc.constantFrom(0, 1, 1500, 4e12)),
);

/** Tenants of every kind. */
export const anyTenant: fc.Arbitrary<plans.TenantPlan> = fc
  .record({
    id: anyName,
    image,
    scaling,
    size: optional(size),
    env: fc.array(fc.tuple(variable, value), { maxLength: 3 }),
    mounts: fc.array(fc.record({ volume: fc.nat(2), foreign: percent(2), path: anyFolder, readOnly: fc.boolean() }), {
      maxLength: 2,
    }),
    tls: optional(tls),
    logging: fc
      .array(sidecar, { maxLength: 1 })
      .chain((one) => mostly(fc.constant(one), fc.constant([...one, ...one]))),
    toml: percent(30).chain((yes) => (yes ? toml : fc.constant({}))),
    minReadyMillis: optional(seconds),
    startBudgetMillis: optional(seconds),
    scaled: percent(5),
  })
  // A poller that is scaled is refused, so it is made now and then only.
  .map(({ scaled, ...one }) =>
    one.image.work === 'poller' && !scaled ? { ...one, scaling: { how: 'singleton' } } : one,
  );
