import { type MiMetric, type MiRelease, metricsOf } from '../../lib';
import { showsBuckets } from '../../lib/release/mi-metrics';

/** Labels of a series, with their values. */
type Labels = Readonly<Record<string, string>>;

const BOUNDS = ['0.19', '0.2', '0.25', '0.3', '0.35', '0.4', '0.5', '0.6', '1.0', '5.0', '+Inf'];

/** Values of the labels that tell series of one pod apart. */
const VALUES: Readonly<Record<string, string>> = {
  service_name: 'OrdersAPI',
  invocation_url: 'http://10.0.0.1:8290/orders',
  area: 'heap',
  gc: 'G1 Young Generation',
};

/** What the product says of a service of each kind (SynapseConstants, MetricConstants). */
const TYPES = [
  ['_proxy_', 'proxy'],
  ['_inbound_endpoint_', 'inbound-endpoint'],
  ['_data_service_', 'data-service'],
] as const;

/** What a pod has done so far. */
export interface Done {
  readonly requests: number;
  readonly errors: number;
}

/**
 * The page of metrics of a release, as its client library writes it: seen with simpleclient 0.8.1 and the product's
 * MetricFormatter, and with prometheus-metrics 1.4.3. Up to 4.5 every sample of a family has the family's name, so of a
 * histogram buckets, count and sum are told apart by nothing but `le`.
 */
export function metricsPage(release: MiRelease, done: Done): string {
  return metricsOf(release)
    .map((metric) => {
      const kind = ['# HELP', metric.name, metric.about].join(' ');
      return `${kind}\n# TYPE ${metric.name} ${metric.type}\n${samples(release, metric, done).join('')}`;
    })
    .join('');
}

function samples(release: MiRelease, metric: MiMetric, { requests, errors }: Done): string[] {
  const { name, type } = metric;
  const service_type = TYPES.find(([kind]) => name.includes(kind))?.[1] ?? 'api';
  const values: Labels = { ...VALUES, service_type };
  const labels = Object.fromEntries(metric.labels.map((label) => [label, values[label] ?? label]));
  const of = (suffix: string, value: number, more: Labels = {}) =>
    line(showsBuckets(release) ? `${name}${suffix}` : name, { ...labels, ...more }, value);
  if (type === 'histogram') {
    const slow = Math.floor(requests / 10);
    const buckets = BOUNDS.map((le) =>
      of('_bucket', le === '5.0' || le === '+Inf' ? requests : requests - slow, { le }),
    );
    return [...buckets, of('_count', requests), of('_sum', requests * 0.2)];
  }
  if (type === 'summary') {
    return [of('_count', 3), of('_sum', 0.2)];
  }
  const value = /error_total$/.test(name) ? errors : /_request_count_total$/.test(name) ? requests : gauge(name);
  return [line(name, labels, value)];
}

function gauge(name: string): number {
  return /bytes_max|max_bytes/.test(name) ? 536_870_912 : /bytes/.test(name) ? 268_435_456 : 7;
}

function line(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(', ')}}`} ${value}\n`;
}

/** What kube-state-metrics and the kubelet show of one tenant that runs as a Deployment or a StatefulSet of one. */
export function clusterPage(tenants: ReadonlyArray<{ name: string; singleton: boolean; pod: string }>): string {
  return tenants
    .flatMap(({ name, singleton, pod }) => {
      const [ready, wanted] = singleton
        ? ['kube_statefulset_status_replicas_ready', 'kube_statefulset_replicas']
        : ['kube_deployment_status_replicas_ready', 'kube_deployment_spec_replicas'];
      const own = { namespace: 'retail', [singleton ? 'statefulset' : 'deployment']: name };
      return [
        line(ready, own, 1),
        line(wanted, own, 1),
        line(
          'kube_pod_container_status_restarts_total',
          { namespace: 'retail', pod, container: 'micro-integrator' },
          0,
        ),
      ];
    })
    .join('');
}
