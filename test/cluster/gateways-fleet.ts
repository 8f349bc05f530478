import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration, Size } from 'cdk8s';
import {
  BusinessUnit,
  type CanaryShare,
  Fleet,
  type GatewayController,
  GatewayIngress,
  type HttpRouteProps,
  Keystore,
  LoadBalancer,
  MiBaseImage,
  MiTenant,
  Route,
  Scaling,
  type TenantPort,
  Tls,
} from '../../lib';
import { withCanary } from '../manifests';

const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '4.4.0' });

/** Addresses of the client of the tests, and others. */
const HERE = '127.0.0.0/8';
const ELSEWHERE = '10.99.0.0/16';

/** The part of the requests that the canary by percent takes. */
export const PERCENT = 20;
/** The bound on requests a second. */
export const RATE = 5;

/** The tenants, by the names that answers tell. */
export const TENANTS = ['main', 'other', 'weighed', 'weighed-canary', 'marked', 'marked-canary'].map(
  (id) => `shop/${id}`,
);

/**
 * The files of a fleet that asks a controller for all that it can: a host for each feature. Routes that the controller
 * says it cannot serve are left out.
 */
export function gatewayFiles(controller: GatewayController): string[] {
  const fleet = new Fleet({ outdir: join(tmpdir(), 'never-written') });
  const unit = new BusinessUnit(fleet, 'shop', { contact: 'shop@example.com' });
  const main = tenant(unit, 'main');
  const other = tenant(unit, 'other');
  const routes = [
    ...httpRoutes(main, other, canaried(unit, 'weighed', { by: 'percent', percent: PERCENT }).http),
    Route.http('marked.example.com', {
      to: canaried(unit, 'marked', { by: 'header', header: 'X-Canary', value: 'yes' }).http,
    }),
    Route.passthrough('passed.example.com', main),
    Route.defaultBackend(other.http),
    Route.management('ops.example.org', { to: main.management, from: [HERE] }),
    Route.management('ops.example.org', { to: main.metrics, from: [HERE] }),
    Route.management('closed.example.org', { to: main.management, from: [ELSEWHERE] }),
  ];
  const edge = new LoadBalancer(fleet, 'edge', {
    controller,
    hosts: {
      '*.example.com': 'shop',
      'passed.example.com': 'shop',
      '*.wild.example.com': 'shop',
      'ops.example.org': 'shop',
      'closed.example.org': 'shop',
      '*': 'shop',
    },
    tls: { 'prefix.example.com': Tls.secret('prefix-tls') },
  });
  new GatewayIngress(unit, 'routes', { via: edge, routes: routes.filter((route) => serves(controller, route)) });
  openDoor(unit, controller, main);
  return [...fleet.render().values()];
}

/** Whether a controller can serve a route, as it says itself. */
export function serves(controller: GatewayController, route: Route): boolean {
  const lacking = route.features.filter((feature) => controller.cannot[feature] !== undefined);
  return lacking.length === 0 && controller.refuses(route) === undefined;
}

function httpRoutes(main: MiTenant, other: MiTenant, weighed: TenantPort): Route[] {
  const { http, https } = main;
  const only = (props: Partial<HttpRouteProps>): HttpRouteProps => ({ to: http, ...props });
  return [
    Route.http('prefix.example.com', { path: '/bar', to: http }),
    Route.http('prefix.example.com', { to: other.http }),
    Route.http('exact.example.com', { path: '/here', match: 'exact', to: http }),
    Route.http('exact.example.com', { to: other.http }),
    Route.http('both.example.com', { path: '/here', match: 'exact', to: http }),
    Route.http('both.example.com', { path: '/here', to: other.http }),
    Route.http('rewrite.example.com', { path: '/bar', rewriteTo: '/', to: http }),
    Route.http('rewrite.example.com', { path: '/bar/v1.2', rewriteTo: '/deep', to: http }),
    Route.http('rewrite.example.com', { path: '/one', match: 'exact', rewriteTo: '/two', to: http }),
    Route.http('rewrite.example.com', { to: other.http }),
    Route.http('*.wild.example.com', { to: http }),
    Route.http('own.wild.example.com', { to: other.http }),
    Route.http('from.example.com', only({ path: '/here', from: [HERE] })),
    Route.http('from.example.com', only({ path: '/elsewhere', from: [ELSEWHERE] })),
    Route.http('body.example.com', only({ maxBody: Size.mebibytes(2) })),
    Route.http('rate.example.com', only({ rateLimit: RATE })),
    Route.http('sticky.example.com', only({ sticky: 'cookie' })),
    Route.http('sticky.example.com', { path: '/loose', to: http }),
    Route.http('socket.example.com', only({ upgrade: 'websocket' })),
    Route.http('late.example.com', only({ timeout: Duration.seconds(1) })),
    Route.http('https.example.com', { to: https }),
    Route.http('weighed.example.com', { to: weighed }),
  ];
}

/** A second load balancer, of the same controller, that answers plain HTTP. */
function openDoor(unit: BusinessUnit, controller: GatewayController, { http }: MiTenant): void {
  if (controller.cannot.plainHttp === undefined) {
    const via = new LoadBalancer(unit.node.root, 'open', {
      controller,
      hosts: { 'plain.example.net': 'shop' },
      plainHttp: 'serve',
    });
    new GatewayIngress(unit, 'open', { via, routes: [Route.http('plain.example.net', { to: http })] });
  }
}

function tenant(unit: BusinessUnit, id: string): MiTenant<'app'> {
  return new MiTenant(unit, id, {
    image: base.withApp(id, '1.0.0'),
    scaling: Scaling.fixed(2),
    tls: Keystore.fromSecret(`${id}-keystore`, { file: `${id}.jks`, password: 'password' }),
  });
}

/** A tenant whose canary is another tenant, by which answers tell them apart. */
function canaried(unit: BusinessUnit, id: string, share: CanaryShare): MiTenant {
  tenant(unit, `${id}-canary`);
  return withCanary(tenant(unit, id), share);
}
