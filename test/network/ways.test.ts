import { App } from 'cdk8s';
import {
  BusinessUnit,
  Canary,
  ControlPlane,
  Endpoint,
  Fleet,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  type LoadBalancerProps,
  MiBaseImage,
  MiTenant,
  type MiTenantProps,
  Network,
  Peer,
  Route,
  reachability,
  Scaling,
  Tracing,
  UnitNamespace,
} from '../../lib';
import { base, errorOf, manifestsOf, named, newFleet, ofKind, refusalOf, sentencesOf, theOne } from '../manifests';

const contact = 'integration@example.com';
const HOST = 'shop.example.com';
const image = base.withApp('orders', '1.0.0');
const scaling = Scaling.fixed(2);
const tls = Keystore.fromSecret('keystore', { file: 'orders.jks', password: 'password' });
const RANGE = Peer.ranges('10.9.0.0/16');

const tcp = (port: number) => ({ port, protocol: 'TCP' });
const pods = (namespace: string, labels: Record<string, string>) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
  podSelector: { matchLabels: labels },
});

/** A unit that is shut but for what is declared. */
function isolatedUnit(fleet: Fleet, id = 'retail', namespace = UnitNamespace.own()): BusinessUnit {
  return new BusinessUnit(fleet, id, { contact, namespace, network: Network.isolated() });
}

/** The policy of tenant "retail/orders" with these props. */
function policyOf(props: Partial<MiTenantProps<'app'>>, network = Network.isolated()) {
  const unit = new BusinessUnit(newFleet(), 'retail', { contact, network });
  new MiTenant(unit, 'orders', { image, scaling, ...props });
  return named(unit, 'NetworkPolicy', 'orders').spec;
}

/** The ports of the Service of the one tenant of a unit. */
function portsOf(unit: BusinessUnit) {
  return Object(theOne(unit, 'Service').spec).ports.map(({ port }: { port: number }) => port);
}

/** A tenant behind a load balancer, passed through or by plain HTTP. */
function behind(controller: GatewayController, props: Partial<LoadBalancerProps> = {}, network = Network.isolated()) {
  const fleet = newFleet();
  const unit = new BusinessUnit(fleet, 'retail', { contact, network });
  const orders = new MiTenant(unit, 'orders', { image, scaling, tls });
  const via = new LoadBalancer(fleet, 'edge', { controller, hosts: { [HOST]: 'retail' }, ...props });
  const passed = controller.name === 'nlb';
  const route = passed ? Route.passthrough(HOST, orders) : Route.http(HOST, { to: orders.http });
  new GatewayIngress(unit, 'routes', { via, routes: [route] });
  return { fleet, unit };
}

