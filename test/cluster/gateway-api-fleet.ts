import { Duration } from 'cdk8s';
import {
  Canary,
  type Fleet,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  MiTenant,
  Route,
  Scaling,
  type TenantCanary,
  Tls,
} from '../../lib';
import { base, newFleet, newUnit } from '../manifests';

/** Namespace of the Gateways; it is there before them. */
export const EDGE = 'edge';

/** The Gateway that somebody else keeps. */
export const PLATFORM = 'platform';

/** Part of the requests that the canary by percent takes. */
export const PERCENT = 10;

/** Names of ConfigMaps with the authority of a pod's certificate; the second holds another's. */
export const CA = { right: 'vault-ca', wrong: 'wrong-ca' } as const;

/** Hosts whose certificate is in a Secret of the Gateway's namespace, by the Secret. */
export const SECRETS = {
  'shop-tls': 'shop.example.com',
  'wild-tls': '*.wild.example.com',
  'alpha-tls': 'alpha.wild.example.com',
  'fallback-tls': 'fallback.example.com',
  'guest-tls': 'guest.example.com',
  // In place of cert-manager.
  'issued.example.com-tls': 'issued.example.com',
} as const;

/** The ports that the Gateways listen on: those of Traefik's entry points. */
export interface GatewayPorts {
  readonly http: number;
  readonly https: number;
}

/** The Gateway of somebody else, with listeners of other names, which the fleet's routes find by port. */
export function platformGateway({ http, https }: GatewayPorts): object {
  const allowedRoutes = { namespaces: { from: 'All' } };
  const tls = { mode: 'Terminate', certificateRefs: [{ name: 'guest-tls' }] };
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { namespace: EDGE, name: PLATFORM },
    spec: {
      gatewayClassName: 'traefik',
      listeners: [
        { name: 'open', port: http, protocol: 'HTTP', hostname: 'guest.example.com', allowedRoutes },
        { name: 'closed', port: https, protocol: 'HTTPS', hostname: 'guest.example.com', tls, allowedRoutes },
        {
          name: 'passed',
          port: https,
          protocol: 'TLS',
          hostname: 'mail.example.com',
          tls: { mode: 'Passthrough' },
          allowedRoutes,
        },
      ],
    },
  };
}

/** A fleet with routes of every kind on the Gateway API, over two units and three Gateways. */
export function gatewayApiFleet({ http, https }: GatewayPorts): Fleet {
  const fleet = newFleet();
  const place = { gatewayClass: 'traefik', namespace: EDGE, httpPort: http, httpsPort: https };
  const edge = new LoadBalancer(fleet, 'public', {
    controller: GatewayController.gatewayApi({ ...place, defaultCertificate: 'fallback-tls' }),
    hosts: {
      'shop.example.com': 'retail',
      '*.wild.example.com': 'retail',
      'alpha.wild.example.com': 'finance',
      'till.example.com': 'retail',
      'secure.example.com': 'retail',
      'vault.example.com': 'retail',
      'wrong.example.com': 'retail',
      'issued.example.com': 'retail',
      'header.example.com': 'retail',
      '*': 'retail',
    },
    tls: {
      'shop.example.com': Tls.secret('shop-tls'),
      '*.wild.example.com': Tls.secret('wild-tls'),
      'alpha.wild.example.com': Tls.secret('alpha-tls'),
      'issued.example.com': Tls.clusterIssuer('letsencrypt'),
    },
  });
  const open = new LoadBalancer(fleet, 'open', {
    controller: GatewayController.gatewayApi(place),
    hosts: { 'plain.example.com': 'retail', 'weight.example.com': 'retail' },
    plainHttp: 'serve',
  });
  const guest = new LoadBalancer(fleet, 'guest', {
    controller: GatewayController.gatewayApi({ existing: PLATFORM, namespace: EDGE, httpPort: http, httpsPort: https }),
    hosts: { 'guest.example.com': 'retail', 'mail.example.com': 'retail' },
  });
  const retail = newUnit(fleet);
  const finance = newUnit(fleet, 'finance');
  const keystore = (ca?: string) => Keystore.fromSecret('keystore', { file: 'host.jks', password: 'password', ca });
  const tenant = (unit: typeof retail, id: string, pods = 1, tls?: Keystore) =>
    new MiTenant(unit, id, { image: base.withApp(id, '1.0.0'), scaling: Scaling.fixed(pods), tls });
  const orders = tenant(retail, 'orders', 2, keystore());
  const prices = tenant(retail, 'prices', 2);
  const vault = tenant(retail, 'vault', 2, keystore(CA.right));
  const wrong = tenant(retail, 'wrong', 1, keystore(CA.wrong));
  const ledger = tenant(finance, 'ledger', 2);
  const audit = tenant(finance, 'audit');
  const image = base.withApp('next', '2.0.0');
  const weighted = withCanary(tenant(retail, 'weighted'), prices, Canary.percent(PERCENT, { image }));
  const headed = withCanary(tenant(retail, 'headed'), prices, Canary.header('X-Canary', { image }));
  new GatewayIngress(retail, 'routes', {
    via: edge,
    routes: [
      Route.http('shop.example.com', { to: orders.http }),
      Route.http('shop.example.com', { path: '/prices', to: prices.http }),
      Route.http('shop.example.com', { path: '/prices/exact', match: 'exact', to: orders.http }),
      Route.http('shop.example.com', { path: '/old', rewriteTo: '/new/place', to: prices.http }),
      Route.http('shop.example.com', { path: '/gone', match: 'exact', rewriteTo: '/here', to: prices.http }),
      Route.http('shop.example.com', { path: '/socket', upgrade: 'websocket', to: prices.http }),
      Route.http('shop.example.com', { path: '/ledger', to: ledger.http }),
      Route.http('shop.example.com', { path: '/audit', to: audit.http }),
      Route.http('*.wild.example.com', { to: prices.http }),
      Route.passthrough('till.example.com', orders),
      Route.http('secure.example.com', { to: vault.https }),
      Route.http('vault.example.com', { to: vault.https }),
      Route.http('issued.example.com', { timeout: Duration.minutes(5), to: prices.http }),
      ...Array.from({ length: 40 }, (_, at) =>
        Route.http('issued.example.com', { path: `/many/${at}`, to: orders.http }),
      ),
      Route.http('wrong.example.com', { to: wrong.https }),
      Route.http('header.example.com', { to: headed.http }),
      Route.defaultBackend(prices.http),
    ],
  });
  new GatewayIngress(retail, 'open', {
    via: open,
    routes: [
      Route.http('plain.example.com', { to: orders.http }),
      Route.http('weight.example.com', { to: weighted.http }),
    ],
  });
  new GatewayIngress(retail, 'guest', {
    via: guest,
    routes: [Route.http('guest.example.com', { to: orders.http }), Route.passthrough('mail.example.com', orders)],
  });
  new GatewayIngress(finance, 'routes', {
    via: edge,
    routes: [Route.http('alpha.wild.example.com', { to: ledger.http })],
  });
  return fleet;
}

/** The Service of another tenant stands for that of a canary, which the tenant itself does not render yet. */
function withCanary(tenant: MiTenant, other: MiTenant, { share }: Canary<'app'>): MiTenant {
  const canary: TenantCanary = { serviceName: other.name, share };
  return Object.defineProperty(tenant, 'canary', { value: canary });
}
