import type { DashboardParts } from './panel';

const CHOSEN = '{unit=~"$unit",tenant=~"$tenant",release=~"$release"}';
const TENANT = '{{unit}}/{{tenant}}';

/** All tenants together: who runs, who fails, who is slow. */
export const FLEET_DASHBOARD: Omit<DashboardParts, 'description'> = {
  uid: 'mi-fleet',
  title: 'Micro Integrator: fleet',
  variables: [
    { name: 'unit', label: 'Unit', query: 'label_values(tenant:mi_pods_wanted:max, unit)', several: true },
    {
      name: 'tenant',
      label: 'Tenant',
      query: 'label_values(tenant:mi_pods_wanted:max{unit=~"$unit"}, tenant)',
      several: true,
    },
    {
      name: 'release',
      label: 'Release',
      query: 'label_values(tenant:mi_pods_wanted:max{unit=~"$unit",tenant=~"$tenant"}, release)',
      several: true,
    },
  ],
  panels: [
    {
      type: 'stat',
      title: 'Tenants',
      description: 'Tenants and canaries that are watched.',
      unit: 'none',
      width: 4,
      queries: [{ expr: `count(tenant:mi_pods_wanted:max${CHOSEN})`, legend: 'tenants' }],
    },
    {
      type: 'stat',
      title: 'Pods ready',
      description: 'Pods that may get requests, of those that are wanted.',
      unit: 'none',
      width: 8,
      queries: [
        { expr: `sum(tenant:mi_pods_ready:max${CHOSEN})`, legend: 'ready' },
        { expr: `sum(tenant:mi_pods_wanted:max${CHOSEN})`, legend: 'wanted' },
      ],
    },
    {
      type: 'stat',
      title: 'Requests',
      description: 'Requests in a second, over all tenants with metrics.',
      unit: 'reqps',
      width: 4,
      queries: [{ expr: `sum(tenant:mi_requests:rate5m${CHOSEN})`, legend: 'requests' }],
    },
    {
      type: 'stat',
      title: 'Failed requests',
      description: 'Share of all requests that failed.',
      unit: 'percentunit',
      width: 4,
      queries: [
        {
          expr: `sum(tenant:mi_errors:rate5m${CHOSEN}) / sum(tenant:mi_requests:rate5m${CHOSEN})`,
          legend: 'failed',
        },
      ],
    },
    {
      type: 'stat',
      title: 'Firing alerts',
      description: 'Alerts that call somebody now.',
      unit: 'none',
      width: 4,
      queries: [
        {
          expr: 'count(ALERTS{alertname=~"Mi.+",alertstate="firing",unit=~"$unit"}) or vector(0)',
          legend: 'alerts',
        },
      ],
    },
    {
      type: 'table',
      title: 'What fires',
      description: 'Each alert with its unit and tenant; the runbook has the same name.',
      unit: 'none',
      width: 12,
      queries: [
        {
          expr: 'count by (alertname, unit, tenant, severity) (ALERTS{alertname=~"Mi.+",alertstate="firing",unit=~"$unit"})',
          legend: '',
        },
      ],
    },
    {
      type: 'table',
      title: 'Pods by tenant',
      description: 'Ready pods of each tenant, with its release of Micro Integrator.',
      unit: 'none',
      width: 12,
      queries: [{ expr: `sum by (unit, tenant, release) (tenant:mi_pods_ready:max${CHOSEN})`, legend: '' }],
    },
    {
      type: 'timeseries',
      title: 'Requests by tenant',
      description: 'Requests in a second to APIs, proxies, inbound endpoints and data services.',
      unit: 'reqps',
      width: 12,
      queries: [{ expr: `tenant:mi_requests:rate5m${CHOSEN}`, legend: TENANT }],
    },
    {
      type: 'timeseries',
      title: 'Failed requests by tenant',
      description: 'Share of the requests that failed.',
      unit: 'percentunit',
      width: 12,
      queries: [{ expr: `tenant:mi_errors:rate5m${CHOSEN} / tenant:mi_requests:rate5m${CHOSEN}`, legend: TENANT }],
    },
    {
      type: 'timeseries',
      title: 'Latency by tenant',
      description: 'Time that nineteen of twenty requests take less than. The buckets of the product end at 5 s.',
      unit: 's',
      width: 12,
      queries: [{ expr: `tenant:mi_latency_seconds:p95_5m${CHOSEN}`, legend: TENANT }],
    },
    {
      type: 'timeseries',
      title: 'Heap by tenant',
      description: 'Share of the heap of the fullest pod. Garbage makes a saw of it.',
      unit: 'percentunit',
      width: 12,
      queries: [{ expr: `tenant:mi_heap:ratio${CHOSEN}`, legend: TENANT }],
    },
    {
      type: 'timeseries',
      title: 'Pods that are missing',
      description: 'Pods that are wanted and not ready.',
      unit: 'none',
      width: 12,
      queries: [{ expr: `tenant:mi_pods_wanted:max${CHOSEN} - tenant:mi_pods_ready:max${CHOSEN}`, legend: TENANT }],
    },
    {
      type: 'timeseries',
      title: 'Restarts',
      description: 'Restarts of containers in the hour before.',
      unit: 'none',
      width: 12,
      queries: [{ expr: `tenant:mi_restarts:increase1h${CHOSEN}`, legend: TENANT }],
    },
  ],
};
