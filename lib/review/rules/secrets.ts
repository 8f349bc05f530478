import type { Finding } from '../finding';
import { at, listAt, textAt } from '../read';
import type { ReviewRule } from '../rule';
import { some } from '../words';
import { containersOf, type Workload } from '../workload';

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

/** Every Secret that a pod names, each once. */
function secretsOf(workload: Workload | undefined): string[] {
  const { pod = { containers: [] } } = workload ?? {};
  const names = [
    ...containersOf(pod).flatMap((container) => [
      ...listAt(container, 'env').map((variable) => textAt(variable, 'valueFrom', 'secretKeyRef', 'name')),
      ...listAt(container, 'envFrom').map((source) => textAt(source, 'secretRef', 'name')),
    ]),
    ...listAt(pod, 'volumes').flatMap((volume) => [
      textAt(volume, 'secret', 'secretName'),
      ...listAt(volume, 'projected', 'sources').map((source) => textAt(source, 'secret', 'name')),
    ]),
    ...listAt(pod, 'imagePullSecrets').map((secret) => at(secret, 'name')),
  ];
  return [...new Set(names.flatMap((name) => (typeof name === 'string' ? [name] : [])))].sort();
}
