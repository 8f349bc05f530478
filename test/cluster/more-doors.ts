import {
  type AlbProps,
  type AlbQuotas,
  type BehindNlbProps,
  type Cidr,
  type ExistingGatewayProps,
  GatewayController,
  type Host,
  type IngressClassProps,
  type IngressSettings,
  type ManagementRouteProps,
  type MiTenant,
  type NginxProps,
  type NlbProps,
  Route,
  type SharedGatewayProps,
  type TcpRouteProps,
  type TraefikProps,
} from '../../lib';
import type { MoreDoor, MoreRoute } from './any-more';
import { drawn } from './drawn';
import type * as plans from './fleet-plan';
import { timeOf } from './more-values';

/** The controller of a load balancer. */
export function controllerOf({ ingressClass, paths, more }: plans.LoadBalancerPlan): GatewayController {
  const { kind, clientAddresses } = more;
  if (kind === undefined && paths !== 'not nginx') {
    return GatewayController.nginx(drawn<NginxProps>('NginxProps', { ingressClass, paths, clientAddresses }));
  }
  return MAKERS[kind ?? 'ingressClass'](more, ingressClass);
}

type Kind = NonNullable<MoreDoor['kind']>;

const MAKERS: Readonly<Record<Kind, (more: MoreDoor, ingressClass: string) => GatewayController>> = {
  ingressClass: ({ annotations, named, settings }, name) => {
    const props = drawn<IngressClassProps>('IngressClassProps', {
      annotations,
      named,
      settings: settings ? TOLD : undefined,
    });
    return GatewayController.ingressClass(name, props);
  },
  traefik: (more) => traefik(more),
  gateway: ({ httpPort, httpsPort, implementation, defaultCertificate, className }) => {
    const props = drawn<SharedGatewayProps>('SharedGatewayProps', {
      namespace: 'edge',
      gatewayClass: className ?? 'any',
      httpPort,
      httpsPort,
      implementation,
      defaultCertificate,
    });
    return GatewayController.gatewayApi(props);
  },
  existingGateway: ({ httpPort, httpsPort, implementation }) => {
    const props = drawn<ExistingGatewayProps>('ExistingGatewayProps', {
      namespace: 'edge',
      existing: 'shared',
      httpPort,
      httpsPort,
      implementation,
    });
    return GatewayController.gatewayApi(props);
  },
  alb: (more) => {
    const { className, group, scheme, ipAddressType, subnets, cidrs, sslPolicy, attributes, tags, webAcl, quota } =
      more;
    const quotas = quota === undefined ? undefined : { rules: quota, targetGroups: quota, certificates: quota };
    const props = drawn<AlbProps>('AlbProps', {
      ingressClass: className,
      group,
      scheme,
      ipAddressType,
      subnets: subnets && { ids: subnets },
      inboundCidrs: cidrs,
      sslPolicy,
      idleTimeout: timeOf(more.idleTimeout),
      attributes,
      tags,
      webAcl,
      quotas: quotas && drawn<AlbQuotas>('AlbQuotas', quotas),
    });
    return GatewayController.alb(props);
  },
  nlb: (more) => GatewayController.nlb(drawn<NlbProps>('NlbProps', nlbOf(more))),
  behindNlb: (more) => {
    const props = drawn<BehindNlbProps>('BehindNlbProps', {
      ...nlbOf(more),
      namespace: 'edge',
      selector: { app: 'traefik' },
      httpPort: more.httpPort,
      httpsPort: more.httpsPort,
    });
    return GatewayController.behindNlb(traefik(more), props);
  },
};

function traefik({ web, websecure, className, proxies }: MoreDoor): GatewayController {
  return GatewayController.traefik(
    drawn<TraefikProps>('TraefikProps', { web, websecure, ingressClass: className, proxies }),
  );
}

function nlbOf({ scheme, ipAddressType, subnets, addresses, cidrs, crossZone, attributes, tags }: MoreDoor) {
  return { scheme, ipAddressType, subnets, addresses, sources: cidrs, crossZone, attributes, tags };
}

const TOLD: IngressSettings = drawn<IngressSettings>('IngressSettings', {
  rewrite: (to) => ({ 'example.com/rewrite': to }),
  httpsBackend: () => ({ 'example.com/backend': 'https' }),
  timeout: (seconds) => ({ 'example.com/timeout': `${seconds}s` }),
  maxBody: (mebibytes) => ({ 'example.com/body': `${mebibytes}m` }),
  rateLimit: (perSecond) => ({ 'example.com/rate': String(perSecond) }),
  sticky: () => ({ 'example.com/sticky': 'true' }),
  from: (all) => ({ 'example.com/from': all.join() }),
  webSocket: () => ({ 'example.com/websocket': 'true' }),
  plainHttp: (mode) => ({ 'example.com/plain': mode }),
  health: ({ protocol }) => ({ 'example.com/health': protocol }),
});

/** A route that is not plain HTTP. */
export function otherRoute({ how, port, from }: MoreRoute, host: Host, tenant: MiTenant): Route | undefined {
  if (how === 'tcp') {
    return Route.tcp(host, drawn<TcpRouteProps>('TcpRouteProps', { to: tenant.https, port }));
  }
  // No range at all does not compile.
  const props = () =>
    drawn<ManagementRouteProps>('ManagementRouteProps', { to: tenant.management, from: from as [Cidr, ...Cidr[]] });
  return how === 'management' ? Route.management(host, props()) : undefined;
}
