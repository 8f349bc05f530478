import { Duration, Size } from 'cdk8s';
import {
  type AlbProps,
  type BehindNlbProps,
  type BusinessUnit,
  type Controller,
  CsiSecret,
  type CsiSecretProps,
  ExternalSecret,
  type ExternalSecretProps,
  type Fleet,
  GatewayController,
  GatewayIngress,
  type GatewayIngressProps,
  type HttpRouteProps,
  type IngressClassProps,
  Keystore,
  LoadBalancer,
  type LoadBalancerProps,
  type NginxProps,
  type NlbProps,
  Peer,
  Route,
  SecretProvider,
  SecretStore,
  Tls,
  type TraefikProps,
} from '../../lib';
import { app, type Files, filesOf, rows } from './rows';

const SHOP = 'shop.example.com';
const nginx = GatewayController.nginx({ clientAddresses: 'direct' });
const regex = GatewayController.nginx({ clientAddresses: 'direct', paths: 'regex' });
const tls = Keystore.fromSecret('keystore', { file: 'k.jks', password: 'password', ca: 'ca' });
const idle = { config: { toml: { transport: { http: { socket_timeout: 4_010_000 } } } } };

type RouteProps = Partial<HttpRouteProps>;

/** A route of a tenant on a load balancer. */
function routed(door: Partial<LoadBalancerProps>, route: RouteProps = {}, props = idle): Files {
  return filesOf((unit, fleet) => {
    const { http } = app(unit, { tls, ...props });
    new GatewayIngress(unit, 'routes', { via: edge(fleet, door), routes: [Route.http(SHOP, { to: http, ...route })] });
  });
}

function edge(fleet: Fleet, door: Partial<LoadBalancerProps> = {}, id = 'public'): LoadBalancer {
  return new LoadBalancer(fleet, id, { controller: nginx, hosts: { [SHOP]: 'retail' }, ...door });
}

/** A tenant that hands its connections on unopened. */
function passed(controller: Controller): Files {
  return filesOf((unit, fleet) => {
    const routes = [Route.passthrough(SHOP, app(unit, { tls }))];
    new GatewayIngress(unit, 'routes', { via: edge(fleet, { controller }), routes });
  });
}

export const ROUTE = rows<Omit<HttpRouteProps, 'to'>>(
  'route',
  {
    path: ['/a', '/b', 'Ingress'],
    match: ['prefix', 'exact', 'Ingress'],
    rewriteTo: ['/a', '/b', 'Ingress'],
    timeout: [Duration.seconds(10), Duration.seconds(20), 'Ingress'],
    maxBody: [Size.mebibytes(1), Size.mebibytes(2), 'Ingress'],
    rateLimit: [1, 2, 'Ingress'],
    sticky: [undefined, 'cookie', 'another Ingress'],
    from: [['10.0.0.0/16'], ['10.1.0.0/16'], 'Ingress'],
    upgrade: [undefined, 'websocket', 'another Ingress'],
  },
  (route) => routed({ controller: regex }, { path: '/x', ...route }),
);

export const DOOR = rows<LoadBalancerProps>(
  'loadBalancer',
  {
    controller: [nginx, GatewayController.traefik(), 'Ingress left, new IngressRoute, new Middleware'],
    hosts: [{ [SHOP]: 'retail' }, { '*.example.com': 'retail' }, 'nothing'],
    tls: [undefined, { [SHOP]: Tls.secret('shop-tls') }, 'Ingress'],
    sources: [undefined, [Peer.pods('edge')], 'nothing'],
    plainHttp: ['redirect', 'serve', 'Ingress'],
  },
  (door) => routed(door),
);

export const GATEWAY = rows<Omit<GatewayIngressProps, 'via' | 'dns'>>(
  'gateway',
  { routes: [undefined, [], 'Ingress'] },
  ({ routes }) =>
    filesOf((unit, fleet) => {
      const { http } = app(unit);
      const more = routes === undefined ? [] : [Route.http(SHOP, { path: '/more', to: http })];
      new GatewayIngress(unit, 'routes', { via: edge(fleet), routes: [Route.http(SHOP, { to: http }), ...more] });
    }),
);

export const NGINX = rows<NginxProps>(
  'nginx',
  {
    ingressClass: ['nginx', 'other', 'Ingress'],
    paths: ['plain', 'regex', 'Ingress'],
    clientAddresses: ['direct', 'proxy-protocol', 'nothing'],
  },
  (props) => routed({ controller: GatewayController.nginx(props) }, { path: '/a' }),
);

export const TRAEFIK = rows<TraefikProps>(
  'traefik',
  {
    web: ['web', 'other', 'IngressRoute'],
    websecure: ['websecure', 'other', 'IngressRoute'],
    ingressClass: [undefined, 'other', 'IngressRoute'],
    proxies: [1, 2, 'Middleware'],
  },
  (props) => routed({ controller: GatewayController.traefik({ proxies: 0, ...props }) }, { from: ['10.0.0.0/16'] }),
);

export const INGRESS_CLASS = rows<IngressClassProps>(
  'ingressClass',
  {
    annotations: [{ a: 'x' }, { a: 'y' }, 'Ingress'],
    named: ['spec', 'annotation', 'Ingress'],
    settings: [{}, { plainHttp: (mode) => ({ plain: mode }) }, 'Ingress'],
  },
  (props) => routed({ controller: GatewayController.ingressClass('other', props) }),
);

