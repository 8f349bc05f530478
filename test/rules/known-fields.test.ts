import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart, Include, JsonPatch } from 'cdk8s';
import { TABLES } from '../../imports/tables';
import { type KubernetesVersion, MiTenant, Patch, Scaling } from '../../lib';
import { base, errorOf, newFleet, newUnit, refusalOf } from '../manifests';

type Json = Readonly<Record<string, unknown>>;

function withObjects(kubernetes: KubernetesVersion, ...objects: readonly Json[]): string {
  const fleet = newFleet({ kubernetes });
  const chart = new Chart(fleet, 'plain');
  objects.forEach((object, index) => {
    new ApiObject(chart, `object-${index}`, { apiVersion: 'v1', kind: 'Pod', ...object });
  });
  return errorOf(() => fleet.render());
}

function podOf(container: Json, spec: Json = {}): Json {
  const containers = [{ name: 'app', image: 'registry.example.com/app:1', ...container }];
  return { metadata: { name: 'app' }, spec: { ...spec, containers } };
}

test('a field that no version knows is refused by its path', () => {
  expect(withObjects('1.29', podOf({ ports: [{ containerPort: 80, tlsMode: { a: 1 } }] }))).toBe(
    refusalOf(
      'spec.containers[0].ports[0].tlsMode of Pod "app" must be a field that Kubernetes 1.29 knows, got {"a":1}',
    ),
  );
});

test('a field of a later version is refused with the version that knows it, and taken from there on', () => {
  const pod = podOf({ lifecycle: { preStop: { sleep: { seconds: 5 } } } });
  expect(withObjects('1.28', pod)).toBe(
    refusalOf(
      'spec.containers[0].lifecycle.preStop.sleep of Pod "app" must be a field that Kubernetes 1.28 knows, ' +
        'got {"seconds":5}; 1.29 and later know it: new Fleet({ kubernetes: … }) says the oldest version of its clusters',
    ),
  );
  expect(withObjects('1.29', pod)).toBe('');
});

test('a field in another spelling is told the right one', () => {
  expect(withObjects('1.29', podOf({}, { hostPid: true }))).toBe(
    refusalOf('spec.hostPid of Pod "app" must be a field that Kubernetes 1.29 knows, got true; write hostPID'),
  );
});

test.each([
  ['a text for a number', { ports: [{ containerPort: '80' }] }, 'ports[0].containerPort', 'be a whole number', '"80"'],
  [
    'no number',
    { livenessProbe: { periodSeconds: Number.NaN } },
    'livenessProbe.periodSeconds',
    'be a whole number',
    'NaN',
  ],
  [
    'part of a number',
    { livenessProbe: { periodSeconds: 1.5 } },
    'livenessProbe.periodSeconds',
    'be a whole number',
    '1.5',
  ],
  ['a number for a text', { env: [{ name: 'A', value: 5 }] }, 'env[0].value', 'be a text', '5'],
  ['a text for yes or no', { tty: 'true' }, 'tty', 'be true or false', '"true"'],
  ['a text for a list', { args: '-v' }, 'args', 'be a list', '"-v"'],
  ['a list for an object', { resources: [] }, 'resources', 'be an object', '[]'],
  [
    'a quantity that is none',
    { resources: { limits: { cpu: '1 core' } } },
    'resources.limits["cpu"]',
    'be a quantity such as "250m" and "128Mi"',
    '"1 core"',
  ],
  [
    'a text that is not of the set',
    { imagePullPolicy: 'Sometimes' },
    'imagePullPolicy',
    'be one of Always, IfNotPresent, Never',
    '"Sometimes"',
  ],
  ['a required field that is missing', { ports: [{ name: 'http' }] }, 'ports[0].containerPort', 'be there', 'none'],
])('%s is refused', (_what, container, path, must, got) => {
  expect(withObjects('1.29', podOf(container))).toBe(
    refusalOf(`spec.containers[0].${path} of Pod "app" must ${must}, got ${got}`),
  );
});

test('a null is no value, which a patch of cdk8s would write', () => {
  const fleet = newFleet();
  const props = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'app' } };
  const labels = { app: 'a' };
  const template = { metadata: { labels }, spec: podOf({}).spec };
  const spec = { replicas: 2, selector: { matchLabels: labels }, template };
  const object = new ApiObject(new Chart(fleet, 'plain'), 'app', { ...props, ...{ spec } });
  object.addJsonPatch(JsonPatch.replace('/spec/replicas', null));
  object.addJsonPatch(JsonPatch.add('/spec/template/spec/containers/0/ports', [null]));
  const what = 'must have a value, got null; leave it out; a patch takes it out by remove';
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      `spec.replicas of Deployment "app" ${what}`,
      `spec.template.spec.containers[0].ports[0] of Deployment "app" ${what}`,
    ),
  );
});

