import { ApiObject, Chart } from 'cdk8s';
import fc from 'fast-check';
import { errorOf, type Manifest, newFleet, newUnit, writtenIn } from '../manifests';

/** What a program that no compiler has seen may put anywhere. */
const ODD: readonly unknown[] = [
  null,
  'x',
  '',
  5,
  -1.5,
  true,
  [],
  {},
  [5],
  ['x'],
  [[]],
  [{}],
  [null],
  { a: 5 },
  { a: 'x' },
];

const CONTAINER = {
  name: 'app',
  image: 'registry.example.com/tools/app:1',
  command: ['app'],
  env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'login', key: 'a' } } }],
  lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } },
  livenessProbe: { httpGet: { port: 'http', path: '/' }, periodSeconds: 5 },
  ports: [{ name: 'http', containerPort: 8080 }],
  resources: { requests: { cpu: '1' }, limits: { cpu: '2' } },
  volumeMounts: [{ name: 'files', mountPath: '/mnt' }],
};
const LABELS = { app: 'a' };
const POD = {
  affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone' }] } },
  containers: [CONTAINER],
  dnsConfig: { nameservers: ['192.0.2.1'], searches: ['example.com'] },
  hostAliases: [{ ip: '192.0.2.1', hostnames: ['a.example.com'] }],
  initContainers: [{ name: 'first', image: 'registry.example.com/tools/app:1' }],
  nodeSelector: { pool: 'a' },
  tolerations: [{ key: 'a', operator: 'Equal', value: 'b' }],
  topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' }],
  volumes: [{ name: 'files', persistentVolumeClaim: { claimName: 'files' } }],
};
const WORKLOAD = {
  replicas: 2,
  selector: { matchLabels: LABELS },
  template: { metadata: { labels: LABELS }, spec: POD },
};
const BACKEND = { service: { name: 'app', port: { number: 80 } } };
const CSI = { driver: 'efs.csi.aws.com', volumeHandle: 'fs-1' };

const object = (apiVersion: string, kind: string, rest: object) => ({
  apiVersion,
  kind,
  metadata: { name: 'app', labels: LABELS, annotations: { 'example.com/team': 'clinic' } },
  ...rest,
});
const OBJECTS: readonly object[] = [
  object('apps/v1', 'Deployment', { spec: WORKLOAD }),
  object('apps/v1', 'StatefulSet', { spec: { ...WORKLOAD, serviceName: 'app', volumeClaimTemplates: [] } }),
  object('argoproj.io/v1alpha1', 'Rollout', { spec: WORKLOAD }),
  object('batch/v1', 'CronJob', { spec: { schedule: '@daily', jobTemplate: { spec: { template: { spec: POD } } } } }),
  object('v1', 'Pod', { spec: POD }),
  object('example.com/v1', 'Robot', { spec: { arms: 2, template: { spec: POD } } }),
  object('v1', 'ConfigMap', { data: { 'deployment.toml': '[[datasource]]\nid = "WSO2_COORDINATION_DB"' } }),
  object('v1', 'Secret', { stringData: { a: 'b' } }),
  object('v1', 'Service', { spec: { selector: LABELS, ports: [{ name: 'http', port: 80 }] } }),
  object('v1', 'PersistentVolume', { spec: { capacity: { storage: '1Gi' }, csi: CSI, claimRef: { name: 'files' } } }),
  object('v1', 'PersistentVolumeClaim', { spec: { resources: { requests: { storage: '1Gi' } } } }),
  object('v1', 'ResourceQuota', { spec: { hard: { pods: '5' } } }),
  object('policy/v1', 'PodDisruptionBudget', { spec: { minAvailable: 1, selector: { matchLabels: LABELS } } }),
  object('autoscaling/v2', 'HorizontalPodAutoscaler', {
    spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'app' } },
  }),
  object('keda.sh/v1alpha1', 'ScaledObject', { spec: { scaleTargetRef: { name: 'app' }, triggers: [] } }),
  object('networking.k8s.io/v1', 'Ingress', {
    spec: {
      ingressClassName: 'nginx',
      defaultBackend: BACKEND,
      rules: [{ host: 'a.example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend: BACKEND }] } }],
    },
  }),
  object('networking.k8s.io/v1', 'NetworkPolicy', {
    spec: {
      podSelector: { matchLabels: LABELS },
      ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [{ port: 80 }] }],
    },
  }),
  object('gateway.networking.k8s.io/v1', 'HTTPRoute', {
    spec: {
      hostnames: ['a.example.com'],
      parentRefs: [{ name: 'gate' }],
      rules: [{ backendRefs: [{ name: 'app', port: 80 }] }],
    },
  }),
  object('traefik.io/v1alpha1', 'IngressRoute', {
    spec: { routes: [{ match: 'Host(`a.example.com`)', kind: 'Rule', services: [{ name: 'app', port: 80 }] }] },
  }),
  object('cert-manager.io/v1', 'Certificate', { spec: { secretName: 'tls', issuerRef: { name: 'ca' } } }),
  object('external-secrets.io/v1', 'ExternalSecret', { spec: { target: { name: 'login' }, data: [] } }),
];

