import { join } from 'node:path';
import { ApiObject, Include, Size } from 'cdk8s';
import { ConfigMap, Deployment, k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import {
  Access,
  BusinessUnit,
  type BusinessUnitProps,
  Cpu,
  MiTenant,
  Network,
  Patch,
  Peer,
  Quota,
  Scaling,
  UnitNamespace,
} from '../../lib';
import { NEVER_PRUNED } from '../../lib/core/never-pruned';
import {
  base,
  errorOf,
  manifestsOf,
  named,
  namesOf,
  newFleet,
  newUnit,
  ofKind,
  podOf,
  refusalOf,
  theOne,
} from '../manifests';

const contact = 'integration@example.com';

describe('props', () => {
  test('every prop reaches the manifest', () => {
    const everything: Required<BusinessUnitProps> = {
      contact: '#retail-integration',
      namespace: UnitNamespace.own('retail-prod'),
      labels: { 'example.com/cost-centre': 'r-17' },
      pullSecrets: ['registry-login'],
      quota: Quota.of({ pods: 8, cpu: Cpu.cores(4), cpuLimit: Cpu.cores(8), memory: Size.gibibytes(8) }),
      network: Network.isolated({ dns: [Peer.ranges('169.254.20.10/32')], dnsPort: 5353 }),
      access: [Access.view('auditors')],
    };
    const unit = new BusinessUnit(newFleet(), 'retail', everything);
    new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) });
    expect(theOne(unit, 'Namespace').metadata).toMatchObject({
      name: 'retail-prod',
      annotations: { 'cdk8s-wso2-mi/contact': '#retail-integration' },
    });
    expect(theOne(unit, 'Deployment').metadata).toMatchObject({
      namespace: 'retail-prod',
      annotations: { 'cdk8s-wso2-mi/contact': '#retail-integration' },
    });
    expect(podOf(unit).imagePullSecrets).toEqual([{ name: 'registry-login' }]);
    expect(named(unit, 'NetworkPolicy', 'default-deny').spec).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      egress: [
        {
          to: [{ ipBlock: { cidr: '169.254.20.10/32' } }],
          ports: [
            { port: 5353, protocol: 'UDP' },
            { port: 5353, protocol: 'TCP' },
          ],
        },
      ],
    });
    expect(theOne(unit, 'RoleBinding').subjects).toEqual([
      { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'auditors' },
    ]);
    expect(theOne(unit, 'ResourceQuota')).toMatchObject({
      metadata: { namespace: 'retail-prod' },
      spec: { hard: { pods: '8', 'requests.cpu': '4', 'limits.cpu': '8', 'requests.memory': '8Gi' } },
    });
  });

  test('what is left out has the default of the documentation', () => {
    const unit = newUnit();
    expect(unit.pullSecrets).toEqual([]);
    expect([...ofKind(unit, 'ResourceQuota'), ...ofKind(unit, 'Role'), ...ofKind(unit, 'RoleBinding')]).toEqual([]);
    expect(theOne(unit, 'Namespace')).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'retail',
        labels: {
          'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi',
          'app.kubernetes.io/part-of': 'retail',
          'cdk8s-wso2-mi/unit': 'retail',
          'pod-security.kubernetes.io/audit': 'restricted',
          'pod-security.kubernetes.io/audit-version': 'v1.29',
          'pod-security.kubernetes.io/enforce': 'restricted',
          'pod-security.kubernetes.io/enforce-version': 'v1.29',
          'pod-security.kubernetes.io/warn': 'restricted',
          'pod-security.kubernetes.io/warn-version': 'v1.29',
        },
        annotations: { 'cdk8s-wso2-mi/contact': contact, ...NEVER_PRUNED },
      },
    });
  });
});

