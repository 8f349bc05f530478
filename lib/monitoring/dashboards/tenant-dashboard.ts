import { NAMES } from '../promql';
import type { DashboardParts, Panel, Query } from './panel';

const OWN = 'unit="$unit",tenant="$tenant"';
const SERVICE = '{{service_type}} {{service_name}}';

/** A query by pod, for a metric that has another name in later releases. */
function byPod(names: string, more = ''): string {
  return `max by (pod) ({__name__=~"${names}",${OWN}${more}})`;
}

function lines(title: string, description: string, unit: Panel['unit'], ...queries: readonly Query[]): Panel {
  return { type: 'timeseries', title, description, unit, width: 12, queries };
}

function number(title: string, description: string, unit: Panel['unit'], expr: string): Panel {
  return { type: 'stat', title, description, unit, width: 6, queries: [{ expr, legend: title }] };
}

function sumOf(names: string): string {
  return `sum by (service_type, service_name) (rate({__name__=~"${names}",${OWN}}[$__rate_interval]))`;
}

const BUCKETS = `sum by (le, service_type, service_name) (rate({__name__=~"${NAMES.buckets}",le=~".+",${OWN}}[$__rate_interval]))`;

/** One tenant: each of its services, each of its pods. */
export const TENANT_DASHBOARD: Omit<DashboardParts, 'description'> = {
  uid: 'mi-tenant',
  title: 'Micro Integrator: tenant',
  variables: [
    { name: 'unit', label: 'Unit', query: 'label_values(tenant:mi_pods_wanted:max, unit)', several: false },
    {
      name: 'tenant',
      label: 'Tenant',
      query: 'label_values(tenant:mi_pods_wanted:max{unit="$unit"}, tenant)',
      several: false,
    },
    {
      name: 'release',
      label: 'Release',
      query: 'label_values(tenant:mi_pods_wanted:max{unit="$unit",tenant="$tenant"}, release)',
      several: false,
    },
  ],
  panels: [
    number('Pods ready', 'Pods that may get requests.', 'none', `sum(tenant:mi_pods_ready:max{${OWN}})`),
    number('Requests', 'Requests in a second.', 'reqps', `sum(tenant:mi_requests:rate5m{${OWN}})`),
    number('Latency', 'Nineteen of twenty requests take less.', 's', `max(tenant:mi_latency_seconds:p95_5m{${OWN}})`),
    number(
      'Firing alerts',
      'Alerts of this tenant.',
      'none',
      `count(ALERTS{alertname=~"Mi.+",alertstate="firing",${OWN}}) or vector(0)`,
    ),
    lines('Requests by service', 'APIs, proxies, inbound endpoints, data services.', 'reqps', {
      expr: sumOf(NAMES.requests),
      legend: SERVICE,
    }),
    lines('Failed requests by service', 'Share of the requests that failed.', 'percentunit', {
      expr: `${sumOf(NAMES.errors)} / ${sumOf(NAMES.requests)}`,
      legend: SERVICE,
    }),
    lines(
      'Latency by service',
      'Time that nineteen of twenty requests take less than, and half of them.',
      's',
      {
        expr: `histogram_quantile(0.95, ${BUCKETS})`,
        legend: `p95 ${SERVICE}`,
      },
      { expr: `histogram_quantile(0.5, ${BUCKETS})`, legend: `p50 ${SERVICE}` },
    ),
    lines(
      'Pods',
      'Ready and wanted.',
      'none',
      { expr: `tenant:mi_pods_ready:max{${OWN}}`, legend: 'ready' },
      {
        expr: `tenant:mi_pods_wanted:max{${OWN}}`,
        legend: 'wanted',
      },
    ),
    lines(
      'Heap',
      'What is used of the heap, and its most.',
      'bytes',
      {
        expr: byPod(NAMES.heapUsed, ',area="heap"'),
        legend: '{{pod}}',
      },
      { expr: `max(${byPod(NAMES.heapMost, ',area="heap"')})`, legend: 'most' },
    ),
    lines('CPU', 'Cores that each pod uses.', 'short', {
      expr: `max by (pod) (rate(process_cpu_seconds_total{${OWN}}[$__rate_interval]))`,
      legend: '{{pod}}',
    }),
    lines('Threads', 'Threads of each pod.', 'none', { expr: byPod('jvm_threads_current'), legend: '{{pod}}' }),
    lines('Open files', 'Files and connections that each pod holds open.', 'none', {
      expr: byPod('process_open_fds'),
      legend: '{{pod}}',
    }),
  ],
};
