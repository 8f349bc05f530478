import { Duration, Size } from 'cdk8s';
import {
  type BusinessUnit,
  Canary,
  type Fleet,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  MiTenant,
  type MiTenantProps,
  Route,
  Scaling,
  Tls,
} from '../../../lib';
import { base, newFleet, newUnit } from '../../manifests';
import { entryPoints } from './traefik';

const UNIT = 'own-shop';
const DESK = 'own-desk';

/** Its domain. */
export const DOMAIN = 'traefik.example.org';
/** Hosts that cert-manager proves. */
export const CHALLENGED = [`issued.${DOMAIN}`, `open.${DOMAIN}`];
/** The path of challenges. */
export const CHALLENGE = '/.well-known/acme-challenge';

/** The hosts that the certificate of the pods of a tenant must be for. */
export const POD_HOSTS: Readonly<Record<string, readonly string[]>> = {
  [`${UNIT}/vault`]: [`till.${DOMAIN}`],
  [`${UNIT}/forged`]: [`forged.${DOMAIN}`],
};

/** The ConfigMaps of authorities, and the tenant whose certificate they have signed. That of `forged` is another's. */
export const AUTHORITIES = [[UNIT, 'vault-ca', `${UNIT}/vault`]] as const;

/** The Secrets of hosts, by namespace, name and host; they stand in for what cert-manager makes. */
export const SECRETS = CHALLENGED.map((host) => [UNIT, `${host}-tls`, host] as const);

/** What cert-manager makes for challenges of HTTP-01, with a Service of ours in the place of its solver. */
export function challenges(): object[] {
  const backend = { service: { name: 'vault', port: { number: 8290 } } };
  return CHALLENGED.map((host) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { namespace: UNIT, name: host, annotations: { 'kubernetes.io/ingress.class': 'traefik' } },
    spec: {
      rules: [
        { host, http: { paths: [{ path: `${CHALLENGE}/${host}`, pathType: 'ImplementationSpecific', backend }] } },
      ],
    },
  }));
}

/** A fleet of what Traefik alone does, or does in a way of its own. */
export function traefikFleet(): Fleet {
  const fleet = newFleet();
  const shop = newUnit(fleet, UNIT);
  const desk = newUnit(fleet, DESK);
  const via = new LoadBalancer(fleet, 'own', {
    controller: GatewayController.traefik({ ...entryPoints('traefik'), proxies: 0 }),
    hosts: {
      [`shop.${DOMAIN}`]: { '/': UNIT, '/desk': DESK },
      [`*.wild.${DOMAIN}`]: UNIT,
      [`own.wild.${DOMAIN}`]: DESK,
      [`kept.wild.${DOMAIN}`]: DESK,
      [`misnamed.${DOMAIN}`]: UNIT,
      [`forged.${DOMAIN}`]: UNIT,
      [`till.${DOMAIN}`]: UNIT,
      [`*.till.${DOMAIN}`]: UNIT,
      [`open.till.${DOMAIN}`]: UNIT,
      [`issued.${DOMAIN}`]: UNIT,
      [`percent.${DOMAIN}`]: UNIT,
    },
    tls: { [`issued.${DOMAIN}`]: Tls.clusterIssuer('letsencrypt') },
  });
  const orders = tenant(shop, 'orders');
  const vault = tenant(shop, 'vault', { tls: keystore('vault-ca') });
  const forged = tenant(shop, 'forged', { tls: keystore('vault-ca') });
  const notes = tenant(desk, 'notes');
  const canary = Canary.percent(20, { image: base.withApp('percent', '2.0.0'), replicas: 2 });
  const percent = tenant(shop, 'percent', { canary });
  const second = { timeout: Duration.seconds(1) };
  new GatewayIngress(shop, 'routes', {
    via,
    routes: [
      Route.http(`shop.${DOMAIN}`, { to: orders.http }),
      Route.http(`shop.${DOMAIN}`, { path: '/moved', rewriteTo: '/inner/v2', to: orders.http }),
      Route.http(`shop.${DOMAIN}`, {
        path: '/socket',
        upgrade: 'websocket',
        maxBody: Size.mebibytes(1),
        ...second,
        to: orders.http,
      }),
      Route.http(`*.wild.${DOMAIN}`, { to: orders.http }),
      Route.http(`*.wild.${DOMAIN}`, { path: '/api/v1', to: orders.http }),
      Route.http(`named.wild.${DOMAIN}`, { to: vault.http }),
      Route.http(`misnamed.${DOMAIN}`, { to: vault.https }),
      Route.http(`forged.${DOMAIN}`, { to: forged.https }),
      Route.passthrough(`till.${DOMAIN}`, vault),
      Route.passthrough(`*.till.${DOMAIN}`, vault),
      Route.http(`open.till.${DOMAIN}`, { to: orders.http }),
      Route.http(`issued.${DOMAIN}`, { to: orders.http }),
      Route.http(`percent.${DOMAIN}`, { to: percent.http }),
      Route.http(`percent.${DOMAIN}`, { path: '/sticky', to: percent.http, sticky: 'cookie' }),
      Route.http(`percent.${DOMAIN}`, { path: '/hasty', to: percent.http, ...second }),
    ],
  });
  new GatewayIngress(desk, 'routes', {
    via,
    routes: [
      Route.http(`shop.${DOMAIN}`, { path: '/desk', to: notes.http }),
      Route.http(`own.wild.${DOMAIN}`, { path: '/here', to: notes.http }),
    ],
  });
  renderOpen(shop, orders);
  return fleet;
}

/** A door that answers over plain HTTP, behind a proxy. */
function renderOpen(shop: BusinessUnit, { http }: MiTenant): void {
  const via = new LoadBalancer(shop.node.root, 'own-open', {
    controller: GatewayController.traefik({ ...entryPoints('traefik'), proxies: 1 }),
    hosts: { [`open.${DOMAIN}`]: UNIT, [`office.${DOMAIN}`]: UNIT },
    tls: { [`open.${DOMAIN}`]: Tls.issuer('letsencrypt') },
    plainHttp: 'serve',
  });
  const routes = [
    Route.http(`open.${DOMAIN}`, { to: http }),
    Route.http(`office.${DOMAIN}`, { to: http, from: ['203.0.113.0/24'] }),
  ];
  new GatewayIngress(shop, 'open-routes', { via, routes });
}

function keystore(ca: string): Keystore {
  return Keystore.fromSecret('keystore', { file: 'host.jks', password: 'password', ca });
}

function tenant(unit: BusinessUnit, id: string, props: Partial<MiTenantProps<'app'>> = {}): MiTenant<'app'> {
  return new MiTenant(unit, id, { image: base.withApp(id, '1.0.0'), scaling: Scaling.fixed(2), ...props });
}
