import { Duration, Size } from 'cdk8s';
import {
  type BusinessUnit,
  Canary,
  type Fleet,
  GatewayIngress,
  type HttpRouteProps,
  Keystore,
  LoadBalancer,
  ManagementLogin,
  MiTenant,
  type MiTenantProps,
  Route,
  Scaling,
  Tls,
} from '../../../lib';
import { base, newFleet, newUnit } from '../../manifests';
import { COLUMNS, type Column, DEFAULT_SECRET, EDGE } from './columns';

/** Addresses of the client of the tests, and others. */
const HERE = '127.0.0.0/8';
const ELSEWHERE = '10.99.0.0/16';

/** The part of the requests that the canary by percent takes. */
export const PERCENT = 20;
/** The bound on requests a second. */
export const RATE = 5;

/** The tenants of the fleet that a column of the table uses. */
interface Tenants {
  readonly main: MiTenant;
  readonly other: MiTenant;
  readonly vault: MiTenant;
  readonly weighed: MiTenant;
  readonly marked: MiTenant;
  readonly notes: MiTenant;
}

/** One fleet on the load balancers of all columns: a host for each feature, in the domain of the column. */
export function tableFleet(): Fleet {
  const fleet = newFleet();
  const shop = newUnit(fleet, 'shop');
  const desk = newUnit(fleet, 'desk');
  const canary = (app: string) => ({ image: base.withApp(app, '2.0.0'), replicas: 2 });
  const tenants = {
    main: tenant(shop, 'main'),
    other: tenant(shop, 'other'),
    vault: tenant(shop, 'vault', {
      tls: keystore('vault-ca'),
      config: { managementLogin: ManagementLogin.stock() },
    }),
    weighed: tenant(shop, 'weighed', { canary: Canary.percent(PERCENT, canary('weighed')) }),
    marked: tenant(shop, 'marked', { canary: Canary.header('X-Canary', { ...canary('marked'), value: 'yes' }) }),
    notes: tenant(desk, 'notes'),
  };
  for (const column of COLUMNS) {
    renderColumn(shop, desk, column, tenants);
  }
  return fleet;
}

/** The hosts that the certificate of the pods of a tenant must be for. */
export const POD_HOSTS: Readonly<Record<string, readonly string[]>> = {
  'shop/vault': COLUMNS.flatMap(({ domain }) => ['https', 'ops', 'closed'].map((id) => `${id}.${domain}`)),
};

/** The Secrets of hosts, by namespace, name and host; those of an issuer stand in for what cert-manager makes. */
export const HOST_SECRETS: ReadonlyArray<readonly [namespace: string, name: string, host: string]> = [
  ...COLUMNS.flatMap(({ id, domain }): Array<readonly [string, string, string]> => {
    const namespace = id === 'gateway' ? EDGE : 'shop';
    return [
      [namespace, `${id}-tls`, `secret.${domain}`],
      [namespace, `issued.${domain}-tls`, `issued.${domain}`],
    ];
  }),
  [EDGE, DEFAULT_SECRET, '*.gateway.example.com'],
];

function renderColumn(shop: BusinessUnit, desk: BusinessUnit, column: Column, tenants: Tenants): void {
  const { id, controller, domain } = column;
  const via = new LoadBalancer(shop.node.root, id, {
    controller,
    hosts: {
      [`*.${domain}`]: 'shop',
      [`*.wild.${domain}`]: 'shop',
      [`passed.${domain}`]: 'shop',
      [`secret.${domain}`]: 'shop',
      [`issued.${domain}`]: 'shop',
      [`shared.${domain}`]: { '/': 'shop', '/desk': 'desk', '/desk/deep': 'shop' },
      '*': 'shop',
    },
    tls: {
      [`secret.${domain}`]: Tls.secret(`${id}-tls`),
      [`issued.${domain}`]: Tls.clusterIssuer('letsencrypt'),
    },
  });
  const routes = routesOf(column, tenants).filter((route) => isServed(column, route));
  new GatewayIngress(shop, id, { via, routes });
  const { http } = tenants.notes;
  new GatewayIngress(desk, id, { via, routes: [Route.http(`shared.${domain}`, { path: '/desk', to: http })] });
  if (controller.cannot.plainHttp === undefined) {
    const host = `plain.${domain}` as const;
    const open = new LoadBalancer(shop.node.root, `${id}-open`, {
      controller,
      hosts: { [host]: 'shop' },
      plainHttp: 'serve',
    });
    new GatewayIngress(shop, `${id}-open`, { via: open, routes: [Route.http(host, { to: tenants.main.http })] });
  }
}

