import { PODS } from './pod-counts';
import { NAMES, series, seriesLike } from './promql';
import { podPattern, type Watched } from './watched';

/** What dashboards show of a tenant, whatever runs its pods and whatever its release calls its metrics. */
export type RecordingName =
  | 'tenant:mi_pods_ready:max'
  | 'tenant:mi_pods_wanted:max'
  | 'tenant:mi_restarts:increase1h'
  | 'tenant:mi_requests:rate5m'
  | 'tenant:mi_errors:rate5m'
  | 'tenant:mi_latency_seconds:p95_5m'
  | 'tenant:mi_heap:ratio';

/** What each is in PromQL. Without metrics of its own a tenant has no series of the last four. */
export const RECORDINGS: Readonly<Record<RecordingName, (watched: Watched) => string>> = {
  'tenant:mi_pods_ready:max': (watched) => `max(${PODS[watched.workload](watched).ready})`,
  'tenant:mi_pods_wanted:max': (watched) => `max(${PODS[watched.workload](watched).wanted})`,
  'tenant:mi_restarts:increase1h': (watched) => {
    const labels = { namespace: watched.unit.namespaceName, pod: { like: podPattern(watched) } };
    return `sum(increase(${series('kube_pod_container_status_restarts_total', labels)}[1h]))`;
  },
  'tenant:mi_requests:rate5m': (watched) => `sum(rate(${seriesLike(NAMES.requests, own(watched))}[5m]))`,
  'tenant:mi_errors:rate5m': (watched) => `sum(rate(${seriesLike(NAMES.errors, own(watched))}[5m]))`,
  'tenant:mi_latency_seconds:p95_5m': (watched) => {
    const buckets = seriesLike(NAMES.buckets, { ...own(watched), le: { like: '.+' } });
    return `histogram_quantile(0.95, sum by (le) (rate(${buckets}[5m])))`;
  },
  'tenant:mi_heap:ratio': (watched) => {
    const heap = { ...own(watched), area: 'heap' };
    return `max(max by (pod) (${seriesLike(NAMES.heapUsed, heap)}) / max by (pod) (${seriesLike(NAMES.heapMost, heap)}))`;
  },
};

function own({ unit, instance }: Watched): Record<string, string> {
  return { unit: unit.name, tenant: instance };
}
