import type { Affinity, Container } from '../../imports/k8s';
import { type PodProps, Scaling } from '../../lib';
import { newTenant, ofKind, podOf, saidOf, serverOf, theOne } from '../manifests';

const resources = {
  requests: { cpu: '50m', memory: '64Mi' },
  limits: { cpu: '100m', memory: '64Mi' },
};
const affinity: Affinity = {
  podAntiAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [
      { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { a: 'b' } } },
    ],
  },
};

test('every prop reaches the manifest', () => {
  const everything: Required<Omit<PodProps, 'serviceAccountName'>> = {
    labels: { 'cost-centre': 'r-17' },
    annotations: { 'example.com/scrape': 'true' },
    serviceAccountAnnotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/orders' },
    args: ['-Duser.timezone=UTC'],
    ports: { hl7: 2575, ws: 9091 },
    nodeSelector: { 'kubernetes.io/arch': 'amd64' },
    tolerations: [{ key: 'integration', operator: 'Exists', effect: 'NoSchedule' }],
    affinity,
    topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'rack', whenUnsatisfiable: 'DoNotSchedule' }],
    priorityClassName: 'integration',
    hostAliases: [{ ip: '10.0.0.7', hostnames: ['legacy.example.com'] }],
    dnsConfig: { searches: ['corp.example.com'] },
    supplementalGroups: [2000, 2001],
    containers: [{ name: 'proxy', image: 'registry.example.com/proxy:1.0', resources }],
    initContainers: [{ name: 'fetch', image: 'registry.example.com/fetch:1.0', resources }],
    volumes: [{ name: 'scratch', emptyDir: { sizeLimit: '1Gi' } }],
    volumeMounts: [{ name: 'scratch', mountPath: '/mnt/scratch' }],
  };
  const { unit } = newTenant({ pod: everything });
  const securityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
  const amounts = { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '100m', memory: '64Mi' } };

  expect(theOne(unit, 'ServiceAccount').metadata.annotations).toEqual({
    'cdk8s-wso2-mi/contact': 'integration@example.com',
    'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/orders',
  });
  expect(theOne(unit, 'Deployment').spec?.template).toMatchObject({
    metadata: {
      labels: { 'cost-centre': 'r-17', 'app.kubernetes.io/instance': 'orders' },
      annotations: { 'example.com/scrape': 'true' },
    },
  });
  expect(podOf(unit)).toMatchObject({
    nodeSelector: { 'kubernetes.io/arch': 'amd64' },
    tolerations: [{ key: 'integration', operator: 'Exists', effect: 'NoSchedule' }],
    affinity,
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'rack',
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: {
          matchLabels: { 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/part-of': 'retail' },
        },
        matchLabelKeys: ['pod-template-hash'],
      },
    ],
    priorityClassName: 'integration',
    hostAliases: [{ ip: '10.0.0.7', hostnames: ['legacy.example.com'] }],
    dnsConfig: { searches: ['corp.example.com'] },
    securityContext: { runAsUser: 10802, fsGroup: 10802, supplementalGroups: [2000, 2001] },
    initContainers: [{ name: 'fetch', image: 'registry.example.com/fetch:1.0', resources: amounts, securityContext }],
  });
  expect(podOf(unit).containers.map(({ name }) => name)).toEqual(['micro-integrator', 'proxy']);
  expect(podOf(unit).containers[1]).toEqual({
    name: 'proxy',
    image: 'registry.example.com/proxy:1.0',
    resources: amounts,
    securityContext,
  });
  expect(podOf(unit).volumes?.at(-1)).toEqual({ name: 'scratch', emptyDir: { sizeLimit: '1Gi' } });
  expect(serverOf(unit)).toMatchObject({
    args: ['-Duser.timezone=UTC'],
    ports: [
      { name: 'http', containerPort: 8290, protocol: 'TCP' },
      { name: 'https', containerPort: 8253, protocol: 'TCP' },
      { name: 'internal-http', containerPort: 9201, protocol: 'TCP' },
      { name: 'management', containerPort: 9164, protocol: 'TCP' },
      { name: 'hl7', containerPort: 2575, protocol: 'TCP' },
      { name: 'ws', containerPort: 9091, protocol: 'TCP' },
    ],
  });
  expect(serverOf(unit).volumeMounts?.at(-1)).toEqual({ name: 'scratch', mountPath: '/mnt/scratch' });
  expect(theOne(unit, 'Service').spec?.ports).toEqual(
    expect.arrayContaining([
      { name: 'hl7', port: 2575, targetPort: 2575, protocol: 'TCP' },
      { name: 'ws', port: 9091, targetPort: 9091, protocol: 'TCP' },
    ]),
  );
});

