import type { ReviewRule } from '../rule';
import { counted } from '../words';

/** An autoscaler comes: the number of pods leaves the file, and falls to one until the autoscaler looks. */
export const dip: ReviewRule = ({ tenants }) =>
  tenants.flatMap(({ unit, tenant, before, after, update }) => {
    if (update === undefined || before === undefined || after === undefined) {
      return [];
    }
    const { kind, metadata } = after.object;
    const leaves = update.fields.some(({ path, to }) => path === 'spec.replicas' && to === undefined);
    const target = `${kind.toLowerCase()}/${metadata.name}`;
    const namespace = metadata.namespace === undefined ? '' : `-n ${metadata.namespace} `;
    return leaves && before.least > 1
      ? [
          {
            severity: 'danger' as const,
            unit,
            tenant,
            says: `falls from ${counted(before.least, 'pod')} to 1 until ${after.scaler !== undefined ? 'the autoscaler has looked' : 'somebody scales it'}: the number leaves the file, so nobody declares it`,
            because: [after.scaler !== undefined ? 'an autoscaler comes' : 'replicas leaves the file'],
            run: [
              `kubectl ${namespace}scale ${target} --replicas=$(($(kubectl ${namespace}get ${target} -o jsonpath='{.spec.replicas}') + 1))  # before the apply`,
            ],
            about: [after.object, ...(after.scaler === undefined ? [] : [after.scaler])],
          },
        ]
      : [];
  });
