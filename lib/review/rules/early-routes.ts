import { groupBy } from '../../core/by-key';
import { TENANT_LABEL, UNIT_LABEL } from '../../core/managed-by';
import type { Manifest } from '../../diff/manifest';
import type { Change } from '../change';
import type { Finding } from '../finding';
import { keyOf, nameOf } from '../object-change';
import { textAt } from '../read';
import { readyCommand } from '../ready-command';
import { type RouteWay, routeWays, serviceKey } from '../route-ways';
import type { ReviewRule } from '../rule';
import { podsBehind, selectingServices } from '../service-pods';
import { some, time } from '../words';
import type { Workload } from '../workload';

/** Requests that were answered and turn, all or a part of them, to pods that are not there yet. */
export const earlyRoutes: ReviewRule = (change) => {
  const sides = sidesOf(change);
  const turns = [...turnsOfRoutes(change, sides), ...turnsOfServices(sides)];
  return [...groupBy(turns, ({ workload }) => workload)].map(([workload, ofOne]) => findingOf(change, workload, ofOne));
};

/** Requests, and the pods that they turn to. */
interface Turn {
  readonly what: string;
  readonly object: Manifest;
  readonly workload: Workload;
  /** Whether others get the rest of them, and have pods. */
  readonly isPart: boolean;
}

/** The Services of either side by namespace and name, and who is behind them. */
interface Sides {
  readonly isAnswered: (service: string) => boolean;
  /** The pods that a Service of after waits for; none where some are there, or nobody knows. */
  readonly awaited: (service: string) => readonly Workload[];
  readonly both: readonly Manifest[];
}

function sidesOf({ before, after, tenants }: Change): Sides {
  const [old, next] = [before, after].map(selectingServices);
  const [ran, run] = (['before', 'after'] as const).map((side) => tenants.flatMap((one) => one[side] ?? []));
  const there = new Map(before.map((object) => [keyOf(object), object]));
  return {
    isAnswered: (service) => {
      const object = old?.get(service);
      return object === undefined || podsBehind(object, ran ?? []).length > 0;
    },
    awaited: (service) => {
      const object = next?.get(service);
      // An apply takes no pod away, so those of before go on to answer where the Service finds them.
      return object === undefined || podsBehind(object, ran ?? []).length > 0 ? [] : podsBehind(object, run ?? []);
    },
    both: [...(next?.values() ?? [])].filter((service) => there.has(keyOf(service))),
  };
}

function turnsOfRoutes({ before, after }: Change, { isAnswered, awaited }: Sides): Turn[] {
  const [old, next] = [before, after].map((objects) => groupBy(routeWays(objects), ({ host }) => host));
  const kept = new Set(after.map(keyOf));
  return [...(old ?? [])].flatMap(([host, ways]) =>
    [...groupBy(ways, ({ path }) => path)].flatMap(([path, was]) => {
      const is = waysOf(path, next?.get(host) ?? []);
      const known = new Set(was.map(({ service }) => service));
      const isPart = is.some(({ service }) => awaited(service).length === 0);
      const left = was.filter(({ object }) => !kept.has(keyOf(object)));
      return was.some(({ service }) => isAnswered(service))
        ? is
            .filter(({ object, service }) => !known.has(service) && !left.some((way) => goesOn(way.object, object)))
            .flatMap(({ object, service }) =>
              awaited(service).map((workload) => ({
                what: `${host}${path === '/' ? '' : path}`,
                object,
                workload,
                isPart,
              })),
            )
        : [];
    }),
  );
}

/** Whether an object of before, which left the file, goes on to lead its requests beside one of another namespace. */
function goesOn(left: Manifest, object: Manifest): boolean {
  return left.metadata.namespace !== object.metadata.namespace && /^Ingress/.test(left.kind);
}

/** The ways that requests of a path take: of those of their host the ones with the deepest path. */
function waysOf(path: string, ways: readonly RouteWay[]): readonly RouteWay[] {
  const fitting = ways.filter((way) => way.path === '/' || `${path}/`.startsWith(`${way.path}/`));
  const deepest = Math.max(...fitting.map((way) => way.path.length));
  return fitting.filter((way) => way.path.length === deepest);
}

/** A Service that selects other pods than before, as that of an NLB does. */
function turnsOfServices({ isAnswered, awaited, both }: Sides): Turn[] {
  return both.flatMap((object) => {
    const service = serviceKey(object, object.metadata.name);
    return isAnswered(service)
      ? awaited(service).map((workload) => ({ what: nameOf(object), object, workload, isPart: false }))
      : [];
  });
}

function findingOf({ tenants }: Change, workload: Workload, turns: readonly Turn[]): Finding {
  const { object, startSeconds, longestStartSeconds } = workload;
  const { unit, tenant } = tenants.find(({ after }) => after === workload) ?? {};
  const what = some([...new Set(turns.map((turn) => turn.what))]);
  const fail = turns.every(({ isPart }) => isPart)
    ? `a part of the requests of ${what} fails`
    : `requests of ${what} fail`;
  const lasting = `about ${time(startSeconds)}, at most ${time(longestStartSeconds)}`;
  // It goes unit by unit, and brings Services before pods.
  const waits = turns.every((turn) => turn.object.kind !== 'Service' && unitOf(turn.object) === unitOf(object));
  const label = textAt(object, 'metadata', 'labels', TENANT_LABEL);
  const alone = label === undefined ? '' : ` with -l ${TENANT_LABEL}=${label}`;
  const pods = label === undefined ? `the pods of ${nameOf(object)}` : 'its pods';
  return {
    severity: 'warning',
    unit,
    tenant,
    says: `${fail} until ${pods} are ready (${lasting}), since an apply leads them there at once; ${waits ? 'deploy waits for the pods, or ' : ''}apply it first, and what leads to it when its pods are ready`,
    run: [`${readyCommand(object)}  # after an apply of it alone${alone}, before the whole one`],
    about: [],
  };
}

function unitOf(object: Manifest): string | undefined {
  return textAt(object, 'metadata', 'labels', UNIT_LABEL);
}
