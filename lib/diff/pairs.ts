import { groupBy } from '../core/by-key';
import { claimsOf } from '../rendered/object-claims';
import type { KubernetesObject } from '../rendered/rendered-object';
import type { CommonObject } from './common-object';
import { serviceNamesIn } from './services';

/** What one thing is on both sides; a side that does not have it says nothing. */
export interface Pair {
  /**
   * The object on the one side.
   *
   * @default - only the other has it
   */
  readonly before?: CommonObject;
  /**
   * The object on the other side.
   *
   * @default - only the one has it
   */
  readonly after?: CommonObject;
}

/** What may be said of an object to find the other side of it; `undefined` if it says nothing. */
type KeyOf = (object: CommonObject) => string | undefined;

/**
 * Pairs objects by what they are: by their common name; what is left by that name without hosts, since a host is
 * another in every environment; then by where they lead requests. Those that nothing tells apart are paired in their order.
 */
export function pairsOf(
  from: readonly CommonObject[],
  to: readonly CommonObject[],
  first: readonly KeyOf[] = [],
): Pair[] {
  const [before, after] = [new Set(from), new Set(to)];
  const hosts = hostsOf([...from, ...to]);
  const rounds: readonly KeyOf[] = [
    ...first,
    ({ key }) => key,
    ({ sort, name }) => `${sort} ${withoutHosts(name, hosts)}`,
    (object) => keyOfBackends(object, true),
    (object) => keyOfBackends(object, false),
  ];
  const pairs = rounds.flatMap((keyOf) => round(before, after, keyOf));
  return [...pairs, ...[...before].map((one) => ({ before: one })), ...[...after].map((one) => ({ after: one }))];
}

/** The pairs of what is left by one key; they are taken away from what is left. */
function round(before: Set<CommonObject>, after: Set<CommonObject>, keyOf: KeyOf): Pair[] {
  const there = groupBy(after, keyOf);
  return [...groupBy(before, keyOf)].flatMap(([key, ones]) => {
    const others = key === undefined ? [] : (there.get(key) ?? []);
    return ones.slice(0, others.length).flatMap((one, index) => {
      const other = others[index];
      before.delete(one);
      return other !== undefined && after.delete(other) ? [{ before: one, after: other }] : [];
    });
  });
}

/** Every host that objects take requests of, as names hold it; the longest first, since one may be a part of another. */
function hostsOf(objects: readonly CommonObject[]): string[] {
  const hosts = objects.flatMap(({ manifest }) => claimsOf(asRouting(manifest)).map(({ host }) => host));
  const held = [...new Set(hosts)].filter((host) => host.includes('.')).map((host) => host.replace(/^\*/, 'wildcard'));
  return held.sort((one, other) => other.length - one.length);
}

function withoutHosts(name: string, hosts: readonly string[]): string {
  const held = hosts.find((host) => name.includes(host));
  return held === undefined ? name : name.replace(held, '<host>');
}

/** Kind, unit, and the Services that an object leads to; with the paths where several lead to the same. */
function keyOfBackends({ sort, manifest, name }: CommonObject, withPaths: boolean): string | undefined {
  const services = [...new Set(serviceNamesIn(manifest))].sort();
  const paths = claimsOf(asRouting(manifest)).map(({ path }) => path ?? '');
  return services.length === 0
    ? undefined
    : [sort, /-canary-/.test(name), ...services, ...(withPaths ? [...new Set(paths)].sort() : [])].join(' ');
}

/** A manifest for who looks only at what leads requests; it was read from YAML, and says what it is by its kind. */
function asRouting(manifest: object): KubernetesObject {
  return manifest as KubernetesObject;
}
