import type { Controller } from './gateway';
import { GatewayApiController, type GatewayApiProps } from './gateway-api-controller';
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
   * Whoever runs a GatewayClass of the Gateway API, v1.5 and later. The Gateway stands in the load balancer's file, and
   * its listeners let in only the units of the host book. It alone can lead to a tenant of another unit.
   */
  gatewayApi: (props: GatewayApiProps): GatewayController => new GatewayApiController(props),
};
