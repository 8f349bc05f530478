import type { ReviewRule } from '../rule';
import { fromTo } from '../words';

/** An autoscaler leaves the file and stays in the cluster, where it goes on to decide. */
export const autoscalerLeaves: ReviewRule = ({ tenants }) =>
  tenants.flatMap(({ unit, tenant, before, after, update }) => {
    if (update === undefined || before?.scaler === undefined || after === undefined || after.scaler !== undefined) {
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
        says: `the autoscaler stays in the cluster and owns the number of pods: the apply ends with a conflict where it chose another number, and it turns back what was applied`,
        because: [`pods: ${fromTo(`${before.least} to ${before.most}`, `${after.least}`)}`],
        run: [
          `kubectl ${namespace}delete ${before.scaler.kind === 'ScaledObject' ? 'scaledobject' : 'hpa'} ${before.scaler.metadata.name}  # before the apply`,
          `kubectl ${namespace}patch ${target} --type=merge -p "metadata: {managedFields: [$(kubectl ${namespace}get ${target} --show-managed-fields -o jsonpath='{range .metadata.managedFields[?(@.operation=="Apply")]}{@},{end}')]}"`,
        ],
        about: [after.object, before.scaler],
      },
    ];
  });
