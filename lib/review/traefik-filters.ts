import type { Manifest } from '../diff/manifest';
import { isWidened } from './address-lists';
import type { Change } from './change';
import type { ObjectChange } from './object-change';
import { at, listAt, textAt } from './read';
import { restingOfKind } from './resting-objects';

/** What a Middleware of Traefik may be that keeps requests out. */
const FILTERS = ['ipAllowList', 'ipWhiteList', 'basicAuth', 'digestAuth', 'forwardAuth', 'rateLimit', 'inFlightReq'];

/** What requests are asked for, each by what it is, and the addresses that it lets in. */
type Filters = ReadonlyArray<readonly [filter: string, addresses: readonly string[]]>;

/** A side of a change, and what is read there. */
interface Read {
  readonly change: Change;
  readonly side: 'before' | 'after';
  readonly namespace: string | undefined;
}

/**
 * The filters that rules of an IngressRoute or a chain lose, or that another Middleware has wider; what changes in one is
 * its own.
 */
export function lostFilters(change: Change, { before, after }: ObjectChange): string[] {
  if (before === undefined || after === undefined) {
    return [];
  }
  const old: Read = { change, side: 'before', namespace: before.metadata.namespace };
  const next: Read = { change, side: 'after', namespace: after.metadata.namespace };
  if (after.kind === 'Middleware' && chainOf(before).length > 0) {
    return lostOf(filtersOf(old, [before]), filtersOf(next, [after]));
  }
  if (!/^IngressRoute(TCP)?$/.test(after.kind)) {
    return [];
  }
  const lost = rulesOf(before, after).flatMap(([was, is]) =>
    lostOf(filtersOf(old, namedBy(old, was)), filtersOf(next, namedBy(next, is))),
  );
  return [...new Set(lost)];
}

/** The rules of both sides that are one: of one match, or of one place if as many match otherwise. */
function rulesOf(before: Manifest, after: Manifest): Array<readonly [was: unknown, is: unknown]> {
  const [old, next] = [listAt(before, 'spec', 'routes'), listAt(after, 'spec', 'routes')];
  const isKnown = (rules: readonly unknown[], rule: unknown) =>
    rules.some((other) => textAt(other, 'match') === textAt(rule, 'match'));
  return old.flatMap((was, index) => {
    const same = next.find((is) => isKnown([was], is));
    const there = old.length === next.length && !isKnown(old, next[index]) ? next[index] : undefined;
    const is = same ?? there;
    return is === undefined ? [] : [[was, is] as const];
  });
}

function lostOf(before: Filters, after: Filters): string[] {
  return before.flatMap(([filter, addresses]) => {
    const now = after.filter(([name]) => name === filter).map(([, those]) => those);
    if (now.length === 0) {
      return [`${filter}: ${addresses.join(', ') || 'there'} → –`];
    }
    return now.every((those) => isWidened(addresses, those))
      ? [`${filter}: ${addresses.join(', ')} → ${now.flat().join(', ')}`]
      : [];
  });
}

/** What Middlewares filter, and those of which a chain is made. */
function filtersOf(read: Read, middlewares: readonly Manifest[], above: readonly Manifest[] = []): Filters {
  return middlewares
    .filter((middleware) => !above.includes(middleware))
    .flatMap((middleware) => {
      const own = FILTERS.filter((filter) => at(middleware, 'spec', filter) !== undefined).map(
        (filter) => [filter, listAt(middleware, 'spec', filter, 'sourceRange').map(String)] as const,
      );
      const inside = { ...read, namespace: middleware.metadata.namespace };
      const links = chainOf(middleware).flatMap((named) => middlewareOf(inside, named) ?? []);
      return [...own, ...filtersOf(inside, links, [...above, middleware])];
    });
}

function chainOf(middleware: Manifest): readonly unknown[] {
  return listAt(middleware, 'spec', 'chain', 'middlewares');
}

function namedBy(read: Read, rule: unknown): Manifest[] {
  return listAt(rule, 'middlewares').flatMap((named) => middlewareOf(read, named) ?? []);
}

/** One that left the files is in the cluster still, and one of an unchanged file is there too. */
function middlewareOf({ change, side, ...read }: Read, named: unknown): Manifest | undefined {
  const [name, namespace] = [textAt(named, 'name'), textAt(named, 'namespace') ?? read.namespace];
  const isIt = ({ kind, metadata }: Manifest) =>
    metadata.name === name && metadata.namespace === namespace && /^Middleware(TCP)?$/.test(kind);
  return change[side].find(isIt) ?? change.before.find(isIt) ?? restingOfKind(change, 'Middleware').find(isIt);
}
