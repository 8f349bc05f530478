import {
  BusinessUnit,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  MiTenant,
  Network,
  Peer,
  Route,
  Scaling,
} from '../../lib';
import { base, newFleet } from '../manifests';
import { allows, type End } from './evaluator';
import { networkOf, strangerPod } from './fleet-ends';

// A route is turned from one tenant to another in a unit that is shut: policies and the load balancer change one after
// the other, in any order, so each mixture of old and new is there for a moment.

const PROXY = { 'app.kubernetes.io/name': 'ingress-nginx' };
const proxy = strangerPod('proxy', '10.0.9.9', 'ingress-nginx', {
  ...PROXY,
  'app.kubernetes.io/component': 'controller',
});
const COLOURS = ['blue', 'green'] as const;
type Colour = (typeof COLOURS)[number];

/** The network of a shop whose route leads to this one of its two tenants. */
function shopWith(active: Colour, callers: readonly Peer[]) {
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
  return networkOf(fleet);
}

/** Of each mixture of policies before and after a turn, the tenants that the load balancer gets through to. */
function reached(callers: readonly Peer[]): string[][] {
  const [before, after] = [shopWith('blue', callers), shopWith('green', callers)];
  const ofTenant = ({ policies }: typeof before, colour: Colour) =>
    policies.filter(({ metadata }) => metadata?.name === colour);
  const shut = before.policies.filter(({ metadata }) => !COLOURS.some((colour) => colour === metadata?.name));
  const pods: readonly End[] = before.pods;
  return [before, after].flatMap((blue) =>
    [before, after].map((green) => {
      const policies = [...shut, ...ofTenant(blue, 'blue'), ...ofTenant(green, 'green')];
      return COLOURS.filter((colour) =>
        pods
          .filter(({ pod }) => pod?.labels['app.kubernetes.io/instance'] === colour)
          .some((to) => allows(policies, { from: proxy, to, port: 8290, protocol: 'TCP' })),
      );
    }),
  );
}

test('without callers there is a moment at which the load balancer gets to one of the two, or to none', () => {
  expect(reached([])).toEqual([['blue'], ['blue', 'green'], [], ['green']]);
});

test('with the load balancer among the callers of both it gets to both, whatever comes first', () => {
  const both = [...COLOURS];
  expect(reached([Peer.pods('ingress-nginx', PROXY)])).toEqual([both, both, both, both]);
});
