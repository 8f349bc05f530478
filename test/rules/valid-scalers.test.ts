import { Patch, Scaling } from '../../lib';
import { newFleet, newTenant, sentencesOf } from '../manifests';
import { type PlainObject, saidOfObject } from '../plain-objects/object';
import { REFUSED_SCALERS, TAKEN_SCALERS } from '../plain-objects/scalers';

test.each(REFUSED_SCALERS)('$what is refused', ({ object, prop, must }) => {
  expect(saidOfObject(object)).toEqual([`${prop} of HorizontalPodAutoscaler "app" must ${must}`]);
});

test('what is right is taken', () => {
  const scalers = TAKEN_SCALERS.filter(({ kind }) => kind === 'HorizontalPodAutoscaler');
  expect(scalers.map(saidOfObject)).toEqual(scalers.map(() => []));
  expect(scalers.length).toBeGreaterThan(3);
});

test('a patch is asked too', () => {
  const fleet = newFleet();
  const tenant = newTenant({ scaling: Scaling.auto({ min: 2, max: 6 }) }, fleet);
  Patch.of(tenant, 'HorizontalPodAutoscaler').replace('/spec/maxReplicas', 1);
  expect(sentencesOf(() => fleet.render())).toEqual([
    'spec.maxReplicas of HorizontalPodAutoscaler "retail/orders" must be at least minReplicas, which is 2, got 1',
  ]);
});

function scaledObject(spec: object): PlainObject {
  const metadata = { name: 'app' };
  return {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata,
    ...{ spec: { scaleTargetRef: metadata, ...spec } },
  };
}

const CPU = { type: 'cpu', metricType: 'Utilization', metadata: { value: '70' } };
const MEMORY = { ...CPU, type: 'memory' };
const CRON = {
  type: 'cron',
  metadata: { timezone: 'UTC', start: '0 6 * * *', end: '0 20 * * *', desiredReplicas: '2' },
};

test.each([{}, { minReplicaCount: 0 }])('KEDA is not asked to go to none by what the pods use: %j', (spec) => {
  expect(saidOfObject(scaledObject({ ...spec, triggers: [CPU, MEMORY] }))).toEqual([
    'spec.minReplicaCount of ScaledObject "app" must be at least 1 where all triggers are cpu and memory, got 0; ' +
      'without pods there is none to look at, and KEDA refuses it',
  ]);
});

test('with a pod, or with a trigger beside them, it may', () => {
  expect(saidOfObject(scaledObject({ minReplicaCount: 1, triggers: [CPU] }))).toEqual([]);
  expect(saidOfObject(scaledObject({ triggers: [CPU, CRON] }))).toEqual([]);
});

test('the autoscaler that KEDA makes is asked the same', () => {
  const behavior = { scaleDown: { policies: [{ type: 'Pods', value: 0, periodSeconds: 60 }] } };
  const advanced = { horizontalPodAutoscalerConfig: { behavior } };
  expect(saidOfObject(scaledObject({ advanced, triggers: [CRON] }))).toEqual([
    'spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleDown.policies[0].value of ScaledObject "app" must be at least 1, got 0',
  ]);
});
