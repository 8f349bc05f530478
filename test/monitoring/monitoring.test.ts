import { Duration } from 'cdk8s';
import { parse } from 'yaml';
import {
  BusinessUnit,
  Canary,
  type Fleet,
  Metrics,
  MiTenant,
  type MiTenantProps,
  Monitoring,
  type MonitoringProps,
  Network,
  Peer,
  Scaling,
} from '../../lib';
import { base, errorOf, named, namesOf, newFleet, ofKind, podOf, theOne } from '../manifests';

const contact = 'integration@example.com';

function unitIn(fleet: Fleet, props: Partial<MiTenantProps<'app'>> = {}, network?: Network): BusinessUnit {
  const unit = new BusinessUnit(fleet, 'retail', { contact, network });
  new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    config: { metrics: Metrics.prometheus() },
    ...props,
  });
  return unit;
}

const MONITORS = ['ServiceMonitor', 'PodMonitor', 'PrometheusRule'];

test('a fleet that says nothing is not watched', () => {
  const fleet = newFleet();
  const unit = unitIn(fleet);
  expect(namesOf(unit).filter((name) => MONITORS.some((kind) => name.startsWith(kind)))).toEqual([]);
  expect([...fleet.render().keys()]).toEqual(['retail.k8s.yaml']);
});

