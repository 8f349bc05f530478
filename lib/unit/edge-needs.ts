import { LEAVE_SECONDS } from '../release/drain';

/** What a load balancer needs of the pods that it leads to. */
export interface EdgeNeeds {
  /** Seconds in which it may still send requests to a pod that is leaving. */
  readonly leaveSeconds: number;
  /**
   * Whether a pod is ready only when the load balancer has found it healthy, so that no rollout goes on before. The AWS
   * Load Balancer Controller adds the gate to pods of namespaces with a label.
   */
  readonly readinessGate: boolean;
  /** Whether it asks the pods itself if they are ready, at the port of their probe. */
  readonly healthChecks: boolean;
}

/** What any proxy in the cluster needs. */
export const ANY_PROXY: EdgeNeeds = { leaveSeconds: LEAVE_SECONDS, readinessGate: false, healthChecks: false };

/** Label of a namespace by which the AWS Load Balancer Controller adds readiness gates (docs/deploy/pod_readiness_gate.md). */
export const READINESS_GATE_LABEL = { key: 'elbv2.k8s.aws/pod-readiness-gate-inject', value: 'enabled' } as const;