describe('whoever a load balancer is gets in, to the port of its routes and of its health checks', () => {
  const nginx = { 'app.kubernetes.io/component': 'controller', 'app.kubernetes.io/name': 'ingress-nginx' };
  const behindNlb = GatewayController.behindNlb(GatewayController.nginx(), {
    namespace: 'edge',
    selector: { app: 'nginx' },
  });
  const gatewayApi = GatewayController.gatewayApi({
    namespace: 'infra',
    gatewayClass: 'any',
    defaultCertificate: 'any',
  });

  test.each<[string, GatewayController, Partial<LoadBalancerProps>, object[], number[]]>([
    ['nginx, where it says itself', GatewayController.nginx(), {}, [pods('ingress-nginx', nginx)], [8290]],
    [
      'nginx elsewhere',
      GatewayController.nginx(),
      { sources: [RANGE] },
      [{ ipBlock: { cidr: '10.9.0.0/16' } }],
      [8290],
    ],
    ['traefik', GatewayController.traefik(), {}, [pods('traefik', { 'app.kubernetes.io/name': 'traefik' })], [8290]],
    ['behind an NLB', behindNlb, {}, [pods('edge', { app: 'nginx' })], [8290]],
    ['the Gateway API', gatewayApi, { sources: [RANGE] }, [{ ipBlock: { cidr: '10.9.0.0/16' } }], [8290]],
    ['an ALB', GatewayController.alb(), { sources: [RANGE] }, [{ ipBlock: { cidr: '10.9.0.0/16' } }], [8290, 9201]],
    ['an NLB', GatewayController.nlb(), { sources: [RANGE] }, [{ ipBlock: { cidr: '10.9.0.0/16' } }], [8253, 9201]],
  ])('%s', (_, controller, props, from, ports) => {
    const { fleet, unit } = behind(controller, props);
    expect(errorOf(() => fleet.render())).toBe('');
    expect(named(unit, 'NetworkPolicy', 'orders').spec).toMatchObject({ ingress: [{ from, ports: ports.map(tcp) }] });
  });

  test('fails where nobody says where it is, since it would be shut out', () => {
    expect(errorOf(() => behind(GatewayController.alb()).fleet.render())).toBe(
      refusalOf(
        'sources of load balancer "edge" must say where its requests come from, since unit "retail" lets in nobody else, ' +
          "got nothing, and alb may be anywhere; write sources: [Peer.pods('<namespace>', { … })] for the pods of its " +
          "proxy, [Peer.ranges('10.0.0.0/16')] for one that is no pod, such as the subnets of an ALB or NLB; or " +
          'network: Network.audit() of the fleet or the unit',
      ),
    );
  });

  test('not where nothing is enforced: the table says that it is missing', () => {
    const { fleet } = behind(GatewayController.alb(), {}, Network.audit());
    expect(errorOf(() => fleet.render())).toBe('');
    expect(reachability(fleet)).toContain(
      '| wherever load balancer edge is | retail/orders | 8290 | load balancer edge |',
    );
  });

  test('a list of nobody lets in nobody: a rule without peers would be for everybody', () => {
    const { unit } = behind(GatewayController.nginx(), { sources: [] });
    expect(named(unit, 'NetworkPolicy', 'orders').spec).not.toHaveProperty('ingress');
  });

  test('the canary of a tenant too', () => {
    const fleet = newFleet();
    const unit = isolatedUnit(fleet);
    const canary = Canary.percent(10, { image: base.withApp('orders', '1.1.0') });
    const orders = new MiTenant(unit, 'orders', { image, scaling, canary });
    const hosts = { [HOST]: 'retail' };
    const via = new LoadBalancer(fleet, 'edge', { controller: GatewayController.nginx(), hosts });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.http(HOST, { to: orders.http })] });
    const { podSelector, ...rest } = Object(named(unit, 'NetworkPolicy', 'orders-canary').spec);
    expect(podSelector).toEqual({
      matchLabels: { 'app.kubernetes.io/instance': 'orders-canary', 'app.kubernetes.io/part-of': 'retail' },
    });
    expect(named(unit, 'NetworkPolicy', 'orders').spec).toMatchObject(rest);
  });
});

describe('what a configuration names is let out', () => {
  const at = Endpoint.outside('out.example.com', 6831, ['10.40.0.0/24']);
  const to = [{ ipBlock: { cidr: '10.40.0.0/24' } }];

  test('a tracer over TCP; the agent of Jaeger, up to 4.1, over UDP', () => {
    const old = MiBaseImage.fromRegistry('registry.example.com/mi-base', { release: '4.1.0' }).withApp(
      'orders',
      '1.0.0',
    );
    const config = { tracing: Tracing.jaeger(at) };
    expect(policyOf({ config })).toMatchObject({ egress: [{ to, ports: [tcp(6831)] }] });
    expect(policyOf({ config, image: old })).toMatchObject({
      egress: [{ to, ports: [{ port: 6831, protocol: 'UDP' }] }],
    });
  });

  test('a dashboard, which asks the Management API back', () => {
    expect(policyOf({ config: { controlPlane: ControlPlane.dashboard({ at }) } })).toMatchObject({
      egress: [{ to, ports: [tcp(6831)] }],
      ingress: [{ from: to, ports: [tcp(9164)] }],
    });
  });

  test('a Service of the cluster, by the labels of its pods', () => {
    const props = { namespace: 'tracing', port: 4317, pods: { app: 'otel' } };
    expect(policyOf({ calls: [Endpoint.inCluster('otel', props)] })).toMatchObject({
      egress: [{ to: [pods('tracing', { app: 'otel' })], ports: [tcp(4317)] }],
    });
  });

  test('nothing else: a tenant that says nothing may ask for names, and is asked by nobody', () => {
    expect(policyOf({})).toEqual({
      podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/part-of': 'retail' } },
      policyTypes: ['Ingress', 'Egress'],
    });
  });
});