type Gateway = {
  gatewayClass: string;
  namespace: string;
  httpPort: number;
  httpsPort: number;
  defaultCertificate: string;
};
const SHARED = { gatewayClass: 'a', namespace: 'edge', defaultCertificate: 'tls' };
export const GATEWAY_API = rows<Gateway>(
  'gatewayApi',
  {
    gatewayClass: ['a', 'b', 'Gateway'],
    namespace: ['edge', 'other', 'Gateway left, HTTPRoute, HTTPRoute left, new Gateway, new HTTPRoute'],
    httpPort: [80, 8000, 'Gateway'],
    httpsPort: [443, 8443, 'Gateway'],
    defaultCertificate: ['tls', 'other', 'Gateway'],
  },
  (props) => routed({ controller: GatewayController.gatewayApi({ ...SHARED, ...props }) }),
);

export const ALB = rows<AlbProps>(
  'alb',
  {
    ingressClass: [
      'public',
      'other',
      'Ingress, IngressClass left, IngressClassParams left, new IngressClass, new IngressClassParams',
    ],
    group: ['public', 'other', 'IngressClassParams'],
    scheme: ['internal', 'internet-facing', 'IngressClassParams'],
    ipAddressType: ['ipv4', 'dualstack', 'IngressClassParams'],
    subnets: [{ ids: ['subnet-0a'] }, { ids: ['subnet-0b'] }, 'IngressClassParams'],
    inboundCidrs: [['10.0.0.0/16'], ['10.1.0.0/16'], 'IngressClassParams'],
    sslPolicy: ['ELBSecurityPolicy-2016-08', 'ELBSecurityPolicy-TLS13-1-2-2021-06', 'IngressClassParams'],
    idleTimeout: [Duration.seconds(60), Duration.seconds(90), 'IngressClassParams'],
    attributes: [undefined, { 'deletion_protection.enabled': 'true' }, 'IngressClassParams'],
    tags: [{ a: 'x' }, { a: 'y' }, 'IngressClassParams'],
    webAcl: [
      undefined,
      'arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/edge/3ab78708-85b0-49d3-b4e1-7a9615a6613b',
      'IngressClassParams',
    ],
    quotas: [undefined, { rules: 200 }, 'IngressClassParams'],
  },
  (props) => routed({ controller: GatewayController.alb(props) }),
);

const NLB_PROPS = {
  scheme: ['internal', 'internet-facing', 'Service'],
  ipAddressType: ['ipv4', 'dualstack', 'Service'],
  subnets: [['subnet-0a'], ['subnet-0b'], 'Service'],
  sources: [['10.0.0.0/16'], ['10.1.0.0/16'], 'Service'],
  crossZone: [true, false, 'Service'],
  attributes: [undefined, { 'deletion_protection.enabled': 'true' }, 'Service'],
  tags: [{ a: 'x' }, { a: 'y' }, 'Service'],
} as const;

export const NLB = rows<Omit<NlbProps, 'addresses'>>('nlb', NLB_PROPS, (props) => passed(GatewayController.nlb(props)));

export const BEHIND_NLB = rows<Omit<BehindNlbProps, keyof NlbProps>>(
  'behindNlb',
  {
    namespace: ['a', 'b', 'Service left, new Service'],
    selector: [{ a: 'x' }, { a: 'y' }, 'Service'],
    httpPort: ['http', 8080, 'Service'],
    httpsPort: ['https', 8443, 'Service'],
  },
  (props) => passed(GatewayController.behindNlb(nginx, { namespace: 'a', selector: { a: 'x' }, ...props })),
);

const written = (write: (unit: BusinessUnit) => unknown) => filesOf((unit) => void write(unit));
const value = { key: 'prod/hospital', property: 'password' };

export const EXTERNAL_SECRET = rows<ExternalSecretProps>(
  'externalSecret',
  {
    store: [SecretStore.cluster('aws'), SecretStore.namespaced('vault'), 'ExternalSecret'],
    data: [{ a: value }, { b: value }, 'ExternalSecret'],
    dataFrom: [undefined, [{ key: 'prod/all' }], 'ExternalSecret'],
    refresh: [Duration.hours(1), Duration.hours(2), 'ExternalSecret'],
    type: ['Opaque', 'kubernetes.io/tls', 'ExternalSecret'],
  },
  (props) =>
    written(
      (unit) =>
        new ExternalSecret(unit, 'it', {
          store: SecretStore.cluster('aws'),
          data: { 'tls.crt': value, 'tls.key': value },
          ...props,
        }),
    ),
);

export const CSI_SECRET = rows<CsiSecretProps>(
  'csiSecret',
  {
    provider: [SecretProvider.aws(), SecretProvider.aws({ region: 'eu-central-1' }), 'SecretProviderClass'],
    values: [{ a: value }, { b: value }, 'SecretProviderClass'],
  },
  (props) =>
    written((unit) => new CsiSecret(unit, 'it', { provider: SecretProvider.aws(), values: { a: value }, ...props })),
);
