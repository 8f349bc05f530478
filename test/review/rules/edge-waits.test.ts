import { edgeWaits } from '../../../lib/review/rules/edge-waits';
import { found, plainPods } from '../changes';

const waiting = (seconds: number): ReadonlyMap<string, string> =>
  new Map([
    ...plainPods({ terminationGracePeriodSeconds: 85 }),
    [
      'route.yaml',
      `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: a, namespace: retail, annotations: { nginx.ingress.kubernetes.io/proxy-read-timeout: "${seconds}" } }
spec: { defaultBackend: { service: { name: it } } }
`,
    ],
  ]);

test('an edge that waits longer than a pod takes to stop', () => {
  expect(found(edgeWaits, waiting(60), waiting(300))).toEqual([
    'warning retail/it: a load balancer waits 5 min for an answer, and a pod that stops has 1 min 25 s: what takes longer is cut off in each update',
  ]);
});

test('one that waits as long as before, or not longer than a pod stops, says nothing', () => {
  expect(found(edgeWaits, waiting(200), waiting(300))).toEqual([]);
  expect(found(edgeWaits, waiting(60), waiting(85))).toEqual([]);
});
