import {
  type AlbProps,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  type LoadBalancerProps,
  MiTenant,
  type MiTenantProps,
  Route,
  Scaling,
  Tls,
} from '../../lib';
import { base, canaryOf, errorOf, newFleet, newUnit } from '../manifests';
import { albAnswer, rulesOf, targetGroupsOf } from './alb';
import { type Answer, judged, readByAws, type Stack, stackOf } from './judge';

const ARN = 'arn:aws:acm:eu-central-1:111122223333:certificate/shop';
const OTHER_ARN = 'arn:aws:acm:eu-central-1:111122223333:certificate/till';
const HOSTS = { 'shop.example.com': 'retail', 'till.example.com': 'retail', '*.example.com': 'retail', '*': 'retail' };
const shop = 'shop.example.com';

function judge(
  routesOf: (tenant: MiTenant) => readonly Route[],
  alb: AlbProps = {},
  rest: Partial<LoadBalancerProps> = {},
  props: Partial<MiTenantProps<'app'>> = {},
): Answer {
  const fleet = newFleet();
  const via = new LoadBalancer(fleet, 'public', { controller: GatewayController.alb(alb), hosts: HOSTS, ...rest });
  const unit = newUnit(fleet);
  const image = base.withApp('orders', '1.0.0');
  const tenant = new MiTenant(unit, 'orders', { image, scaling: Scaling.fixed(2), ...props });
  new GatewayIngress(unit, 'routes', { via, routes: routesOf(tenant) });
  expect(errorOf(() => fleet.render())).toBe('');
  const [answer] = judged([readByAws(fleet)]);
  if (answer === undefined) throw new Error('the judge must answer, got nothing');
  return answer;
}

const stack = (...all: Parameters<typeof judge>): Stack => stackOf(judge(...all));
const plain = ({ http }: MiTenant) => [Route.http(shop, { to: http })];
const listeners = (of: Stack) =>
  Object.fromEntries(
    Object.entries(of['AWS::ElasticLoadBalancingV2::Listener'] ?? {}).map(([id, { spec }]) => [id, spec]),
  );

test('the controller makes two listeners: one shows the certificates in their order, the other sends on to it', () => {
  const tls = { 'till.example.com': Tls.acm(OTHER_ARN), [shop]: Tls.acm(ARN), '*.example.com': Tls.acm(ARN) } as const;
  expect(listeners(stack(plain, {}, { tls }))).toMatchObject({
    443: {
      protocol: 'HTTPS',
      certificates: [{ certificateARN: ARN }, { certificateARN: OTHER_ARN }],
      sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      defaultActions: [{ type: 'fixed-response', fixedResponseConfig: { statusCode: '404' } }],
    },
    80: {
      protocol: 'HTTP',
      defaultActions: [
        { type: 'redirect', redirectConfig: { port: '443', protocol: 'HTTPS', statusCode: 'HTTP_301' } },
      ],
    },
  });
});

test('plain HTTP that is sent on has no rules, and plain HTTP that is answered has them all', () => {
  const tls = { [shop]: Tls.acm(ARN), 'till.example.com': Tls.acm(ARN), '*.example.com': Tls.acm(ARN) } as const;
  const counts = (of: Stack) => [80, 443].map((port) => rulesOf(of, port).length);
  expect(counts(stack(plain, {}, { tls }))).toEqual([0, 1]);
  expect(counts(stack(plain, {}, { tls, plainHttp: 'serve' }))).toEqual([1, 1]);
});

test('a tenant is a group of pods by their addresses, asked for its readiness where its release answers', () => {
  const groups = targetGroupsOf(stack(plain));
  expect(Object.keys(groups)).toEqual(['retail/routes-public-depth-0-orders:8290']);
  expect(Object.values(groups)).toMatchObject([
    {
      targetType: 'ip',
      protocol: 'HTTP',
      port: 8290,
      healthCheckConfig: { port: 9201, protocol: 'HTTP', path: '/healthz', matcher: { httpCode: '200-399' } },
    },
  ]);
});

test('pods that are spoken to by TLS are a group of that protocol', () => {
  const groups = targetGroupsOf(stack(({ https }) => [Route.http(shop, { to: https })]));
  expect(Object.values(groups)).toMatchObject([{ protocol: 'HTTPS', port: 8253 }]);
});