test('what is left out is not in the manifest, not even empty', () => {
  for (const pod of [{}, { tolerations: [], containers: [], args: [], supplementalGroups: [], hostAliases: [] }]) {
    const { unit } = newTenant({ pod });
    expect(Object.keys(podOf(unit)).sort()).toEqual([
      'automountServiceAccountToken',
      'containers',
      'enableServiceLinks',
      'securityContext',
      'serviceAccountName',
      'terminationGracePeriodSeconds',
      'topologySpreadConstraints',
      'volumes',
    ]);
    expect(podOf(unit).securityContext).not.toHaveProperty('supplementalGroups');
    expect(serverOf(unit)).not.toHaveProperty('args');
    expect(theOne(unit, 'Deployment').spec?.template).not.toHaveProperty('metadata.annotations');
  }
});

test('pods run as a ServiceAccount that is there already, and none is made', () => {
  const { unit } = newTenant({ pod: { serviceAccountName: 'mi-secrets' } });
  expect(ofKind(unit, 'ServiceAccount')).toEqual([]);
  expect(podOf(unit)).toMatchObject({ serviceAccountName: 'mi-secrets', automountServiceAccountToken: false });
});

test('a ServiceAccount that is there already is a name, and its annotations are of whoever makes it', () => {
  expect(saidOf({ pod: { serviceAccountName: 'Mi Secrets', serviceAccountAnnotations: { a: 'b' } } })).toEqual([
    'pod.serviceAccountName of tenant "retail/orders" must name a ServiceAccount of Kubernetes, got "Mi Secrets"',
    'pod.serviceAccountName of tenant "retail/orders" must stand without serviceAccountAnnotations, got both; ' +
      'whoever makes the account annotates it',
  ]);
});

test('a spread that says which pods it is for is left as it is', () => {
  const spread = {
    maxSkew: 1,
    topologyKey: 'rack',
    whenUnsatisfiable: 'DoNotSchedule',
    labelSelector: { matchLabels: { 'cost-centre': 'r-17' } },
  } as const;
  expect(podOf(newTenant({ pod: { topologySpreadConstraints: [spread] } }).unit).topologySpreadConstraints).toEqual([
    spread,
  ]);
});

test('labels of the pods do not reach the selector, which could never be changed again', () => {
  const { unit } = newTenant({ pod: { labels: { team: 'a' } } });
  const selector = { 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/part-of': 'retail' };
  expect(theOne(unit, 'Deployment').spec?.selector).toEqual({ matchLabels: selector });
  expect(theOne(unit, 'Service').spec?.selector).toEqual(selector);
  expect(theOne(unit, 'Deployment').metadata.labels).not.toHaveProperty('team');
});

test('a singleton gets all of it too', () => {
  const { unit } = newTenant({ scaling: Scaling.singleton(), pod: { nodeSelector: { zone: 'a' } } });
  expect(theOne(unit, 'StatefulSet').spec?.template?.spec).toMatchObject({ nodeSelector: { zone: 'a' } });
});

test('a network probe of a further container keeps its port, number or name', () => {
  const containers: Container[] = [
    { name: 'a', readinessProbe: { tcpSocket: { port: 80 } } },
    { name: 'b', readinessProbe: { tcpSocket: { port: 'web' } } },
  ];
  expect(podOf(newTenant({ pod: { containers } }).unit).containers.slice(1)).toMatchObject([
    { readinessProbe: { tcpSocket: { port: 80 } } },
    { readinessProbe: { tcpSocket: { port: 'web' } } },
  ]);
});
