import type { Controller } from '../route/unit-routes';
import { AlbController } from './alb/controller';
import { GatewayApiController } from './gateway-api/controller';
import { IngressClassController } from './ingress-class/controller';
import { NginxController } from './nginx/controller';
import { NlbController } from './nlb/controller';
import { TraefikController } from './traefik/controller';

/** One of each kind, by which messages and the table of the documentation know what the others can. */
export const GATEWAY_CONTROLLERS: readonly Controller[] = [
  new NginxController({ paths: 'regex' }),
  new TraefikController({}),
  new GatewayApiController({ namespace: 'any', gatewayClass: 'any' }),
  new AlbController({}),
  new NlbController({}),
  new IngressClassController('example', {}),
];
