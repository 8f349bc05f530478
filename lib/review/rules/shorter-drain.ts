import type { Finding } from '../finding';
import type { ReviewRule } from '../rule';
import { fromTo, time } from '../words';

/** Pods that get less time to finish what they have in hand. */
export const shorterDrain: ReviewRule = ({ tenants }) =>
  tenants.flatMap(({ unit, tenant, before, after }): Finding[] => {
    if (before === undefined || after === undefined) {
      return [];
    }
    const stops = ({ server }: typeof before) => server?.lifecycle?.preStop !== undefined;
    const shorter = after.graceSeconds < before.graceSeconds;
    const because = [
      ...(shorter ? [`time to stop: ${fromTo(time(before.graceSeconds), time(after.graceSeconds))}`] : []),
      ...(stops(before) && !stops(after) ? ['preStop leaves'] : []),
    ];
    return because.length === 0
      ? []
      : [
          {
            severity: 'warning',
            unit,
            tenant,
            says: 'a pod that stops has less time to finish what it has in hand',
            because,
            about: [after.object],
          },
        ];
  });
