import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Fleet, reachability } from '../../lib';
import { fleet as example } from '../../main';
import { anyNetwork, composeNetwork } from '../network/any-network';
import { clinicFleet } from '../network/clinic-fleet';
import { allows, type Question } from '../network/evaluator';
import { allQuestions, networkOf, textOf } from '../network/fleet-ends';
import { DeclaredTable } from './declared-table';
import { asked } from './evaluators';

const COMMITTED = readFileSync(join(__dirname, '../../docs/reachability.md'), 'utf8');
const SEED = 21;
const FLEETS = 100;

/** The questions that somebody answers otherwise than the table, each with who. */
function otherThan(table: DeclaredTable, policies: ReturnType<typeof networkOf>['policies'], questions: Question[]) {
  const [answers = { cyclonus: [], kubeNetworkPolicies: [] }] = asked([{ policies, questions }]);
  return {
    'the words of the API': questions.filter((one) => allows(policies, one) !== table.allows(one)).map(textOf),
    cyclonus: questions.filter((one, index) => answers.cyclonus[index] !== table.allows(one)).map(textOf),
    'kube-network-policies': questions
      .filter((one, index) => answers.kubeNetworkPolicies[index] !== table.allows(one))
      .map(textOf),
  };
}

const AGREED = { 'the words of the API': [], cyclonus: [], 'kube-network-policies': [] };

describe.each<[string, Fleet, string]>([
  ['main.ts, by the committed table', example, COMMITTED],
  ['a clinic that is shut beside an open unit', clinicFleet(), reachability(clinicFleet())],
])('%s', (_, fleet, text) => {
  const { policies, pods } = networkOf(fleet);
  const questions = allQuestions(pods);
  const table = new DeclaredTable(text);

  test('both evaluators say of every pair and port what the table says', () => {
    expect(questions.filter((one) => table.allows(one)).length).toBeGreaterThan(pods.length);
    expect(questions.filter((one) => !table.allows(one)).length).toBeGreaterThan(questions.length / 3);
    expect(otherThan(table, policies, questions)).toEqual(AGREED);
  });

  test('without any one policy both see that the table is not true any more', () => {
    for (const policy of policies) {
      const others = policies.filter((one) => one !== policy);
      const seen = Object.entries(otherThan(table, others, questions)).filter(([, wrong]) => wrong.length > 0);
      expect([policy.metadata?.name, seen.map(([who]) => who)]).toEqual([policy.metadata?.name, Object.keys(AGREED)]);
    }
  });

  test('without any one line of the table both see that more is open', () => {
    const lines = text.split('\n');
    // A unit that is open needs none.
    const ways = lines
      .filter((line) => line.split(' | ').length === 4 && !line.startsWith('| all of finance '))
      .slice(2);
    for (const way of ways) {
      const less = new DeclaredTable(lines.filter((line) => line !== way).join('\n'));
      const seen = Object.entries(otherThan(less, policies, questions)).filter(([, wrong]) => wrong.length > 0);
      expect([way, seen.map(([who]) => who)]).toEqual([way, Object.keys(AGREED)]);
    }
  });
});

test(`in ${FLEETS} random fleets both evaluators, the table and the plan agree on every pair and port`, () => {
  const composed = fc.sample(anyNetwork, { seed: SEED, numRuns: FLEETS }).map(composeNetwork);
  const networks = composed.map(({ fleet, declares }) => {
    const { policies, pods } = networkOf(fleet);
    return { policies, questions: allQuestions(pods), table: new DeclaredTable(reachability(fleet)), declares };
  });
  const answers = asked(networks);
  const wrong = networks.flatMap(({ questions, table, declares }, fleet) =>
    questions.flatMap((one, index) => {
      const said = [
        declares(one),
        table.allows(one),
        answers[fleet]?.cyclonus[index],
        answers[fleet]?.kubeNetworkPolicies[index],
      ];
      return new Set(said).size === 1 ? [] : [`fleet ${fleet}: ${textOf(one)}: ${said}`];
    }),
  );
  expect(wrong).toEqual([]);
});
