import type { KubernetesObject } from '../../lib/rendered/rendered-object';
import { withServerDefaults } from '../../lib/rendered/server-defaults';

// What the API server fills in, place by place, from defaults.go of Kubernetes 1.36 and the definitions of the others.

type Filled = Readonly<Record<string, unknown>>;

/** What is in the second value and not in the first, by its path. */
function added(before: unknown, after: unknown, path: string): ReadonlyArray<readonly [string, unknown]> {
  if (typeof after !== 'object' || after === null || Object.keys(after).length === 0) {
    return before === undefined ? [[path, after]] : [];
  }
  return Object.entries(after).flatMap(([key, value]) => added(Object(before)[key], value, `${path}.${key}`));
}

function filledIn(apiVersion: string, kind: string, spec: object): Filled {
  const object: KubernetesObject = { apiVersion, kind, metadata: { name: 'x' }, ...{ spec } };
  return Object.fromEntries(
    added(spec, withServerDefaults(object).spec, 'spec').map(([path, value]) => [path.slice(5), value]),
  );
}

const GATEWAY = 'gateway.networking.k8s.io';
const PARENT = { 'parentRefs.0.group': GATEWAY, 'parentRefs.0.kind': 'Gateway' };
const BACKEND = {
  'rules.0.backendRefs.0.group': '',
  'rules.0.backendRefs.0.kind': 'Service',
  'rules.0.backendRefs.0.weight': 1,
};
const REMOTE = ['data.0.remoteRef', 'dataFrom.0.extract'].flatMap((place) => [
  [`${place}.conversionStrategy`, 'Default'],
  [`${place}.decodingStrategy`, 'None'],
  [`${place}.metadataPolicy`, 'None'],
]);

test.each<[string, string, object, Filled]>([
  [`${GATEWAY}/v1`, 'TLSRoute', { parentRefs: [{}], rules: [{ backendRefs: [{}] }] }, { ...PARENT, ...BACKEND }],
  [
    `${GATEWAY}/v1`,
    'HTTPRoute',
    {
      parentRefs: [{}],
      rules: [
        {
          backendRefs: [{}],
          filters: [{ requestRedirect: {} }],
          matches: [{ headers: [{}], queryParams: [{}] }, { path: { type: 'Exact' } }, { path: { value: '/a' } }],
        },
        {},
      ],
    },
    {
      ...PARENT,
      ...BACKEND,
      'rules.0.filters.0.requestRedirect.statusCode': 302,
      'rules.0.matches.0.path.type': 'PathPrefix',
      'rules.0.matches.0.path.value': '/',
      'rules.0.matches.0.headers.0.type': 'Exact',
      'rules.0.matches.0.queryParams.0.type': 'Exact',
      'rules.0.matches.1.path.value': '/',
      'rules.0.matches.2.path.type': 'PathPrefix',
      'rules.1.matches.0.path.type': 'PathPrefix',
      'rules.1.matches.0.path.value': '/',
    },
  ],
  [
    `${GATEWAY}/v1`,
    'Gateway',
    {
      listeners: [
        { tls: { certificateRefs: [{}] } },
        { allowedRoutes: {} },
        { allowedRoutes: { namespaces: { selector: 'x' }, kinds: [{ kind: 'HTTPRoute' }] } },
      ],
    },
    {
      'listeners.0.tls.mode': 'Terminate',
      'listeners.0.tls.certificateRefs.0.group': '',
      'listeners.0.tls.certificateRefs.0.kind': 'Secret',
      'listeners.0.allowedRoutes.namespaces.from': 'Same',
      'listeners.1.allowedRoutes.namespaces.from': 'Same',
      'listeners.2.allowedRoutes.namespaces.from': 'Same',
      'listeners.2.allowedRoutes.kinds.0.group': GATEWAY,
    },
  ],
  [
    'networking.k8s.io/v1',
    'NetworkPolicy',
    { ingress: [{ ports: [{ port: 1 }] }], egress: [{ ports: [{ port: 2 }] }] },
    { 'ingress.0.ports.0.protocol': 'TCP', 'egress.0.ports.0.protocol': 'TCP' },
  ],
  ['v1', 'Service', { ports: [{ port: 80 }] }, { 'ports.0.protocol': 'TCP', 'ports.0.targetPort': 80 }],
  [
    'external-secrets.io/v1',
    'ExternalSecret',
    { data: [{ remoteRef: {} }], dataFrom: [{ extract: {} }] },
    Object.fromEntries(REMOTE),
  ],
])('%s %s: each place', (apiVersion, kind, spec, filled) => {
  expect(filledIn(apiVersion, kind, spec)).toEqual(filled);
});

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const HOOKS = ['lifecycle.postStart', 'lifecycle.preStop'];

