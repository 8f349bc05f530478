import type { Finding } from '../finding';
import { secretsOf } from '../pod-secrets';
import type { ReviewRule } from '../rule';
import { some } from '../words';

/** Secrets that pods read or read no more; a pod does not start without one that is not there. */
export const secrets: ReviewRule = ({ tenants }) =>
  tenants.flatMap(({ unit, tenant, before, after }): Finding[] => {
    if (after === undefined) {
      return [];
    }
    const [old, next] = [secretsOf(before), secretsOf(after)];
    const [come, gone] = [next.filter((name) => !old.includes(name)), old.filter((name) => !next.includes(name))];
    const about = { severity: 'notice' as const, unit, tenant, about: [after.object] };
    return [
      ...(come.length > 0
        ? [{ ...about, says: `reads Secret ${some(come)}, without which its pods do not start` }]
        : []),
      ...(gone.length > 0 ? [{ ...about, says: `no longer reads Secret ${some(gone)}` }] : []),
    ];
  });
