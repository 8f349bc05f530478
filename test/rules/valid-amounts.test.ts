import { saidOfPod } from '../manifests';
import { saidOfObject } from '../plain-objects/object';
import { REFUSED_AMOUNTS, TAKEN_PODS } from '../plain-objects/pods';

test.each(REFUSED_AMOUNTS)('$what is refused', ({ object, prop, must }) => {
  expect(saidOfObject(object)).toEqual([`${prop} of Deployment "app" must ${must}`]);
});

test('what is right is taken', () => {
  expect(TAKEN_PODS.map(saidOfObject)).toEqual(TAKEN_PODS.map(() => []));
});

test('what starts first is asked the same', () => {
  const resources = { limits: { cpu: '-1' } };
  const initContainers = [{ name: 'fetch', image: 'registry.example.com/fetch:1', resources }];
  expect(saidOfPod({}, { initContainers })).toEqual([
    'spec.initContainers[0].resources.limits.cpu of Pod "app" must be 0 or more, got "-1"',
  ]);
});

test.each([
  [
    { requests: { memory: '2Gi' }, limits: { memory: '1000Mi' } },
    'memory of Pod "app" must be at most the limit 1000Mi, got "2Gi"',
  ],
  [{ requests: { cpu: '1' }, limits: { cpu: '999m' } }, 'cpu of Pod "app" must be at most the limit 999m, got "1"'],
])('no request is above its limit: %j', (resources, sentence) => {
  expect(saidOfPod({ resources })).toEqual([`spec.containers[0].resources.requests.${sentence}`]);
  expect(saidOfPod({ resources: { requests: { cpu: '0.5' }, limits: { cpu: '500m' } } })).toEqual([]);
});
