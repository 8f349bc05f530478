import { type PlainObject, plain, type RefusedObject } from './object';

function scaler(spec: object): PlainObject {
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'app' };
  return plain('autoscaling/v2', 'HorizontalPodAutoscaler', { scaleTargetRef, maxReplicas: 3, ...spec });
}

const UP = 'spec.behavior.scaleUp';
const up = (scaleUp: object) => scaler({ behavior: { scaleUp } });
const steps = (step: object) => up({ policies: [{ type: 'Pods', value: 1, periodSeconds: 60, ...step }] });
const USE = { type: 'Utilization', averageUtilization: 70 };
const cpu = (target: object) => scaler({ metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }] });
const queue = (rest: object) =>
  scaler({
    metrics: [
      { type: 'External', external: { metric: { name: 'queue' }, target: { type: 'Value', value: '5' }, ...rest } },
    ],
  });

/** Of autoscalers; the law is valid-scalers. */
export const REFUSED_SCALERS: readonly RefusedObject[] = [
  {
    what: 'more pods at the least than at the most',
    object: scaler({ minReplicas: 4 }),
    prop: 'spec.maxReplicas',
    must: 'be at least minReplicas, which is 4, got 3',
  },
  {
    what: 'no pod at the least',
    object: scaler({ minReplicas: 0 }),
    prop: 'spec.minReplicas',
    must: 'be at least 1, got 0',
  },
  {
    what: 'a target without a name',
    object: scaler({ scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: '' } }),
    prop: 'spec.scaleTargetRef.name',
    must: 'name an object, got ""',
  },
  {
    what: 'a window of more than an hour',
    object: up({ stabilizationWindowSeconds: 3601 }),
    prop: `${UP}.stabilizationWindowSeconds`,
    must: 'be from 0 to 3600, got 3601',
  },
  {
    what: 'a choice of policies that there is not',
    object: up({ selectPolicy: 'Most' }),
    prop: `${UP}.selectPolicy`,
    must: 'be Max, Min or Disabled, got "Most"',
  },
  {
    what: 'no policies',
    object: up({ policies: [] }),
    prop: `${UP}.policies`,
    must: 'have at least one, or be left out, got []',
  },
  {
    what: 'a policy in a word that there is not',
    object: steps({ type: 'Nodes' }),
    prop: `${UP}.policies[0].type`,
    must: 'be Pods or Percent, got "Nodes"',
  },
  {
    what: 'a step of none',
    object: steps({ value: 0 }),
    prop: `${UP}.policies[0].value`,
    must: 'be at least 1, got 0',
  },
  {
    what: 'a period of more than half an hour',
    object: steps({ periodSeconds: 1801 }),
    prop: `${UP}.policies[0].periodSeconds`,
    must: 'be from 1 to 1800, got 1801',
  },
  {
    what: 'a metric in a word that there is not',
    object: scaler({ metrics: [{ type: 'Cpu', resource: { name: 'cpu', target: USE } }] }),
    prop: 'spec.metrics[0].type',
    must: 'be one of ContainerResource, External, Object, Pods, Resource, got "Cpu"',
  },
  {
    what: 'a metric of another type than it says',
    object: scaler({ metrics: [{ type: 'Pods', resource: { name: 'cpu', target: USE } }] }),
    prop: 'spec.metrics[0]',
    must: 'have pods alone, as its type says, got resource',
  },
  {
    what: 'a metric without a number',
    object: cpu({ type: 'Utilization' }),
    prop: 'spec.metrics[0].resource.target',
    must: 'have one of averageUtilization, averageValue, got none',
  },
  {
    what: 'a metric with two numbers',
    object: cpu({ ...USE, averageValue: '1' }),
    prop: 'spec.metrics[0].resource.target',
    must: 'have one of averageUtilization, averageValue, got averageUtilization and averageValue',
  },
  {
    what: 'a metric that shall be nothing',
    object: cpu({ type: 'Utilization', averageUtilization: 0 }),
    prop: 'spec.metrics[0].resource.target.averageUtilization',
    must: 'be more than 0, got 0',
  },
  {
    what: 'a target in a word that there is not',
    object: cpu({ ...USE, type: 'Mean' }),
    prop: 'spec.metrics[0].resource.target.type',
    must: 'be Utilization, Value or AverageValue, got "Mean"',
  },
  {
    what: 'a metric whose name is a path',
    object: queue({ metric: { name: 'rabbit/queue' } }),
    prop: 'spec.metrics[0].external.metric.name',
    must: 'name a metric, got "rabbit/queue"',
  },
];

/** What is like them and right, so that nothing is refused for another reason. */
export const TAKEN_SCALERS: readonly PlainObject[] = [
  scaler({}),
  scaler({
    minReplicas: 3,
    behavior: { scaleUp: { stabilizationWindowSeconds: 3600 }, scaleDown: { selectPolicy: 'Disabled' } },
  }),
  steps({ type: 'Percent', periodSeconds: 1800 }),
  cpu({ type: 'Utilization', averageValue: '500m' }),
  queue({ target: { type: 'AverageValue', averageValue: '0.5' } }),
];
