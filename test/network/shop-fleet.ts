import {
  BusinessUnit,
  type Fleet,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  MiTenant,
  Network,
  type Peer,
  Route,
  Scaling,
} from '../../lib';
import { base, newFleet } from '../manifests';

/** The two tenants of a shop. */
export const COLOURS = ['blue', 'green'] as const;
export type Colour = (typeof COLOURS)[number];

/** A shop that is shut, whose route leads to this one of its two tenants. */
export function shopFleet(active: Colour, callers: readonly Peer[]): Fleet {
  const fleet = newFleet();
  const unit = new BusinessUnit(fleet, 'shop', { contact: 'x', network: Network.isolated() });
  const [blue, green] = COLOURS.map(
    (id) => new MiTenant(unit, id, { image: base.withApp(id, '1.0.0'), scaling: Scaling.fixed(2), callers }),
  );
  const hosts = { 'shop.example.com': 'shop' };
  const via = new LoadBalancer(fleet, 'public', { controller: GatewayController.nginx(), hosts });
  const to = active === 'blue' ? blue : green;
  if (to === undefined) throw new Error('there must be two tenants');
  new GatewayIngress(unit, 'routes', { via, routes: [Route.http('shop.example.com', { to: to.http })] });
  return fleet;
}
