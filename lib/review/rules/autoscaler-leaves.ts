import type { Manifest } from '../../diff/manifest';
import { keyOf, nameOf } from '../object-change';
import { at } from '../read';
import type { ReviewRule } from '../rule';
import { fromTo } from '../words';
import type { Workload } from '../workload';

/** An autoscaler leaves the file and stays in the cluster, where it goes on to decide, or is in the way of the next one. */
export const autoscalerLeaves: ReviewRule = ({ tenants }) =>
  tenants.flatMap(({ unit, tenant, before, after, update }) => {
    if (update === undefined || before?.scaler === undefined || after === undefined || staysOf(before, after)) {
      return [];
    }
    const { kind, metadata } = after.object;
    const namespace = metadata.namespace === undefined ? '' : `-n ${metadata.namespace} `;
    const target = `${kind.toLowerCase()} ${metadata.name}`;
    return [
      {
        severity: 'danger' as const,
        unit,
        tenant,
        says: whatHappens(after),
        because: [whatChanges(before, after)],
        run: [
          `kubectl ${namespace}delete ${nameForDelete(before.scaler)}  # before the apply`,
          `kubectl ${namespace}patch ${target} --type=merge -p "metadata: {managedFields: [$(kubectl ${namespace}get ${target} --show-managed-fields -o jsonpath='{range .metadata.managedFields[?(@.operation=="Apply")]}{@},{end}')]}"`,
          ...(staysAtNone(before, after)
            ? [
                `kubectl ${namespace}scale ${target} --replicas=${after.least}  # where none runs: nobody would start one`,
              ]
            : []),
        ],
        about: [after.object, before.scaler],
      },
    ];
  });

/** With a ScaledObject the autoscaler goes that KEDA made of it: it would count for some moments more. */
function nameForDelete({ kind, metadata }: Manifest): string {
  return kind === 'ScaledObject' ? `scaledobject ${metadata.name} --cascade=foreground` : `hpa ${metadata.name}`;
}

function staysOf(before: Workload, after: Workload): boolean {
  return before.scaler !== undefined && after.scaler !== undefined && keyOf(before.scaler) === keyOf(after.scaler);
}

function whatHappens({ object, scaler }: Workload): string {
  switch (scaler?.kind) {
    case 'ScaledObject':
      return 'the autoscaler stays in the cluster: KEDA refuses to count beside it, and the apply ends with an error there';
    case undefined:
      return saysPods(object)
        ? 'the autoscaler stays in the cluster and goes on to decide: it turns back the number that is applied, or the apply ends with a conflict'
        : 'the autoscaler stays in the cluster and goes on to decide, beside whoever counts now';
    default:
      return 'the autoscaler stays in the cluster: while two count the same pods, neither does';
  }
}

function whatChanges(before: Workload, after: Workload): string {
  return before.scaler !== undefined && after.scaler !== undefined
    ? `${nameOf(before.scaler)} becomes ${nameOf(after.scaler)}`
    : `pods: ${fromTo(`${before.least} to ${before.most}`, saysPods(after.object) ? `${after.least}` : 'as somebody else says')}`;
}

/** KEDA may have left none, and what counts by what runs finds nothing to look at. */
function staysAtNone(before: Workload, after: Workload): boolean {
  return before.least === 0 && after.least > 0 && !saysPods(after.object);
}

function saysPods(object: Manifest): boolean {
  return at(object, 'spec', 'replicas') !== undefined;
}
