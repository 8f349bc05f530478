import {
  BusinessUnit,
  Fleet,
  GatewayController,
  GatewayIngress,
  type GatewayIngressProps,
  Keystore,
  LoadBalancer,
  MiBaseImage,
  MiTenant,
  Peer,
  Route,
  Scaling,
  Tls,
} from '../../lib';

const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '4.4.0' });

/** The load balancers of the example. */
export interface Doors {
  readonly nginx: LoadBalancer;
  readonly gateway: LoadBalancer;
}

/** How the unit `retail` is reached, at a step of its move. */
export type Ways = (doors: Doors) => Pick<GatewayIngressProps, 'via' | 'dns'>;

/** The steps of docs/moving-to-the-gateway-api.md: what stands in `GatewayIngress` of the unit that moves. */
export const STEPS: Readonly<Record<string, Ways>> = {
  'via: nginx': ({ nginx }) => ({ via: nginx }),
  'via: [nginx, gateway], dns: nginx': ({ nginx, gateway }) => ({ via: [nginx, gateway], dns: nginx }),
  'via: [nginx, gateway]': ({ nginx, gateway }) => ({ via: [nginx, gateway] }),
  'via: [nginx, gateway], dns: gateway': ({ nginx, gateway }) => ({ via: [nginx, gateway], dns: gateway }),
  'via: gateway': ({ gateway }) => ({ via: gateway }),
};

/** Two units behind one ingress-nginx, of which `retail` moves to the Gateway API and `clinic` stays. */
export function fleetAt(ways: Ways, outdir: string): Fleet {
  const fleet = new Fleet({ outdir });
  const hosts = {
    'orders.example.com': 'retail',
    'till.example.com': 'retail',
    'example.com': { '/': 'clinic', '/bar': 'retail' },
  } as const;
  const tls = {
    'orders.example.com': Tls.clusterIssuer('letsencrypt'),
    'example.com': Tls.secret('example-tls'),
  };
  const nginx = new LoadBalancer(fleet, 'nginx', { controller: GatewayController.nginx(), hosts, tls });
  const gateway = new LoadBalancer(fleet, 'gateway', {
    controller: GatewayController.gatewayApi({ gatewayClass: 'traefik', namespace: 'edge' }),
    hosts,
    tls,
    sources: [Peer.pods('traefik', { 'app.kubernetes.io/name': 'traefik' })],
  });

  const clinic = new BusinessUnit(fleet, 'clinic', { contact: 'clinic-integration@example.com' });
  const appointments = app(clinic, 'appointments');
  new GatewayIngress(clinic, 'routes', {
    via: nginx,
    routes: [Route.http('example.com', { to: appointments.http })],
  });

  const retail = new BusinessUnit(fleet, 'retail', { contact: 'retail-integration@example.com' });
  const orders = app(retail, 'orders');
  new GatewayIngress(retail, 'routes', {
    ...ways({ nginx, gateway }),
    routes: [
      Route.http('orders.example.com', { to: orders.http }),
      Route.http('example.com', { path: '/bar', to: orders.http }),
      Route.passthrough('till.example.com', orders),
    ],
  });
  return fleet;
}

function app(unit: BusinessUnit, id: string): MiTenant {
  return new MiTenant(unit, id, {
    image: base.withApp(id, '1.0.0'),
    scaling: Scaling.fixed(2),
    tls: Keystore.fromSecret(`${id}-keystore`, { file: `${id}.jks`, password: 'password' }),
  });
}
