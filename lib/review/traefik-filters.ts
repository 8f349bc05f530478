import type { Manifest } from '../diff/manifest';
import { isWidened } from './address-lists';
import type { Change } from './change';
import type { ObjectChange } from './object-change';
import { at, fieldsAt, listAt, textAt } from './read';
import { restingOfKind } from './resting-objects';

/** What a Middleware of Traefik may be that keeps requests out. */
const FILTERS = ['ipAllowList', 'ipWhiteList', 'basicAuth', 'digestAuth', 'forwardAuth', 'rateLimit', 'inFlightReq'];

/** What a rule of an IngressRoute asks of requests: what it is, and the addresses that it lets in. */
type Filters = ReadonlyMap<string, readonly string[]>;

/** The filters that rules of an IngressRoute lose, or that another Middleware has wider; what changes in one is its own. */
export function lostFilters(change: Change, { before, after }: ObjectChange): string[] {
  if (before === undefined || after === undefined || !/^IngressRoute(TCP)?$/.test(after.kind)) {
    return [];
  }
  const [old, next] = [listAt(before, 'spec', 'routes'), listAt(after, 'spec', 'routes')];
  const lost = old.flatMap((rule, index) => {
    const match = textAt(rule, 'match');
    const same = next.find((other) => textAt(other, 'match') === match) ?? next[index];
    return same === undefined
      ? []
      : lostOf(filtersOf(change, 'before', before, rule), filtersOf(change, 'after', after, same));
  });
  return [...new Set(lost)];
}

function lostOf(before: Filters, after: Filters): string[] {
  return [...before].flatMap(([filter, addresses]) => {
    const now = after.get(filter);
    if (now === undefined) {
      return [`${filter}: ${addresses.join(', ') || 'there'} → –`];
    }
    return isWidened(addresses, now) ? [`${filter}: ${addresses.join(', ')} → ${now.join(', ')}`] : [];
  });
}

function filtersOf(change: Change, side: 'before' | 'after', route: Manifest, rule: unknown): Filters {
  const middlewares = listAt(rule, 'middlewares').flatMap((named) => {
    const namespace = textAt(named, 'namespace') ?? route.metadata.namespace;
    return middlewareOf(change, side, namespace, textAt(named, 'name')) ?? [];
  });
  return new Map(
    middlewares.flatMap((middleware) =>
      FILTERS.filter((filter) => at(middleware, 'spec', filter) !== undefined).map((filter) => [
        filter,
        listAt(fieldsAt(middleware, 'spec', filter), 'sourceRange').map(String),
      ]),
    ),
  );
}

/** One that left the files is in the cluster still, and one of an unchanged file is there too. */
function middlewareOf(
  change: Change,
  side: 'before' | 'after',
  namespace: string | undefined,
  name: string | undefined,
): Manifest | undefined {
  const isIt = ({ kind, metadata }: Manifest) =>
    metadata.name === name && metadata.namespace === namespace && /^Middleware(TCP)?$/.test(kind);
  return change[side].find(isIt) ?? change.before.find(isIt) ?? restingOfKind(change, 'Middleware').find(isIt);
}
