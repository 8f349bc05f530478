import fc from 'fast-check';
import type { AmountPlan } from './fleet-plan';
import { mostly } from './odd-texts';

/** Amounts of memory and storage. */
export const anyAmount: fc.Arbitrary<AmountPlan> = mostly(
  fc.oneof(
    fc.record({ unit: fc.constant('gibibytes' as const), amount: fc.integer({ min: 2, max: 64 }) }),
    fc.record({ unit: fc.constant('mebibytes' as const), amount: fc.integer({ min: 2048, max: 9999 }) }),
  ),
  fc.record({
    unit: fc.constantFrom('kibibytes', 'mebibytes', 'gibibytes', 'tebibytes'),
    amount: fc.constantFrom(0, 0.1, 1.5, 1000, 2 ** 40, Number.NaN, Number.POSITIVE_INFINITY),
  }),
);

/** Milliseconds, mostly whole seconds. */
export const seconds = mostly(
  fc.integer({ min: 5, max: 3600 }).map((count) => count * 1000),
  fc.oneof(fc.constantFrom(0, 1, 1500, 4e12)),
);
