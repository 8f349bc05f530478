import { AlbController } from './alb-controller';
import type { Controller } from './gateway';
import { NginxController } from './nginx-controller';
import { NlbController } from './nlb-controller';

/** One of each kind, by which messages and the table of the documentation know what the others can. */
export const GATEWAY_CONTROLLERS: readonly Controller[] = [
  new NginxController({}),
  new AlbController({}),
  new NlbController({}),
];
