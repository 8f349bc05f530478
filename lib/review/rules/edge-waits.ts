import type { Manifest } from '../../diff/manifest';
import { serviceNamesIn } from '../../diff/services';
import type { Change } from '../change';
import type { Finding } from '../finding';
import { listAt, textAt } from '../read';
import type { ReviewRule } from '../rule';
import { time } from '../words';

/** A load balancer that waits longer for an answer than a pod takes to stop: what it waits for may be cut off. */
export const edgeWaits: ReviewRule = (change) =>
  change.tenants.flatMap(({ unit, tenant, before, after }): Finding[] => {
    if (after === undefined) {
      return [];
    }
    const { namespace, name } = after.object.metadata;
    const wait = (side: 'before' | 'after') => Math.max(0, ...routesTo(change, side, namespace, name).map(waitOf));
    const [was, is] = [wait('before'), wait('after')];
    const wasLong = before !== undefined && was > before.graceSeconds;
    return is > after.graceSeconds && !wasLong
      ? [
          {
            severity: 'warning',
            unit,
            tenant,
            says: `a load balancer waits ${time(is)} for an answer, and a pod that stops has ${time(after.graceSeconds)}: what takes longer is cut off in each update`,
            about: [],
          },
        ]
      : [];
  });

function routesTo(
  change: Change,
  side: 'before' | 'after',
  namespace: string | undefined,
  service: string,
): Manifest[] {
  return change[side].filter(
    (object) => object.metadata.namespace === namespace && serviceNamesIn(object).includes(service),
  );
}

/** Seconds that the edge waits by one object: nginx, the Gateway API. */
function waitOf(route: Manifest): number {
  const nginx = Number(textAt(route, 'metadata', 'annotations', 'nginx.ingress.kubernetes.io/proxy-read-timeout') ?? 0);
  const gateway = listAt(route, 'spec', 'rules').map((rule) => secondsOf(textAt(rule, 'timeouts', 'request') ?? '0s'));
  return Math.max(nginx, ...gateway);
}

function secondsOf(duration: string): number {
  const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };
  return [...duration.matchAll(/(\d+)(ms|h|m|s)/g)].reduce(
    (sum, [, amount, unit = '']) => sum + Number(amount) * (units[unit] ?? 0),
    0,
  );
}
