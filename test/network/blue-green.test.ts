import { Peer } from '../../lib';
import { allows, type End } from './evaluator';
import { networkOf, strangerPod } from './fleet-ends';
import { COLOURS, type Colour, shopFleet } from './shop-fleet';

// A route is turned from one tenant to another in a unit that is shut: policies and the load balancer change one after
// the other, in any order, so each mixture of old and new is there for a moment.

const PROXY = { 'app.kubernetes.io/name': 'ingress-nginx' };
const proxy = strangerPod('proxy', '10.0.9.9', 'ingress-nginx', {
  ...PROXY,
  'app.kubernetes.io/component': 'controller',
});

/** Of each mixture of policies before and after a turn, the tenants that the load balancer gets through to. */
function reached(callers: readonly Peer[]): string[][] {
  const [before, after] = [networkOf(shopFleet('blue', callers)), networkOf(shopFleet('green', callers))];
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

test('with exactly its sources among the callers of both, no policy is changed by the turn', () => {
  const sources = [Peer.pods('ingress-nginx', { ...PROXY, 'app.kubernetes.io/component': 'controller' })];
  const [before, after] = [networkOf(shopFleet('blue', sources)), networkOf(shopFleet('green', sources))];
  expect(after.policies).toEqual(before.policies);
  expect(networkOf(shopFleet('green', [])).policies).not.toEqual(networkOf(shopFleet('blue', [])).policies);
});
