import { weakerProbes } from '../../../lib/review/rules/weaker-probes';
import { found, orders, plainPods } from '../changes';

const ready = (probe: object) => plainPods({}, { readinessProbe: probe });
const http = { httpGet: { path: '/healthz', port: 9201 } };

test('another question, a later answer, none at all', () => {
  expect(found(weakerProbes, ready(http), ready({ tcpSocket: { port: 8290 } }))).toEqual([
    'warning retail/it: its health is watched less closely [readinessProbe only asks whether 8290 opens] [readinessProbe asks /healthz on 9201 → whether 8290 opens]',
  ]);
  expect(found(weakerProbes, ready(http), ready({ ...http, failureThreshold: 30 }))).toEqual([
    'warning retail/it: its health is watched less closely [readinessProbe sees a failure after 30 s → 5 min]',
  ]);
  expect(found(weakerProbes, ready(http), plainPods())).toEqual([
    'warning retail/it: its health is watched less closely [readinessProbe leaves]',
  ]);
});

test.each(['startupProbe', 'readinessProbe', 'livenessProbe'])('a %s that leaves is missed', (probe) => {
  expect(found(weakerProbes, plainPods({}, { [probe]: http }), plainPods())).toEqual([
    `warning retail/it: its health is watched less closely [${probe} leaves]`,
  ]);
});

test('another question is no weaker one by itself', () => {
  expect(found(weakerProbes, ready(http), ready({ httpGet: { path: '/mine', port: 9201 } }))).toEqual([
    'notice retail/it: its health is asked otherwise [readinessProbe asks /healthz on 9201 → /mine on 9201]',
  ]);
});

test('a start that gets less time', () => {
  const start = (failureThreshold: number) => orders({ lifecycle: { startupProbe: { ...http, failureThreshold } } });
  expect(found(weakerProbes, start(60), start(30))).toEqual([
    'warning retail/orders: its health is watched less closely [startupProbe gives a start 10 min → 5 min]',
  ]);
});

test('a probe that sees more, or earlier, says nothing', () => {
  expect(found(weakerProbes, plainPods(), ready(http))).toEqual([]);
  expect(found(weakerProbes, ready(http), ready({ ...http, failureThreshold: 1 }))).toEqual([]);
});