describe('who asks the metrics', () => {
  const labels = { release: 'kube-prometheus-stack' };
  const relabelings = [
    { targetLabel: 'unit', replacement: 'retail' },
    { targetLabel: 'tenant', replacement: 'orders' },
    { targetLabel: 'release', replacement: '4.4.0' },
  ];
  const selector = { matchLabels: { 'cdk8s-wso2-mi/unit': 'retail', 'cdk8s-wso2-mi/tenant': 'orders' } };
  const path = '/metric-service/metrics';

  test('a ServiceMonitor finds the Service of the tenant by its labels and port', () => {
    const unit = unitIn(newFleet({ monitoring: Monitoring.serviceMonitors({ labels }) }));
    const { metadata, spec } = theOne(unit, 'ServiceMonitor');
    expect(metadata.labels).toMatchObject(labels);
    expect(spec).toEqual({ selector, endpoints: [{ port: 'internal-http', path, interval: '30s', relabelings }] });
    const service = theOne(unit, 'Service');
    expect(service.metadata.labels).toMatchObject(selector.matchLabels);
    expect(JSON.stringify(service.spec)).toContain('"name":"internal-http","port":9201');
  });

  test('a PodMonitor finds the pods by theirs', () => {
    const monitoring = Monitoring.podMonitors({ interval: Duration.minutes(1) });
    const unit = unitIn(newFleet({ monitoring }));
    expect(theOne(unit, 'PodMonitor').spec).toEqual({
      selector,
      podMetricsEndpoints: [{ port: 'internal-http', path, interval: '60s', relabelings }],
    });
    expect(theOne(unit, 'Deployment').spec?.template).toMatchObject({ metadata: { labels: selector.matchLabels } });
  });

  test('annotations of the pods say the same without the operator, whose kinds are then not rendered', () => {
    const fleet = newFleet({ monitoring: Monitoring.annotations() });
    const unit = unitIn(fleet);
    expect(theOne(unit, 'Deployment').spec?.template).toMatchObject({
      metadata: {
        annotations: {
          'prometheus.io/scrape': 'true',
          'prometheus.io/port': '9201',
          'prometheus.io/path': path,
          'cdk8s-wso2-mi/release': '4.4.0',
        },
      },
    });
    expect(namesOf(unit).filter((name) => MONITORS.some((kind) => name.startsWith(kind)))).toEqual([]);
    const rules = fleet.render().get('rules/retail.orders.rules') ?? '';
    expect(rules).toMatch(/^# Rendered by cdk8s-wso2-mi for fleet "mi"/);
    expect(parse(rules)).toMatchObject({
      groups: [{ name: 'retail.orders.recordings' }, { name: 'retail.orders.alerts' }],
    });
    expect(fleet.render().has('rules/retail.unit-alerts.rules')).toBe(true);
  });

  test('the canary has its own, with its own release', () => {
    const unit = unitIn(newFleet({ monitoring: Monitoring.serviceMonitors() }), {
      canary: Canary.percent(10, { image: base.withApp('orders', '1.1.0') }),
    });
    expect(ofKind(unit, 'ServiceMonitor').map(({ metadata }) => metadata.name)).toEqual(['orders', 'orders-canary']);
    expect(JSON.stringify(named(unit, 'ServiceMonitor', 'orders-canary').spec)).toContain('"orders-canary"');
  });

  test('a tenant that counts nothing is not asked, and is called for by what others see of it', () => {
    const unit = unitIn(newFleet({ monitoring: Monitoring.serviceMonitors() }), { config: {} });
    expect(ofKind(unit, 'ServiceMonitor')).toEqual([]);
    const rules = JSON.stringify(named(unit, 'PrometheusRule', 'orders').spec);
    expect(rules).toContain('MiNoReadyPod');
    expect(rules).not.toMatch(/MiErrorRatio|MiNotScraped|mi_requests/);
    expect(podOf(unit)).not.toHaveProperty('annotations');
  });

  test('the alerts of a unit stand once in it', () => {
    const prices = { image: base.withApp('prices', '1.0.0'), scaling: Scaling.fixed(2) };
    const byFiles = newFleet({ monitoring: Monitoring.annotations() });
    new MiTenant(unitIn(byFiles), 'prices', prices);
    expect([...byFiles.render().keys()].filter((name) => name.includes('unit-alerts'))).toEqual([
      'rules/retail.unit-alerts.rules',
    ]);
    const unit = unitIn(newFleet({ monitoring: Monitoring.serviceMonitors() }));
    new MiTenant(unit, 'prices', prices);
    expect(ofKind(unit, 'PrometheusRule').map(({ metadata }) => metadata.name)).toEqual([
      'orders',
      'unit-alerts',
      'prices',
    ]);
  });
});

test('every prop reaches what is written', () => {
  const props: Required<MonitoringProps> = {
    labels: { team: 'platform' },
    interval: Duration.seconds(15),
    dashboardsIn: 'grafana',
    runbooks: 'https://wiki.example.com/mi',
    certificateNotice: Duration.days(7),
  };
  const fleet = newFleet({ monitoring: Monitoring.serviceMonitors(props) });
  const unit = unitIn(fleet);
  expect(theOne(unit, 'ServiceMonitor')).toMatchObject({
    metadata: { labels: props.labels },
    spec: { endpoints: [{ interval: '15s' }] },
  });
  const rules = JSON.stringify(ofKind(unit, 'PrometheusRule'));
  expect(rules).toContain('"runbook_url":"https://wiki.example.com/mi#milatency"');
  expect(rules).toContain('- time() < 604800');
  expect(fleet.render().get('dashboards.k8s.yaml')).toContain('namespace: grafana');
});

describe('what is refused', () => {
  test.each<[MonitoringProps, string]>([
    [
      { interval: Duration.minutes(5) },
      'interval of monitoring "ServiceMonitor" must be at most two minutes, got 300 s; rates over five minutes would have too few of them',
    ],
    [
      { labels: { 'a b': 'c' } },
      'labels of monitoring "ServiceMonitor" must be labels that Kubernetes takes, got "a b: c"',
    ],
    [{ dashboardsIn: 'Grafana' }, 'dashboardsIn of monitoring "ServiceMonitor" must name a namespace, got "Grafana"'],
  ])('%j', (props, message) => {
    expect(errorOf(() => Monitoring.serviceMonitors(props))).toBe(message);
  });

  test('limits that no tenant can have, and alerts where nobody watches', () => {
    const fleet = newFleet();
    unitIn(fleet, {
      alerts: {
        errorRatio: 5,
        latency: Duration.seconds(10),
        heap: 0,
        restarts: 0.5,
        volume: 1,
        silence: Duration.seconds(1),
        labels: { 'a-b': 'c', unit: 'mine' },
        // @ts-expect-error there is no such alert
        off: ['MiEverything'],
      },
    });
    const of = 'of tenant "retail/orders" must';
    expect(errorOf(() => fleet.render()).split('\n')).toEqual([
      'nothing was written, since 10 things are refused:',
      `- alerts ${of} stand in a fleet that is watched, got a fleet without monitoring; say new Fleet({ monitoring: Monitoring.serviceMonitors() })`,
      `- alerts.errorRatio ${of} be more than 0 and less than 1, got 5`,
      `- alerts.heap ${of} be more than 0 and less than 1, got 0`,
      `- alerts.volume ${of} be more than 0 and less than 1, got 1`,
      `- alerts.latency ${of} be more than 0 and less than 5 seconds, got 10; the buckets of the product end there, so no longer time is ever measured`,
      `- alerts.restarts ${of} be a whole number from 1 up, got 0.5`,
      `- alerts.silence ${of} be a minute or more, got 1; metrics are asked for every half minute or so`,
      `- alerts.labels ${of} have names of letters, digits and "_", got "a-b"`,
      `- alerts.labels ${of} leave alone alertname, severity, unit, tenant, release, namespace, got "unit"`,
      `- alerts.off ${of} name alerts: MiNoReadyPod, MiRestartLoop, MiRolloutStuck, MiAutoscalerAtMost, MiSingletonStuckTerminating, MiVolumeNearFull, MiDeadLetters, MiNotScraped, MiErrorRatio, MiLatency, MiHeapNearLimit, MiPollerSilent, got "MiEverything"`,
    ]);
  });

  test('limits of what is not counted', () => {
    const fleet = newFleet({ monitoring: Monitoring.serviceMonitors() });
    unitIn(fleet, { config: {}, alerts: { latency: Duration.seconds(1) } });
    expect(errorOf(() => fleet.render())).toContain(
      'alerts.latency of tenant "retail/orders" must be of a tenant that counts its requests, got one that does not; add config.metrics: Metrics.prometheus()',
    );
  });

  test('metrics that nobody can reach', () => {
    const monitoring = Monitoring.serviceMonitors();
    const closed = newFleet({ monitoring });
    unitIn(closed, {}, Network.isolated());
    expect(errorOf(() => closed.render())).toContain(
      `config.metrics of tenant "retail/orders" must be within reach of whoever collects them, got a network that lets in no scrapers; say network: Network.isolated({ scrapers: [Peer.pods('monitoring', …)] }) of the fleet or the unit`,
    );
    const open = newFleet({ monitoring });
    const unit = unitIn(open, {}, Network.isolated({ scrapers: [Peer.pods('monitoring')] }));
    open.render();
    const from = [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }];
    expect(named(unit, 'NetworkPolicy', 'orders').spec).toMatchObject({
      ingress: [{ from, ports: [{ port: 9201, protocol: 'TCP' }] }],
    });
  });
});
