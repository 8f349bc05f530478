import { refused } from '../../../lib/review/rules/refused';
import { found, plain, plainPods } from '../changes';

const claim = (storage: string, storageClassName = 'a') =>
  plain({ kind: 'PersistentVolumeClaim', spec: { storageClassName, resources: { requests: { storage } } } });
const volume = (server: string) =>
  plain({ kind: 'PersistentVolume', metadata: { namespace: undefined }, spec: { nfs: { server, path: '/' } } });

const balancer = (spec: object = {}) => plain({ kind: 'Service', spec: { type: 'LoadBalancer', ...spec } });
const definition = (spec: object) =>
  plain({
    kind: 'CustomResourceDefinition',
    apiVersion: 'apiextensions.k8s.io/v1',
    metadata: { namespace: undefined },
    spec,
  });
const pod = (spec: object, container: object = {}) =>
  plain({ kind: 'Pod', spec: { containers: [{ name: 'app', image: 'a:1', ...container }], ...spec } });

type Files = ReadonlyMap<string, string>;
interface Plain {
  readonly [field: string]: unknown;
  readonly kind: string;
}
type Row = readonly [said: string, before: Files, after: Files, says: RegExp];

test.each<Row>([
  [
    'the source of a volume',
    volume('a'),
    volume('b'),
    /PersistentVolume it: spec\.nfs\.server cannot be changed; make it a volume of another name/,
  ],
  ['the class of a claim', claim('1Gi'), claim('1Gi', 'b'), /spec\.storageClassName cannot be changed/],
  [
    'a claim that shrinks',
    claim('2Gi'),
    claim('1Gi'),
    /: a claim never shrinks \(2Gi → 1Gi\); make it a claim of another name/,
  ],
  [
    'a selector',
    plainPods(),
    plainPods({}, {}, 'Deployment', { selector: { matchLabels: { app: 'other' } } }),
    /Deployment retail\/it: spec\.selector\.matchLabels\.app cannot be changed; give it another name/,
  ],
  [
    'the Service of a StatefulSet',
    plainPods({}, {}, 'StatefulSet', { serviceName: 'a' }),
    plainPods({}, {}, 'StatefulSet', { serviceName: 'b' }),
    /spec\.serviceName cannot be changed; delete it with --cascade=orphan/,
  ],
  [
    'an immutable ConfigMap',
    plain({ kind: 'ConfigMap', immutable: true, data: { a: '1' } }),
    plain({ kind: 'ConfigMap', immutable: true, data: { a: '2' } }),
    /data\.a cannot be changed/,
  ],
  [
    'a role that is bound',
    plain({ kind: 'RoleBinding', apiVersion: 'rbac.authorization.k8s.io/v1', roleRef: { name: 'a' } }),
    plain({ kind: 'RoleBinding', apiVersion: 'rbac.authorization.k8s.io/v1', roleRef: { name: 'b' } }),
    /roleRef\.name cannot be changed/,
  ],
  [
    'the type of a Secret',
    plain({ kind: 'Secret', type: 'a/b' }),
    plain({ kind: 'Secret', type: 'a/c' }),
    /Secret retail\/it: type cannot be changed/,
  ],
  [
    'the address of a Service',
    plain({ kind: 'Service', spec: {} }),
    plain({ kind: 'Service', spec: { clusterIP: 'None' } }),
    /Service retail\/it: spec\.clusterIP cannot be changed/,
  ],
  [
    'the class of a load balancer',
    balancer({ loadBalancerClass: 'a.example.com/x' }),
    balancer({ loadBalancerClass: 'a.example.com/y' }),
    /Service retail\/it: spec\.loadBalancerClass cannot be changed; delete the object/,
  ],
  [
    'a class for a load balancer that has none',
    balancer(),
    balancer({ loadBalancerClass: 'a.example.com/y' }),
    /Service retail\/it: spec\.loadBalancerClass cannot be changed/,
  ],
  ...(['scope', 'group'] as const).map(
    (field): Row => [
      `${field} of a CustomResourceDefinition`,
      definition({ [field]: 'a' }),
      definition({ [field]: 'b' }),
      new RegExp(
        `CustomResourceDefinition it: spec\\.${field} cannot be changed; give it another group; whoever deletes it deletes every object of its kind`,
      ),
    ],
  ),
  [
    'the kind of a CustomResourceDefinition',
    definition({ names: { kind: 'A' } }),
    definition({ names: { kind: 'B' } }),
    /spec\.names\.kind cannot be changed/,
  ],
  [
    'a variable of a pod',
    pod({}, {}),
    pod({}, { env: [{ name: 'A', value: 'b' }] }),
    /Pod retail\/it: spec\.containers\[app\]\.env cannot be changed; delete the object and apply it again/,
  ],
  ['a name of a pod', pod({ hostname: 'a' }), pod({ hostname: 'b' }), /spec\.hostname cannot be changed/],
  [
    'the stop of a pod',
    pod({ terminationGracePeriodSeconds: 30 }),
    pod({ terminationGracePeriodSeconds: 60 }),
    /spec\.terminationGracePeriodSeconds cannot be changed/,
  ],
  [
    'a toleration that leaves a pod',
    pod({ tolerations: [{ key: 'a', operator: 'Exists' }] }),
    pod({ tolerations: [] }),
    /spec\.tolerations\[0\] cannot be changed/,
  ],
  [
    'a longer life of a pod',
    pod({ activeDeadlineSeconds: 60 }),
    pod({ activeDeadlineSeconds: 90 }),
    /spec\.activeDeadlineSeconds cannot be changed/,
  ],
  ['the node of a pod', pod({ nodeSelector: { a: 'b' } }), pod({ nodeSelector: { a: 'c' } }), /spec\.nodeSelector\.a/],
  [
    'the pods of a Job',
    plainPods({}, {}, 'Job', { completions: 1 }, 'batch/v1'),
    plainPods({ priorityClassName: 'a' }, {}, 'Job', { completions: 1 }, 'batch/v1'),
    /Job retail\/it: spec\.template\.spec\.priorityClassName cannot be changed; delete the object and apply it again/,
  ],
  ...['DaemonSet', 'ReplicaSet'].map(
    (kind): Row => [
      `the selector of a ${kind}`,
      plainPods({}, {}, kind),
      plainPods({}, {}, kind, { selector: { matchLabels: { app: 'other' } } }),
      new RegExp(`${kind} retail/it: spec\\.selector\\.matchLabels\\.app cannot be changed; delete the object`),
    ],
  ),
  [
    'an immutable Secret',
    plain({ kind: 'Secret', immutable: true, data: { a: 'aHVudGVy' } }),
    plain({ kind: 'Secret', immutable: true, data: { a: 'c2VjcmV0' } }),
    /Secret retail\/it: data\.a cannot be changed; delete the object and apply it again/,
  ],
  ...(
    [
      ['networking.k8s.io/v1', 'IngressClass', 'spec.controller'],
      ['storage.k8s.io/v1', 'StorageClass', 'provisioner'],
      ['storage.k8s.io/v1', 'StorageClass', 'parameters.type'],
      ['storage.k8s.io/v1', 'StorageClass', 'reclaimPolicy'],
      ['storage.k8s.io/v1', 'StorageClass', 'volumeBindingMode'],
      ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 'roleRef.name'],
      ['scheduling.k8s.io/v1', 'PriorityClass', 'value'],
      ['scheduling.k8s.io/v1', 'PriorityClass', 'preemptionPolicy'],
    ] as const
  ).map(([apiVersion, kind, field]): Row => {
    const [outer = '', inner] = field.split('.');
    const object = (value: string) =>
      plain({ kind, apiVersion, metadata: { namespace: undefined }, [outer]: inner ? { [inner]: value } : value });
    const says = new RegExp(`${kind} it: ${field.replace('.', '\\.')} cannot be changed; delete the object`);
    return [`${field} of a ${kind}`, object('a'), object('b'), says];
  }),
])('%s is refused by the API server', (_, before, after, says) => {
  expect(found(refused, before, after)).toEqual([expect.stringMatching(says)]);
  expect(found(refused, before, after)[0]).toMatch(/^danger /);
});

