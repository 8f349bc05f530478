import { Duration, Size } from 'cdk8s';
import {
  type BusinessUnit,
  type CanaryShare,
  type Fleet,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  MiTenant,
  Route,
  Scaling,
  Tls,
} from '../../lib';
import { base, newFleet, newUnit } from '../manifests';

/** Who may ask: the tests do so from the first of them. */
const NEAR = '127.0.0.0/8';
const FAR = '10.0.0.0/8';
const OFFICE = '203.0.113.0/24';

/** The tenants, by unit and id, and how many pods each has. */
export const TENANTS = [
  'shop/orders',
  'shop/prices',
  'desk/notes',
  'shop/vault',
  'shop/forged',
  'shop/managed',
  'shop/percent',
  'shop/header',
];

/** Whose certificate the pods of a tenant show. */
export const POD_HOSTS: Readonly<Record<string, string>> = {
  'vault.shop.pod': 'vault.example.com',
  'forged.shop.pod': 'forged.example.com',
  'managed.shop.pod': 'admin.example.com',
};

/** The ConfigMaps of the authorities, by the host of the pod's certificate that they have signed. */
export const AUTHORITIES: Readonly<Record<string, string>> = {
  'vault-ca': 'vault.example.com',
  'managed-ca': 'admin.example.com',
};

/** The hosts of Secrets, by namespace and name. */
export const SECRETS: ReadonlyArray<readonly [string, string, string]> = [
  ['shop', 'shop-tls', 'shop.example.com'],
  ['desk', 'shop-tls', 'shop.example.com'],
  ['shop', 'issued.example.com-tls', 'issued.example.com'],
  ['shop', 'open.example.com-tls', 'open.example.com'],
];

/** What cert-manager makes for a challenge of HTTP-01, with a Service of ours in the place of its solver. */
export function challenge(host: string): object {
  const backend = { service: { name: 'vault', port: { number: 8290 } } };
  const path = { path: `${CHALLENGE}/${host}`, pathType: 'ImplementationSpecific', backend };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { namespace: 'shop', name: host, annotations: { 'kubernetes.io/ingress.class': 'traefik' } },
    spec: { rules: [{ host, http: { paths: [path] } }] },
  };
}

/** The path of challenges. */
export const CHALLENGE = '/.well-known/acme-challenge';

