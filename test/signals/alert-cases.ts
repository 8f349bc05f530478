import type { AlertName } from '../../lib';
import type { UnitAlertName } from '../../lib/monitoring/unit-alerts';

/** Series as promtool writes them: what they are, and their values a minute. */
export type Series = Readonly<Record<string, string>>;

/** One time at which an alert fires, and one at which it does not. */
export interface AlertCase {
  readonly alert: AlertName | UnitAlertName;
  /** What is seen, such as `a Deployment`. */
  readonly of: string;
  /** The tenant whose rule is asked; that of the unit without. */
  readonly tenant?: string;
  readonly firing: Series;
  /** When it fires, as promtool writes a time. */
  readonly at: string;
  /** Labels beyond those of the rule. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The same, where nothing is wrong. */
  readonly silent: Series;
}

const orders = 'namespace="retail",deployment="orders"';
const poller = 'namespace="retail",statefulset="invoice-poller"';
const argo = 'exported_namespace="retail",namespace="argo-rollouts",name="search"';
const pod = 'pod="orders-7d4b9c6f5d-x2k4z"';
const own = `unit="retail",tenant="orders",release="4.4.0",namespace="retail",${pod}`;
const canary = `unit="retail",tenant="orders-canary",release="4.6.0",namespace="retail",pod="orders-canary-7d4b9c6f5d-x2k4z"`;
const api = 'service_name="OrdersAPI",service_type="api"';
const url = 'invocation_url="http://10.0.0.1:8290/orders"';
const counted = (kind: string, more: string, who = own) => `wso2_integration_api_${kind}{${api},${more},${who}}`;
const buckets = (name: string, who: string, slow: string, quick: string): Series =>
  Object.fromEntries(
    ['0.19', '0.2', '0.25', '0.3', '0.35', '0.4', '0.5', '0.6', '1.0', '5.0', '+Inf'].map((le) => [
      counted(name, `${url},le="${le}"`, who),
      le === '5.0' || le === '+Inf' ? slow : quick,
    ]),
  );
const polled = 'unit="retail",tenant="invoice-poller",release="4.6.0",namespace="retail",pod="invoice-poller-0"';
const inbound = `wso2_integration_inbound_endpoint_request_count_total{service_name="InvoiceFiles",service_type="inbound-endpoint",${polled}}`;
const restarts = (name: string) =>
  `kube_pod_container_status_restarts_total{namespace="retail",pod="${name}",container="micro-integrator"}`;
const claim = 'namespace="retail",persistentvolumeclaim=CLAIM';
const volume = (what: string) => `kubelet_volume_stats_${what}_bytes{${claim}}`;
const deleted = (name: string) => `kube_pod_deletion_timestamp{namespace="retail",pod="${name}"}`;
const cert = (more: string) => `certmanager_certificate_expiration_timestamp_seconds{name="orders-tls",${more}}`;
const failure = 'condition="ReplicaFailure",status="true"';
const DAY = 86_400;

