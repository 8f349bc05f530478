import { KEY, type PlainObject, plain, type RefusedObject, VALUE, workload } from './object';

const APP = { matchLabels: { app: 'a' } };
const WRONG = { matchLabels: { app: 'a b' } };
const SELECTED = 'spec.selector.matchLabels["app"]';

/** Of what chooses others; the law is valid-selectors. */
export const REFUSED_SELECTORS: readonly RefusedObject[] = [
  {
    what: 'pods of a Service',
    object: plain('v1', 'Service', { selector: { app: 'a b' }, ports: [{ port: 80 }] }),
    prop: 'spec.selector["app"]',
    must: `${VALUE}, got "a b"`,
  },
  {
    what: 'pods of a budget',
    object: plain('policy/v1', 'PodDisruptionBudget', { minAvailable: 1, selector: WRONG }),
    prop: SELECTED,
    must: `${VALUE}, got "a b"`,
  },
  {
    what: 'volumes of a claim',
    object: plain('v1', 'PersistentVolumeClaim', {
      accessModes: ['ReadWriteMany'],
      resources: { requests: { storage: '1Gi' } },
      selector: WRONG,
    }),
    prop: SELECTED,
    must: `${VALUE}, got "a b"`,
  },
  ...['Deployment', 'DaemonSet', 'ReplicaSet'].map((kind) => ({
    what: `pods of a ${kind}`,
    object: workload(kind, { ...APP, matchExpressions: [{ key: 'a b', operator: 'DoesNotExist' }] }),
    prop: 'spec.selector.matchExpressions[0].key',
    must: `${KEY}, got "a b"`,
  })),
  {
    what: 'pods of a StatefulSet',
    object: workload(
      'StatefulSet',
      { ...APP, matchExpressions: [{ key: 'b', operator: 'Exists', values: ['c'] }] },
      { serviceName: 'app' },
    ),
    prop: 'spec.selector.matchExpressions[0].values',
    must: 'have no values where operator is Exists, got ["c"]',
  },
];

/** Of budgets; the law is one-budget. */
export const REFUSED_BUDGETS: readonly RefusedObject[] = [
  {
    what: 'two numbers for one budget',
    object: plain('policy/v1', 'PodDisruptionBudget', { minAvailable: 1, maxUnavailable: 1, selector: APP }),
    prop: 'spec',
    must: 'have minAvailable or maxUnavailable, got both; take one of them out',
  },
];

/** What is like them and right, so that nothing is refused for another reason. */
export const TAKEN_SELECTORS: readonly PlainObject[] = [
  plain('v1', 'Service', { selector: { app: 'a' }, ports: [{ port: 80 }] }),
  plain('policy/v1', 'PodDisruptionBudget', { minAvailable: 1, selector: APP }),
  plain('v1', 'PersistentVolumeClaim', {
    accessModes: ['ReadWriteMany'],
    resources: { requests: { storage: '1Gi' } },
    selector: APP,
  }),
  workload('Deployment', APP),
  workload('DaemonSet', APP),
  workload('ReplicaSet', { matchExpressions: [{ key: 'app', operator: 'In', values: ['a'] }] }),
  workload('StatefulSet', APP, { serviceName: 'app' }),
];
