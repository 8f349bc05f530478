import { BEHIND_NLB, COLUMNS } from './pairs/columns';
import { type Column, expected, tried } from './pairs/fleet';
import type { Outcome } from './pairs/outcome';
import { NEVER, nameOf, pairsOf, TRAITS, type Trait } from './pairs/traits';

// Each feature changes the outcome of a route by itself as it says, and beside any other as it does alone; what cannot
// go together is refused.

/** Pairs that a controller does not give beside those, and why. */
const REFUSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nginx: { 'webSocket + timeout': 'must have no timeout beside upgrade' },
  'nginx, regex': { 'webSocket + timeout': 'must have no timeout beside upgrade' },
  'gateway-api': {
    'httpsBackend + wildcardHost': 'the certificate of a pod is checked against the name of one host',
    'webSocket + timeout': 'must leave out timeout or upgrade',
  },
};

function plainOf(column: Column): Outcome {
  const plain = tried(column, [])?.outcomes[0];
  if (plain === undefined) throw new Error(`a plain route of ${column.id} must be answered`);
  return plain;
}

function ableOf(column: Column): Trait[] {
  return TRAITS.filter((trait) => tried(column, [trait])?.said.length === 0);
}

describe.each(COLUMNS)('$id', (column) => {
  const plain = plainOf(column);
  const able = ableOf(column);

  test('every feature is taken that is not said to be missing, and has its effect', () => {
    const missing = TRAITS.filter((one) => !able.includes(one)).map((one) => [
      one.id,
      tried(column, [one])?.said.length,
    ]);
    expect(missing.filter(([, count]) => count === 0)).toEqual([]);
    const got = able.map((trait) => [trait.id, tried(column, [trait])?.outcomes]);
    expect(got).toEqual(able.map((trait) => [trait.id, [expected(column, plain, [trait])]]));
  });

  test('every pair has the effects of both, or is refused in words', () => {
    const all = pairsOf(able).flatMap((pair) => {
      const got = tried(column, pair);
      return got === undefined ? [] : [{ pair, name: nameOf(pair), ...got }];
    });
    expect(all.length).toBeGreaterThan(30);
    const refused = all.filter(({ said }) => said.length > 0);
    const reasons = Object.entries({ ...NEVER, ...REFUSED[column.id] }).filter(([name]) =>
      name.split(' + ').every((id) => able.some((one) => one.id === id)),
    );
    expect(refused.map(({ name }) => name).sort()).toEqual(reasons.map(([name]) => name).sort());
    for (const { name, said } of refused) {
      expect(said.join('\n')).toContain(new Map(reasons).get(name));
    }
    const taken = all.filter(({ said }) => said.length === 0);
    expect(Object.fromEntries(taken.map(({ name, outcomes }) => [name, outcomes]))).toEqual(
      Object.fromEntries(taken.map(({ name, pair }) => [name, [expected(column, plain, pair)]])),
    );
  });

  test('routes with one feature each do not take from each other, on one host and in one unit', () => {
    // Management has a host that no wildcard covers.
    const apart = able.filter(
      ({ id, of, crossUnit }) => (of === 'route' || of === 'tenant') && crossUnit === undefined && id !== 'management',
    );
    const got = tried(column, ...apart.map((trait) => [trait]));
    expect(got?.said).toEqual([]);
    const named = (text: unknown, index: number) =>
      JSON.parse(
        JSON.stringify(text)
          .replaceAll('orders-1', `orders-${index + 1}`)
          .replaceAll('/bar1', `/bar${index + 1}`),
      );
    const right = apart.map((trait, index) => [trait.id, named(expected(column, plain, [trait]), index)]);
    expect(apart.map((trait, index) => [trait.id, JSON.parse(JSON.stringify(got?.outcomes[index]))])).toEqual(right);
  });
});

test('behind an NLB every feature is as without', () => {
  const plain = plainOf(BEHIND_NLB);
  const able = ableOf(BEHIND_NLB);
  expect(able.map(({ id }) => id)).toEqual(ableOf({ ...BEHIND_NLB, ...COLUMNS[0] }).map(({ id }) => id));
  const got = able.map((trait) => [trait.id, tried(BEHIND_NLB, [trait])?.outcomes]);
  expect(got).toEqual(able.map((trait) => [trait.id, [expected(BEHIND_NLB, plain, [trait])]]));
});