/** Whether a controller can serve a route, as it says itself. */
function isServed({ controller }: Column, route: Route): boolean {
  const lacking = route.features.filter((feature) => controller.cannot[feature] !== undefined);
  const foreign = route.to.tenant.unit.node.id !== 'shop' && controller.cannot.crossUnit !== undefined;
  return lacking.length === 0 && !foreign && controller.refuses(route) === undefined;
}

function routesOf(column: Column, { main, other, vault, weighed, marked, notes }: Tenants): Route[] {
  const { domain, defaultBackend } = column;
  const on = (id: string, props: Partial<HttpRouteProps> = {}) =>
    Route.http(`${id}.${domain}`, { to: main.http, ...props });
  const fallback = defaultBackend === 'canaried' ? weighed : other;
  return [
    on('prefix', { path: '/bar' }),
    on('prefix', { to: other.http }),
    on('exact', { path: '/somewhere', match: 'exact' }),
    on('exact', { to: other.http }),
    on('both', { path: '/here', match: 'exact' }),
    on('both', { path: '/here', to: other.http }),
    on('rewrite', { path: '/bar', rewriteTo: '/' }),
    on('rewrite', { path: '/bar/v1.2', rewriteTo: '/deep' }),
    on('rewrite', { path: '/one', match: 'exact', rewriteTo: '/two' }),
    on('rewrite', { to: other.http }),
    on('*.wild'),
    on('own.wild', { to: other.http }),
    on('shared'),
    on('shared', { path: '/desk/deep', to: other.http }),
    on('cross', { to: notes.http }),
    on('from', { path: '/here', from: [HERE] }),
    on('from', { path: '/elsewhere', from: [ELSEWHERE] }),
    on('body', { maxBody: Size.mebibytes(2) }),
    on('rate', { rateLimit: RATE }),
    on('sticky', { sticky: 'cookie' }),
    on('sticky', { path: '/loose' }),
    on('socket', { upgrade: 'websocket' }),
    on('late', { timeout: Duration.seconds(1) }),
    on('https', { to: vault.https }),
    on('secret'),
    on('issued'),
    on('weighed', { to: weighed.http }),
    on('weighed', { path: '/second', to: weighed.http }),
    on('marked', { to: marked.http }),
    on('marked', { path: '/second', to: marked.http }),
    Route.passthrough(`passed.${domain}`, vault),
    Route.management(`ops.${domain}`, { to: vault.management, from: [HERE] }),
    Route.management(`ops.${domain}`, { to: vault.metrics, from: [HERE] }),
    Route.management(`closed.${domain}`, { to: vault.management, from: [ELSEWHERE] }),
    ...(defaultBackend === undefined ? [] : [Route.defaultBackend(fallback.http)]),
  ];
}

function keystore(ca?: string): Keystore {
  return Keystore.fromSecret('keystore', { file: 'host.jks', password: 'password', ca });
}

function tenant(unit: BusinessUnit, id: string, props: Partial<MiTenantProps<'app'>> = {}): MiTenant<'app'> {
  return new MiTenant(unit, id, { image: base.withApp(id, '1.0.0'), scaling: Scaling.fixed(2), ...props });
}
