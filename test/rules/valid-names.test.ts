import { ApiObject, type ApiObjectProps } from 'cdk8s';
import { errorOf, newFleet, newUnit, refusalOf, SAFE } from '../manifests';

function render(object: ApiObjectProps & Readonly<Record<string, unknown>>, id = 'plain'): string {
  const fleet = newFleet();
  new ApiObject(newUnit(fleet), id, object);
  return errorOf(() => fleet.render());
}

const image = 'registry.example.com/plain:1';

const LABELS = { app: 'a' };
const selector = { matchLabels: LABELS };

function podOf(container: Readonly<Record<string, unknown>>, pod: Readonly<Record<string, unknown>> = {}) {
  return {
    metadata: { labels: LABELS },
    spec: { containers: [{ name: 'main', image, ...SAFE, ...container }], ...pod },
  };
}

const label = (max: number) => `must be a DNS label of at most ${max} characters`;
const deployment = { apiVersion: 'apps/v1', kind: 'Deployment' };

describe('names of objects', () => {
  test.each([
    ['v1', 'Service', 's'.repeat(64), `${label(63)} that begins with a letter`],
    ['v1', 'Service', '4orders', `${label(63)} that begins with a letter`],
    ['apps/v1', 'StatefulSet', 's'.repeat(53), label(52)],
    ['batch/v1', 'CronJob', 's'.repeat(53), label(52)],
    ['apps/v1', 'Deployment', 'd'.repeat(243), 'must be a DNS subdomain of at most 242 characters'],
    ['apps/v1', 'DaemonSet', 'd'.repeat(243), 'must be a DNS subdomain of at most 242 characters'],
    ['argoproj.io/v1alpha1', 'Rollout', 'd'.repeat(243), 'must be a DNS subdomain of at most 242 characters'],
    ['batch/v1', 'Job', 'j'.repeat(64), label(63)],
    ['v1', 'ConfigMap', 'Notes', 'must be a DNS subdomain'],
    ['v1', 'ConfigMap', 'n'.repeat(254), 'must be a DNS subdomain'],
    ['example.com/v1', 'Anything', 'a_b', 'must be a DNS subdomain'],
  ])('fails when a %s %s is named %s', (apiVersion, kind, name, rule) => {
    expect(render({ apiVersion, kind, metadata: { name }, ...(kind === 'Rollout' ? { spec: {} } : {}) })).toBe(
      refusalOf(`name of ${kind} "retail/${name}" ${rule}, got "${name}"`),
    );
  });

  test('fails when a Namespace has a dot in its name', () => {
    expect(render({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'retail.prod' } })).toBe(
      refusalOf(`name of Namespace "retail/retail.prod" ${label(63)}, got "retail.prod"`),
    );
  });

  test('fails when an id gives a name that Kubernetes does not take', () => {
    expect(render({ apiVersion: 'v1', kind: 'ConfigMap' }, '_Notes')).toBe(
      refusalOf('name of ConfigMap "retail/-notes" must be a DNS subdomain, got "-notes"'),
    );
  });

  test.each([
    ['v1', 'Service', 's'.repeat(63)],
    ['apps/v1', 'StatefulSet', 's'.repeat(52)],
    ['apps/v1', 'Deployment', 'd'.repeat(242)],
    ['v1', 'ConfigMap', 'kube-root-ca.crt'],
    ['rbac.authorization.k8s.io/v1', 'Role', 'system:reader'],
    ['serving.knative.dev/v1', 'Service', '4orders'],
    ['batch.volcano.sh/v1alpha1', 'Job', 'j'.repeat(64)],
    ['apps.kruise.io/v1beta1', 'StatefulSet', 's'.repeat(53)],
  ])('a %s %s may be named %s', (apiVersion, kind, name) => {
    expect(render({ apiVersion, kind, metadata: { name }, ...(kind === 'Rollout' ? { spec: {} } : {}) })).toBe('');
  });
});

describe('names of namespaces', () => {
  test.each(['A_B', 'a.b', 'n'.repeat(64)])('fails when an object is in the namespace %s', (namespace) => {
    const sentence = (kind: string) =>
      refusalOf(
        `namespace of ${kind} "${namespace}/it" must be a DNS label of at most 63 characters, got "${namespace}"`,
      );
    const metadata = { name: 'it', namespace };
    expect(render({ apiVersion: 'v1', kind: 'ConfigMap', metadata })).toBe(sentence('ConfigMap'));
    const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata, rules: [] };
    expect(render(role)).toBe(sentence('Role'));
  });

  test('one may begin with a digit', () => {
    expect(render({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'it', namespace: '4shops' } })).toBe('');
  });
});

