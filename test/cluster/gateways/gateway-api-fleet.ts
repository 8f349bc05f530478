import { Duration } from 'cdk8s';
import {
  type BusinessUnit,
  type Fleet,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  MiTenant,
  Route,
  Scaling,
  Tls,
} from '../../../lib';
import { base, newFleet, newUnit } from '../../manifests';
import { EDGE, PLACE } from './columns';

/** Ids of its units. */
export const UNIT = 'api-shop';
/** The unit whose tenants the other leads to. */
export const BOOKS = 'api-books';
/** Its domain. */
export const DOMAIN = 'gateway.example.org';

/** The Gateway that somebody else keeps. */
const PLATFORM = 'platform';

/** The hosts that the certificate of the pods of a tenant must be for. */
export const POD_HOSTS: Readonly<Record<string, readonly string[]>> = {
  [`${UNIT}/wrong`]: [`wrong.${DOMAIN}`],
};

/** The ConfigMap of an authority that has signed the certificate of another tenant. */
export const AUTHORITIES = [[UNIT, 'wrong-ca', 'shop/vault']] as const;

/** The Secrets of hosts, by namespace, name and host. */
export const SECRETS = [
  [EDGE, 'shop-tls', `shop.${DOMAIN}`],
  [EDGE, 'wild-tls', `*.wild.${DOMAIN}`],
  [EDGE, 'alpha-tls', `alpha.wild.${DOMAIN}`],
  [EDGE, 'wrong-tls', `wrong.${DOMAIN}`],
  [EDGE, 'guest-tls', `guest.${DOMAIN}`],
] as const;

/** The Gateway of somebody else, with listeners of other names, which the fleet's routes find by port. */
export function platformGateway(): object {
  const { httpPort, httpsPort } = PLACE;
  const allowedRoutes = { namespaces: { from: 'All' } };
  const tls = { mode: 'Terminate', certificateRefs: [{ name: 'guest-tls' }] };
  const guest = { hostname: `guest.${DOMAIN}`, allowedRoutes };
  const mail = { hostname: `mail.${DOMAIN}`, allowedRoutes };
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { namespace: EDGE, name: PLATFORM },
    spec: {
      gatewayClassName: 'traefik',
      listeners: [
        { name: 'open', port: httpPort, protocol: 'HTTP', ...guest },
        { name: 'closed', port: httpsPort, protocol: 'HTTPS', tls, ...guest },
        { name: 'passed', port: httpsPort, protocol: 'TLS', tls: { mode: 'Passthrough' }, ...mail },
      ],
    },
  };
}

/** A fleet of what the Gateway API alone does, or does in a way of its own, on two Gateways. */
export function gatewayApiFleet(): Fleet {
  const fleet = newFleet();
  const shop = newUnit(fleet, UNIT);
  const books = newUnit(fleet, BOOKS);
  const orders = tenant(shop, 'orders', keystore());
  const prices = tenant(shop, 'prices');
  const wrong = tenant(shop, 'wrong', keystore('wrong-ca'));
  const ledger = tenant(books, 'ledger');
  const audit = tenant(books, 'audit');
  const via = new LoadBalancer(fleet, 'public', {
    controller: GatewayController.gatewayApi({ ...PLACE, gatewayClass: 'traefik' }),
    hosts: {
      [`shop.${DOMAIN}`]: UNIT,
      [`*.wild.${DOMAIN}`]: UNIT,
      [`alpha.wild.${DOMAIN}`]: BOOKS,
      [`wrong.${DOMAIN}`]: UNIT,
    },
    tls: {
      [`shop.${DOMAIN}`]: Tls.secret('shop-tls'),
      [`*.wild.${DOMAIN}`]: Tls.secret('wild-tls'),
      [`alpha.wild.${DOMAIN}`]: Tls.secret('alpha-tls'),
      [`wrong.${DOMAIN}`]: Tls.secret('wrong-tls'),
    },
  });
  new GatewayIngress(shop, 'routes', {
    via,
    routes: [
      Route.http(`shop.${DOMAIN}`, { timeout: Duration.minutes(1), to: orders.http }),
      Route.http(`shop.${DOMAIN}`, { path: '/ledger', to: ledger.http }),
      Route.http(`shop.${DOMAIN}`, { path: '/audit', to: audit.http }),
      // More than an HTTPRoute takes.
      ...Array.from({ length: 40 }, (_, at) => Route.http(`shop.${DOMAIN}`, { path: `/many/${at}`, to: prices.http })),
      Route.http(`*.wild.${DOMAIN}`, { to: prices.http }),
      Route.http(`wrong.${DOMAIN}`, { to: wrong.https }),
    ],
  });
  new GatewayIngress(books, 'routes', { via, routes: [Route.http(`alpha.wild.${DOMAIN}`, { to: ledger.http })] });
  const guest = new LoadBalancer(fleet, 'guest', {
    controller: GatewayController.gatewayApi({ ...PLACE, existing: PLATFORM }),
    hosts: { [`guest.${DOMAIN}`]: UNIT, [`mail.${DOMAIN}`]: UNIT },
  });
  const routes = [Route.http(`guest.${DOMAIN}`, { to: orders.http }), Route.passthrough(`mail.${DOMAIN}`, orders)];
  new GatewayIngress(shop, 'guest', { via: guest, routes });
  return fleet;
}

function keystore(ca?: string): Keystore {
  return Keystore.fromSecret('keystore', { file: 'host.jks', password: 'password', ca });
}

function tenant(unit: BusinessUnit, id: string, tls?: Keystore): MiTenant<'app'> {
  return new MiTenant(unit, id, { image: base.withApp(id, '1.0.0'), scaling: Scaling.fixed(1), tls });
}
