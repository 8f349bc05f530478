import fc from 'fast-check';
import { ApiSchema } from '../../lib/core/api-schema';
import { schemaComplaints } from '../../lib/core/schema-complaints';
import { fitOf } from '../../lib/core/schema-fit';
import { fieldPrograms, strangePrograms } from '../every-field';

const VERSION = '1.33';
const schema = ApiSchema.kubernetes;
const checked = { schema, version: VERSION, knower: 'Kubernetes' } as const;
const ODD: readonly unknown[] = [
  null,
  undefined,
  '',
  'x',
  'TCP',
  0,
  1.5,
  -1,
  Number.NaN,
  2 ** 60,
  true,
  [],
  {},
  [null],
  { a: Number.NaN },
  ['x', 1],
  [[]],
];

/** The value with what stands at a path put out of its place. */
function put(value: unknown, [key, ...rest]: ReadonlyArray<string | number>, odd: unknown): unknown {
  if (key === undefined) {
    return odd;
  }
  return Array.isArray(value)
    ? value.map((item, index) => (index === key ? put(item, rest, odd) : item))
    : { ...Object(value), [key]: put(Object(value)[key], rest, odd) };
}

test.each(['PodSpec', 'ServiceSpec', 'NetworkPolicySpec', 'ObjectMeta', 'StatefulSetSpec'])(
  'a %s fits just where its schema has no complaint, whatever is wrong with it',
  (type) => {
    const fits = fitOf(schema, VERSION, type);
    const programs = [...fieldPrograms(type, VERSION), ...strangePrograms(type, VERSION)];
    let fitting = 0;
    let wrong = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...programs),
        fc.nat(),
        fc.option(fc.constantFrom(...ODD)),
        ({ path, value }, depth, odd) => {
          const given = odd === null ? value : put(value, path.slice(0, depth % (path.length + 1)), odd);
          const fit = fits(given);
          fitting += fit ? 1 : 0;
          wrong += fit ? 0 : 1;
          return fit === (schemaComplaints(checked, type, given, '').length === 0);
        },
      ),
      { numRuns: 1000 },
    );
    expect(fitting).toBeGreaterThan(50);
    expect(wrong).toBeGreaterThan(50);
  },
);

test('an empty text stands for none of a closed set where there may be none, and not where one must be', () => {
  expect(fitOf(schema, VERSION, 'ContainerPort')({ containerPort: 1, protocol: '' })).toBe(true);
  expect(fitOf(schema, VERSION, 'NodeSelectorRequirement')({ key: 'a', operator: '' })).toBe(false);
});