test('a scraper reaches only tenants that count; operators reach the Management API', () => {
  const network = Network.isolated({ scrapers: [Peer.pods('monitoring')], operators: [RANGE] });
  expect(policyOf({}, network)).toMatchObject({ ingress: [{ from: [{ ipBlock: {} }], ports: [tcp(9164)] }] });
});

describe('tenants that call each other', () => {
  const of = (instance: string, unit: string) => ({
    'app.kubernetes.io/instance': instance,
    'app.kubernetes.io/part-of': unit,
  });

  test('are open to each other at that port, in both files, whatever their namespaces are called', () => {
    const fleet = newFleet({ suffix: '-staging' });
    const clinic = isolatedUnit(fleet, 'clinic', UnitNamespace.existing('shared'));
    const billing = new MiTenant(clinic, 'billing', { image, scaling });
    const retail = isolatedUnit(fleet);
    new MiTenant(retail, 'orders', { image, scaling, calls: [billing.https] });
    expect(errorOf(() => fleet.render())).toBe('');
    expect(named(retail, 'NetworkPolicy', 'orders').spec).toMatchObject({
      egress: [{ to: [pods('shared', of('billing', 'clinic-staging'))], ports: [tcp(8253)] }],
    });
    expect(named(clinic, 'NetworkPolicy', 'clinic-staging-billing').spec).toMatchObject({
      ingress: [{ from: [pods('retail-staging', of('orders', 'retail-staging'))], ports: [tcp(8253)] }],
    });
    expect(reachability(fleet)).toContain('\n| retail/orders | clinic/billing | 8253 | calls |\n');
  });

  test('fails where the other is of another fleet', () => {
    const other = new MiTenant(isolatedUnit(newFleet(), 'clinic'), 'billing', { image, scaling });
    const fleet = newFleet();
    new MiTenant(isolatedUnit(fleet), 'orders', { image, scaling, calls: [other.http] });
    expect(sentencesOf(() => fleet.render())).toEqual([
      'calls of tenant "retail/orders" must lead to tenants of its own fleet, got "clinic/billing" of another; what ' +
        'another fleet renders may be elsewhere; say Endpoint.inCluster(…) or Endpoint.outside(…)',
    ]);
  });
});

