import fc from 'fast-check';
import { Network, reachability } from '../../lib';
import { fleet as example } from '../../main';
import { newFleet, newTenant } from '../manifests';
import { anyNetwork, composeNetwork } from './any-network';
import { clinicFleet } from './clinic-fleet';
import { allows } from './evaluator';
import { allQuestions, networkOf, textOf } from './fleet-ends';

test('in a unit that is isolated nobody reaches anybody but as is declared', () => {
  const { policies, pods } = networkOf(clinicFleet());
  const open = allQuestions(pods)
    .filter(({ from, to }) => [from, to].some(({ name }) => name.startsWith('clinic/')))
    .filter((question) => allows(policies, question))
    .map(textOf);
  expect(open.sort()).toEqual(
    [
      ...['clinic/reminders', 'clinic/visits'].flatMap((name) => [`${name} -> dns 53 TCP`, `${name} -> dns 53 UDP`]),
      'clinic/reminders -> clinic/visits 8290 TCP',
      'clinic/visits -> finance/billing 8290 TCP',
      'clinic/visits -> hospital 443 TCP',
      'edge -> clinic/visits 8290 TCP',
      'prometheus -> clinic/visits 9201 TCP',
    ].sort(),
  );
});

test('the table of a fleet says the same, a line for each way', () => {
  const nginx = 'app.kubernetes.io/name=ingress-nginx,app.kubernetes.io/component=controller';
  expect(reachability(clinicFleet()).split('\n').slice(0, -1)).toEqual([
    '| unit | its network is |',
    '| --- | --- |',
    '| clinic | isolated |',
    '| finance | open |',
    '',
    '| from | to | port | because of |',
    '| --- | --- | --- | --- |',
    '| all of clinic | pods k8s-app=kube-dns of namespace kube-system | 53 UDP and TCP | names |',
    '| all of finance | pods k8s-app=kube-dns of namespace kube-system | 53 UDP and TCP | names |',
    '| clinic/reminders | clinic/visits | 8290 | calls |',
    '| clinic/visits | finance/billing | 8290 | calls |',
    '| clinic/visits | hospital.example.com (192.0.2.0/28) | 443 | calls |',
    `| pods ${nginx} of namespace ingress-nginx | clinic/visits | 8290 | load balancer public |`,
    '| pods app.kubernetes.io/name=prometheus of namespace monitoring | clinic/visits | 9201 | metrics |',
  ]);
});

test('a fleet that is open has no policy, and everybody reaches everybody', () => {
  const fleet = newFleet({ network: Network.open() });
  newTenant({}, fleet);
  const { policies, pods } = networkOf(fleet);
  expect(policies).toEqual([]);
  expect(allQuestions(pods).filter((question) => !allows(policies, question))).toEqual([]);
});

test('in the fleet of the example its routes, its scraper, its database and the hospital are open, and names', () => {
  const { policies, pods } = networkOf(example);
  const open = allQuestions(pods).filter((question) => allows(policies, question));
  const names = pods.flatMap(({ name }) => [`${name} -> dns 53 TCP`, `${name} -> dns 53 UDP`]);
  expect(open.map(textOf).sort()).toEqual(
    [
      ...names,
      'clinic/doctor-appointment -> hospital api 443 TCP',
      'edge -> clinic/doctor-appointment 8253 TCP',
      'edge -> platform/signpost 8290 TCP',
      'edge -> retail/barcode-lookup 8290 TCP',
      'prometheus -> clinic/lab-results-poller 9201 TCP',
      'prometheus -> retail/barcode-lookup 9201 TCP',
      'retail/barcode-lookup -> prices database 5432 TCP',
    ].sort(),
  );
});

test('in any fleet what is declared gets through, and nothing else', () => {
  fc.assert(
    fc.property(anyNetwork, (plan) => {
      const { fleet: composed, declares } = composeNetwork(plan);
      const { policies, pods } = networkOf(composed);
      const wrong = allQuestions(pods).filter((question) => allows(policies, question) !== declares(question));
      expect(wrong.map(textOf)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
