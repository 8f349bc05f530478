import { series } from './promql';
import type { Watched } from './watched';

/** Series of how many pods are ready, and of how many are wanted. */
interface PodCounts {
  readonly ready: string;
  readonly wanted: string;
}

/** Who counts the pods of each kind of workload. */
export const PODS: Readonly<Record<Watched['workload'], (watched: Watched) => PodCounts>> = {
  Deployment: ({ unit, name }) => {
    const labels = { namespace: unit.namespaceName, deployment: name };
    return {
      ready: series('kube_deployment_status_replicas_ready', labels),
      wanted: series('kube_deployment_spec_replicas', labels),
    };
  },
  StatefulSet: ({ unit, name }) => {
    const labels = { namespace: unit.namespaceName, statefulset: name };
    return {
      ready: series('kube_statefulset_status_replicas_ready', labels),
      wanted: series('kube_statefulset_replicas', labels),
    };
  },
  // Metrics of the controller of Argo Rollouts, whose own labels Prometheus may have renamed; kube-state-metrics knows no Rollout.
  Rollout: ({ unit, name }) => {
    const either = (metric: string) =>
      `${series(metric, { exported_namespace: unit.namespaceName, name })} or ${series(metric, { namespace: unit.namespaceName, name })}`;
    return { ready: either('rollout_info_replicas_available'), wanted: either('rollout_info_replicas_desired') };
  },
};
