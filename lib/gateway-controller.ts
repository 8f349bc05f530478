import { AlbController, type AlbProps } from './alb-controller';
import type { Controller } from './gateway';
import { NginxController, type NginxProps } from './nginx-controller';

/** What runs behind a load balancer. */
export type GatewayController = Controller;

/** The controllers that a load balancer can have. */
export const GatewayController = {
  /**
   * ingress-nginx, or a controller that reads its annotations, such as Traefik. Passthrough needs the flag
   * `--enable-ssl-passthrough` of ingress-nginx, which has had no releases since March 2026.
   */
  nginx: (props: NginxProps = {}): GatewayController => new NginxController(props),

  /**
   * One Application Load Balancer of AWS for all units, made by the AWS Load Balancer Controller from release 2.14.1 on.
   */
  alb: (props: AlbProps = {}): GatewayController => new AlbController(props),
};
