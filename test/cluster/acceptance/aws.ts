import { Duration } from 'cdk8s';
import {
  Canary,
  type Controller,
  type Fleet,
  GatewayController,
  GatewayIngress,
  type HostBook,
  Keystore,
  LoadBalancer,
  type LoadBalancerProps,
  ManagementLogin,
  MiTenant,
  Route,
  Scaling,
  Tls,
} from '../../../lib';
import { base, newFleet, newUnit } from '../../manifests';
import type { Cluster } from '../cluster';
import { DryRun } from '../dry-run';
import { accepted } from '../judged-fleet';
import { unlikeKept } from '../whole-objects';

const HOSTS: HostBook = {
  'shop.example.com': 'retail',
  'ops.example.org': 'retail',
  '*.example.com': 'retail',
  '*': 'retail',
};
const CERTIFICATE = Tls.acm('arn:aws:acm:eu-central-1:111122223333:certificate/shop');

/** A fleet of one tenant behind a controller of AWS. */
function fleetOf(
  controller: Controller,
  routesOf: (tenant: MiTenant) => readonly Route[],
  rest: Partial<LoadBalancerProps> = {},
  canary?: Canary,
): Fleet {
  const fleet = newFleet();
  const via = new LoadBalancer(fleet, 'public', { controller, hosts: HOSTS, ...rest });
  const tenant = new MiTenant(newUnit(fleet), 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    canary,
    tls: Keystore.fromSecret('keystore', { file: 'orders.jks', password: 'password' }),
    config: { managementLogin: ManagementLogin.stock(), toml: { transport: { http: { socket_timeout: 3_610_000 } } } },
  });
  new GatewayIngress(tenant.unit, 'routes', { via, routes: routesOf(tenant) });
  return fleet;
}

function withEverything(): Fleet {
  const controller = GatewayController.alb({
    ingressClass: 'alb-public',
    group: 'shops.public',
    scheme: 'internet-facing',
    ipAddressType: 'dualstack',
    subnets: { ids: ['subnet-0a', 'subnet-0b'] },
    inboundCidrs: ['192.0.2.0/24', '2001:db8::/32'],
    idleTimeout: Duration.hours(1),
    attributes: { 'deletion_protection.enabled': 'true' },
    tags: { team: 'platform' },
    webAcl: 'arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/edge/3ab78708-85b0-49d3-b4e1-7a9615a6613b',
  });
  const routesOf = (tenant: MiTenant) => [
    Route.http('shop.example.com', { to: tenant.http, path: '/a', rewriteTo: '/', from: ['192.0.2.0/24'] }),
    Route.http('shop.example.com', { to: tenant.https, path: '/a/b', match: 'exact', sticky: 'cookie' }),
    Route.http('*.example.com', { to: tenant.http, upgrade: 'websocket' }),
    Route.management('ops.example.org', { to: tenant.management, from: ['192.0.2.0/24', '2001:db8::/32'] }),
    Route.defaultBackend(tenant.http),
  ];
  const tls = { 'shop.example.com': CERTIFICATE, 'ops.example.org': CERTIFICATE, '*.example.com': CERTIFICATE };
  return fleetOf(controller, routesOf, { tls }, Canary.header('X-Canary', { image: base.withApp('orders', '2.0.0') }));
}

const passed = (tenant: MiTenant) => [Route.passthrough('shop.example.com', tenant)];
const nginx = GatewayController.nginx({ clientAddresses: 'direct' });
const pods = { namespace: 'ingress-nginx', selector: { 'app.kubernetes.io/name': 'ingress-nginx' } };
const nlb = { scheme: 'internet-facing', sources: ['192.0.2.0/24'], tags: { team: 'platform' } } as const;

/** Controllers of AWS, by the definitions of their own. */
export function describeAws(cluster: () => Cluster): void {
  test.each<[string, () => Fleet]>([
    [
      'an ALB by its defaults',
      () => fleetOf(GatewayController.alb(), ({ http }) => [Route.http('shop.example.com', { to: http })]),
    ],
    ['an ALB with everything', withEverything],
    [
      'an ALB in subnets by their tags',
      () =>
        fleetOf(
          GatewayController.alb({ subnets: { tags: { tier: ['public'] } } }),
          ({ http }) => [Route.defaultBackend(http)],
          { plainHttp: 'serve' },
        ),
    ],
    ['an NLB of a tenant', () => fleetOf(GatewayController.nlb(nlb), passed)],
    [
      'an NLB before nginx',
      () => fleetOf(GatewayController.behindNlb(nginx, { ...pods, ...nlb, httpPort: 8080 }), passed),
    ],
  ])('the API server takes every field of %s', async (_, compose) => {
    const { kubectl } = cluster();
    const fleet = accepted(compose());
    expect(await new DryRun(kubectl).complaint([fleet])).toBeUndefined();
    expect(await unlikeKept(kubectl, fleet.files)).toEqual([]);
  });

  test.each([
    ['scheme', 'public', 'Unsupported value: "public": supported values: "internal", "internet-facing"'],
    ['subnet', ['subnet-0a'], '.spec.subnet: field not declared in schema'],
  ])('the same server refuses an IngressClassParams with a wrong %s', async (field, value, refusal) => {
    const params = { apiVersion: 'elbv2.k8s.aws/v1beta1', kind: 'IngressClassParams', metadata: { name: 'wrong' } };
    const input = JSON.stringify({ ...params, spec: { [field]: value } });
    const apply = ['apply', '--server-side', '--validate=strict', '--dry-run=server', '-f', '-'];
    expect((await cluster().kubectl.run(apply, { input })).stderr).toContain(refusal);
  });
}
