import { stringify } from 'yaml';
import { alerts } from '../../../lib/review/rules/alerts';
import { found, orders, plain } from '../changes';

const labels = { unit: 'retail', tenant: 'orders', release: '4.4.0', severity: 'critical' };
const ready = { alert: 'MiNoReadyPod', expr: 'max(ready{namespace="retail2"}) == 0', for: '5m', labels };
const loop = { alert: 'MiRestartLoop', expr: 'sum(increase(restarts[15m])) >= 3', for: '0m', labels };

/** A file of rules, as `dist/rules/` has it. */
function file(...rules: readonly object[]): Map<string, string> {
  const recorded = { record: 'tenant:mi_pods_ready:max', expr: 'max(ready)', labels };
  return new Map([
    ['rules/retail.orders.rules', stringify({ groups: [{ name: 'alerts', rules: [recorded, ...rules] }] })],
  ]);
}

test('an alert that leaves is a warning, one that comes a notice', () => {
  expect(found(alerts, file(ready, loop), file(ready))).toEqual([
    'warning retail/orders: nobody is told any more of MiRestartLoop',
  ]);
  expect(found(alerts, file(ready), file(ready, loop))).toEqual(['notice retail/orders: is watched for MiRestartLoop']);
  expect(found(alerts, file(ready, loop), new Map())).toEqual([
    'warning retail/orders: nobody is told any more of MiNoReadyPod, MiRestartLoop',
  ]);
});

test('another threshold, a longer wait and another severity are told, each in a line', () => {
  const changed = { ...loop, expr: 'sum(increase(restarts[15m])) >= 5', for: '10m' };
  expect(found(alerts, file(ready, loop), file(ready, changed))).toEqual([
    'notice retail/orders: alerts tell of something else than before [MiRestartLoop after 0m → 10m] [MiRestartLoop asks 3 → 5]',
  ]);
  const quieter = { ...ready, labels: { ...labels, severity: 'info' } };
  expect(found(alerts, file(ready), file(quieter))).toEqual([
    'warning retail/orders: alerts tell of something else than before [MiNoReadyPod is critical → info]',
  ]);
});

test('another question is told in full, a new release of Micro Integrator alone not at all', () => {
  expect(found(alerts, file(ready), file({ ...ready, expr: 'min(ready) == 0' }))).toEqual([
    'notice retail/orders: alerts tell of something else than before [MiNoReadyPod asks max(ready{namespace="retail2"}) == 0 → min(ready) == 0]',
  ]);
  expect(found(alerts, file(ready), file({ ...ready, labels: { ...labels, release: '4.6.0' } }))).toEqual([]);
});

test('a tenant that comes or leaves does so with its alerts', () => {
  const together = new Map([...orders(), ...file(ready)]);
  expect(found(alerts, new Map(), together)).toEqual([]);
  expect(found(alerts, together, new Map())).toEqual([]);
});

test('an object of the Prometheus operator is read as a file is', () => {
  const object = (rule: object) =>
    plain({
      kind: 'PrometheusRule',
      apiVersion: 'monitoring.coreos.com/v1',
      spec: { groups: [{ name: 'a', rules: [rule] }] },
    });
  expect(found(alerts, object(loop), object({ ...loop, expr: 'sum(increase(restarts[15m])) >= 4' }))).toEqual([
    'notice retail/orders: alerts tell of something else than before [MiRestartLoop asks 3 → 4]',
  ]);
});