describe('the mode of a unit', () => {
  test('in a namespace of others, only pods of the unit are shut', () => {
    const unit = isolatedUnit(newFleet(), 'retail', UnitNamespace.existing('shared'));
    expect(theOne(unit, 'NetworkPolicy')).toMatchObject({
      metadata: { name: 'retail-default-deny', namespace: 'shared' },
      spec: { podSelector: { matchLabels: { 'app.kubernetes.io/part-of': 'retail' } } },
    });
  });

  test.each([
    ['audit', Network.audit()],
    ['open', Network.open()],
  ])('%s: nothing is enforced, and the Service has all four ports', (_, network) => {
    const { fleet, unit } = behind(GatewayController.alb(), {}, network);
    expect(errorOf(() => fleet.render())).toBe('');
    expect(ofKind(unit, 'NetworkPolicy')).toEqual([]);
    expect(portsOf(unit)).toEqual([8290, 8253, 9201, 9164]);
  });

  test('a unit that says nothing is isolated, in a fleet that says nothing or outside of one', () => {
    const shut = isolatedUnit(newFleet());
    const silent = new BusinessUnit(new Fleet({ outdir: 'never-written' }), 'retail', { contact });
    const alone = new BusinessUnit(new App(), 'retail', { contact });
    for (const unit of [shut, silent, alone]) {
      new MiTenant(unit, 'orders', { image, scaling });
    }
    expect(manifestsOf(silent)).toEqual(manifestsOf(shut));
    expect(manifestsOf(alone)).toEqual(manifestsOf(shut));
  });

  test('what the fleet says holds for the units that say nothing, and for them alone', () => {
    const fleet = newFleet({ network: Network.isolated({ operators: [RANGE], dnsPort: 5353 }) });
    const silent = new BusinessUnit(fleet, 'silent', { contact });
    const own = new BusinessUnit(fleet, 'own', { contact, network: Network.isolated() });
    for (const unit of [silent, own]) {
      new MiTenant(unit, 'orders', { image, scaling });
    }
    expect([silent, own].map(portsOf)).toEqual([
      [8290, 8253, 9201, 9164],
      [8290, 8253, 9201],
    ]);
    expect([silent, own].map(({ network }) => network.dnsPort)).toEqual([5353, 53]);
  });

  test('isolated: 9164 is in the Service only where somebody is declared for it', () => {
    const portsWith = (network: Network) => {
      const unit = new BusinessUnit(newFleet(), 'retail', { contact, network });
      new MiTenant(unit, 'orders', { image, scaling });
      return portsOf(unit);
    };
    expect(portsWith(Network.isolated())).toEqual([8290, 8253, 9201]);
    expect(portsWith(Network.isolated({ operators: [RANGE] }))).toEqual([8290, 8253, 9201, 9164]);
  });

  test('audit lists in the file what would get through, open does not', () => {
    const head = (network: Network) => {
      const fleet = newFleet();
      const unit = new BusinessUnit(fleet, 'retail', { contact, network });
      new MiTenant(unit, 'orders', { image, scaling, callers: [RANGE] });
      return fleet.render().get('retail.k8s.yaml')?.split('\n').slice(5, 10);
    };
    expect(head(Network.audit())).toEqual([
      '# The network is open to all (audit). Network.isolated() would let through nothing but this:',
      '#   10.9.0.0/16 -> retail/orders, port 8253 (callers)',
      '#   10.9.0.0/16 -> retail/orders, port 8290 (callers)',
      '#   all of retail -> pods k8s-app=kube-dns of namespace kube-system, port 53 UDP and TCP (names)',
      'apiVersion: v1',
    ]);
    expect(head(Network.open())?.[0]).toBe('apiVersion: v1');
  });
});

describe('refusals', () => {
  test.each<[string, () => unknown, string]>([
    [
      'the name of a namespace is none',
      () => Peer.pods('In_gress'),
      'namespace of peer "In_gress" must name a namespace, got "In_gress"',
    ],
    [
      'the key of a label is none',
      () => Peer.pods('retail', { 'a b': 'c' }),
      'labels of peer "retail" must have keys such as "team" or "example.com/team", got "a b"',
    ],
    [
      'the value of a label is none',
      () => Peer.pods('retail', { team: 'somebody@example.com' }),
      'labels.team of peer "retail" must be letters, digits, "-", "_" and ".", at most 63 characters, got "somebody@example.com"',
    ],
    [
      'a range is not written by its first address',
      () => Peer.ranges('10.9.0.1/16'),
      'ranges of peer "10.9.0.1/16" must be written by their first address, got "10.9.0.1/16"',
    ],
    [
      'a range is none',
      () => Peer.ranges('10.9.0.0/33'),
      'ranges of peer "10.9.0.0/33" must be ranges of addresses, such as "10.20.0.0/16", got "10.9.0.0/33"',
    ],
    [
      'the port of DNS is none',
      () => Network.isolated({ dnsPort: 0 }),
      'dnsPort of network "isolated" must be a whole number from 1 to 65535, got 0',
    ],
  ])('fails when %s', (_, make, message) => {
    expect(errorOf(make)).toBe(message);
  });
});