test('the value of a Secret is not repeated', () => {
  const secret = (a: string) => plain({ kind: 'Secret', immutable: true, data: { a } });
  const said = found(refused, secret('aHVudGVy'), secret('c2VjcmV0')).join();
  expect(said).toContain('(secret)');
  expect(said).not.toMatch(/aHVudGVy|c2VjcmV0/);
});

test('what may change is not refused', () => {
  const mutable = (a: string) => plain({ kind: 'ConfigMap', data: { a } });
  expect(found(refused, mutable('1'), mutable('2'))).toEqual([]);
  expect(
    found(refused, plainPods({}, {}, 'StatefulSet'), plainPods({ priorityClassName: 'a' }, {}, 'StatefulSet')),
  ).toEqual([]);
});

test.each<readonly [said: string, before: Files, after: Files]>([
  ['the image of a pod', pod({}), pod({}, { image: 'a:2' })],
  [
    'a toleration that comes to a pod',
    pod({ tolerations: [{ key: 'a', operator: 'Exists' }] }),
    pod({
      tolerations: [
        { key: 'a', operator: 'Exists' },
        { key: 'b', operator: 'Exists' },
      ],
    }),
  ],
  ['a shorter life of a pod', pod({ activeDeadlineSeconds: 60 }), pod({ activeDeadlineSeconds: 30 })],
  [
    'the node of a pod that nothing places yet',
    pod({ schedulingGates: [{ name: 'a' }], nodeSelector: { a: 'b' } }),
    pod({ schedulingGates: [{ name: 'a' }], nodeSelector: { a: 'c' } }),
  ],
  [
    'the class of a Service that becomes a load balancer',
    balancer({ type: 'ClusterIP' }),
    balancer({ loadBalancerClass: 'a.example.com/x' }),
  ],
  ['a version of a CustomResourceDefinition', definition({ versions: [] }), definition({ versions: [{ name: 'v1' }] })],
  ['the same size of a claim in other words', claim('5Gi'), claim('5120Mi')],
])('%s is taken by the API server', (_, before, after) => {
  expect(found(refused, before, after)).toEqual([]);
});