/** A firing and a silent case for each alert; more where the same is seen in several ways. */
export const CASES: readonly AlertCase[] = [
  {
    alert: 'MiNoReadyPod',
    of: 'a Deployment',
    tenant: 'orders',
    firing: {
      [`kube_deployment_status_replicas_ready{${orders}}`]: '2x4 0x20',
      [`kube_deployment_spec_replicas{${orders}}`]: '2x30',
    },
    at: '11m',
    summary: 'retail/orders: no pod is ready',
    // Somebody stopped it.
    silent: {
      [`kube_deployment_status_replicas_ready{${orders}}`]: '2x4 0x20',
      [`kube_deployment_spec_replicas{${orders}}`]: '2x4 0x30',
      'kube_deployment_status_replicas_ready{namespace="retail",deployment="orders-v2"}': '0x30',
      'kube_deployment_spec_replicas{namespace="retail",deployment="orders-v2"}': '2x30',
    },
  },
  {
    alert: 'MiNoReadyPod',
    of: 'a StatefulSet',
    tenant: 'invoice-poller',
    firing: {
      [`kube_statefulset_status_replicas_ready{${poller}}`]: '1x4 0x30',
      [`kube_statefulset_replicas{${poller}}`]: '1x40',
    },
    at: '21m',
    summary: 'retail/invoice-poller: no pod is ready',
    // An update: the old pod drains, the new one starts.
    silent: {
      [`kube_statefulset_status_replicas_ready{${poller}}`]: '1x10 0x8 1x20',
      [`kube_statefulset_replicas{${poller}}`]: '1x40',
    },
  },
  {
    alert: 'MiNoReadyPod',
    of: 'a Rollout of Argo',
    tenant: 'search',
    firing: {
      [`rollout_info_replicas_available{${argo}}`]: '0x30',
      [`rollout_info_replicas_desired{${argo}}`]: '2x30',
    },
    at: '11m',
    summary: 'retail/search: no pod is ready',
    silent: {
      [`rollout_info_replicas_available{${argo}}`]: '1x30',
      [`rollout_info_replicas_desired{${argo}}`]: '2x30',
    },
  },
  {
    alert: 'MiRestartLoop',
    of: 'a pod',
    tenant: 'orders',
    firing: { [restarts('orders-7d4b9c6f5d-x2k4z')]: '0x15 1x2 2x2 3x2 4x20' },
    at: '25m',
    labels: { pod: 'orders-7d4b9c6f5d-x2k4z' },
    summary: 'retail/orders: pod orders-7d4b9c6f5d-x2k4z restarted 4 times in a quarter of an hour',
    // One restart; and a loop of a neighbour whose name begins alike, and of the canary.
    silent: {
      [restarts('orders-7d4b9c6f5d-x2k4z')]: '0x15 1x30',
      [restarts('orders-poller-0')]: '0+1x40',
      [restarts('orders-v2-7d4b9c6f5d-x2k4z')]: '0+1x40',
      [restarts('orders-canary-7d4b9c6f5d-x2k4z')]: '0+1x40',
    },
  },
  {
    alert: 'MiRolloutStuck',
    of: 'a Deployment',
    tenant: 'orders',
    firing: { [`kube_deployment_status_condition{${orders},condition="Progressing",status="false"}`]: '0x5 1x20' },
    at: '10m',
    summary: 'retail/orders: a rollout does not get on; old pods may still answer',
    silent: {
      [`kube_deployment_status_condition{${orders},condition="Progressing",status="false"}`]: '0x30',
      [`kube_deployment_status_condition{${orders},condition="Progressing",status="true"}`]: '1x30',
    },
  },
  {
    alert: 'MiRolloutStuck',
    of: 'a StatefulSet',
    tenant: 'invoice-poller',
    firing: {
      [`kube_statefulset_replicas{${poller}}`]: '1x60',
      [`kube_statefulset_status_replicas_updated{${poller}}`]: '1x5 0x60',
    },
    at: '40m',
    summary: 'retail/invoice-poller: a rollout does not get on; old pods may still answer',
    silent: {
      [`kube_statefulset_replicas{${poller}}`]: '1x60',
      [`kube_statefulset_status_replicas_updated{${poller}}`]: '1x10 0x15 1x40',
    },
  },
  {
    alert: 'MiRolloutStuck',
    of: 'a Rollout of Argo',
    tenant: 'search',
    firing: { [`rollout_info{${argo},phase="Degraded"}`]: '1x20' },
    at: '10m',
    summary: 'retail/search: a rollout does not get on; old pods may still answer',
    // It waits to be promoted.
    silent: { [`rollout_info{${argo},phase="Paused"}`]: '1x20' },
  },
  {
    alert: 'MiAutoscalerAtMost',
    of: 'an autoscaler',
    tenant: 'orders',
    firing: { [`kube_deployment_spec_replicas{${orders}}`]: '2x5 6x30' },
    at: '25m',
    summary: 'retail/orders: the autoscaler is at its most with 6 pods',
    silent: { [`kube_deployment_spec_replicas{${orders}}`]: '2x5 6x9 5x30' },
  },
  {
    alert: 'MiSingletonStuckTerminating',
    of: 'the pod of a singleton',
    tenant: 'invoice-poller',
    firing: { [deleted('invoice-poller-0')]: '120x20' },
    at: '8m',
    labels: { pod: 'invoice-poller-0' },
    summary: 'retail/invoice-poller: pod invoice-poller-0 should be gone and is not; no successor starts before it is',
    // It still drains: its grace ends later.
    silent: { [deleted('invoice-poller-0')]: '400x20', [deleted('invoice-poller-old-0')]: '0x20' },
  },
  {
    alert: 'MiVolumeNearFull',
    of: 'a volume',
    tenant: 'invoice-poller',
    firing: { [volume('used')]: '90x20', [volume('capacity')]: '100x20' },
    at: '15m',
    labels: { persistentvolumeclaim: 'CLAIM' },
    summary: 'retail/invoice-poller: volume CLAIM is 90% full',
    silent: {
      [volume('used')]: '80x20',
      [volume('capacity')]: '100x20',
      'kubelet_volume_stats_used_bytes{namespace="clinic",persistentvolumeclaim=CLAIM}': '99x20',
      'kubelet_volume_stats_capacity_bytes{namespace="clinic",persistentvolumeclaim=CLAIM}': '100x20',
    },
  },
  {
    alert: 'MiDeadLetters',
    of: 'a queue of RabbitMQ',
    tenant: 'orders',
    firing: { 'rabbitmq_detailed_queue_messages_ready{queue="orders.dlq",vhost="/"}': '0x5 6x20' },
    at: '12m',
    summary: 'retail/orders: 6 dead letters in queue orders.dlq',
    silent: {
      'rabbitmq_detailed_queue_messages_ready{queue="orders.dlq",vhost="/"}': '5x20',
      'rabbitmq_detailed_queue_messages_ready{queue="orders",vhost="/"}': '900x20',
    },
  },
  {
    alert: 'MiNotScraped',
    of: 'all pods',
    tenant: 'orders',
    firing: { [`up{${own}}`]: '1x5 0x30', [`kube_deployment_spec_replicas{${orders}}`]: '2x40' },
    at: '25m',
    summary: 'retail/orders: no pod shows its metrics, so errors, latency and heap are not watched',
    // Somebody stopped it, and all its pods are gone.
    silent: { [`up{${own}}`]: '1x5 _x30', [`kube_deployment_spec_replicas{${orders}}`]: '2x5 0x40' },
  },
  {
    alert: 'MiErrorRatio',
    of: 'a release up to 4.5',
    tenant: 'orders',
    firing: {
      [counted('request_count_total', url)]: '0+60x40',
      // The product counts a failure under the whole URL of its request.
      [counted('request_count_error_total', 'invocation_url="http://10.0.0.1:8290/orders/17?x=1"')]: '0+6x40',
    },
    at: '20m',
    labels: { service_name: 'OrdersAPI', service_type: 'api' },
    summary: 'retail/orders: 10% of the requests to OrdersAPI fail',
    silent: {
      [counted('request_count_total', url)]: '0+60x40',
      [counted('request_count_error_total', url)]: '0+1x40',
      // All of the very few fail; and a neighbour's.
      [counted('request_count_total', url).replace('OrdersAPI', 'RareAPI')]: '0x10 1x40',
      [counted('request_count_error_total', url).replace('OrdersAPI', 'RareAPI')]: '0x10 1x40',
      [counted('request_count_total', url, canary)]: '0+60x40',
      [counted('request_count_error_total', url, canary)]: '0+60x40',
    },
  },
  {
    alert: 'MiErrorRatio',
    of: 'a release from 4.6 on',
    tenant: 'orders-canary',
    firing: {
      [counted('request_count_total', url, canary)]: '0+60x40',
      [counted('request_count_error_total', url, canary)]: '0+30x40',
    },
    at: '20m',
    labels: { service_name: 'OrdersAPI', service_type: 'api' },
    summary: 'retail/orders-canary: 50% of the requests to OrdersAPI fail',
    silent: { [counted('request_count_total', url, canary)]: '0+60x40' },
  },
  {
    alert: 'MiLatency',
    of: 'a release up to 4.5, whose buckets have the name of the histogram',
    tenant: 'orders',
    firing: {
      ...buckets('latency_seconds', own, '0+60x40', '0+30x40'),
      [counted('latency_seconds', url)]: '0+60x40',
    },
    at: '30m',
    labels: { service_name: 'OrdersAPI', service_type: 'api' },
    summary: 'retail/orders: one of twenty requests to OrdersAPI takes 4.6s or more',
    silent: {
      ...buckets('latency_seconds', own, '0+60x40', '0+59x40'),
      [counted('latency_seconds', url)]: '0+60x40',
    },
  },
  {
    alert: 'MiLatency',
    of: 'a release from 4.6 on',
    tenant: 'orders-canary',
    firing: buckets('latency_seconds_bucket', canary, '0+60x40', '0+30x40'),
    at: '30m',
    labels: { service_name: 'OrdersAPI', service_type: 'api' },
    summary: 'retail/orders-canary: one of twenty requests to OrdersAPI takes 4.6s or more',
    silent: buckets('latency_seconds_bucket', canary, '0+60x40', '0+59x40'),
  },
  {
    alert: 'MiHeapNearLimit',
    of: 'a release up to 4.5',
    tenant: 'orders',
    firing: {
      [`jvm_memory_bytes_used{area="heap",${own}}`]:
        '95 98 96 99 95 98 96 99 95 98 96 99 95 98 96 99 95 98 96 99 95 98 96 99',
      [`jvm_memory_bytes_max{area="heap",${own}}`]: '100x30',
    },
    at: '22m',
    labels: { pod: 'orders-7d4b9c6f5d-x2k4z' },
    summary: 'retail/orders: the heap of pod orders-7d4b9c6f5d-x2k4z is 95% full after garbage was collected',
    // A saw: full before each collection, and not after it.
    silent: {
      [`jvm_memory_bytes_used{area="heap",${own}}`]:
        '40 70 99 40 70 99 40 70 99 40 70 99 40 70 99 40 70 99 40 70 99 40 70 99',
      [`jvm_memory_bytes_max{area="heap",${own}}`]: '100x30',
      [`jvm_memory_bytes_used{area="nonheap",${own}}`]: '99x30',
      [`jvm_memory_bytes_max{area="nonheap",${own}}`]: '-1x30',
    },
  },
  {
    alert: 'MiHeapNearLimit',
    of: 'a release from 4.6 on',
    tenant: 'orders-canary',
    firing: {
      [`jvm_memory_used_bytes{area="heap",${canary}}`]: '92x30',
      [`jvm_memory_max_bytes{area="heap",${canary}}`]: '100x30',
    },
    at: '22m',
    labels: { pod: 'orders-canary-7d4b9c6f5d-x2k4z' },
    summary:
      'retail/orders-canary: the heap of pod orders-canary-7d4b9c6f5d-x2k4z is 92% full after garbage was collected',
    silent: {
      [`jvm_memory_used_bytes{area="heap",${canary}}`]: '85x30',
      [`jvm_memory_max_bytes{area="heap",${canary}}`]: '100x30',
    },
  },
  {
    alert: 'MiPollerSilent',
    of: 'a poller',
    tenant: 'invoice-poller',
    firing: { [inbound]: '0+1x30 30x120', [`process_start_time_seconds{${polled}}`]: '0x160' },
    at: '100m',
    summary: 'retail/invoice-poller: nothing came in 60 minutes, although it runs',
    // It was started just now, and so has done nothing yet.
    silent: { [inbound]: '0x150', [`process_start_time_seconds{${polled}}`]: '5400x160' },
  },
  {
    alert: 'MiQuotaRefuses',
    of: 'a Deployment',
    firing: { [`kube_deployment_status_condition{${orders},${failure}}`]: '1x20' },
    at: '10m',
    labels: { deployment: 'orders' },
    summary: 'retail: pods of orders are not made; the quota or another rule refuses them',
    silent: {
      [`kube_deployment_status_condition{${orders},${failure}}`]: '0x20',
      [`kube_deployment_status_condition{namespace="clinic",deployment="lab",${failure}}`]: '1x20',
    },
  },
  {
    alert: 'MiQuotaRefuses',
    of: 'a StatefulSet',
    firing: {
      [`kube_statefulset_replicas{${poller}}`]: '1x20',
      [`kube_statefulset_status_replicas{${poller}}`]: '0x20',
    },
    at: '10m',
    labels: { statefulset: 'invoice-poller' },
    summary: 'retail: pods of invoice-poller are not made; the quota or another rule refuses them',
    silent: {
      [`kube_statefulset_replicas{${poller}}`]: '1x20',
      [`kube_statefulset_status_replicas{${poller}}`]: '1x20',
    },
  },
  {
    alert: 'MiCertificateNearEnd',
    of: 'a certificate of cert-manager',
    firing: { [cert('exported_namespace="retail",namespace="cert-manager"')]: `${10 * DAY}x30` },
    at: '20m',
    labels: { name: 'orders-tls' },
    summary: 'retail: certificate orders-tls ends in 9d 23h 40m 0s',
    silent: {
      [cert('exported_namespace="retail",namespace="cert-manager"')]: `${30 * DAY}x30`,
      [cert('exported_namespace="clinic",namespace="cert-manager"')]: `${1 * DAY}x30`,
    },
  },
  {
    alert: 'MiCertificateNearEnd',
    of: 'a certificate in a Secret',
    firing: { 'x509_cert_not_after{secret_namespace="retail",secret_name="shop-tls"}': `${13 * DAY}x30` },
    at: '20m',
    labels: { secret_name: 'shop-tls' },
    summary: 'retail: certificate shop-tls ends in 12d 23h 40m 0s',
    silent: { 'x509_cert_not_after{secret_namespace="retail",secret_name="shop-tls"}': `${15 * DAY}x30` },
  },
];