/** A fleet that asks everything of Traefik: two load balancers, one of which answers over plain HTTP. */
export function traefikFleet(): Fleet {
  const fleet = newFleet();
  const shop = newUnit(fleet, 'shop');
  const desk = newUnit(fleet, 'desk');
  const edge = new LoadBalancer(fleet, 'edge', {
    controller: GatewayController.traefik(),
    hosts: {
      'shop.example.com': { '/': 'shop', '/bar': 'desk', '/bar/deep': 'shop' },
      '*.wild.example.com': 'shop',
      'own.wild.example.com': 'desk',
      'kept.wild.example.com': 'desk',
      'vault.example.com': 'shop',
      'misnamed.example.com': 'shop',
      'forged.example.com': 'shop',
      'till.example.com': 'shop',
      '*.till.example.com': 'shop',
      'open.till.example.com': 'shop',
      'admin.example.com': 'shop',
      'metrics.example.com': 'shop',
      'issued.example.com': 'shop',
      'percent.example.com': 'shop',
      'header.example.com': 'shop',
      '*': 'desk',
    },
    tls: {
      'shop.example.com': Tls.secret('shop-tls'),
      'issued.example.com': Tls.clusterIssuer('letsencrypt'),
    },
  });
  const orders = tenant(shop, 'orders');
  const prices = tenant(shop, 'prices');
  const vault = tenant(shop, 'vault', 'vault-ca');
  const forged = tenant(shop, 'forged', 'vault-ca');
  const managed = tenant(shop, 'managed', 'managed-ca');
  const notes = tenant(desk, 'notes');
  const percent = canaried(shop, 'percent', { by: 'percent', percent: 20 });
  const header = canaried(shop, 'header', { by: 'header', header: 'X-Canary', value: 'always' });
  const on = (path: `/${string}`, settings: object = {}) =>
    Route.http('shop.example.com', { path, to: orders.http, ...settings });
  new GatewayIngress(shop, 'routes', {
    via: edge,
    routes: [
      on('/'),
      on('/bar/deep', { to: prices.http }),
      on('/only', { match: 'exact', to: prices.http }),
      on('/both', { match: 'exact', to: prices.http }),
      on('/both', { to: vault.http }),
      on('/moved', { rewriteTo: '/inner/v2' }),
      on('/stripped', { rewriteTo: '/' }),
      on('/near', { from: [NEAR] }),
      on('/far', { from: [FAR] }),
      on('/small', { maxBody: Size.mebibytes(1) }),
      on('/seldom', { rateLimit: 5 }),
      on('/sticky', { sticky: 'cookie' }),
      on('/hasty', { timeout: Duration.seconds(1) }),
      on('/socket', { upgrade: 'websocket' }),
      on('/socket/small', { upgrade: 'websocket', maxBody: Size.mebibytes(1), timeout: Duration.seconds(1) }),
      Route.http('*.wild.example.com', { to: prices.http }),
      Route.http('*.wild.example.com', { path: '/api/v1', to: orders.http }),
      Route.http('named.wild.example.com', { to: vault.http }),
      Route.http('vault.example.com', { to: vault.https }),
      Route.http('misnamed.example.com', { to: vault.https }),
      Route.http('forged.example.com', { to: forged.https }),
      Route.passthrough('till.example.com', vault),
      Route.passthrough('*.till.example.com', vault),
      Route.http('open.till.example.com', { to: orders.http }),
      Route.management('admin.example.com', { to: managed.management, from: [NEAR] }),
      Route.management('metrics.example.com', { to: managed.metrics, from: [FAR] }),
      Route.http('issued.example.com', { to: orders.http }),
      Route.http('percent.example.com', { to: percent.http }),
      Route.http('percent.example.com', { path: '/sticky', to: percent.http, sticky: 'cookie' }),
      Route.http('percent.example.com', { path: '/hasty', to: percent.http, timeout: Duration.seconds(1) }),
      Route.http('header.example.com', { to: header.http }),
    ],
  });
  new GatewayIngress(desk, 'routes', {
    via: edge,
    routes: [
      Route.http('shop.example.com', { path: '/bar', to: notes.http }),
      Route.http('own.wild.example.com', { path: '/here', to: notes.http }),
      Route.defaultBackend(notes.http),
    ],
  });
  renderOpen(fleet, shop, orders, percent);
  return fleet;
}

/** A door that answers over plain HTTP, behind a proxy. */
function renderOpen(fleet: Fleet, shop: BusinessUnit, orders: MiTenant, percent: MiTenant): void {
  const via = new LoadBalancer(fleet, 'open', {
    controller: GatewayController.traefik({ proxies: 1 }),
    hosts: { 'open.example.com': 'shop', 'office.example.com': 'shop', 'share.example.com': 'shop' },
    tls: { 'open.example.com': Tls.issuer('letsencrypt') },
    plainHttp: 'serve',
  });
  new GatewayIngress(shop, 'open-routes', {
    via,
    routes: [
      Route.http('open.example.com', { to: orders.http }),
      Route.http('share.example.com', { to: percent.http }),
      Route.http('office.example.com', { to: orders.http, from: [OFFICE] }),
    ],
  });
}

function tenant(unit: BusinessUnit, id: string, ca?: string): MiTenant<'app'> {
  return new MiTenant(unit, id, {
    image: base.withApp(id, '1.0.0'),
    scaling: Scaling.fixed(2),
    tls: ca === undefined ? undefined : Keystore.fromSecret(id, { file: `${id}.jks`, password: 'password', ca }),
  });
}

/** A tenant of which the Service of `prices` is the canary, in place of what a `Canary` renders. */
function canaried(unit: BusinessUnit, id: string, share: CanaryShare): MiTenant<'app'> {
  const canary = { serviceName: 'prices', share };
  return Object.defineProperty(tenant(unit, id), 'canary', { value: canary });
}