describe('names of ports', () => {
  const rule = 'must have a name of at most 15 letters, digits and single "-"';
  const instead = 'only a port of a Service may have a longer one';

  test.each(['pass-through-http', 'http--alt', 'HTTP', '8290'])(
    'fails when a port of a container is named %s',
    (name) => {
      expect(
        render({ ...deployment, spec: { selector, template: podOf({ ports: [{ name, containerPort: 8290 }] }) } }),
      ).toBe(refusalOf(`port of Deployment "retail/plain" ${rule}, got "${name}"; ${instead}`));
    },
  );

  test('fails in a Pod, in a CronJob and in an init container too', () => {
    const container = { name: 'early', image, ...SAFE, ports: [{ name: 'pass-through-http', containerPort: 8290 }] };
    const sentence = (kind: string) =>
      refusalOf(`port of ${kind} "retail/plain" ${rule}, got "pass-through-http"; ${instead}`);
    expect(render({ apiVersion: 'v1', kind: 'Pod', spec: { containers: [container] } })).toBe(sentence('Pod'));
    expect(
      render({
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        spec: {
          schedule: '@daily',
          jobTemplate: { spec: { template: { spec: { restartPolicy: 'Never', containers: [container] } } } },
        },
      }),
    ).toBe(sentence('CronJob'));
    expect(render({ ...deployment, spec: { selector, template: podOf({}, { initContainers: [container] }) } })).toBe(
      sentence('Deployment'),
    );
  });

  test('a port of a Service may have the article’s name', () => {
    const ports = [{ name: 'pass-through-http', port: 8290 }];
    expect(render({ apiVersion: 'v1', kind: 'Service', spec: { ports } })).toBe('');
  });

  test('a port of a container may have no name, or one of 15 characters', () => {
    const ports = [{ containerPort: 1 }, { name: 'passthroughhttp', containerPort: 8290 }];
    expect(render({ ...deployment, spec: { selector, template: podOf({ ports }) } })).toBe('');
  });
});

describe('names in a pod', () => {
  test('fails when a container or a volume has no DNS label as its name', () => {
    const template = podOf({ name: 'Main' }, { volumes: [{ name: 'v'.repeat(64) }] });
    expect(render({ ...deployment, spec: { selector, template } })).toBe(
      refusalOf(
        'container of Deployment "retail/plain" must have a DNS label as its name, got "Main"',
        'volume of Deployment "retail/plain" must have a DNS label of at most 63 characters as its name, ' +
          `got "${'v'.repeat(64)}"`,
      ),
    );
  });

  test.each(['serving.knative.dev/v1', 'example.com/v1'])('%s may name its containers itself', (apiVersion) => {
    const { metadata, spec } = podOf({ name: undefined });
    expect(render({ apiVersion, kind: 'Service', spec: { template: { metadata, spec } } })).toBe('');
  });

  test('fails when two containers have one name, an init container among them', () => {
    expect(
      render({
        ...deployment,
        spec: { selector, template: podOf({}, { initContainers: [{ name: 'main', image, ...SAFE }] }) },
      }),
    ).toBe(refusalOf('container of Deployment "retail/plain" must have a name of its own, got "main" twice'));
  });
});

describe('labels', () => {
  const rule = 'must be letters, digits, "-", "_" and ".", at most 63 characters';

  test.each(['l'.repeat(64), 'two words', '-x'])('fails when the value of a label is %s', (value) => {
    expect(render({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { labels: { team: value } } })).toBe(
      refusalOf(`label team of ConfigMap "retail/plain" ${rule}, got "${value}"`),
    );
  });

  test('fails when it is a label of the pods', () => {
    const template = { ...podOf({}), metadata: { labels: { ...LABELS, team: 'two words' } } };
    expect(render({ ...deployment, spec: { selector, template } })).toBe(
      refusalOf(`label team of Deployment "retail/plain" ${rule}, got "two words"`),
    );
  });

  test('a label may be empty', () => {
    expect(render({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { labels: { team: '' } } })).toBe('');
  });
});

test.each([
  ['label', 'labels', 'team/'],
  ['label', 'labels', 'a/b/c'],
  ['label', 'labels', `example.com/${'t'.repeat(64)}`],
  ['annotation', 'annotations', 'what is it'],
])('fails when a %s has a key that Kubernetes does not take', (prop, field, key) => {
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'notes', [field]: { [key]: 'x' } } };
  expect(render(object)).toBe(
    refusalOf(
      `${prop} ${key} of ConfigMap "retail/notes" must have a key such as "team" or "example.com/team", got "${key}"`,
    ),
  );
});

test('a cluster-scoped name that is generated is judged with the unit before it', () => {
  expect(
    render({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', provisioner: 'efs.csi.aws.com' }, 'Fast.'),
  ).toBe(refusalOf('name of StorageClass "retail/retail-fast." must be a DNS subdomain, got "retail-fast."'));
});

test('all bad names are reported at once', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  new ApiObject(unit, '_notes', { apiVersion: 'v1', kind: 'ConfigMap' });
  new ApiObject(unit, '_keys', { apiVersion: 'v1', kind: 'Secret' });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'name of ConfigMap "retail/-notes" must be a DNS subdomain, got "-notes"',
      'name of Secret "retail/-keys" must be a DNS subdomain, got "-keys"',
    ),
  );
});
