import { AlbController, type AlbProps } from './alb-controller';
import { BehindNlb, type BehindNlbProps } from './behind-nlb';
import type { Controller } from './gateway';
import { NginxController, type NginxProps } from './nginx-controller';
import type { NlbProps } from './nlb';
import { NlbController } from './nlb-controller';

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

  /**
   * One Network Load Balancer of AWS for one tenant, which takes all of its connections unopened (`Route.passthrough`).
   */
  nlb: (props: NlbProps = {}): GatewayController => new NlbController(props),

  /** A shared controller, such as nginx, that the outside reaches through a Network Load Balancer of AWS. */
  behindNlb: (controller: GatewayController, props: BehindNlbProps): GatewayController =>
    new BehindNlb(controller, props),
};
