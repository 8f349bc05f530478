import { Datasource, Endpoint, EnvValue, MiTenant, Scaling } from '../../../lib';
import { twoGenerations } from '../../../lib/review/rules/two-generations';
import { base } from '../../manifests';
import { app, found, orders, plainPods, retail } from '../changes';

const tasks = Datasource.mysql('WSO2_COORDINATION_DB', {
  at: Endpoint.outside('tasks.example.com', 3306, ['10.20.0.0/24']),
  database: 'tasks',
  username: EnvValue.fromSecret('tasks', 'username'),
  password: EnvValue.fromSecret('tasks', 'password'),
});
const image = base.withPoller('files', '1.0.0');
const mysql = { ...image, drivers: ['mysql'] as const };
const poller = (scaling = Scaling.singleton(), id = 'files') =>
  retail((unit) => new MiTenant(unit, id, { image: mysql, scaling }));

test('a poller that changes its kind would run beside its predecessor; what to delete first is told', () => {
  expect(found(twoGenerations, poller(), poller(Scaling.coordinated(2, tasks)))).toEqual([
    'danger retail/files: two generations run at once where there must be one: an apply starts the new one and does not ' +
      'stop the old one, and both read the same [StatefulSet retail/files becomes Deployment retail/files] $ kubectl -n ' +
      'retail delete deployment,statefulset,service,hpa,pdb -l cdk8s-wso2-mi/unit=retail,cdk8s-wso2-mi/tenant=files ' +
      '--cascade=foreground  # before the apply; returns when the last pod is gone',
  ]);
});

test('a poller under another name is the same poller', () => {
  expect(found(twoGenerations, poller(), poller(Scaling.singleton(), 'files-2'))).toEqual([
    expect.stringMatching(
      /^danger retail\/files-2: two generations .*StatefulSet retail\/files becomes StatefulSet retail\/files-2/,
    ),
  ]);
});

test('of an application both answer for a moment, and the old one is deleted afterwards', () => {
  expect(found(twoGenerations, orders(), orders({ scaling: Scaling.singleton() }))).toEqual([
    'warning retail/orders: two generations run at once until the old one is deleted, which no apply does [Deployment ' +
      'retail/orders becomes StatefulSet retail/orders] $ kubectl -n retail rollout status statefulset/orders ' +
      '--timeout=15m  # after the apply $ kubectl -n retail delete deployment/orders poddisruptionbudget/orders',
  ]);
});

test('a Rollout of Argo is waited for by its phase, of which rollout status knows nothing', () => {
  const rollout = plainPods({}, {}, 'Rollout', {}, 'argoproj.io/v1alpha1');
  expect(found(twoGenerations, plainPods(), rollout)).toEqual([
    expect.stringContaining(
      "$ kubectl -n retail wait rollout/it --for=jsonpath='{.status.phase}'=Healthy --timeout=15m  # after the apply $",
    ),
  ]);
});

test('a tenant that comes beside others is no second generation', () => {
  const both = retail((unit) => [app(unit), app(unit, {}, 'prices')]);
  expect(found(twoGenerations, orders(), both)).toEqual([]);
});
