import type { PlainObject, RefusedObject } from './object';

/** A Deployment of such pods. */
export function deployment(spec: object, container: object = {}): PlainObject {
  const labels = { app: 'a' };
  const containers = [{ name: 'app', image: 'registry.example.com/tools/app:1', ...container }];
  const template = { metadata: { labels }, spec: { containers, ...spec } };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'app' },
    ...{ spec: { selector: { matchLabels: labels }, template } },
  };
}

const POD = 'spec.template.spec';

/** One case: what it is, the pod, and what is said of which field of it. */
export function ofPod(what: string, spec: object, prop: string, must: string): RefusedObject {
  return { what, object: deployment(spec), prop: `${POD}.${prop}`, must };
}

export function ofContainer(what: string, container: object, prop: string, must: string): RefusedObject {
  return { what, object: deployment({}, container), prop: `${POD}.containers[0].${prop}`, must };
}

const ID = 'be from 0 to 2147483647';

/** Of pods; the law is valid-pods. */
export const REFUSED_PODS: readonly RefusedObject[] = [
  ofPod('a group below 0', { securityContext: { fsGroup: -1 } }, 'securityContext.fsGroup', `${ID}, got -1`),
  ofPod(
    'a further group beyond all groups',
    { securityContext: { supplementalGroups: [1, 2_147_483_648] } },
    'securityContext.supplementalGroups[1]',
    `${ID}, got 2147483648`,
  ),
  ofContainer(
    'a container of a user below 0',
    { securityContext: { runAsUser: -1 } },
    'securityContext.runAsUser',
    `${ID}, got -1`,
  ),
  ofContainer(
    'a privileged container that may gain nothing',
    { securityContext: { privileged: true, allowPrivilegeEscalation: false } },
    'securityContext.allowPrivilegeEscalation',
    'be left out of a privileged container, got false',
  ),
  ...(['nodeName', 'priorityClassName', 'runtimeClassName', 'serviceAccountName'] as const).map((field) =>
    ofPod(`a ${field} that is no name`, { [field]: 'A_b' }, field, 'be a DNS subdomain, got "A_b"'),
  ),
  ofPod('an empty name of a runtime', { runtimeClassName: '' }, 'runtimeClassName', 'be a DNS subdomain, got ""'),
  ...['hostname', 'subdomain'].map((field) =>
    ofPod(`a ${field} that is no label`, { [field]: 'a.b' }, field, 'be a DNS label, got "a.b"'),
  ),
  ofPod(
    'containers of a debugger',
    { ephemeralContainers: [{ name: 'debug', image: 'registry.example.com/tools/debug:1' }] },
    'ephemeralContainers',
    'be left out, got 1; kubectl debug adds them to a pod',
  ),
];

const ZONE = { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: {} };
const spread = (...all: readonly object[]) => ({ topologySpreadConstraints: all.map((one) => ({ ...ZONE, ...one })) });

/** Of where pods run; the law is valid-places. */
export const REFUSED_PLACES: readonly RefusedObject[] = [
  ofPod(
    'one spread twice',
    spread({}, { maxSkew: 2 }),
    'topologySpreadConstraints[1]',
    'have a topologyKey and whenUnsatisfiable of its own, got zone and ScheduleAnyway again',
  ),
  ofPod(
    'a number of zones that need not be',
    spread({ minDomains: 2 }),
    'topologySpreadConstraints[0].minDomains',
    'be left out where whenUnsatisfiable is not DoNotSchedule, got 2',
  ),
  ofPod(
    'less than one zone',
    spread({ minDomains: 0, whenUnsatisfiable: 'DoNotSchedule' }),
    'topologySpreadConstraints[0].minDomains',
    'be at least 1, got 0',
  ),
];

/** Of probes; the law is valid-probes. */
export const REFUSED_PROBES: readonly RefusedObject[] = [
  ofContainer(
    'a header that is none',
    { readinessProbe: { httpGet: { port: 80, httpHeaders: [{ name: 'X_Name:', value: 'x' }] } } },
    'readinessProbe.httpGet.httpHeaders[0].name',
    'be letters, digits and "-", got "X_Name:"',
  ),
  ofContainer(
    'a number of a port in quotes',
    { livenessProbe: { tcpSocket: { port: '8080' } } },
    'livenessProbe.tcpSocket.port',
    'be a number, or a name with a letter in it, got "8080"',
  ),
  ofContainer(
    'a number of a port in quotes for a hook',
    { lifecycle: { preStop: { httpGet: { port: '8080' } } } },
    'lifecycle.preStop.httpGet.port',
    'be a number, or a name with a letter in it, got "8080"',
  ),
];

const GPU = 'example.com/gpu';
const amounts = (requests: object, limits: object = {}) => ({ resources: { requests, limits } });

