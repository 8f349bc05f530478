import { metricsOf } from '../release/mi-metrics';
import type { AlertName } from './alert-name';
import type { Limits } from './alert-props';
import { PODS } from './pod-counts';
import { NAMES, series, seriesLike } from './promql';
import { podPattern, type Watched } from './watched';

/** How soon somebody must come: at once, or by day. */
export type Severity = 'critical' | 'warning';

/** What an alert says of one tenant. */
export interface Alert {
  /** What must hold, in PromQL. */
  readonly expr: string;
  /** How long it must hold. */
  readonly for: string;
  readonly severity: Severity;
  /** What is wrong, in one line; Prometheus fills in labels and value. */
  readonly summary: string;
}

/** Time in which all is measured that goes up and down with every request. */
const WINDOW = '10m';

/** Requests in that time below which a share of them says nothing. */
const FEW = 10;

/** Seconds after the end of its grace that a pod may need to be gone. */
const LATE = 300;

const STUCK: Readonly<Record<Watched['workload'], (watched: Watched) => string>> = {
  Deployment: ({ unit, name }) => {
    const condition = { condition: 'Progressing', status: 'false' };
    const labels = { namespace: unit.namespaceName, deployment: name, ...condition };
    return `max(${series('kube_deployment_status_condition', labels)}) == 1`;
  },
  StatefulSet: ({ unit, name }) => {
    const set = { namespace: unit.namespaceName, statefulset: name };
    const updated = series('kube_statefulset_status_replicas_updated', set);
    return `max(${series('kube_statefulset_replicas', set)}) > max(${updated})`;
  },
  Rollout: ({ unit, name }) => {
    const degraded = { name, phase: 'Degraded' };
    const exported = series('rollout_info', { exported_namespace: unit.namespaceName, ...degraded });
    return `max(${exported} or ${series('rollout_info', { namespace: unit.namespaceName, ...degraded })}) == 1`;
  },
};

