import { groupOf } from '../core/api-group';
import { isRecord } from '../core/record';
import type { KubernetesObject } from './rendered-object';

type Fields = Record<string, unknown>;

/** A field in a list that the API server fills in, by its path: a value, or what it takes from the rest of its item. */
type Defaults = ReadonlyArray<readonly [string, unknown]>;

const GATEWAY = 'gateway.networking.k8s.io';

/** Defaults of the definitions of the Gateway API (sigs.k8s.io/gateway-api v1.6.1, config/crd/standard). */
const PARENTS: Defaults = [
  ['spec.parentRefs[].group', GATEWAY],
  ['spec.parentRefs[].kind', 'Gateway'],
];
const BACKENDS: Defaults = [
  ['spec.rules[].backendRefs[].group', ''],
  ['spec.rules[].backendRefs[].kind', 'Service'],
  ['spec.rules[].backendRefs[].weight', 1],
];
const ALL_PATHS = { type: 'PathPrefix', value: '/' };
const HTTP_ROUTE: Defaults = [
  ...PARENTS,
  ...BACKENDS,
  ['spec.rules[].filters[].requestRedirect.statusCode', 302],
  ['spec.rules[].matches', [{ path: ALL_PATHS }]],
  ['spec.rules[].matches[].path', ALL_PATHS],
  ['spec.rules[].matches[].path.type', 'PathPrefix'],
  ['spec.rules[].matches[].path.value', '/'],
  ['spec.rules[].matches[].headers[].type', 'Exact'],
  ['spec.rules[].matches[].queryParams[].type', 'Exact'],
];
const LISTENERS: Defaults = [
  ['spec.listeners[].tls.mode', 'Terminate'],
  ['spec.listeners[].tls.certificateRefs[].group', ''],
  ['spec.listeners[].tls.certificateRefs[].kind', 'Secret'],
  ['spec.listeners[].allowedRoutes', { namespaces: { from: 'Same' } }],
  ['spec.listeners[].allowedRoutes.namespaces', { from: 'Same' }],
  ['spec.listeners[].allowedRoutes.namespaces.from', 'Same'],
  ['spec.listeners[].allowedRoutes.kinds[].group', GATEWAY],
];

/** Defaults of external-secrets (v1.3.2, config/crds/bases). */
const EXTERNAL_SECRET: Defaults = ['spec.data[].remoteRef', 'spec.dataFrom[].extract'].flatMap(
  (place): Defaults => [
    [`${place}.conversionStrategy`, 'Default'],
    [`${place}.decodingStrategy`, 'None'],
    [`${place}.metadataPolicy`, 'None'],
  ],
);

/** Defaults of a container (Kubernetes pkg/apis/core/v1/defaults.go). */
const CONTAINER: Defaults = [
  ['imagePullPolicy', ({ image }: Fields) => (isLatest(String(image)) ? 'Always' : 'IfNotPresent')],
  ['ports[].protocol', 'TCP'],
  ['resources', {}],
  ['terminationMessagePath', '/dev/termination-log'],
  ['terminationMessagePolicy', 'File'],
  ['env[].valueFrom.fieldRef.apiVersion', 'v1'],
  ...['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap(
    (probe): Defaults => [
      [`${probe}.failureThreshold`, 3],
      [`${probe}.periodSeconds`, 10],
      [`${probe}.successThreshold`, 1],
      [`${probe}.timeoutSeconds`, 1],
      [`${probe}.grpc.service`, ''],
    ],
  ),
  ...['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.postStart', 'lifecycle.preStop'].flatMap(
    (place): Defaults => [
      [`${place}.httpGet.path`, '/'],
      [`${place}.httpGet.scheme`, 'HTTP'],
    ],
  ),
];
const POD: Defaults = [
  ...['initContainers', 'containers'].flatMap((list) => under(`${list}[]`, CONTAINER)),
  ...['configMap', 'secret', 'downwardAPI', 'projected'].map(
    (source) => [`volumes[].${source}.defaultMode`, 420] as const,
  ),
  ['volumes[].hostPath.type', ''],
  ['volumes[].downwardAPI.items[].fieldRef.apiVersion', 'v1'],
  ['volumes[].projected.sources[].downwardAPI.items[].fieldRef.apiVersion', 'v1'],
  ['volumes[].projected.sources[].serviceAccountToken.expirationSeconds', 3600],
];
const WORKLOAD = under('spec.template.spec', POD);

