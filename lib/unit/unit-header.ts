import { UNIT_LABEL } from '../core/managed-by';

/** Annotation by which KEDA keeps a number of pods, and looks at nothing (keda.sh, "Pausing autoscaling"). */
export const PAUSED = 'autoscaling.keda.sh/paused-replicas';

/** What the head of a unit's file tells of it. */
export interface HeadedUnit {
  readonly id: string;
  readonly name: string;
  readonly namespaceName: string;
  readonly contact: string;
  /** Whether nothing gets in or out but what is declared. */
  readonly isShut: boolean;
  /** The ways that are only looked at, as lines of a table; none where nothing is. */
  readonly audited: ReadonlyArray<readonly string[]> | undefined;
  /** What whoever reads of its tenants should look at. */
  readonly remarks: readonly string[];
}

/** What stands at the top of the file of a unit with objects of these kinds, for whoever reads it at night. */
export function unitHeader(unit: HeadedUnit, kinds: ReadonlySet<string>): string[] {
  const { id, name, namespaceName, contact, isShut, audited, remarks } = unit;
  const workloads = ['deployment', 'statefulset', ...(kinds.has('Rollout') ? ['rollout'] : [])].join(',');
  const kubectl = `kubectl -n ${namespaceName}`;
  const ours = `-l ${UNIT_LABEL}=${name}`;
  const as = name === id ? '' : ` (${name} in the cluster)`;
  const pause = `What KEDA scales: ${kubectl} annotate scaledobject ${ours} ${PAUSED}=0 --overwrite`;
  return [
    `Business unit ${id}${as} in namespace ${namespaceName}. Contact: ${contact}`,
    'Each workload says in its annotation kubernetes.io/description what it is and how to stop and start it.',
    `Stop all of it: ${kubectl} scale ${workloads} ${ours} --replicas=0`,
    ...(kinds.has('ScaledObject') ? [pause] : []),
    'An apply starts again what was stopped, but for tenants with an autoscaler.',
    ...(isShut ? shutLines(kubectl, ours) : []),
    ...(audited === undefined ? [] : auditLines(audited)),
    ...remarks.map((remark) => `To be looked at: ${remark}`),
  ];
}

function shutLines(kubectl: string, ours: string): string[] {
  return [
    `The network is shut but for what is declared; what gets through: ${kubectl} describe networkpolicy ${ours}`,
    `Open it until the next apply: ${kubectl} delete networkpolicy ${ours}`,
  ];
}

function auditLines(ways: ReadonlyArray<readonly string[]>): string[] {
  const lines = ways.map(([from, to, port, because]) => `  ${from} -> ${to}, port ${port} (${because})`);
  return ['The network is open to all (audit). Network.isolated() would let through nothing but this:', ...lines];
}