test('an object of which no schema is known has the metadata of any, and what looks like a pod its types', () => {
  const robot = { apiVersion: 'example.com/v1', kind: 'Robot', metadata: { name: 'a' } };
  const containers = [{ name: 'arm', image: 'registry.example.com/tools/arm:1', ports: 5, joints: 7 }];
  const odd = {
    ...robot,
    metadata: { name: 'a', owner: 'b' },
    spec: { arms: null, template: { spec: { containers } } },
  };
  const other = { ...robot, spec: { template: { spec: { volumes: { box: 2 } } } } };
  expect(withObjects('1.29', odd)).toBe(
    refusalOf(
      'metadata.owner of Robot "a" must be a field that Kubernetes 1.29 knows, got "b"',
      'spec.template.spec.containers[0].ports of Robot "a" must be a list, got 5',
    ),
  );
  expect(withObjects('1.29', other)).toBe('');
});

test('no value of a Secret is repeated', () => {
  expect(withObjects('1.29', { kind: 'Secret', metadata: { name: 'login' }, stringData: { pin: 1234 } })).toBe(
    refusalOf('stringData["pin"] of Secret "login" must be a text, got another'),
  );
});

test('a kind that the version does not know is refused', () => {
  const policy = {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name: 'a' },
  };
  const got = 'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy';
  expect(withObjects('1.29', policy)).toBe(
    refusalOf(
      `apiVersion and kind of ValidatingAdmissionPolicy "a" must be of a kind that Kubernetes 1.29 knows, got ${got}; ` +
        '1.30 and later know it: new Fleet({ kubernetes: … })',
    ),
  );
  expect(withObjects('1.30', policy)).toBe('');
});

test('kinds of other projects are not judged, but for those in imports/', () => {
  const unknown = { apiVersion: 'example.com/v1', kind: 'Robot', metadata: { name: 'a' }, spec: { arms: 2 } };
  const analysis = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name: 'b' },
    spec: { x: 1 },
  };
  const route = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'c' },
    spec: { x: 1 },
  };
  expect(withObjects('1.29', unknown, analysis, route)).toBe(
    refusalOf('spec.x of HTTPRoute "c" must be a field that gateway.networking.k8s.io/v1 HTTPRoute knows, got 1'),
  );
});

test('the pods of a Rollout are pods of the cluster', () => {
  const template = {
    spec: {
      containers: [
        { name: 'app', image: 'registry.example.com/tools/app:1', lifecycle: { preStop: { sleep: { seconds: 5 } } } },
      ],
    },
  };
  const rollout = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'a' }, spec: { template } };
  expect(withObjects('1.28', rollout)).toMatch(
    /^.*\n- spec\.template\.spec\.containers\[0\]\.lifecycle\.preStop\.sleep of Rollout "a" must be a field that Kubernetes 1\.28 knows/,
  );
  expect(withObjects('1.30', rollout)).toBe('');
});

test('whoever wrote the object: a patch of ours, a patch of cdk8s, a file, a list', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const tenant = new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) });
  Patch.of(tenant, 'Service').add('/spec/speed', 'high');
  const workload = tenant.node.findChild('workload');
  ApiObject.of(workload).addJsonPatch(JsonPatch.add('/spec/pace', 1));
  const folder = mkdtempSync(join(tmpdir(), 'include-'));
  const file = join(folder, 'plain.yaml');
  writeFileSync(file, 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: notes }\ndata: { a: b }\ncolour: red\n');
  new Include(unit, 'file', { url: file });
  rmSync(folder, { recursive: true });
  const items = [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'listed' }, size: 3 }];
  new ApiObject(unit, 'list', { apiVersion: 'v1', kind: 'List', items });
  const error = errorOf(() => fleet.render());
  const fields = [...error.matchAll(/^- (\S+) of (\S+) "(\S+)" must be a field that Kubernetes 1\.29 knows/gm)];
  expect(fields.map(([, ...found]) => found.join(' ')).sort()).toEqual([
    'colour ConfigMap retail/notes',
    'size ConfigMap retail/listed',
    'spec.pace Deployment retail/orders',
    'spec.speed Service retail/orders',
  ]);
  expect(error.split('\n')).toHaveLength(5);
});

test('every line of every table is understood', () => {
  const tables = [...new Set(Object.values(TABLES).flat())].map((table) => table());
  const lines = tables.flatMap((table) => table.trim().split('\n')).filter((line) => line !== '');
  const type = '([[{][\\]}])*([A-Za-z][\\w-]*|\\d+(\\|\\d+)*|"[^"]+"(\\|"[^"]+")*)';
  const understood = new RegExp(`^(kinds|[A-Z]\\w*| \\S+ ${type}( (1\\.\\d\\d)?\\.\\.(1\\.\\d\\d)?)?)$`);
  expect(lines.filter((line) => !understood.test(line))).toEqual([]);
  expect(lines.length).toBeGreaterThan(4000);
});
