import type { Controller } from './gateway';
import { GatewayApiController } from './gateway-api-controller';
import { NginxController } from './nginx-controller';

/** One of each kind, by which messages and the table of the documentation know what the others can. */
export const GATEWAY_CONTROLLERS: readonly Controller[] = [
  new NginxController({}),
  new GatewayApiController({ namespace: 'any', gatewayClass: 'any' }),
];
