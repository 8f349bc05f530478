import { MI_RELEASES, type MiRelease } from './mi-release';

/** A metric of Micro Integrator, as its endpoint for Prometheus shows it. */
export interface MiMetric {
  /** Its name, as it is asked for. */
  readonly name: string;
  /** How it goes: up only, up and down, by buckets of seconds, or a count and a sum of seconds. */
  readonly type: 'counter' | 'gauge' | 'histogram' | 'summary';
  /** What tells its series apart, but for the pod. */
  readonly labels: readonly string[];
  /** The first release that has it. */
  readonly from: MiRelease;
  /**
   * The last release that has it.
   *
   * @default - the newest
   */
  readonly to?: MiRelease;
  /** What it counts, or measures. */
  readonly about: string;
}

const SERVICE = ['service_name', 'service_type'] as const;
const API = [...SERVICE, 'invocation_url'] as const;

/** What is counted of one kind of service: requests, those that failed, and how long they took. */
function counted(kind: string, labels: readonly string[], from: MiRelease, what: string): MiMetric[] {
  const name = `wso2_integration_${kind}`;
  return [
    { name: `${name}_request_count_total`, type: 'counter', labels, from, about: `requests to ${what}` },
    { name: `${name}_request_count_error_total`, type: 'counter', labels, from, about: `those of them that failed` },
    { name: `${name}_latency_seconds`, type: 'histogram', labels, from, about: 'how long they took' },
  ];
}

function gauges(from: MiRelease, to: MiRelease | undefined, table: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(table).map(([name, [about = '', ...labels]]): MiMetric => {
    const type = name.endsWith('_total') ? 'counter' : 'gauge';
    return { name, type, labels, from, to, about };
  });
}

/**
 * Every metric that the releases from 1.2 on show once `config.metrics` is set (product-micro-integrator,
 * `org.wso2.micro.integrator.observability`: PrometheusReporter, and PrometheusReporterV1 from 4.6 on; those of the JVM
 * are of its client, `simpleclient_hotspot` 0.8.1 and `prometheus-metrics-instrumentation-jvm` 1.4.3). 1.1 shows the
 * numbers of Synapse's MBeans instead, under names made of theirs (`org.wso2.micro.integrator.prometheus.publisher`:
 * MetricCollector), and nothing of these.
 */
export const MI_METRICS: readonly MiMetric[] = [
  ...counted('api', API, '1.2.0', 'an API; `invocation_url` is empty until the first'),
  ...counted('proxy', SERVICE, '1.2.0', 'a proxy service'),
  ...counted('inbound_endpoint', SERVICE, '1.2.0', 'an inbound endpoint: files, messages, schedules'),
  ...counted('data_service', SERVICE, '4.3.0', 'a data service'),
  ...gauges('1.2.0', undefined, {
    wso2_integration_server_up: [
      'when the server started; 0 once it stops',
      'host',
      'port',
      'java_home',
      'java_version',
    ],
    wso2_integration_service_up: ['when a service was deployed; 0 once it is not', ...SERVICE],
  }),
  ...gauges('4.1.0', undefined, {
    wso2_integration_server_version: ['when the server started', 'version', 'update_level'],
  }),
  { name: 'jvm_gc_collection_seconds', type: 'summary', labels: ['gc'], from: '1.2.0', about: 'garbage collections' },
  ...gauges('1.2.0', undefined, {
    jvm_buffer_pool_capacity_bytes: ['buffers outside the heap', 'pool'],
    jvm_buffer_pool_used_buffers: ['the same', 'pool'],
    jvm_buffer_pool_used_bytes: ['the same', 'pool'],
    jvm_classes_loaded_total: ['classes loaded since the start'],
    jvm_classes_unloaded_total: ['classes unloaded since the start'],
    jvm_threads_current: ['threads'],
    jvm_threads_daemon: ['daemon threads'],
    jvm_threads_deadlocked: ['threads that wait for each other'],
    jvm_threads_deadlocked_monitor: ['the same, for monitors'],
    jvm_threads_peak: ['the most threads at once'],
    jvm_threads_started_total: ['threads started since the start'],
    jvm_threads_state: ['threads by what they do', 'state'],
    process_cpu_seconds_total: ['CPU time'],
    process_max_fds: ['files that may be open'],
    process_open_fds: ['open files'],
    process_resident_memory_bytes: ['memory of the process'],
    process_start_time_seconds: ['when the process started'],
    process_virtual_memory_bytes: ['address space of the process'],
  }),
  ...gauges('1.2.0', '4.5.0', {
    jvm_classes_loaded: ['classes'],
    jvm_info: ['1', 'version', 'vendor', 'runtime'],
    jvm_memory_bytes_committed: ['memory of the JVM', 'area'],
    jvm_memory_bytes_init: ['the same', 'area'],
    jvm_memory_bytes_max: ['the same; -1 where it has no bound', 'area'],
    jvm_memory_bytes_used: ['the same', 'area'],
    jvm_memory_pool_allocated_bytes_total: ['what was allocated in a pool; shown after its first collection', 'pool'],
    jvm_memory_pool_bytes_committed: ['memory of the JVM by pool', 'pool'],
    jvm_memory_pool_bytes_init: ['the same', 'pool'],
    jvm_memory_pool_bytes_max: ['the same', 'pool'],
    jvm_memory_pool_bytes_used: ['the same', 'pool'],
  }),
  ...gauges('4.6.0', undefined, {
    jvm_classes_currently_loaded: ['classes'],
    jvm_compilation_time_seconds_total: ['time spent on compiling'],
    jvm_memory_committed_bytes: ['memory of the JVM', 'area'],
    jvm_memory_init_bytes: ['the same', 'area'],
    jvm_memory_max_bytes: ['the same; -1 where it has no bound', 'area'],
    jvm_memory_objects_pending_finalization: ['objects that wait for their finalizer'],
    jvm_memory_pool_allocated_bytes_total: ['what was allocated in a pool; shown after its first collection', 'pool'],
    jvm_memory_pool_collection_committed_bytes: ['memory by pool after its last collection', 'pool'],
    jvm_memory_pool_collection_init_bytes: ['the same', 'pool'],
    jvm_memory_pool_collection_max_bytes: ['the same', 'pool'],
    jvm_memory_pool_collection_used_bytes: ['the same', 'pool'],
    jvm_memory_pool_committed_bytes: ['memory of the JVM by pool', 'pool'],
    jvm_memory_pool_init_bytes: ['the same', 'pool'],
    jvm_memory_pool_max_bytes: ['the same', 'pool'],
    jvm_memory_pool_used_bytes: ['the same', 'pool'],
    jvm_memory_used_bytes: ['memory of the JVM', 'area'],
    jvm_runtime_info: ['1', 'version', 'vendor', 'runtime'],
  }),
];

const ORDER = Object.keys(MI_RELEASES);

/** The metrics of a release. */
export function metricsOf(release: MiRelease): MiMetric[] {
  const at = ORDER.indexOf(release);
  return release === '1.1.0'
    ? []
    : MI_METRICS.filter(({ from, to = release }) => ORDER.indexOf(from) <= at && at <= ORDER.indexOf(to));
}

/**
 * Whether a release shows a histogram as Prometheus has it, in `_bucket`, `_count` and `_sum`. Up to 4.5 every sample of
 * a family has the name of the family (MetricFormatter): buckets are told by `le`, and of count and sum, which look alike,
 * Prometheus keeps the first, the count.
 */
export function showsBuckets(release: MiRelease): boolean {
  return ORDER.indexOf(release) >= ORDER.indexOf('4.6.0');
}
