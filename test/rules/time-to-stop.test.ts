import { ApiObject, JsonPatch } from 'cdk8s';
import { deliberately } from '../../lib';
import { errorOf, newFleet, newTenant, refusalOf, SAFE, saidOf } from '../manifests';

const refusal = (kind: string, id: string, container: string, grace: number, seconds: number) =>
  `preStop of container "${container}" of ${kind} "retail/${id}" must sleep for less than the grace period of ` +
  `${grace} s, got ${seconds} s; the kubelet would kill the pod in it; a longer lifecycle.drain makes the grace period longer`;

test.each([
  [['sleep', '85'], 85],
  [['sh', '-c', 'sleep 600'], 600],
  [['sh', '-c', 'sleep 5; curl -s http://127.0.0.1/stop; sleep 2m'], 120],
  [['sh', '-c', 'sleep 90.5s && true'], 90.5],
  [['sleep', '1h'], 3600],
  [['sleep', '1d'], 86_400],
])('fails when the preStop of a tenant sleeps for all of its grace period: %j', (preStop, seconds) => {
  expect(saidOf({ lifecycle: { preStop } })).toEqual([
    refusal('Deployment', 'orders', 'micro-integrator', 85, seconds),
  ]);
});

test.each([
  [['sleep', '84']],
  [['sh', '-c', 'sleep 1m; sh stop.sh']],
  [['sh', '-c', 'sleep "$WAIT"']],
  [['sh', '-c', 'asleep 600 sleep600 sleep 600x']],
])('what ends in time, or nobody can read, is taken: %j', (preStop) => {
  expect(saidOf({ lifecycle: { preStop } })).toEqual([]);
});

test('fails when a JsonPatch shortens the grace period of a tenant to less than its preStop', () => {
  const fleet = newFleet();
  const workload = newTenant({}, fleet).node.findChild('workload');
  if (ApiObject.isApiObject(workload)) {
    workload.addJsonPatch(JsonPatch.replace('/spec/template/spec/terminationGracePeriodSeconds', 10));
  }
  expect(errorOf(() => fleet.render())).toBe(refusalOf(refusal('Deployment', 'orders', 'micro-integrator', 10, 10)));
});

test('holds for plain pods by what the API itself has for it, and for those that say nothing of the grace period', () => {
  const said = (seconds: number, annotations = {}) => {
    const fleet = newFleet();
    const lifecycle = { preStop: { sleep: { seconds } } };
    const spec = { containers: [{ name: 'shop', image: 'registry.example.com/shop:1', lifecycle, ...SAFE }] };
    const metadata = { name: 'shop', annotations };
    new ApiObject(newTenant({}, fleet).unit, 'shop', { apiVersion: 'v1', kind: 'Pod', metadata, spec });
    return errorOf(() => fleet.render());
  };
  expect(said(30)).toBe(refusalOf(refusal('Pod', 'shop', 'shop', 30, 30)));
  expect(said(29)).toBe('');
  expect(said(30, deliberately('time-to-stop'))).toBe('');
});
