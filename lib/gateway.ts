import type { Construct } from 'constructs';
import type { Route } from './route';
import type { Tls } from './tls';

/** The routes of one unit on one load balancer, as a controller renders them. */
export interface Gateway {
  /** The construct that the objects stand under. */
  readonly scope: Construct;
  /** First part of their names: unit, gateway and load balancer. */
  readonly name: string;
  /** Who answers for them, as an annotation. */
  readonly annotations: Readonly<Record<string, string>>;
  /** The routes, none of them refused. */
  readonly routes: readonly Route[];
  /** The certificate of a host. */
  readonly tls: (host: string) => Tls;
}

/** What runs behind a load balancer: one small class each, and nobody asks which one it is. */
export interface Controller {
  /** Its name in messages. */
  readonly name: string;

  /** Why it cannot serve a route, as it follows "must", or `undefined` if it can. */
  refuses(route: Route): string | undefined;

  /** Renders routes as the objects that it watches. */
  render(gateway: Gateway): void;
}
