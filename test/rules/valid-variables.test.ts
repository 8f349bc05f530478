import { ApiObject, Chart } from 'cdk8s';
import type { KubernetesVersion } from '../../lib';
import { newFleet, saidOfPod, sentencesOf } from '../manifests';
import { saidOfObject } from '../plain-objects/object';
import { REFUSED_VARIABLES, TAKEN_PODS } from '../plain-objects/pods';

test.each(REFUSED_VARIABLES)('$what is refused', ({ object, prop, must }) => {
  expect(saidOfObject(object)).toEqual([`${prop} of Deployment "app" must ${must}`]);
});

test('what is right is taken', () => {
  expect(TAKEN_PODS.map(saidOfObject)).toEqual(TAKEN_PODS.map(() => []));
});

test('what starts first is asked the same', () => {
  const initContainers = [{ name: 'fetch', image: 'registry.example.com/fetch:1', env: [{ name: '' }] }];
  expect(saidOfPod({}, { initContainers })).toHaveLength(1);
});

test('from Kubernetes 1.32 on a name may be nearly anything', () => {
  const said = (name: string, kubernetes: KubernetesVersion) => {
    const fleet = newFleet({ kubernetes });
    const spec = { containers: [{ name: 'app', image: 'registry.example.com/app:1', env: [{ name }] }] };
    new ApiObject(new Chart(fleet, 'plain'), 'pod', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'app' },
      ...{ spec },
    });
    return sentencesOf(() => fleet.render());
  };
  const path = 'spec.containers[0].env[0].name of Pod "app"';
  expect(said('1 a', '1.31')).toEqual([
    `${path} must be letters, digits, "-", "_" and ".", not beginning with a digit, got "1 a"`,
  ]);
  expect(said('1 a', '1.32')).toEqual([]);
  expect(said('a=b', '1.32')).toEqual([`${path} must be printable ASCII without "=", got "a=b"`]);
});
