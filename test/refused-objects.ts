import { ApiObject, Chart } from 'cdk8s';
import { newFleet, sentencesOf } from './manifests';

/** An object that no API server takes though each of its fields is of its type, and what a fleet says of it. */
export interface RefusedObject {
  readonly what: string;
  readonly object: PlainObject;
  /** The sentence without what it is about: `<prop> … must …`. */
  readonly prop: string;
  readonly must: string;
}

/** An object as somebody writes it without types. */
export interface PlainObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
}

const KEY = 'have a key such as "team" or "example.com/team"';
const VALUE = 'be letters, digits, "-", "_" and ".", at most 63 characters';

const APP = { matchLabels: { app: 'a' } };
const WRONG = { matchLabels: { app: 'a b' } };

/** One called "app". */
export function plain(apiVersion: string, kind: string, spec: object): PlainObject {
  return { apiVersion, kind, metadata: { name: 'app' }, ...{ spec } };
}

function policy(spec: object): PlainObject {
  return plain('networking.k8s.io/v1', 'NetworkPolicy', { podSelector: {}, ...spec });
}

function from(...peers: readonly object[]): PlainObject {
  return policy({ ingress: [{ from: peers }] });
}

function ports(...all: readonly object[]): PlainObject {
  return policy({ egress: [{ ports: all }] });
}

function block(cidr: string, ...except: readonly string[]): PlainObject {
  return from({ ipBlock: { cidr, ...(except.length === 0 ? {} : { except }) } });
}

/** One of a container, whose pods have the label app=a. */
export function workload(kind: string, selector: object, rest: object = {}): PlainObject {
  const labels = { app: 'a' };
  const containers = [{ name: 'app', image: 'registry.example.com/tools/app:1' }];
  return plain('apps/v1', kind, { selector, template: { metadata: { labels }, spec: { containers } }, ...rest });
}

const PEER = 'spec.ingress[0].from[0]';
const PORT = 'spec.egress[0].ports[0]';
const RANGE = 'be a range of addresses, such as "10.20.0.0/16"';
const ONE_PORT = 'be from 1 to 65535, or the name of a port';
const TO_PORT = 'be from port, which is a number, to 65535';
const ONE = 'have an ipBlock or selectors';

/** Of policies; the law is valid-policies. */
export const REFUSED_POLICIES: readonly RefusedObject[] = [
  {
    what: 'a selector of pods by a key that is none',
    object: policy({ podSelector: { matchLabels: { 'a b': 'x' } } }),
    prop: 'spec.podSelector.matchLabels["a b"]',
    must: `${KEY}, got "a b"`,
  },
  {
    what: 'pods of a peer by a value that is none',
    object: from({ podSelector: WRONG }),
    prop: `${PEER}.podSelector.matchLabels["app"]`,
    must: `${VALUE}, got "a b"`,
  },
  {
    what: 'namespaces of a peer by an operator without values',
    object: from({ namespaceSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } }),
    prop: `${PEER}.namespaceSelector.matchExpressions[0].values`,
    must: 'have at least one value where operator is In, got []',
  },
  { what: 'a peer that is nobody', object: from({}), prop: PEER, must: `${ONE}, got none` },
  {
    what: 'a peer that is a range and pods',
    object: from({ ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} }),
    prop: PEER,
    must: `${ONE}, got both`,
  },
  {
    what: 'an address for a range',
    object: block('10.0.0.1'),
    prop: `${PEER}.ipBlock.cidr`,
    must: `${RANGE}, got "10.0.0.1"`,
  },
  {
    what: 'an exception that is not within',
    object: block('10.0.0.0/8', '192.168.0.0/16'),
    prop: `${PEER}.ipBlock.except[0]`,
    must: 'be a range within 10.0.0.0/8, and smaller, got "192.168.0.0/16"',
  },
  {
    what: 'an exception of all',
    object: block('10.0.0.0/8', '10.0.0.0/8'),
    prop: `${PEER}.ipBlock.except[0]`,
    must: 'be a range within 10.0.0.0/8, and smaller, got "10.0.0.0/8"',
  },
  {
    what: 'an exception of the other family',
    object: block('10.0.0.0/8', '2001:db8::/32'),
    prop: `${PEER}.ipBlock.except[0]`,
    must: 'be a range within 10.0.0.0/8, and smaller, got "2001:db8::/32"',
  },
  {
    what: 'one direction twice',
    object: policy({ policyTypes: ['Ingress', 'Egress', 'Ingress'] }),
    prop: 'spec.policyTypes',
    must: 'be at most two, got ["Ingress","Egress","Ingress"]',
  },
  {
    what: 'a port of no protocol',
    object: ports({ protocol: '' }),
    prop: `${PORT}.protocol`,
    must: 'be TCP, UDP or SCTP, or be left out, got ""',
  },
  { what: 'no port', object: ports({ port: 0 }), prop: `${PORT}.port`, must: `${ONE_PORT}, got 0` },
  {
    what: 'a name that is no name',
    object: ports({ port: '80' }),
    prop: `${PORT}.port`,
    must: `${ONE_PORT}, got "80"`,
  },
  {
    what: 'ports from a name on',
    object: ports({ port: 'http', endPort: 90 }),
    prop: `${PORT}.endPort`,
    must: `${TO_PORT}, got 90`,
  },
  {
    what: 'ports that end before they begin',
    object: ports({ port: 90, endPort: 80 }),
    prop: `${PORT}.endPort`,
    must: `${TO_PORT}, got 80`,
  },
  { what: 'ports from none on', object: ports({ endPort: 80 }), prop: `${PORT}.endPort`, must: `${TO_PORT}, got 80` },
];

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