test('the load balancer has the scheme, the addresses and the idle timeout of its class', () => {
  const of = stack(plain, { scheme: 'internet-facing', subnets: { ids: ['subnet-0a', 'subnet-0b'] } });
  expect(Object.values(of['AWS::ElasticLoadBalancingV2::LoadBalancer'] ?? {})).toMatchObject([
    {
      spec: {
        scheme: 'internet-facing',
        ipAddressType: 'ipv4',
        subnetMapping: [{ subnetID: 'subnet-0a' }, { subnetID: 'subnet-0b' }],
        loadBalancerAttributes: expect.arrayContaining([{ key: 'idle_timeout.timeout_seconds', value: '60' }]),
      },
    },
  ]);
});

test('a canary by percent, by a header and a rewrite come out as they were asked for', () => {
  const byPercent = stack(plain, {}, {}, { canary: canaryOf({ by: 'percent', percent: 10 }) });
  expect(albAnswer(byPercent, { host: shop, path: '/x' })).toEqual({
    to: { orders: 90, 'orders-canary': 10 },
    path: '/x',
  });
  const canary = canaryOf({ by: 'header', header: 'X-Canary', value: 'always' });
  const byHeader = stack(plain, {}, {}, { canary });
  const headers = { 'X-Canary': 'always' };
  expect(albAnswer(byHeader, { host: shop, path: '/', headers }).to).toEqual({ 'orders-canary': 1 });
  expect(albAnswer(byHeader, { host: shop, path: '/' }).to).toEqual({ orders: 1 });
  const rewritten = stack(({ http }) => [Route.http(shop, { path: '/bar', rewriteTo: '/v1', to: http })]);
  expect(albAnswer(rewritten, { host: shop, path: '/bar/x' })).toEqual({ to: { orders: 1 }, path: '/v1/x' });
});

test('of five ranges each is let in, and all others are forbidden', () => {
  const from = ['10.0.0.0/16', '10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16', '10.4.0.0/16'] as const;
  const of = stack(({ http }) => [Route.http(shop, { path: '/a', from, to: http })]);
  for (const range of from) {
    expect(albAnswer(of, { host: shop, path: '/a', from: range.replace('0/16', '7') }).to).toEqual({ orders: 1 });
  }
  expect(albAnswer(of, { host: shop, path: '/a', from: '10.5.0.1' })).toEqual({ status: '403' });
});

test('a path with a colon, as Google and OData write it, is one', () => {
  const of = stack(({ http }) => [Route.http(shop, { path: '/v1/orders:cancel', match: 'exact', to: http })]);
  expect(albAnswer(of, { host: shop, path: '/v1/orders:cancel' }).to).toEqual({ orders: 1 });
  expect(albAnswer(of, { host: shop, path: '/v1/orders:cancel/x' })).toEqual({ status: '404' });
});

test('a host without a certificate of its own has the one that the controller finds for it', () => {
  const routes = ({ http }: MiTenant) => [Route.http(shop, { to: http }), Route.http('till.example.com', { to: http })];
  expect(
    listeners(stack(routes))[443]
      ?.certificates?.map(({ certificateARN }) => certificateARN)
      .sort(),
  ).toEqual([
    'arn:aws:acm:eu-central-1:111122223333:certificate/shop.example.com',
    'arn:aws:acm:eu-central-1:111122223333:certificate/till.example.com',
  ]);
});

test('the controller itself refuses a namespace that is not in the book, so the judge can say no', () => {
  const fleet = newFleet();
  const via = new LoadBalancer(fleet, 'public', { controller: GatewayController.alb(), hosts: HOSTS });
  const unit = newUnit(fleet);
  const image = base.withApp('orders', '1.0.0');
  const tenant = new MiTenant(unit, 'orders', { image, scaling: Scaling.fixed(2) });
  new GatewayIngress(unit, 'routes', { via, routes: plain(tenant) });
  const others = readByAws(fleet).map((one) =>
    one.kind === 'Namespace' ? { ...one, metadata: { ...one.metadata, labels: {} } } : one,
  );
  const [answer] = judged([others]);
  expect(JSON.stringify(answer)).toMatch(/namespaceSelector|doesn't match|namespace/);
  expect(answer?.groups.public?.model).toBeUndefined();
});