test('a claim grows where its class lets it, which is a warning where nobody knows that', () => {
  expect(found(refused, claim('1Gi'), claim('2Gi'))).toEqual([
    'warning retail: PersistentVolumeClaim retail/it grows (1Gi → 2Gi), which the API server refuses where its class has not allowVolumeExpansion',
  ]);
  const ofClass = (storage: string) =>
    new Map([
      ...claim(storage),
      [
        'class.k8s.yaml',
        'apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: a }\nprovisioner: x\nallowVolumeExpansion: true\n',
      ] as const,
    ]);
  expect(found(refused, ofClass('1Gi'), ofClass('2Gi'))).toEqual([]);
});

test.each<readonly [string, object, Plain]>([
  ['Secret', { type: 'Opaque' }, { kind: 'Secret' }],
  [
    'StatefulSet',
    { spec: { podManagementPolicy: 'OrderedReady' } },
    { kind: 'StatefulSet', apiVersion: 'apps/v1', spec: {} },
  ],
  [
    'Job',
    { spec: { completions: 1, completionMode: 'NonIndexed' } },
    { kind: 'Job', apiVersion: 'batch/v1', spec: {} },
  ],
  ['PersistentVolumeClaim', { spec: { volumeMode: 'Filesystem' } }, { kind: 'PersistentVolumeClaim', spec: {} }],
  [
    'StorageClass',
    { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' },
    { kind: 'StorageClass', apiVersion: 'storage.k8s.io/v1' },
  ],
  ['Pod', { spec: { restartPolicy: 'Always' } }, { kind: 'Pod', spec: {} }],
])('a %s that says what the server fills in is the same as one that does not', (_, said, object) => {
  const whole = { ...object, ...said };
  expect(found(refused, plain(object), plain(whole))).toEqual([]);
  expect(found(refused, plain(whole), plain(object))).toEqual([]);
});

test('what is held of a Job is free while it is suspended, or where its pods are numbered', () => {
  const job = (spec: object, nodeSelector: object = {}) =>
    plain({ kind: 'Job', apiVersion: 'batch/v1', spec: { template: { spec: { nodeSelector } }, ...spec } });
  expect(found(refused, job({ suspend: true }), job({ suspend: true }, { pool: 'a' }))).toEqual([]);
  expect(found(refused, job({}), job({}, { pool: 'a' }))).toEqual([
    expect.stringContaining('spec.template.spec.nodeSelector.pool cannot be changed'),
  ]);
  const numbered = (completions: number) => job({ completionMode: 'Indexed', completions, parallelism: completions });
  expect(found(refused, numbered(2), numbered(3))).toEqual([]);
});

test('a Service that was a name elsewhere has no address that is held', () => {
  const service = (spec: object) => plain({ kind: 'Service', spec });
  expect(
    found(refused, service({ type: 'ExternalName', externalName: 'a.example.com' }), service({ clusterIP: 'None' })),
  ).toEqual([]);
});

test('a toleration is the same however its keys stand', () => {
  const [one, other] = [
    { key: 'a', operator: 'Exists' },
    { operator: 'Exists', key: 'a' },
  ];
  expect(
    found(refused, pod({ tolerations: [one] }), pod({ tolerations: [other, { key: 'b', operator: 'Exists' }] })),
  ).toEqual([]);
});
