import { ApiObject } from 'cdk8s';
import {
  type BusinessUnit,
  EnvValue,
  type Fleet,
  MiTenant,
  Patch,
  Scaling,
  SharedVolume,
  VolumeSource,
} from '../../lib';
import { base, errorOf, newFleet, newUnit, ofKind, podOf, serverOf, theOne } from '../manifests';

function tenantIn(fleet: Fleet = newFleet()): { unit: BusinessUnit; tenant: MiTenant<'app'> } {
  const unit = newUnit(fleet, 'clinic');
  const image = base.withApp('orders', '1.0.0');
  const env = { DB: EnvValue.fromSecret('db', 'password') };
  return { unit, tenant: new MiTenant(unit, 'orders', { image, scaling: Scaling.fixed(2), env }) };
}

describe('what is changed', () => {
  test('a key is added, replaced and removed, one after the other, in a list too', () => {
    const { unit, tenant } = tenantIn();
    Patch.of(tenant, 'Deployment')
      .add('/spec/template/spec/priorityClassName', 'integration')
      .replace('/spec/template/spec/priorityClassName', 'integration-high')
      .remove('/spec/template/spec/enableServiceLinks')
      .replace('/spec/template/spec/containers/0/imagePullPolicy', 'Never')
      .add('/spec/template/spec/containers/0/env/-', { name: 'LAST', value: '1' })
      .add('/spec/template/spec/containers/0/env/0', { name: 'FIRST', value: '1' });
    expect(podOf(unit)).toMatchObject({ priorityClassName: 'integration-high' });
    expect(podOf(unit)).not.toHaveProperty('enableServiceLinks');
    expect(serverOf(unit)).toMatchObject({ imagePullPolicy: 'Never' });
    expect(serverOf(unit).env?.map(({ name }) => name)).toEqual(['FIRST', 'JVM_MEM_OPTS', 'DB', 'LAST']);
  });

  test('a "/" of a key is written "~1"', () => {
    const { unit, tenant } = tenantIn();
    Patch.of(tenant, 'ServiceAccount').add(
      '/metadata/annotations/eks.amazonaws.com~1role-arn',
      'arn:aws:iam::1:role/a',
    );
    expect(theOne(unit, 'ServiceAccount').metadata.annotations).toMatchObject({
      'eks.amazonaws.com/role-arn': 'arn:aws:iam::1:role/a',
    });
  });

  test('a field that the types of cdk8s do not know is kept', () => {
    const { unit, tenant } = tenantIn();
    Patch.of(tenant, 'Service').add('/spec/trafficDistribution', 'PreferSameZone').add('/spec/clusterIP', 'None');
    expect(theOne(unit, 'Service').spec).toMatchObject({ trafficDistribution: 'PreferSameZone', clusterIP: 'None' });
  });

  test('every construct can be patched: a volume, a unit, a plain object', () => {
    const unit = newUnit(newFleet(), 'clinic');
    const source = VolumeSource.nfs('nfs01.example.com', '/export');
    Patch.of(new SharedVolume(unit, 'lab', { source }), 'PersistentVolume').add('/spec/volumeMode', 'Filesystem');
    Patch.of(unit, 'Namespace').replace('/metadata/labels/pod-security.kubernetes.io~1enforce', 'baseline');
    const plain = new ApiObject(unit, 'plain', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' } });
    Patch.of(plain, 'ConfigMap').replace('/data/a', 'c');
    expect(theOne(unit, 'PersistentVolume').spec).toMatchObject({ volumeMode: 'Filesystem' });
    expect(theOne(unit, 'Namespace').metadata.labels).toMatchObject({
      'pod-security.kubernetes.io/enforce': 'baseline',
    });
    expect(theOne(unit, 'ConfigMap').data).toEqual({ a: 'c' });
  });

  test('the name says which, where a unit has several of a kind', () => {
    const { unit } = tenantIn();
    new MiTenant(unit, 'other', { image: base.withApp('other', '1.0.0'), scaling: Scaling.fixed(2) });
    Patch.of(unit, 'Deployment', 'other').replace('/spec/replicas', 7);
    expect(ofKind(unit, 'Deployment').map(({ spec }) => spec?.replicas)).toEqual([2, 7]);
  });

  test('the file of the unit has the change, and rendering twice gives the same', () => {
    const fleet = newFleet();
    const { tenant } = tenantIn(fleet);
    Patch.of(tenant, 'Deployment').add('/spec/template/spec/priorityClassName', 'integration');
    const text = fleet.render().get('clinic.k8s.yaml');
    expect(text).toContain('priorityClassName: integration\n');
    expect(fleet.render().get('clinic.k8s.yaml')).toBe(text);
  });

  test('the rules of the whole judge the object as it is patched', () => {
    const fleet = newFleet();
    const { tenant } = tenantIn(fleet);
    Patch.of(tenant, 'Deployment').add('/spec/template/spec/shareProcessNamespace', true);
    expect(errorOf(() => fleet.render())).toContain('shareProcessNamespace');
  });

  test('a value stays as it was written, whatever becomes of the array that it was', () => {
    const { unit, tenant } = tenantIn();
    const hostnames = ['a'];
    Patch.of(tenant, 'Deployment').add('/spec/template/spec/hostAliases', [{ ip: '10.0.0.1', hostnames }]);
    Patch.of(tenant, 'Deployment').add('/spec/template/spec/hostAliases/0/hostnames/-', 'b');
    hostnames.push('c');
    expect(podOf(unit).hostAliases).toEqual([{ ip: '10.0.0.1', hostnames: ['a', 'b'] }]);
    expect(podOf(unit).hostAliases).toEqual([{ ip: '10.0.0.1', hostnames: ['a', 'b'] }]);
  });

  test('a key with the name of a property of every object is a key like others', () => {
    const { unit, tenant } = tenantIn();
    Patch.of(tenant, 'Deployment').add('/metadata/annotations/toString', 'x');
    expect(theOne(unit, 'Deployment').metadata.annotations).toHaveProperty('toString', 'x');
  });
});

describe('which object is meant', () => {
  test.each([
    [
      'none of the kind',
      (unit: BusinessUnit) => Patch.of(unit, 'Deploymnt'),
      'kind of patch "clinic" must be of an object in it, got "Deploymnt"; there is Namespace clinic',
    ],
    [
      'none of the name',
      (unit: BusinessUnit) => Patch.of(unit, 'Namespace', 'lab'),
      'name of patch "clinic" must be of an object in it, got "Namespace lab"; there is Namespace clinic',
    ],
  ])('fails when there is %s', (_what, make, message) => {
    expect(errorOf(() => make(newUnit(newFleet(), 'clinic')))).toBe(message);
  });

  test('fails when there is nothing at all', () => {
    expect(errorOf(() => Patch.of(newFleet(), 'Service'))).toBe(
      'kind of patch "" must be of an object in it, got "Service"; there is nothing',
    );
  });

  test('fails when there are several of the kind', () => {
    const { unit } = tenantIn();
    new MiTenant(unit, 'other', { image: base.withApp('other', '1.0.0'), scaling: Scaling.fixed(2) });
    expect(errorOf(() => Patch.of(unit, 'Service'))).toBe(
      'kind of patch "clinic" must mean one object, got "Service"; name one of orders, other',
    );
  });
});

const POD =
  'automountServiceAccountToken, containers, enableServiceLinks, securityContext, serviceAccountName, ' +
  'terminationGracePeriodSeconds, topologySpreadConstraints, volumes';
const IDENTITY = 'must leave kind, name, namespace, selectors, what they select, and immutable data';

describe('where a path leads', () => {
  test.each([
    [
      'no pointer',
      (patch: Patch) => patch.add('spec/replicas', 1),
      'must be a JSON pointer, such as "/spec/replicas", got "spec/replicas"',
    ],
    ['the whole', (patch: Patch) => patch.remove(''), 'must be a JSON pointer, such as "/spec/replicas", got ""'],
    [
      'a key that is not there',
      (patch: Patch) => patch.replace('/spec/template/spec/priorityClassName', 'high'),
      `must lead to what is there, got "/spec/template/spec/priorityClassName"; /spec/template/spec has ${POD}`,
    ],
    [
      'a key below one that is not there',
      (patch: Patch) => patch.add('/spec/template/spec/affinity/nodeAffinity', {}),
      `must lead into what is there, got "/spec/template/spec/affinity/nodeAffinity"; /spec/template/spec has ${POD}`,
    ],
    [
      'an annotation whose "/" is not escaped',
      (patch: Patch) => patch.replace('/metadata/annotations/cdk8s-wso2-mi/contact', 'x'),
      'must lead to what is there, got "/metadata/annotations/cdk8s-wso2-mi/contact"; ' +
        '/metadata/annotations has cdk8s-wso2-mi~1contact, kubernetes.io~1description',
    ],
    [
      'an item that the list does not have',
      (patch: Patch) => patch.remove('/spec/template/spec/containers/1'),
      'must lead to what is there, got "/spec/template/spec/containers/1"; /spec/template/spec/containers is a list of 1',
    ],
    [
      'a place that the list does not have',
      (patch: Patch) => patch.add('/spec/template/spec/containers/name', {}),
      'must lead to a place in the list, got "/spec/template/spec/containers/name"; ' +
        '/spec/template/spec/containers is a list of 1; "-" is its end',
    ],
    [
      'something below a number',
      (patch: Patch) => patch.add('/spec/replicas/max', 1),
      'must lead into what is there, got "/spec/replicas/max"; /spec/replicas has nothing in it',
    ],
    [
      'nothing of the object',
      (patch: Patch) => patch.replace('/Spec/replicas', 1),
      'must lead to what is there, got "/Spec/replicas"; the object has apiVersion, kind, metadata, spec',
    ],
    [
      'what is there already, as something new',
      (patch: Patch) => patch.add('/metadata/annotations', {}),
      'must lead to what is not there yet, got "/metadata/annotations"; write replace, or a path below it',
    ],
  ])('fails when it leads to %s', (_what, change, rule) => {
    const { unit, tenant } = tenantIn();
    const before = unit.toJson();
    expect(errorOf(() => change(Patch.of(tenant, 'Deployment')))).toBe(`path of patch "Deployment orders" ${rule}`);
    expect(unit.toJson()).toEqual(before);
  });

  test('an earlier patch is seen', () => {
    const { tenant } = tenantIn();
    const patch = Patch.of(tenant, 'Deployment').remove('/spec/template/spec/topologySpreadConstraints');
    expect(errorOf(() => patch.remove('/spec/template/spec/topologySpreadConstraints/0'))).toContain(
      'must lead to what is there, got "/spec/template/spec/topologySpreadConstraints/0"; /spec/template/spec has',
    );
  });
});

describe('what the cluster knows an object by', () => {
  test.each([
    ['its name', 'Deployment', '/metadata/name', 'x'],
    ['its namespace', 'Deployment', '/metadata/namespace', 'x'],
    ['its kind', 'Deployment', '/kind', 'StatefulSet'],
    ['its version', 'Deployment', '/apiVersion', 'apps/v2'],
    ['all that is about it', 'Deployment', '/metadata', {}],
    ['its selector', 'Deployment', '/spec/selector/matchLabels/app.kubernetes.io~1instance', 'x'],
    ['all that it asks for', 'Deployment', '/spec', {}],
    ['a label that it selects', 'Deployment', '/spec/template/metadata/labels/app.kubernetes.io~1instance', 'x'],
    ['the selector of a Service', 'Service', '/spec/selector', {}],
    ['the data of a ConfigMap whose name is its content', 'ConfigMap', '/data/deployment.toml', ''],
    ['that such a ConfigMap never changes', 'ConfigMap', '/immutable', false],
  ])('fails when a patch changes %s', (_what, kind, path, value) => {
    const { tenant } = tenantIn();
    expect(errorOf(() => Patch.of(tenant, kind).replace(path, value))).toMatch(
      new RegExp(`^path of patch "${kind} .*" ${IDENTITY}, got "${path}"; by these the cluster knows the object$`),
    );
  });

  test('a label that nothing selects may change', () => {
    const { unit, tenant } = tenantIn();
    Patch.of(tenant, 'Deployment').replace('/spec/template/metadata/labels/app.kubernetes.io~1version', 'x');
    expect(theOne(unit, 'Deployment').spec?.template).toMatchObject({
      metadata: { labels: { 'app.kubernetes.io/version': 'x' } },
    });
  });
});