describe('labels', () => {
  const labels = { 'example.com/cost-centre': 'r-17' };
  const labelled = () => {
    const namespace = UnitNamespace.own(undefined, { labels: { 'istio-injection': 'enabled' } });
    const unit = new BusinessUnit(newFleet(), 'retail', { contact, labels, namespace, quota: Quota.ofTenants() });
    new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.auto({ min: 2, max: 6 }) });
    return unit;
  };

  test('are a copy, which may stand anywhere in an object of one’s own, and be changed', () => {
    const unit = labelled();
    const own = unit.labels;
    const selector = Object.assign(unit.labels, { role: 'any' });
    expect(unit.labels).toStrictEqual(own);
    new ApiObject(unit, 'all', { apiVersion: 'v1', kind: 'Service', spec: { selector, ports: [{ port: 80 }] } });
    expect(manifestsOf(unit).map(({ spec }) => Object(spec).selector)).toContainEqual(selector);
  });

  test('are on every object of the unit, and on its pods', () => {
    const unit = labelled();
    expect(manifestsOf(unit).filter(({ metadata }) => metadata.labels?.['example.com/cost-centre'] !== 'r-17')).toEqual(
      [],
    );
    expect(theOne(unit, 'Deployment').spec?.template).toMatchObject({ metadata: { labels } });
    expect(theOne(unit, 'Namespace').metadata.labels).toMatchObject({ ...labels, 'istio-injection': 'enabled' });
  });

  test('are in no selector, which could never be changed again', () => {
    const selectors = manifestsOf(labelled()).flatMap(({ spec }) => [spec?.selector, spec?.podSelector]);
    expect(JSON.stringify(selectors)).not.toContain('cost-centre');
    expect(JSON.stringify(selectors)).toContain('app.kubernetes.io/instance');
  });

  test('that somebody relies on, or that are none, are refused', () => {
    const said = (some: Record<string, string>) =>
      errorOf(() => new BusinessUnit(newFleet(), 'retail', { contact, labels: some }));
    expect(said({ 'app.kubernetes.io/part-of': 'other' })).toBe(
      'labels of business unit "retail" must have keys of one’s own, such as "example.com/team", got "app.kubernetes.io/part-of"',
    );
    expect(said({ team: 'a b' })).toBe(
      'labels of business unit "retail" must have values that Kubernetes takes, got "a b"',
    );
  });
});

describe('namespace', () => {
  test('a namespace that somebody else makes is not rendered, so nobody’s settings of it are overwritten', () => {
    const unit = new BusinessUnit(newFleet(), 'retail', { contact, namespace: UnitNamespace.existing('shared') });
    new ApiObject(unit, 'notes', { apiVersion: 'v1', kind: 'ConfigMap' });
    expect(ofKind(unit, 'Namespace')).toEqual([]);
    expect(theOne(unit, 'ConfigMap').metadata).toMatchObject({ name: 'retail-notes', namespace: 'shared' });
  });

  test('two units may share a namespace that somebody else makes', () => {
    const fleet = newFleet();
    for (const id of ['retail', 'finance']) {
      const unit = new BusinessUnit(fleet, id, { contact, namespace: UnitNamespace.existing('shared') });
      new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) });
    }
    expect(errorOf(() => fleet.render())).toBe('');
  });
});

