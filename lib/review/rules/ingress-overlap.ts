import { groupBy } from '../../core/by-key';
import type { Manifest } from '../../diff/manifest';
import { nginxRequests } from '../../rendered/nginx-requests';
import type { Finding } from '../finding';
import { keyOf, nameOf } from '../object-change';
import type { ReviewRule } from '../rule';
import { some } from '../words';

/** ingress-nginx lets one Ingress take a host and path: the next one is refused while the first is there. */
export const ingressOverlap: ReviewRule = (change) => {
  const holders = new Map(change.before.flatMap((object) => nginxRequests(object).map((request) => [request, object])));
  const units = new Map(change.objects.map(({ unit, after }) => [after, unit]));
  const places = new Map(change.after.map((object, place) => [keyOf(object), place]));
  return change.after.flatMap((object, place) => {
    const held = nginxRequests(object).flatMap((request) => {
      const holder = holders.get(request);
      return holder === undefined || keyOf(holder) === keyOf(object) ? [] : [{ holder, request }];
    });
    return [...groupBy(held, ({ holder }) => holder)].flatMap(([holder, ofOne]) => {
      const next = places.get(keyOf(holder));
      const shared = ofOne.map(({ request }) => request);
      // An apply goes through a file from above.
      return next !== undefined && next < place
        ? []
        : [finding({ object, unit: units.get(object), holder, shared, isLeft: next === undefined })];
    });
  });
};

interface Overlap {
  readonly object: Manifest;
  readonly unit: string | undefined;
  readonly holder: Manifest;
  readonly shared: readonly string[];
  readonly isLeft: boolean;
}

function finding({ object, unit, holder, shared, isLeft }: Overlap): Finding {
  const { namespace, name } = holder.metadata;
  const command = `kubectl ${namespace === undefined ? '' : `-n ${namespace} `}delete ingress ${name}`;
  // In its own namespace all that it leads to stays where it is; in another the new pods must be ready first.
  const when =
    namespace === object.metadata.namespace ? 'before the apply' : 'when the new pods are ready; then apply again';
  return {
    severity: 'danger',
    unit,
    says: `ingress-nginx refuses ${nameOf(object)} while ${nameOf(holder)} takes ${some(shared)}${isLeft ? '' : '; an apply once more is taken'}`,
    run: isLeft ? [`${command}  # ${when}`] : [],
    about: isLeft ? [object, holder] : [object],
  };
}