/** The alerts of a tenant, each where it can be asked; `undefined` where it cannot. */
export const ALERTS: Readonly<Record<AlertName, (watched: Watched, limits: Limits) => Alert | undefined>> = {
  MiNoReadyPod: (watched) => ({
    // Who stopped a tenant wants no pod of it.
    expr: `max(${PODS[watched.workload](watched).ready}) == 0 and max(${PODS[watched.workload](watched).wanted}) > 0`,
    // A singleton is away for the drain of the old pod and the start of the new one.
    for: watched.workload === 'StatefulSet' ? '15m' : '5m',
    severity: 'critical',
    summary: 'no pod is ready',
  }),
  MiRestartLoop: (watched, { restarts }) => ({
    expr: `sum by (pod) (increase(${pods('kube_pod_container_status_restarts_total', watched)}[15m])) >= ${restarts}`,
    for: '0m',
    severity: 'critical',
    summary: 'pod {{ $labels.pod }} restarted {{ $value | printf "%.0f" }} times in a quarter of an hour',
  }),
  MiRolloutStuck: (watched) => ({
    expr: STUCK[watched.workload](watched),
    for: watched.workload === 'StatefulSet' ? '30m' : '1m',
    severity: 'warning',
    summary: 'a rollout does not get on; old pods may still answer',
  }),
  // By its workload, since autoscalers of several kinds have no metric in common.
  MiAutoscalerAtMost: (watched) =>
    watched.most === undefined
      ? undefined
      : {
          expr: `max(${PODS[watched.workload](watched).wanted}) >= ${watched.most}`,
          for: '15m',
          severity: 'warning',
          summary: 'the autoscaler is at its most with {{ $value }} pods',
        },
  MiSingletonStuckTerminating: (watched) =>
    watched.workload === 'StatefulSet'
      ? {
          expr: `time() - max by (pod) (${pods('kube_pod_deletion_timestamp', watched)}) > ${LATE}`,
          for: '0m',
          severity: 'critical',
          summary: 'pod {{ $labels.pod }} should be gone and is not; no successor starts before it is',
        }
      : undefined,
  MiVolumeNearFull: ({ unit, claims }, { volume }) => {
    const labels = { namespace: unit.namespaceName, persistentvolumeclaim: { like: claims.join('|') } };
    const bytes = (what: string) =>
      `max by (persistentvolumeclaim) (${series(`kubelet_volume_stats_${what}_bytes`, labels)})`;
    return claims.length === 0
      ? undefined
      : {
          expr: `${bytes('used')} / ${bytes('capacity')} > ${volume}`,
          for: '10m',
          severity: 'warning',
          summary: 'volume {{ $labels.persistentvolumeclaim }} is {{ $value | humanizePercentage }} full',
        };
  },
  MiDeadLetters: (_, { deadLetters }) =>
    deadLetters === undefined
      ? undefined
      : {
          expr: `${deadLetters.expression} > ${deadLetters.atMost}`,
          for: '5m',
          severity: 'warning',
          summary: `{{ $value }} dead letters in ${deadLetters.text}`,
        },
  MiNotScraped: (watched) =>
    watched.counts
      ? {
          // Where no pod is wanted, none is asked.
          expr: `absent(${counted('up', watched)} == 1) and on() max(${PODS[watched.workload](watched).wanted}) > 0`,
          for: '15m',
          severity: 'warning',
          summary: 'no pod shows its metrics, so errors, latency and heap are not watched',
        }
      : undefined,
  MiErrorRatio: (watched, { errorRatio }) => {
    const of = (names: string) =>
      `sum by (service_name, service_type) (increase(${countedLike(names, watched)}[${WINDOW}]))`;
    return byProduct(watched, {
      expr: `${of(NAMES.errors)} / (${of(NAMES.requests)} >= ${FEW}) > ${errorRatio}`,
      for: '5m',
      severity: 'critical',
      summary: '{{ $value | humanizePercentage }} of the requests to {{ $labels.service_name }} fail',
    });
  },
  MiLatency: (watched, { latencySeconds }) => {
    const buckets = countedLike(NAMES.buckets, watched, { le: { like: '.+' } });
    const rate = `sum by (service_name, service_type, le) (rate(${buckets}[${WINDOW}]))`;
    return byProduct(watched, {
      expr: `histogram_quantile(0.95, ${rate}) > ${latencySeconds}`,
      for: '10m',
      severity: 'warning',
      summary: 'one of twenty requests to {{ $labels.service_name }} takes {{ $value | humanizeDuration }} or more',
    });
  },
  MiHeapNearLimit: (watched, { heap }) => {
    const area = { area: 'heap' };
    // Garbage makes a saw of it; what is left after a collection are its lowest points.
    const used = `max by (pod) (min_over_time(${countedLike(NAMES.heapUsed, watched, area)}[15m]))`;
    return byProduct(watched, {
      expr: `${used} / max by (pod) (${countedLike(NAMES.heapMost, watched, area)}) > ${heap}`,
      for: '5m',
      severity: 'warning',
      summary:
        'the heap of pod {{ $labels.pod }} is {{ $value | humanizePercentage }} full after garbage was collected',
    });
  },
  MiPollerSilent: (watched, { silenceSeconds }) => {
    const since = `time() - max(${counted('process_start_time_seconds', watched)}) > ${silenceSeconds}`;
    return silenceSeconds === undefined
      ? undefined
      : byProduct(watched, {
          expr: `sum(increase(${countedLike(NAMES.requests, watched)}[${Math.ceil(silenceSeconds)}s])) == 0 and ${since}`,
          for: '1m',
          severity: 'warning',
          summary: `nothing came in ${Math.ceil(silenceSeconds / 60)} minutes, although it runs`,
        });
  },
};

/** Alerts that ask Micro Integrator's own metrics, by the prop that says their limit. */
export const COUNTED_LIMITS = ['errorRatio', 'latency', 'heap', 'silence'] as const;

/** Whether Micro Integrator itself counts what these alerts ask for. */
export function countsRequests({ counts, release }: Pick<Watched, 'counts' | 'release'>): boolean {
  return counts && metricsOf(release).length > 0;
}

function byProduct(watched: Watched, alert: Alert): Alert | undefined {
  return countsRequests(watched) ? alert : undefined;
}

/** Series of kube-state-metrics of its pods. */
function pods(metric: string, watched: Watched): string {
  return series(metric, { namespace: watched.unit.namespaceName, pod: { like: podPattern(watched) } });
}

/** Series that its pods show. */
function counted(metric: string, { unit, instance }: Watched): string {
  return series(metric, { unit: unit.name, tenant: instance });
}

/** Series of any of these names that its pods show. */
function countedLike(names: string, { unit, instance }: Watched, more: Parameters<typeof seriesLike>[1] = {}): string {
  return seriesLike(names, { unit: unit.name, tenant: instance, ...more });
}