const OF_KIND: Readonly<Record<string, Defaults>> = {
  '/Pod': under('spec', POD),
  '/Service': [
    ['spec.ports[].protocol', 'TCP'],
    ['spec.ports[].targetPort', ({ port }: Fields) => port],
  ],
  'apps/DaemonSet': WORKLOAD,
  'apps/Deployment': WORKLOAD,
  'apps/StatefulSet': WORKLOAD,
  'batch/CronJob': under('spec.jobTemplate.spec.template.spec', POD),
  'batch/Job': WORKLOAD,
  // Its definition defaults ports only (argo-rollouts v1.10.1, manifests/crds).
  'argoproj.io/Rollout': [
    ['spec.template.spec.initContainers[].ports[].protocol', 'TCP'],
    ['spec.template.spec.containers[].ports[].protocol', 'TCP'],
  ],
  'networking.k8s.io/NetworkPolicy': [
    ['spec.ingress[].ports[].protocol', 'TCP'],
    ['spec.egress[].ports[].protocol', 'TCP'],
  ],
  'external-secrets.io/ExternalSecret': EXTERNAL_SECRET,
  [`${GATEWAY}/Gateway`]: LISTENERS,
  [`${GATEWAY}/HTTPRoute`]: HTTP_ROUTE,
  [`${GATEWAY}/TLSRoute`]: [...PARENTS, ...BACKENDS],
};

/** A step of paths: what is filled in there, and the steps below it. */
interface Step {
  /** Name of the field. */
  readonly key: string;
  /** Whether the steps below are those of each item of it. */
  readonly list: boolean;
  value?: unknown;
  readonly below: Step[];
}

const STEPS = new Map(Object.entries(OF_KIND).map(([kind, defaults]) => [kind, stepsOf(defaults)]));

/**
 * An object with all that the API server would fill in inside its lists, whoever made it. A list that belongs to no
 * manager field by field is compared as a whole: what we left out would be a difference for ever (Argo CD: OutOfSync).
 */
export function withServerDefaults(object: KubernetesObject): KubernetesObject {
  const steps = STEPS.get(`${groupOf(object.apiVersion)}/${object.kind}`);
  return steps === undefined ? object : filled(object, steps);
}

/** The paths as a tree, so that an object is walked once and not once a path. */
function stepsOf(defaults: Defaults): Step[] {
  const root: Step[] = [];
  for (const [path, value] of defaults) {
    let steps = root;
    let last: Step | undefined;
    for (const part of path.split('.')) {
      const list = part.endsWith('[]');
      const key = list ? part.slice(0, -2) : part;
      last = steps.find((step) => step.key === key && step.list === list) ?? { key, list, below: [] };
      if (!steps.includes(last)) {
        steps.push(last);
      }
      steps = last.below;
    }
    Object.assign(last ?? {}, { value });
  }
  return root;
}

/** The same value with each field set that is not there, where its parent is; itself if all of them are. */
function filled<T>(value: T, steps: readonly Step[]): T {
  if (!isRecord(value)) {
    return value;
  }
  let all = value;
  for (const { key, list, value: ofServer, below } of steps) {
    const own = all[key];
    const isMissing = own === undefined && ofServer !== undefined;
    const there = isMissing ? (typeof ofServer === 'function' ? ofServer(all) : ofServer) : own;
    const child = below.length === 0 ? there : list ? filledItems(there, below) : filled(there, below);
    if (child !== own) {
      // What is a copy already is not copied again.
      all = isMissing ? withField(all, key, child) : Object.assign(all === value ? { ...all } : all, { [key]: child });
    }
  }
  return all;
}

function filledItems(value: unknown, steps: readonly Step[]): unknown {
  if (!Array.isArray(value)) {
    return value;
  }
  const items = value.map((item) => filled(item, steps));
  return items.every((item, index) => item === value[index]) ? value : items;
}

/** Where a reader looks for it: the keys of an object stand in the order of the alphabet. */
function withField<T extends Fields>(fields: T, key: string, value: unknown): T {
  const all: Fields = {};
  for (const other in fields) {
    if (other < key) {
      all[other] = fields[other];
    }
  }
  all[key] = value;
  for (const other in fields) {
    if (other > key) {
      all[other] = fields[other];
    }
  }
  return Object(all);
}

function under(place: string, defaults: Defaults): Defaults {
  return defaults.map(([path, value]) => [`${place}.${path}`, value] as const);
}

/** An image without a tag and a digest is that of the tag `latest`. */
function isLatest(image: string): boolean {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return name.endsWith(':latest') || !/[:@]/.test(name);
}
