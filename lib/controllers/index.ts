import type { Controller } from '../route/unit-routes';
import { AlbController } from './alb/controller';
import type { AlbProps } from './alb/props';
import { GatewayApiController, type GatewayApiProps } from './gateway-api/controller';
import { IngressClassController, type IngressClassProps } from './ingress-class/controller';
import { NginxController, type NginxProps } from './nginx/controller';
import type { NlbProps } from './nlb/annotations';
import { BehindNlb, type BehindNlbProps } from './nlb/behind-nlb';
import { NlbController } from './nlb/controller';
import { TraefikController, type TraefikProps } from './traefik/controller';

export { ALB_PREFIX } from './alb/prefix';
export { type AlbQuotas, albQuotas } from './alb/quotas';

/** What runs behind a load balancer. */
export type GatewayController = Controller;

/** The controllers that a load balancer can have. */
export const GatewayController = {
  /**
   * ingress-nginx, or a controller that reads its annotations, such as Traefik with `--providers.kubernetesingressnginx`
   * (docs/proven.md says where the two differ). Passthrough needs the flag `--enable-ssl-passthrough` of ingress-nginx.
   * That project was archived in March 2026 and gets no security fixes: take `traefik` or `gatewayApi` for what is new,
   * and see docs/moving-to-the-gateway-api.md for what is there.
   */
  nginx: (props: NginxProps = {}): GatewayController => new NginxController(props),

  /**
   * Any other controller whose class is there already, such as that of GKE, AKS or OpenShift: by what an Ingress says
   * without annotations, and by those that `settings` says of its controller (docs/ingress-classes.md).
   */
  ingressClass: (name: string, props: IngressClassProps = {}): GatewayController =>
    new IngressClassController(name, props),

  /**
   * Traefik 3.7.11 or newer, by its own kinds: `--providers.kubernetescrd`. Two more flags belong to it:
   * `--providers.kubernetescrd.safenaming`, without which objects of two namespaces can meet in one name, and the
   * canaries of a tenant's routes in one setting; and `--providers.kubernetescrd.allowemptyservices`, without which the
   * requests of a tenant that has no ready pod go to whoever has the path above it. A pod that is spoken to by TLS must
   * show a certificate for the host of the route.
   */
  traefik: (props: TraefikProps = {}): GatewayController => new TraefikController(props),

  /**
   * One Application Load Balancer of AWS for all units, made by the AWS Load Balancer Controller from release 2.14.1 on.
   */
  alb: (props: AlbProps = {}): GatewayController => new AlbController(props),

  /**
   * One Network Load Balancer of AWS for one tenant, which takes all of its connections unopened (`Route.passthrough`,
   * `Route.tcp`).
   */
  nlb: (props: NlbProps = {}): GatewayController => new NlbController(props),

  /** A shared controller, such as nginx, that the outside reaches through a Network Load Balancer of AWS. */
  behindNlb: (controller: GatewayController, props: BehindNlbProps): GatewayController =>
    new BehindNlb(controller, props),

  /**
   * Whoever runs a GatewayClass of the Gateway API, v1.5 and later. The Gateway stands in the load balancer's file, and
   * its listeners let in only the units of the host book. It alone can lead to a tenant of another unit.
   */
  gatewayApi: (props: GatewayApiProps): GatewayController => new GatewayApiController(props),
};

/** One of each kind, by which messages and the table of the documentation know what the others can. */
export const GATEWAY_CONTROLLERS: readonly GatewayController[] = [
  GatewayController.nginx({ paths: 'regex' }),
  GatewayController.traefik(),
  GatewayController.gatewayApi({ namespace: 'any', gatewayClass: 'any' }),
  GatewayController.alb(),
  GatewayController.nlb(),
  GatewayController.ingressClass('example'),
];
