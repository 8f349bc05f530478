import type { Controller } from './gateway';
import { IngressClassController, type IngressClassProps } from './ingress-class-controller';
import { NginxController, type NginxProps } from './nginx-controller';

/** What runs behind a load balancer. */
export type GatewayController = Controller;

/** The controllers that a load balancer can have. */
export const GatewayController = {
  /**
   * ingress-nginx, or a controller that reads its annotations, such as Traefik (docs/proven.md says where the two
   * differ). Passthrough needs the flag `--enable-ssl-passthrough` of ingress-nginx, which has had no releases since
   * March 2026.
   */
  nginx: (props: NginxProps = {}): GatewayController => new NginxController(props),

  /** Any other controller, by what an Ingress says without annotations, and those of one's own. */
  ingressClass: (name: string, props: IngressClassProps = {}): GatewayController =>
    new IngressClassController(name, props),
};
