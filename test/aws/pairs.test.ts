import { type Column, expected, outcomesOf, type Rendered, rendered } from '../controllers/pairs/fleet';
import type { Answers, Outcome } from '../controllers/pairs/outcome';
import { NEVER, nameOf, pairsOf, TRAITS, type Trait } from '../controllers/pairs/traits';
import { type Answer, judged, readByAws, type Stack, stackOf } from './judge';
import { ALB, albAnswers, NLB, nlbAnswers } from './pairs';

// As test/controllers/feature-pairs.test.ts, by what the AWS Load Balancer Controller's own code makes of the objects.

interface Asked extends Rendered {
  readonly traits: readonly Trait[];
}

/** What lists of traits come to; all that is rendered without a word is judged by one process. */
function asked(column: Omit<Column, 'answers'>, lists: ReadonlyArray<readonly Trait[]>): Asked[] {
  return lists.flatMap((traits) => {
    const all = rendered(column, traits);
    return all === undefined ? [] : [{ ...all, traits }];
  });
}

function outcomes(all: readonly Asked[], answers: (answer: Answer) => Answers): Array<Outcome | undefined> {
  const verdicts = judged(all.map(({ fleet }) => readByAws(fleet)));
  return all.flatMap((one, index) => outcomesOf(one, answers(verdicts[index] ?? NO_ANSWER)));
}

const NO_ANSWER: Answer = { refused: {}, groups: {}, services: {}, error: 'no answer' };

const ofAlb = (answer: Answer) => albAnswers(stackOf(answer));

describe('alb', () => {
  const able = asked(
    ALB,
    TRAITS.map((trait) => [trait]),
  ).filter(({ said }) => said.length === 0);
  const traits = able.flatMap((one) => one.traits);
  const [plain] = outcomes(asked(ALB, [[]]), ofAlb);

  test('every feature has its effect', () => {
    expect(plain).toMatchObject({ to: { 'orders-1:8290': 100 }, wait: 3600, health: 'GET /healthz on 9201' });
    expect(traits.map(({ id }) => id)).toEqual(expect.arrayContaining(['rewrite', 'sticky', 'from', 'tlsAcm']));
    const got = outcomes(able, ofAlb);
    expect(able.map((one, index) => [nameOf(one.traits), got[index]])).toEqual(
      able.map((one) => [nameOf(one.traits), expected(ALB, plain as Outcome, one.traits)]),
    );
  });

  test('every pair has the effects of both, or is refused in words', () => {
    const all = asked(ALB, pairsOf(traits));
    const refused = all.filter(({ said }) => said.length > 0).map((one) => nameOf(one.traits));
    expect(refused.sort()).toEqual(
      Object.keys(NEVER)
        .filter((name) => !name.includes('passthrough'))
        .sort(),
    );
    const taken = all.filter(({ said }) => said.length === 0);
    expect(taken.length).toBeGreaterThan(100);
    const got = outcomes(taken, ofAlb);
    expect(taken.map((one, index) => [nameOf(one.traits), got[index]])).toEqual(
      taken.map((one) => [nameOf(one.traits), expected(ALB, plain as Outcome, one.traits)]),
    );
  });

  test('routes with one feature each do not take from each other, on one host and in one unit', () => {
    const apart = traits.filter(({ id, of }) => (of === 'route' || of === 'tenant') && id !== 'management');
    const one = rendered(ALB, ...apart.map((trait) => [trait]));
    expect(one?.said).toEqual([]);
    const [answer = NO_ANSWER] = one === undefined ? [] : judged([readByAws(one.fleet)]);
    const got = one && outcomesOf(one, ofAlb(answer));
    const renamed = (outcome: Outcome, index: number) =>
      JSON.parse(
        JSON.stringify(outcome)
          .replaceAll('orders-1', `orders-${index + 1}`)
          .replaceAll('/bar1', `/bar${index + 1}`),
      );
    expect(apart.map(({ id }, index) => [id, JSON.parse(JSON.stringify(got?.[index]))])).toEqual(
      apart.map((trait, index) => [trait.id, renamed(expected(ALB, plain as Outcome, [trait]), index)]),
    );
  });
});

test('nlb: passthrough keeps the effect of everything that a tenant or a unit may have', () => {
  const [passthrough] = TRAITS.filter(({ id }) => id === 'passthrough');
  if (passthrough === undefined) throw new Error('passthrough must be a trait');
  const ofNlb = ({ services }: Answer) => nlbAnswers(Object.values(services)[0]?.model?.resources ?? ({} as Stack));
  const [plain] = outcomes(asked(NLB, [[passthrough]]), ofNlb);
  expect(plain).toMatchObject({ to: { 'routes-public:8253': 100 }, unopened: true, health: 'GET /healthz on 9201' });
  const all = asked(
    NLB,
    TRAITS.filter(({ of }) => of !== 'route').map((trait) => [trait, passthrough]),
  );
  const taken = all.filter(({ said }) => said.length === 0);
  expect(taken.map((one) => one.traits[0]?.id)).toEqual([
    'StatefulSet',
    'autoscaled',
    'Argo Rollout',
    'isolated',
    'readinessProbe',
    'requestTimeout',
  ]);
  const got = outcomes(taken, ofNlb);
  // An NLB leaves connections open for 350 s by itself, which is longer than such a request takes.
  const own = { requestTimeout: () => ({}) };
  expect(taken.map((one, index) => [nameOf(one.traits), got[index]])).toEqual(
    taken.map((one) => [nameOf(one.traits), expected({ own }, plain as Outcome, one.traits.slice(0, 1))]),
  );
});
