import { TENANT_LABEL, UNIT_LABEL } from '../../core/managed-by';
import type { Manifest } from '../../diff/manifest';
import type { Finding } from '../finding';
import { nameOf } from '../object-change';
import { textAt } from '../read';
import { readyCommand } from '../ready-command';
import type { ReviewRule } from '../rule';

/** A workload that becomes another object: the old one stays, and both run. */
export const twoGenerations: ReviewRule = ({ tenants, before: old }) =>
  tenants.flatMap(({ unit, tenant, before, after, update }): Finding[] => {
    if (before === undefined || after === undefined || update !== undefined || before.least === 0) {
      return [];
    }
    const [from, to] = [before.object, after.object];
    const because = [`${nameOf(from)} becomes ${nameOf(to)}`];
    const gone = [from, ...old.filter((one) => isBeside(one, from))];
    const about = { unit, tenant, because, about: [...gone, to] };
    return [
      after.isPoller || before.isPoller
        ? {
            ...about,
            severity: 'danger',
            says: 'two generations run at once where there must be one: an apply starts the new one and does not stop the old one, and both read the same',
            run: [`${deletion(from)} --cascade=foreground  # before the apply; returns when the last pod is gone`],
          }
        : {
            ...about,
            severity: 'warning',
            says: 'two generations run at once until the old one is deleted, which no apply does',
            run: [
              `${readyCommand(to)}  # after the apply`,
              `kubectl ${inNamespace(from)}delete ${[...new Set(gone.map(target))].join(' ')}`,
            ],
          },
    ];
  });

/** All that makes or scales pods of the old one, so that nothing starts them again. */
function deletion(from: Manifest): string {
  const [unit, tenant] = [UNIT_LABEL, TENANT_LABEL].map((label) => textAt(from, 'metadata', 'labels', label));
  return unit === undefined || tenant === undefined
    ? `kubectl ${inNamespace(from)}delete ${target(from)}`
    : `kubectl ${inNamespace(from)}delete deployment,statefulset,service,hpa,pdb -l ${UNIT_LABEL}=${unit},${TENANT_LABEL}=${tenant}`;
}

/** Objects of the old workload's own name that go with it. */
function isBeside({ kind, metadata }: Manifest, from: Manifest): boolean {
  return (
    ['HorizontalPodAutoscaler', 'PodDisruptionBudget'].includes(kind) &&
    metadata.namespace === from.metadata.namespace &&
    metadata.name === from.metadata.name
  );
}

function target({ kind, metadata }: Manifest): string {
  return `${kind.toLowerCase()}/${metadata.name}`;
}

function inNamespace({ metadata: { namespace } }: Manifest): string {
  return namespace === undefined ? '' : `-n ${namespace} `;
}