describe('names of plain cdk8s objects', () => {
  test('are their ids below the unit, without a hash', () => {
    const unit = newUnit();
    new ApiObject(unit, 'notes', { apiVersion: 'v1', kind: 'ConfigMap' });
    new k8s.KubeConfigMap(new Construct(new Construct(unit, 'shop'), 'till'), 'prices', {});
    expect(namesOf(unit)).toEqual(['Namespace retail', 'ConfigMap notes', 'ConfigMap shop-till-prices']);
  });

  test('do not show the "Resource" that cdk8s-plus puts under its constructs', () => {
    const unit = newUnit();
    new ConfigMap(unit, 'prices');
    expect(theOne(unit, 'ConfigMap').metadata.name).toBe('prices');
  });

  test('are in the letters that Kubernetes takes, whatever the ids are spelt with', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const shop = new Deployment(unit, 'My_Shop', {
      containers: [{ image: 'registry.example.com/shop:1', portNumber: 80 }],
    });
    shop.exposeViaService();
    // cdk8s-plus has no words for all that the restricted standard asks.
    Patch.of(unit, 'Namespace').replace('/metadata/labels/pod-security.kubernetes.io~1enforce', 'baseline');
    new Include(unit, 'Extras', { url: join(__dirname, '../examples/nameless.yaml') });
    expect(namesOf(unit)).toEqual([
      'Namespace retail',
      'Deployment my-shop',
      'Service my-shop-service',
      'ConfigMap extras-object0-configmap',
      'ConfigMap extras-object1-configmap',
    ]);
    expect(errorOf(() => fleet.render())).toBe('');
  });

  test('fails when two ids are one name in those letters', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    new ApiObject(unit, 'Notes', { apiVersion: 'v1', kind: 'ConfigMap' });
    new ApiObject(unit, 'notes', { apiVersion: 'v1', kind: 'ConfigMap' });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'name of ConfigMap "retail/notes" must be used once in the fleet, ' +
          'got it from "retail/Notes" and from "retail/notes"; give one of the two another id',
      ),
    );
  });

  test('carry the unit where they belong to the whole cluster, so that two units may have one each', () => {
    const fleet = newFleet();
    const units = ['retail', 'finance'].map((id) => newUnit(fleet, id));
    for (const unit of units) {
      new k8s.KubeClusterRole(unit, 'reader', {});
    }
    expect(units.flatMap(namesOf)).toEqual([
      'Namespace retail',
      'ClusterRole retail-reader',
      'Namespace finance',
      'ClusterRole finance-reader',
    ]);
    expect(errorOf(() => fleet.render())).toBe('');
  });

  test('carry the unit once where a namespace is shared and the object belongs to the whole cluster', () => {
    const unit = new BusinessUnit(newFleet(), 'retail', { contact, namespace: UnitNamespace.existing('shared') });
    new k8s.KubeClusterRole(unit, 'reader', {});
    expect(namesOf(unit)).toEqual(['ClusterRole retail-reader']);
  });

  test('stay as they were given', () => {
    const unit = newUnit();
    new ApiObject(unit, 'notes', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'kept' } });
    expect(theOne(unit, 'ConfigMap').metadata).toMatchObject({ name: 'kept', namespace: 'retail' });
  });
});

test('the file says whom to call and how to stop all of the unit', () => {
  const fleet = newFleet();
  new BusinessUnit(fleet, 'retail', { contact, namespace: UnitNamespace.own('retail-prod') });
  expect(fleet.render().get('retail.k8s.yaml')?.split('\n').slice(1, 5)).toEqual([
    '# Business unit retail in namespace retail-prod. Contact: integration@example.com',
    '# Each workload says in its annotation kubernetes.io/description what it is and how to stop and start it.',
    '# Stop all of it: kubectl -n retail-prod scale deployment,statefulset -l cdk8s-wso2-mi/unit=retail --replicas=0',
    '# An apply starts again what was stopped, but for tenants with an autoscaler.',
  ]);
});

