import { sentence, verbatim } from '../core/refusal';
import type { LoadBalancer } from '../gateway/load-balancer';
import { claimsOf, LEADING_KINDS, type ObjectClaim } from '../rendered/object-claims';
import { idOf, type Rule } from '../rendered/rendered-object';
import { ownerOf, ownersOf } from '../route/host-book';

/** Whoever brings an object that takes requests of a host must be in the book of hosts, as for a route. */
export const ownHosts: Rule = ({ objects, loadBalancers }) => {
  const platform = loadBalancers.map(({ node }) => `${node.path}/`);
  return objects
    .filter(({ object }) => LEADING_KINDS.has(object.kind))
    .filter(
      ({ construct, unit }) => unit !== undefined || !platform.some((start) => construct.node.path.startsWith(start)),
    )
    .flatMap(({ unit, object }) => {
      const id = unit?.node.id ?? '';
      const claims = claimsOf(object);
      const refusals = claims.flatMap((claim) => {
        const books = loadBalancers.filter((one) => one.entryOf(claim.host) !== undefined);
        const owners = books.flatMap((book) => ownersFor(book, claim));
        return books.length === 0 || owners.includes(id)
          ? []
          : [
              sentence({
                prop: `host ${claim.host}${claim.path ?? ''}`,
                kind: object.kind,
                id: idOf(object),
                must: `be of unit ${owners.map((owner) => `"${owner}"`).join(' or ') || 'that the host book names'}`,
                got: verbatim(unit === undefined ? 'no unit' : `"${id}"`),
                instead: "change the host book of the load balancer, or say deliberately('own-hosts')",
              }),
            ];
      });
      return [...new Set(refusals)];
    });
};

/** The units that a book lets have these requests: the owner of the path, or of any part where no path is said. */
function ownersFor(book: LoadBalancer, { host, path }: ObjectClaim): string[] {
  const entry = book.entryOf(host);
  const owner = entry && path !== undefined ? [ownerOf(entry, { path: `/${path.replace(/^\//, '')}` })] : undefined;
  return [...new Set((owner ?? ownersOf(entry?.owner ?? {})).flatMap((unit) => unit ?? []))];
}
