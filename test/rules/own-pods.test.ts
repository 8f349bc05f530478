import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { deliberately } from '../../lib';
import { errorOf, newFleet, newTenant, refusalOf, SAFE } from '../manifests';

const selector = { 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/part-of': 'retail' };
const shown = 'app.kubernetes.io/instance=orders, app.kubernetes.io/part-of=retail';
const containers = [{ name: 'shop', image: 'registry.example.com/shop:1', ...SAFE }];

interface Thing {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: object;
}

/** What is said of the tenant "retail/orders" with an object beside it. */
function saidBeside(object: Thing, metadata: object = {}): string {
  const fleet = newFleet();
  const { unit } = newTenant({}, fleet);
  new ApiObject(unit, 'shadow', { ...object, metadata: { name: 'shadow', ...metadata } });
  return errorOf(() => fleet.render());
}

function makerOf(kind: string, labels: object, matchLabels: object): Thing {
  const template = { metadata: { labels }, spec: { containers } };
  return { apiVersion: 'apps/v1', kind, spec: { selector: { matchLabels }, template } };
}

const taken = (kind: string) =>
  `pod labels of ${kind} "retail/shadow" must not be those by which Deployment "retail/orders" knows its pods, ` +
  `got ${shown}; whatever counts, stops or asks those pods would meet these too; give them labels of their own`;

test.each(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'])(
  'fails when the pods of a plain %s carry the selector of a tenant',
  (kind) => {
    const labels = { ...selector, app: 'shadow' };
    expect(saidBeside(makerOf(kind, labels, { app: 'shadow' }))).toBe(refusalOf(taken(kind)));
  },
);

test('fails for a bare Pod and for the pods of a CronJob too', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', spec: { containers } };
  expect(saidBeside(pod, { labels: selector })).toBe(refusalOf(taken('Pod')));
  const template = { metadata: { labels: selector }, spec: { containers, restartPolicy: 'Never' } };
  const spec = { schedule: '@daily', jobTemplate: { spec: { template } } };
  const job = { apiVersion: 'batch/v1', kind: 'CronJob', spec };
  expect(saidBeside(job)).toBe(refusalOf(taken('CronJob')));
});

test('fails when a plain selector would count the pods of a tenant as its own, by any of its words', () => {
  const broad = { 'app.kubernetes.io/name': 'micro-integrator' };
  const refusal =
    'pod labels of Deployment "retail/orders" must not be those by which Deployment "retail/shadow" knows its pods, ' +
    'got app.kubernetes.io/name=micro-integrator; whatever counts, stops or asks those pods would meet these too; ' +
    'give them labels of their own';
  expect(saidBeside(makerOf('Deployment', broad, broad))).toBe(refusalOf(refusal));
  const matchExpressions = [{ key: 'app.kubernetes.io/name', operator: 'In', values: ['micro-integrator'] }];
  const template = { metadata: { labels: broad }, spec: { containers } };
  const expressed = { apiVersion: 'apps/v1', kind: 'Deployment', spec: { selector: { matchExpressions }, template } };
  expect(saidBeside(expressed)).toBe(
    refusalOf(refusal.replace('app.kubernetes.io/name=micro-integrator', 'app.kubernetes.io/name In …')),
  );
});

test('fails when a JsonPatch takes a label off that the selector asks for', () => {
  const fleet = newFleet();
  const workload = newTenant({}, fleet).node.findChild('workload');
  if (ApiObject.isApiObject(workload)) {
    const pointer = '/spec/template/metadata/labels/app.kubernetes.io~1instance';
    workload.addJsonPatch(JsonPatch.replace(pointer, 'other'));
  }
  const labels = [
    ['app.kubernetes.io/managed-by', 'cdk8s-wso2-mi'],
    ['app.kubernetes.io/part-of', 'retail'],
    ['app.kubernetes.io/instance', 'other'],
    ['app.kubernetes.io/name', 'micro-integrator'],
    ['app.kubernetes.io/version', '1.0.0'],
    ['app.kubernetes.io/component', 'app'],
  ];
  const sentences = errorOf(() => fleet.render()).split('\n');
  expect(sentences[1]).toMatch(
    /^- pod labels of Deployment "retail\/orders" must be those that its selector asks for, app\.kubernetes\.io\/instance=orders, app\.kubernetes\.io\/part-of=retail, got .*; the API server refuses it otherwise, and no Service finds the pods$/,
  );
  for (const [key, value] of labels) {
    expect(sentences[1]).toContain(`${key}=${value}`);
  }
});

test('pods of one’s own, in another namespace or said to be meant are taken', () => {
  const own = { app: 'shadow' };
  expect(saidBeside(makerOf('Deployment', own, own))).toBe('');
  const both = { ...selector, ...own };
  expect(saidBeside(makerOf('Deployment', both, own), { namespace: 'elsewhere' })).toBe('');
  const said = deliberately('own-pods', 'own-services');
  expect(saidBeside(makerOf('Deployment', both, own), { annotations: said })).toBe('');
});

test('a template of something else than pods has no labels that count', () => {
  const template = { metadata: { labels: selector }, type: 'Opaque' };
  const sealed = { apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', spec: { template } };
  expect(saidBeside(sealed)).toBe('');
});

test('a Job finds its pods by what the cluster writes', () => {
  const fleet = newFleet();
  const template = { metadata: { labels: { app: 'a' } }, spec: { containers, restartPolicy: 'Never' } };
  const spec = { template, selector: { matchLabels: { app: 'b' } } };
  new ApiObject(new Chart(fleet, 'plain'), 'job', {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'j' },
    spec,
  });
  expect(errorOf(() => fleet.render())).toBe('');
});