describe('refusals', () => {
  const rule =
    'must be lower-case letters, digits and "-", begin with a letter, not end with "-", and have at most 63 characters';

  test.each(['Retail', 'retail_shops', '4u', 'retail-'])('fails when the id of a unit is %s', (id) => {
    expect(errorOf(() => newUnit(newFleet(), id))).toBe(`id of business unit "${id}" ${rule}, got "${id}"`);
  });

  test('fails when the id of a unit has more than 63 characters', () => {
    const id = 'r'.repeat(64);
    expect(errorOf(() => newUnit(newFleet(), id))).toBe(
      `id of business unit "${id}" ${rule}, got "${id}"; it has 64; shorten it`,
    );
  });

  test.each([
    ['nobody', ' ', '" "'],
    ['two lines', 'a\nb', '"a\\nb"'],
    ['two lines of another system', 'a\rb', '"a\\rb"'],
    ['a colour of the terminal', '\u001b[31mred', '"\\u001b[31mred"'],
    ['two lines to a reader of YAML', 'a\u0085b', '"a\\u0085b"'],
    ['two lines to a reader of Unicode', 'a\u2028b', '"a\\u2028b"'],
    ['two paragraphs', 'a\u2029b', '"a\\u2029b"'],
  ])('fails when the contact is %s', (_, contacts, shown) => {
    expect(errorOf(() => new BusinessUnit(newFleet(), 'retail', { contact: contacts }))).toBe(
      `contact of business unit "retail" must be one line that names somebody, got ${shown}`,
    );
  });

  test.each(['default', 'kube-system', 'kube-public'])(
    'fails when the own namespace of a unit is %s of the cluster, by its id or by its word',
    (name) => {
      const sentence = (id: string) =>
        `namespace of business unit "${id}" must be its own, got "${name}"; ` +
        'it is the cluster’s; UnitNamespace.existing(…) lives in it without making it';
      expect(errorOf(() => newUnit(newFleet(), name))).toBe(sentence(name));
      const namespace = UnitNamespace.own(name);
      expect(errorOf(() => new BusinessUnit(newFleet(), 'retail', { contact, namespace }))).toBe(sentence('retail'));
    },
  );

  test('a unit may live in a namespace of the cluster that it does not make, or in one that only sounds like it', () => {
    const living = (namespace: UnitNamespace) =>
      errorOf(() => new BusinessUnit(newFleet(), 'retail', { contact, namespace }));
    expect(living(UnitNamespace.existing('default'))).toBe('');
    expect(living(UnitNamespace.existing('kube-system'))).toBe('');
    expect(living(UnitNamespace.own('kubernetes-shops'))).toBe('');
    expect(living(UnitNamespace.own('default-shops'))).toBe('');
  });

  test('fails when a pull secret has a name that no Secret has', () => {
    expect(errorOf(() => new BusinessUnit(newFleet(), 'retail', { contact, pullSecrets: ['Registry Login'] }))).toBe(
      'pullSecrets of business unit "retail" must name Secrets of Kubernetes, got "Registry Login"',
    );
  });

  test('fails when the names of two units in one namespace meet', () => {
    const fleet = newFleet();
    const namespace = UnitNamespace.existing('shared');
    const notes = { apiVersion: 'v1', kind: 'ConfigMap' };
    new ApiObject(new BusinessUnit(fleet, 'shop', { contact, namespace }), 'east-notes', notes);
    new ApiObject(new BusinessUnit(fleet, 'shop-east', { contact, namespace }), 'notes', notes);
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'name of ConfigMap "shared/shop-east-notes" must be used once in the fleet, ' +
          'got it from "shop/east-notes" and from "shop-east/notes"; give one of the two another id',
      ),
    );
  });

  test('fails when tenants of two units in one namespace come to one name', () => {
    const fleet = newFleet();
    const namespace = UnitNamespace.existing('shared');
    const props = { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) };
    new MiTenant(new BusinessUnit(fleet, 'shop', { contact, namespace }), 'east-orders', props);
    new MiTenant(new BusinessUnit(fleet, 'shop-east', { contact, namespace }), 'orders', props);
    expect(errorOf(() => fleet.render()).split('\n')).toContain(
      '- name of Deployment "shared/shop-east-orders" must be used once in the fleet, ' +
        'got it from "shop/east-orders/workload" and from "shop-east/orders/workload"; give one of the two another id',
    );
  });

  test('fails inside another unit, at any depth; beside one it may stand in a construct of its own', () => {
    const fleet = newFleet();
    const retail = new BusinessUnit(fleet, 'retail', { contact });
    const refusal =
      'scope of business unit "inner" must stand beside other units, got it in "retail"; make it in the fleet';
    expect(() => new BusinessUnit(retail, 'inner', { contact })).toThrow(refusal);
    expect(() => new BusinessUnit(new Construct(retail, 'group'), 'inner', { contact })).toThrow(refusal);
    new BusinessUnit(new Construct(fleet, 'group'), 'inner', { contact });
    expect([...fleet.render().keys()]).toEqual(['retail.k8s.yaml', expect.stringMatching(/^group-inner/)]);
  });
});