function namespace(labels: Readonly<Record<string, string>>): PlainObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'app', labels } };
}

/** Of standards of pod security; the law is pod-security. */
export const REFUSED_STANDARDS: readonly RefusedObject[] = ['enforce', 'audit', 'warn'].flatMap((mode) => {
  const label = `pod-security.kubernetes.io/${mode}`;
  return [
    {
      what: `a standard to ${mode} that there is not`,
      object: namespace({ [label]: 'strict' }),
      prop: `label ${label}`,
      must: 'be privileged, baseline or restricted, got "strict"',
    },
    {
      what: `a version of a standard to ${mode} that is none`,
      object: namespace({ [label]: 'restricted', [`${label}-version`]: '1.29' }),
      prop: `label ${label}-version`,
      must: 'be latest, or a minor version such as "v1.29", got "1.29"',
    },
  ];
});

/** What is like them and right, so that nothing is refused for another reason. */
export const TAKEN_OBJECTS: readonly PlainObject[] = [
  policy({ podSelector: APP, policyTypes: ['Ingress', 'Egress'] }),
  from({ podSelector: APP, namespaceSelector: {} }, { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }),
  block('2001:db8::/32', '2001:db8:8000::/33'),
  ports({ port: 'http' }, { port: 80, endPort: 90 }, { port: 65_535 }, { protocol: 'UDP' }),
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
  scaler({}),
  scaler({
    minReplicas: 3,
    behavior: { scaleUp: { stabilizationWindowSeconds: 3600 }, scaleDown: { selectPolicy: 'Disabled' } },
  }),
  steps({ type: 'Percent', periodSeconds: 1800 }),
  cpu({ type: 'Utilization', averageValue: '500m' }),
  queue({ target: { type: 'AverageValue', averageValue: '0.5' } }),
  namespace({ 'pod-security.kubernetes.io/enforce': 'baseline', 'pod-security.kubernetes.io/warn': 'restricted' }),
  namespace({
    'pod-security.kubernetes.io/enforce': 'privileged',
    'pod-security.kubernetes.io/enforce-version': 'latest',
    'pod-security.kubernetes.io/audit': 'restricted',
    'pod-security.kubernetes.io/audit-version': 'v1.0',
  }),
];

/** What a fleet says of an object in a plain chart. */
export function saidOfObject({ apiVersion, kind, ...rest }: PlainObject): string[] {
  const fleet = newFleet();
  new ApiObject(new Chart(fleet, 'plain'), 'object', { apiVersion, kind, ...rest });
  return sentencesOf(() => fleet.render());
}