/** Of requests and limits; the law is valid-amounts. */
export const REFUSED_AMOUNTS: readonly RefusedObject[] = [
  ofContainer('less than nothing', amounts({ cpu: '-1' }), 'resources.requests.cpu', 'be 0 or more, got "-1"'),
  ofContainer(
    'more disk than its limit',
    amounts({ 'ephemeral-storage': '2Gi' }, { 'ephemeral-storage': '1Gi' }),
    'resources.requests.ephemeral-storage',
    'be at most the limit 1Gi, got "2Gi"',
  ),
  ofContainer(
    'a resource that there is not',
    amounts({ gpu: '1' }),
    'resources.requests',
    'be of cpu, memory, ephemeral-storage, pages, or of a device such as "example.com/gpu", got "gpu"',
  ),
  ofContainer(
    'a device without a limit',
    amounts({ [GPU]: '1' }),
    `resources.requests.${GPU}`,
    'have a limit of as much, got none',
  ),
  ofContainer(
    'a device of which more may come',
    amounts({ [GPU]: '1' }, { [GPU]: '2' }),
    `resources.requests.${GPU}`,
    'be the limit 2, got "1"',
  ),
  ofContainer(
    'half a device',
    amounts({}, { [GPU]: '500m' }),
    `resources.limits.${GPU}`,
    'be a whole number, got "500m"',
  ),
];

const env = (...all: readonly object[]) => ({ env: all });
const SECRET = { name: 'db', key: 'password' };

/** Of variables; the law is valid-variables. */
export const REFUSED_VARIABLES: readonly RefusedObject[] = [
  ofContainer(
    'a variable without a name',
    env({ name: '', value: 'x' }),
    'env[0].name',
    'be letters, digits, "-", "_" and ".", not beginning with a digit, got ""',
  ),
  ofContainer(
    'a variable with a sign of equality in its name',
    env({ name: 'A=B' }),
    'env[0].name',
    'be letters, digits, "-", "_" and ".", not beginning with a digit, got "A=B"',
  ),
  ofContainer(
    'a variable with two values',
    env({ name: 'A', value: 'x', valueFrom: { secretKeyRef: SECRET } }),
    'env[0]',
    'have a value or valueFrom, got both',
  ),
  ofContainer(
    'a variable from two sources',
    env({ name: 'A', valueFrom: { configMapKeyRef: SECRET, secretKeyRef: SECRET } }),
    'env[0]',
    'have one source in valueFrom, got configMapKeyRef and secretKeyRef',
  ),
  ofContainer(
    'a variable from nowhere',
    env({ name: 'A', valueFrom: {} }),
    'env[0]',
    'have one source in valueFrom, got none',
  ),
  ofContainer(
    'a variable from a Secret that cannot be',
    env({ name: 'A', valueFrom: { secretKeyRef: { ...SECRET, name: 'a_b' } } }),
    'env[0].valueFrom.secretKeyRef.name',
    'name a Secret, got "a_b"',
  ),
  ofContainer(
    'a variable from a key that cannot be',
    env({ name: 'A', valueFrom: { configMapKeyRef: { ...SECRET, key: 'a/b' } } }),
    'env[0].valueFrom.configMapKeyRef.key',
    'be letters, digits, "-", "_" and ".", not "." and not beginning with "..", got "a/b"',
  ),
  ofContainer(
    'variables from a ConfigMap that cannot be',
    { envFrom: [{ configMapRef: { name: 'a_b' } }] },
    'envFrom[0].configMapRef.name',
    'name a ConfigMap, got "a_b"',
  ),
  ofContainer(
    'variables from nowhere',
    { envFrom: [{ prefix: 'A_' }] },
    'envFrom[0]',
    'have a configMapRef or a secretRef, got none',
  ),
];

/** What is like them and right. */
export const TAKEN_PODS: readonly PlainObject[] = [
  deployment({
    securityContext: { runAsUser: 2_147_483_647, fsGroup: 0, supplementalGroups: [0] },
    priorityClassName: 'a.b',
    runtimeClassName: 'gvisor',
    serviceAccountName: '',
    imagePullSecrets: [{ name: '' }, { name: 'registry' }],
    hostname: 'app',
    subdomain: 'apps',
  }),
  deployment(spread({ whenUnsatisfiable: 'DoNotSchedule', minDomains: 2 }, {}, { topologyKey: 'node' })),
  deployment({}, { ports: [{ containerPort: 80, name: '80a' }], livenessProbe: { tcpSocket: { port: '80a' } } }),
  deployment({}, { readinessProbe: { httpGet: { port: 80, httpHeaders: [{ name: 'X-Name', value: '' }] } } }),
  deployment({}, amounts({ cpu: '69m', [GPU]: '2' }, { cpu: '0.069', [GPU]: '2' })),
  deployment({}, amounts({ 'kubernetes.io/batch-cpu': '500m' }, { [GPU]: '1', 'hugepages-2Mi': '4Mi', cpu: '1' })),
  deployment({}, env({ name: 'a.b-c_1' }, { name: 'B', value: '', valueFrom: { secretKeyRef: SECRET } })),
  deployment({}, { envFrom: [{ secretRef: { name: 'db.prod' }, prefix: 'DB_' }] }),
];