/** A place in an object: the keys that lead there. */
type Place = ReadonlyArray<string>;

function placesIn(value: unknown, at: Place = []): Place[] {
  const below = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [...(at.length === 0 ? [] : [at]), ...below.flatMap(([key, child]) => placesIn(child, [...at, key]))];
}

function put(value: unknown, [key, ...rest]: Place, odd: unknown): unknown {
  if (key === undefined) {
    return odd;
  }
  const all = Object.entries(Object(value)).map(([name, child]) => [
    name,
    name === key ? put(child, rest, odd) : child,
  ]);
  return Array.isArray(value) ? all.map(([, child]) => child) : Object.fromEntries(all);
}

const CASES = OBJECTS.flatMap((one) => placesIn(one).map((place) => ({ one, place })));

/** What a fleet makes of this object, in a unit or beside all: what it says, or what it writes at a place. */
function madeOf(json: Manifest, place: Place, inUnit: boolean): { readonly error: string; readonly value?: unknown } {
  const fleet = newFleet();
  const chart = inUnit ? newUnit(fleet) : new Chart(fleet, 'plain');
  new ApiObject(chart, 'object', { apiVersion: 'v1', kind: `${json.kind}` }).toJson = () => json;
  const error = errorOf(() => fleet.render());
  const isIt = ({ kind, metadata }: Manifest) => kind === json.kind && metadata.name === json.metadata.name;
  const written = error === '' ? writtenIn(fleet).find(isIt) : undefined;
  return { error, value: place.reduce<unknown>((value, key) => Object(value)[key], written) };
}

/** Whether all of a value stands in another, which may have more: what the server fills in. */
function has(value: unknown, part: unknown): boolean {
  return typeof part === 'object' && part !== null
    ? Array.isArray(value) === Array.isArray(part) &&
        Object.entries(part).every(([key, child]) => has(Object(value)[key], child))
    : value === part;
}

const SENTENCE = /^- .+ of .+ ".*" must .+, got /;

test('whatever stands at a place of an object, it is written as it stands, or refused in sentences', () => {
  let [written, refused] = [0, 0];
  fc.assert(
    fc.property(fc.constantFrom(...CASES), fc.constantFrom(...ODD), fc.boolean(), ({ one, place }, odd, inUnit) => {
      const { error, value } = madeOf(put(one, place, odd) as Manifest, place, inUnit);
      const [title = '', ...sentences] = error.split('\n');
      written += error === '' ? 1 : 0;
      refused += error === '' ? 0 : 1;
      return error === ''
        ? has(value, odd)
        : title.startsWith('nothing was written') && sentences.every((line) => SENTENCE.test(line));
    }),
    { numRuns: 1000 },
  );
  expect(written).toBeGreaterThan(30);
  expect(refused).toBeGreaterThan(300);
});
