import { ApiObject, App, Chart } from 'cdk8s';
import {
  BusinessUnit,
  Canary,
  Fleet,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  LoggingSidecar,
  MiTenant,
  Quota,
  Route,
  Scaling,
  SharedVolume,
  Tls,
  UnitNamespace,
  VolumeSource,
} from '../../lib';
import { base, errorOf, type Manifest, manifestsOf, namesOf, newFleet, newUnit, refusalOf, theOne } from '../manifests';

const contact = 'integration@example.com';
const NAMESPACES = {
  own: UnitNamespace.own(),
  named: UnitNamespace.own('shops'),
  existing: UnitNamespace.existing('shared'),
};

/** A unit with all that a unit can hold, the same for every suffix. */
function unitWithAll(suffix: string, namespace: UnitNamespace): Manifest[] {
  const fleet = newFleet({ suffix });
  const via = new LoadBalancer(fleet, 'public', {
    controller: GatewayController.nginx(),
    hosts: { 'shop.example.com': 'retail', 'secure.example.com': 'retail', '*': 'retail' },
  });
  const quota = namespace.rendered ? Quota.ofTenants() : undefined;
  const unit = new BusinessUnit(fleet, 'retail', { contact, namespace, quota });
  const files = new SharedVolume(unit, 'files', { source: VolumeSource.nfs('nfs01.example.com', '/export') });
  const orders = new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.auto({ min: 2, max: 6 }),
    tls: Keystore.fromSecret('keystore', { file: 'orders.jks', password: 'password' }),
  });
  const prices = new MiTenant(unit, 'prices', {
    image: base.withApp('prices', '1.0.0'),
    scaling: Scaling.fixed(2),
    canary: Canary.percent(10, { image: base.withApp('prices', '1.1.0') }),
  });
  new MiTenant(unit, 'poller', {
    image: base.withPoller('poller', '1.0.0'),
    scaling: Scaling.singleton(),
    mounts: [files.at('/mnt/in')],
    logging: [LoggingSidecar.toStdout({ image: 'registry.example.com/busybox:1', files: ['audit.log'] })],
  });
  const { http } = orders;
  const routes = [
    Route.http('shop.example.com', { to: http }),
    Route.http('shop.example.com', { path: '/prices', to: prices.http }),
    Route.passthrough('secure.example.com', orders),
    Route.defaultBackend(http),
  ];
  new GatewayIngress(unit, 'routes', { via, routes });
  new ApiObject(unit, 'notes', { apiVersion: 'v1', kind: 'ConfigMap' });
  new ApiObject(unit, 'reader', { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole' });
  expect(errorOf(() => fleet.render())).toBe('');
  return manifestsOf(unit);
}

function identity({ apiVersion, kind, metadata }: Manifest): string {
  return `${apiVersion.split('/').slice(0, -1).join('/')} ${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
}

type Labels = Readonly<Record<string, string>>;

/** All labels by which an object of the API picks pods, wherever they stand in it. */
function selectorsOf(value: unknown): Labels[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, child]) => [
        ...(key === 'matchLabels' || (key === 'selector' && !('matchLabels' in child)) ? [child as Labels] : []),
        ...selectorsOf(child),
      ])
    : [];
}

/** The labels of the pods that an object makes. */
function podLabelsOf({ spec }: Manifest): Labels[] {
  const template = spec?.template as { readonly metadata?: { readonly labels?: Labels } } | undefined;
  return template?.metadata?.labels === undefined ? [] : [template.metadata.labels];
}

function picks(selector: Labels, labels: Labels): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

describe.each(Object.entries(NAMESPACES))('two environments of one fleet, namespace %s', (_, namespace) => {
  const [plain, staging, development] = ['', '-staging', '-dev-2'].map((suffix) => unitWithAll(suffix, namespace));
  const pairs = [
    [plain, staging],
    [staging, plain],
    [staging, development],
  ] as const;

  test.each(pairs)('have no object in common in a cluster', (one = [], other = []) => {
    const names = new Set(one.map(identity));
    expect(names.size).toBe(one.length);
    expect(other).toHaveLength(one.length);
    expect(other.map(identity).filter((name) => names.has(name))).toEqual([]);
  });

  test.each(pairs)('pick no pod of one another, also where they share a namespace', (one = [], other = []) => {
    const selectors = one.flatMap(selectorsOf);
    const [own, others] = [one.flatMap(podLabelsOf), other.flatMap(podLabelsOf)];
    expect([own.length, others.length]).toEqual([4, 4]);
    // The Services, the budget and the workloads pick something at home, so the question is not idle.
    expect(selectors.filter((selector) => own.some((labels) => picks(selector, labels))).length).toBeGreaterThan(6);
    expect(selectors.filter((selector) => others.some((labels) => picks(selector, labels)))).toEqual([]);
  });

  test('what an object refers to has the name that it has there', () => {
    const names = new Set((staging ?? []).map(({ kind, metadata }) => `${kind} ${metadata.name}`));
    const text = JSON.stringify(staging);
    const referred = [
      ...[...text.matchAll(/"claimName":"([^"]+)"/g)].map(([, name]) => `PersistentVolumeClaim ${name}`),
      ...[...text.matchAll(/"volumeName":"([^"]+)"/g)].map(([, name]) => `PersistentVolume ${name}`),
      ...[...text.matchAll(/"serviceAccountName":"([^"]+)"/g)].map(([, name]) => `ServiceAccount ${name}`),
      ...[...text.matchAll(/"service":\{"name":"([^"]+)"/g)].map(([, name]) => `Service ${name}`),
      ...[...text.matchAll(/"configMap":\{"items":\[[^\]]*\],"name":"([^"]+)"/g)].map(
        ([, name]) => `ConfigMap ${name}`,
      ),
    ];
    expect(new Set(referred.map((name) => name.split(' ')[0])).size).toBe(5);
    expect(referred.filter((name) => !names.has(name))).toEqual([]);
  });
});

test('names end their unit with the suffix; ids, paths and file names stay as they are', () => {
  const fleet = newFleet({ suffix: '-staging' });
  const unit = newUnit(fleet, 'clinic');
  new SharedVolume(unit, 'lab', { source: VolumeSource.nfs('nfs01.example.com', '/export') });
  expect([unit.node.id, unit.name, unit.namespaceName]).toEqual(['clinic', 'clinic-staging', 'clinic-staging']);
  expect(theOne(unit, 'PersistentVolume').metadata.name).toBe('clinic-staging-lab-a14d4dc7ed');
  expect(theOne(unit, 'PersistentVolumeClaim').metadata).toMatchObject({
    name: 'lab-a14d4dc7ed',
    namespace: 'clinic-staging',
  });
  expect([...fleet.render().keys()]).toEqual(['clinic.k8s.yaml']);
});

test('the file says what the unit is called in the cluster, and how to stop it there', () => {
  const fleet = newFleet({ suffix: '-staging' });
  newUnit(fleet, 'clinic');
  const [, who, , stop] = fleet.render().get('clinic.k8s.yaml')?.split('\n') ?? [];
  expect(who).toBe(
    '# Business unit clinic (clinic-staging in the cluster) in namespace clinic-staging. Contact: integration@example.com',
  );
  expect(stop).toBe(
    '# Stop all of it: kubectl -n clinic-staging scale deployment,statefulset ' +
      '-l cdk8s-wso2-mi/unit=clinic-staging --replicas=0',
  );
});

test('outside of a fleet there is none', () => {
  expect(new BusinessUnit(new App(), 'clinic', { contact }).name).toBe('clinic');
});

test('plain charts are the user’s to name; the fleet says with what', () => {
  const fleet = newFleet({ suffix: '-staging' });
  const chart = new Chart(fleet, 'plain', { namespace: `tools${fleet.suffix}` });
  new ApiObject(chart, 'notes', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'notes' } });
  expect(theOne(chart, 'ConfigMap').metadata).toEqual({ name: 'notes', namespace: 'tools-staging' });
});

describe('refusals', () => {
  const rule =
    'must be lower-case letters, digits and "-", begin with a letter, not end with "-", and have at most 63 characters';

  test.each(['staging', '-', '-Staging', '-staging-', '_staging', '-a--b', '-a.b', ' -a'])(
    'fails when the suffix is "%s"',
    (suffix) => {
      expect(errorOf(() => new Fleet({ suffix }))).toBe(
        'suffix of fleet "mi" must be lower-case letters and digits, with a "-" before each word, ' +
          `got "${suffix}"; write it like "-staging"`,
      );
    },
  );

  test('fails when the suffix makes the name of a unit too long', () => {
    const id = 'r'.repeat(56);
    expect(errorOf(() => newUnit(newFleet({ suffix: '-staging' }), id))).toBe(
      `id of business unit "${id}" ${rule}, got "${id}-staging"; it has 64; shorten it`,
    );
    expect(errorOf(() => newUnit(newFleet({ suffix: '-staging' }), id.slice(1)))).toBe('');
  });

  test('fails when the suffix makes the name of a namespace too long', () => {
    const fleet = newFleet({ suffix: '-staging' });
    const name = 'n'.repeat(56);
    new BusinessUnit(fleet, 'retail', { contact, namespace: UnitNamespace.own(name) });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        `name of Namespace "${name}-staging" must be a DNS label of at most 63 characters, got "${name}-staging"`,
      ),
    );
  });

  test('fails when the suffix makes the name of a poller too long in a namespace that exists', () => {
    const poller = (suffix: string) => {
      const fleet = newFleet({ suffix });
      const unit = new BusinessUnit(fleet, 'retail', { contact, namespace: UnitNamespace.existing('shared') });
      new MiTenant(unit, 'p'.repeat(40), { image: base.withPoller('p', '1.0.0'), scaling: Scaling.singleton() });
      return errorOf(() => fleet.render());
    };
    expect(poller('')).toBe('');
    expect(poller('-staging')).toBe(
      refusalOf(
        `id of tenant "retail/${'p'.repeat(40)}" ${rule.replace('63', '52')}, ` +
          `got "retail-staging-${'p'.repeat(40)}"; it has 55; shorten it`,
      ),
    );
  });
});

describe('what all units share at a load balancer', () => {
  const shared = (suffix: string, controller: GatewayController) => {
    const fleet = newFleet({ suffix });
    newUnit(fleet);
    const via = new LoadBalancer(fleet, 'public', {
      controller,
      hosts: { 'shop.example.com': 'retail' },
      tls: { 'shop.example.com': Tls.secret('shop-tls') },
    });
    return namesOf(via);
  };

  test('a Gateway of each environment stands beside the others', () => {
    const controller = GatewayController.gatewayApi({ gatewayClass: 'any', namespace: 'infra' });
    expect(shared('-staging', controller)).toEqual(['Gateway public-staging', 'HTTPRoute public-staging-redirect']);
    expect(shared('', controller)).toEqual(['Gateway public', 'HTTPRoute public-redirect']);
  });

  test('an NLB before a controller does, too', () => {
    const behind = GatewayController.behindNlb(GatewayController.nginx(), {
      namespace: 'ingress-nginx',
      selector: { app: 'nginx' },
    });
    expect(shared('-staging', behind)).toEqual(['Service public-staging-nlb']);
  });
});
