import { groupBy } from '../../lib/core/by-key';
import { BEHIND_NLB, COLUMNS } from './pairs/columns';
import { areApart, type Column, expected, renamed, type Tried, tried } from './pairs/fleet';
import type { Outcome } from './pairs/outcome';
import { NEVER, nameOf, pairsOf, sharedBy, TRAITS, type Trait } from './pairs/traits';

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

/** What becomes of a route with each trait and no other. */
function eachAlone(column: Column): ReadonlyMap<Trait, Tried | undefined> {
  return new Map(TRAITS.map((trait) => [trait, tried(column, [trait])]));
}

function takenOf(alone: ReadonlyMap<Trait, Tried | undefined>): Trait[] {
  return [...alone].flatMap(([trait, got]) => (got?.said.length === 0 ? [trait] : []));
}

/** What each column takes. */
const TAKEN = new Map<string, readonly Trait[]>();

describe.each(COLUMNS)('$id', (column) => {
  const plain = plainOf(column);
  const alone = eachAlone(column);
  const able = takenOf(alone);
  TAKEN.set(column.id, able);

  test('every feature is taken that is not said to be missing, and has its effect', () => {
    const got = able.map((trait) => [trait.id, alone.get(trait)?.outcomes]);
    expect(got).toEqual(able.map((trait) => [trait.id, [expected(column, plain, [trait])]]));
  });

  test('every pair has the effects of both, or is refused in words', () => {
    const all = pairsOf(able).filter(areApart);
    expect(all.length).toBeGreaterThan(30);
    const reasons = new Map(Object.entries({ ...NEVER, ...REFUSED[column.id] }));
    const [refused, taken] = [true, false].map((is) => all.filter((pair) => reasons.has(nameOf(pair)) === is));
    for (const pair of refused ?? []) {
      expect(tried(column, pair)?.said.join('\n')).toContain(reasons.get(nameOf(pair)));
    }
    // Those that share what is said once for a fleet are tried in one, each with a tenant and a path of its own.
    for (const [shared, pairs] of groupBy(taken ?? [], sharedBy)) {
      const got = tried(column, ...pairs);
      expect([shared, got?.said]).toEqual([shared, []]);
      const right = pairs.map((pair, index) => [nameOf(pair), renamed(expected(column, plain, pair), index)]);
      expect(pairs.map((pair, index) => [nameOf(pair), got?.outcomes[index]])).toEqual(right);
    }
  });

  test('routes with one feature each do not take from each other, on one host and in one unit', () => {
    // Management has a host that no wildcard covers.
    const apart = able.filter(
      ({ id, of, crossUnit }) => (of === 'route' || of === 'tenant') && crossUnit === undefined && id !== 'management',
    );
    const got = tried(column, ...apart.map((trait) => [trait]));
    expect(got?.said).toEqual([]);
    const right = apart.map((trait, index) => [trait.id, renamed(expected(column, plain, [trait]), index)]);
    expect(apart.map((trait, index) => [trait.id, got?.outcomes[index]])).toEqual(right);
  });
});

test('behind an NLB every feature is as without', () => {
  const plain = plainOf(BEHIND_NLB);
  const alone = eachAlone(BEHIND_NLB);
  const able = takenOf(alone);
  expect(able).toEqual(TAKEN.get('nginx'));
  const got = able.map((trait) => [trait.id, alone.get(trait)?.outcomes]);
  expect(got).toEqual(able.map((trait) => [trait.id, [expected(BEHIND_NLB, plain, [trait])]]));
});
