import { isDeepStrictEqual } from 'node:util';
import { groupBy } from '../../core/by-key';
import type { Manifest } from '../../diff/manifest';
import type { Finding } from '../finding';
import { keyOf, nameOf } from '../object-change';
import { at, listAt } from '../read';
import { type RouteWay, routeWays } from '../route-ways';
import type { ReviewRule } from '../rule';
import { some } from '../words';

/** A route of Traefik that leaves the file stays in the cluster, and goes before the one that takes its place. */
export const traefikOverlap: ReviewRule = (change) => {
  const kept = new Set(change.after.map(keyOf));
  const units = new Map(change.objects.map(({ unit, after }) => [after, unit]));
  const [before, after] = [change.before, change.after].map((all) =>
    routeWays(all).filter(({ object }) => /^IngressRoute(TCP)?$/.test(object.kind)),
  );
  const led = new Set((before ?? []).map(wayKey));
  const left = (before ?? []).filter(({ object }) => !kept.has(keyOf(object)));
  const held = (after ?? [])
    .filter((way) => !led.has(wayKey(way)))
    .flatMap((way) => left.filter((old) => goesFirst(old, way)).map((old) => ({ way, old })));
  const pairs = groupBy(held, ({ way, old }) => `${keyOf(way.object)} ${keyOf(old.object)}`);
  return [...pairs.values()].flatMap((ofOne) => {
    const [first] = ofOne;
    const hosts = some([...new Set(ofOne.map(({ old: { host } }) => host))]);
    return first === undefined ? [] : [finding(first.way.object, first.old.object, hosts, units.get(first.way.object))];
  });
};

function wayKey({ object, host, path }: RouteWay): string {
  return [keyOf(object), host, path].join(' ');
}

/** Whether requests of a way go on to take another one, which left the file: rules of TCP are asked before those of HTTP. */
function goesFirst(old: RouteWay, way: RouteWay): boolean {
  const isPassed = old.object.kind === 'IngressRouteTCP' && way.object.kind === 'IngressRoute';
  // In its own namespace a rule of the same kind leads to pods that run on as well.
  const isElsewhere =
    old.object.kind === way.object.kind &&
    old.object.metadata.namespace !== way.object.metadata.namespace &&
    (way.path === '/' || `${old.path}/`.startsWith(`${way.path}/`));
  return old.host === way.host && (isPassed || isElsewhere) && isOneDoor(old.object, way.object);
}

/** Whether one Traefik reads both, and opens both at one of its entry points. */
function isOneDoor(one: Manifest, other: Manifest): boolean {
  const [mine, theirs] = [one, other].map((object) => listAt(object, 'spec', 'entryPoints'));
  const [own, its] = [one, other].map((object) => at(object, 'spec', 'ingressClassName'));
  return isDeepStrictEqual(own, its) && (mine ?? []).some((point) => theirs?.includes(point) === true);
}

function finding(object: Manifest, old: Manifest, hosts: string, unit: string | undefined): Finding {
  const { namespace, name } = old.metadata;
  const command = `kubectl ${namespace === undefined ? '' : `-n ${namespace} `}delete ${old.kind.toLowerCase()}.traefik.io/${name}`;
  const when =
    namespace === object.metadata.namespace
      ? 'right after the apply; deploy does it by itself'
      : 'when the new pods are ready; deploy does it in the turn of the unit that had it, ready or not';
  return {
    severity: 'danger',
    unit,
    says:
      old.kind === object.kind
        ? `Traefik has two rules for ${hosts} while ${nameOf(old)} is there beside ${nameOf(object)}, and may go on to follow the old one; nothing answers where its pods are gone or the network closes the way to them`
        : `Traefik passes ${hosts} through while ${nameOf(old)} is there, since it asks rules of TCP before those of HTTP: ${nameOf(object)} gets no request, and nothing answers where the network closes the way to the old port`,
    run: [`${command}  # ${when}`],
    about: [object, old],
  };
}
