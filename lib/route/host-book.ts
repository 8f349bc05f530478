import type { Route } from './route';
import type { Host, Path } from './settings';

/** Who may use a host: one unit the whole of it, or each path a unit. */
export type HostOwner = string | Readonly<Record<Path, string>>;

/**
 * Which unit may use which host. `*.wso2.com` is for every host one label below that has no entry of its own; `*` is
 * for requests that no route takes. A request to a host with an entry, for a path that has no route, may come to the
 * routes of `*.wso2.com` or to the default backend: that differs by controller.
 */
export interface HostBook {
  readonly [host: Host]: HostOwner;
  readonly '*'?: string;
}

/** An entry of the book, as it covers a host. */
export interface HostEntry {
  /** The host of the entry: the host itself, or its whole domain. */
  readonly name: string;
  /** Whose it is. */
  readonly owner: HostOwner;
}

/** `*.wso2.com` for `appointments.wso2.com`: a whole domain may be a unit's. */
export function domainOf(host: string): string {
  return host.replace(/^[^.]+/, '*');
}

/** The entry of a host: its own, or that of its domain. */
export function entryOf(hosts: ReadonlyMap<string, HostOwner>, host: string): HostEntry | undefined {
  const name = hosts.has(host) ? host : domainOf(host);
  const owner = hosts.get(name);
  return owner === undefined ? undefined : { name, owner };
}

/** The unit that owns the path of a route: the one with the longest path that holds it. */
export function ownerOf({ owner }: HostEntry, { path }: Pick<Route, 'path'>): string | undefined {
  if (typeof owner === 'string') {
    return owner;
  }
  const [longest] = Object.entries<string>(owner)
    .filter(([prefix]) => prefix === '/' || path === prefix || path.startsWith(`${prefix}/`))
    .sort(([a], [b]) => b.length - a.length);
  return longest?.[1];
}

/** The units that own a host or a part of it. */
export function ownersOf(owner: HostOwner): string[] {
  return typeof owner === 'string' ? [owner] : Object.values<string>(owner);
}