test.each(['containers', 'initContainers'])('v1 Pod: each place in %s', (list) => {
  const probe = { grpc: { port: 1 }, httpGet: { port: 1 } };
  const container = {
    image: 'registry.example.com/a:1',
    ports: [{ containerPort: 1 }],
    env: [{ valueFrom: { fieldRef: { fieldPath: 'x' } } }],
    ...Object.fromEntries(PROBES.map((name) => [name, probe])),
    lifecycle: { postStart: { httpGet: { port: 1 } }, preStop: { httpGet: { port: 1 } } },
  };
  const filled: Filled = {
    imagePullPolicy: 'IfNotPresent',
    'ports.0.protocol': 'TCP',
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    'env.0.valueFrom.fieldRef.apiVersion': 'v1',
    ...Object.fromEntries(
      PROBES.flatMap((name) => [
        [`${name}.failureThreshold`, 3],
        [`${name}.periodSeconds`, 10],
        [`${name}.successThreshold`, 1],
        [`${name}.timeoutSeconds`, 1],
        [`${name}.grpc.service`, ''],
      ]),
    ),
    ...Object.fromEntries(
      [...PROBES, ...HOOKS].flatMap((name) => [
        [`${name}.httpGet.path`, '/'],
        [`${name}.httpGet.scheme`, 'HTTP'],
      ]),
    ),
  };
  const places = Object.entries(filled).map(([path, value]) => [`${list}.0.${path}`, value]);
  expect(filledIn('v1', 'Pod', { [list]: [container] })).toEqual(Object.fromEntries(places));
});

test('v1 Pod: each place in volumes', () => {
  const items = [{ fieldRef: { fieldPath: 'x' } }];
  const volumes = [
    { configMap: {} },
    { secret: {} },
    { downwardAPI: { items } },
    { projected: { sources: [{ downwardAPI: { items } }, { serviceAccountToken: {} }] } },
    { hostPath: {} },
  ];
  expect(filledIn('v1', 'Pod', { volumes })).toEqual({
    'volumes.0.configMap.defaultMode': 420,
    'volumes.1.secret.defaultMode': 420,
    'volumes.2.downwardAPI.defaultMode': 420,
    'volumes.2.downwardAPI.items.0.fieldRef.apiVersion': 'v1',
    'volumes.3.projected.defaultMode': 420,
    'volumes.3.projected.sources.0.downwardAPI.items.0.fieldRef.apiVersion': 'v1',
    'volumes.3.projected.sources.1.serviceAccountToken.expirationSeconds': 3600,
    'volumes.4.hostPath.type': '',
  });
});

test.each([
  ['apps/v1', 'DaemonSet'],
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'StatefulSet'],
  ['batch/v1', 'Job'],
  ['batch/v1', 'CronJob'],
])('%s %s: its pods are pods', (apiVersion, kind) => {
  const pod = { containers: [{ image: 'registry.example.com/a:1' }], volumes: [{ secret: {} }] };
  const template = { spec: pod };
  const [spec, place] =
    kind === 'CronJob'
      ? [{ jobTemplate: { spec: { template } } }, 'jobTemplate.spec.template.spec']
      : [{ template }, 'template.spec'];
  const ofPod = Object.entries(filledIn('v1', 'Pod', pod)).map(([path, value]) => [`${place}.${path}`, value]);
  expect(ofPod.length).toBeGreaterThan(4);
  expect(filledIn(apiVersion, kind, spec)).toEqual(Object.fromEntries(ofPod));
});

test('argoproj.io/v1alpha1 Rollout: only the ports of its pods', () => {
  const ports = [{ containerPort: 1 }];
  const pod = { initContainers: [{ image: 'a:1', ports }], containers: [{ image: 'a:1', ports }] };
  expect(filledIn('argoproj.io/v1alpha1', 'Rollout', { template: { spec: pod } })).toEqual({
    'template.spec.initContainers.0.ports.0.protocol': 'TCP',
    'template.spec.containers.0.ports.0.protocol': 'TCP',
  });
});
