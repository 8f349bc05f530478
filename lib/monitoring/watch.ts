import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type {
  PodMonitor,
  PrometheusRule,
  PrometheusRuleSpecGroups,
  ServiceMonitor,
} from '../../imports/prometheus-operator';
import { attach } from '../core/attachment';
import { TENANT_LABEL, UNIT_LABEL } from '../core/managed-by';
import { type Complaint, complaintsOf, verbatim } from '../core/refusal';
import { yamlText } from '../core/yaml-text';
import { METRICS_PATH, MI_PORT_NAMES, type MiRelease } from '../release/mi-release';
import { type AlertProps, limitComplaints } from './alert-props';
import { COUNTED_LIMITS, countsRequests } from './alerts';
import { type Monitoring, monitoringOf } from './monitoring';
import { tenantGroups, unitGroups } from './rule-groups';
import { ownLabels, type Watched } from './watched';

/** Name, labels and annotations that the objects of what is watched share. */
export interface WatchMetadata {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Renders what Prometheus is told of a tenant or its canary, where the fleet is watched. */
export function renderWatch(scope: Construct, metadata: WatchMetadata, watched: Watched, alerts: AlertProps): void {
  const monitoring = monitoringOf(scope);
  if (monitoring === undefined) {
    return;
  }
  const found = { ...metadata, labels: { ...metadata.labels, ...monitoring.labels } };
  if (watched.counts && monitoring.scrape !== 'annotations') {
    new ApiObject(scope, 'monitor', MONITORS[monitoring.scrape](monitoring, found, watched));
  }
  renderRules(scope, 'rules', monitoring, found, watched.unit.name, tenantGroups(monitoring, watched, alerts));
  const { unit } = watched;
  if (unit.node.tryFindChild(UNIT_RULES) === undefined) {
    const name = unit.objectName('unit-alerts');
    const own = { name, labels: { ...unit.labels, ...monitoring.labels } };
    renderRules(unit, UNIT_RULES, monitoring, own, unit.name, unitGroups(monitoring, unit));
  }
}

/** Id of the rules of a unit; no id of a user's has a capital. */
const UNIT_RULES = 'PrometheusRule';

function renderRules(
  scope: Construct,
  id: string,
  { scrape }: Monitoring,
  metadata: WatchMetadata,
  unit: string,
  groups: readonly PrometheusRuleSpecGroups[],
): void {
  if (scrape !== 'annotations') {
    new ApiObject(scope, id, {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata,
      spec: { groups },
    } satisfies PrometheusRule);
    return;
  }
  attach(new Construct(scope, id), {
    name: `rules/${unit}.${metadata.name}.rules`,
    text: (mark) => `# ${mark}\n${yamlText({ groups })}`,
  });
}

/** What tells Prometheus whose the series are, whatever the pods say. */
function relabelings(watched: Watched) {
  return Object.entries(ownLabels(watched)).map(([targetLabel, replacement]) => ({ targetLabel, replacement }));
}

const MONITORS = { ServiceMonitor: serviceMonitor, PodMonitor: podMonitor } as const;

function serviceMonitor(monitoring: Monitoring, metadata: WatchMetadata, watched: Watched): ServiceMonitor {
  const endpoint = {
    port: MI_PORT_NAMES.internalHttp.service,
    ...asked(monitoring),
    relabelings: relabelings(watched),
  };
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata,
    spec: { selector: { matchLabels: selectorOf(watched) }, endpoints: [endpoint] },
  };
}

function podMonitor(monitoring: Monitoring, metadata: WatchMetadata, watched: Watched): PodMonitor {
  const endpoint = {
    port: MI_PORT_NAMES.internalHttp.container,
    ...asked(monitoring),
    relabelings: relabelings(watched),
  };
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata,
    spec: { selector: { matchLabels: selectorOf(watched) }, podMetricsEndpoints: [endpoint] },
  };
}

function asked({ intervalSeconds }: Monitoring) {
  return { path: METRICS_PATH, interval: `${intervalSeconds}s` };
}

function selectorOf({ unit, instance }: Watched): Record<string, string> {
  // Argo CD before 3 writes its own name over the recommended labels of a Service.
  return { [UNIT_LABEL]: unit.name, [TENANT_LABEL]: instance };
}

/** What is known of a tenant that says when somebody is called for it. */
export interface AlertedTenant {
  readonly counts: boolean;
  readonly release: MiRelease;
  /** Whether its network lets in nobody but who is declared, and nobody is declared who collects metrics. */
  readonly unreachable: boolean;
}

/** What is wrong with the alerts of a tenant. */
export function watchComplaints(
  monitoring: Monitoring | undefined,
  tenant: AlertedTenant,
  alerts?: AlertProps,
): Complaint[] {
  const asked = COUNTED_LIMITS.filter((limit) => alerts?.[limit] !== undefined);
  const counts = countsRequests(tenant);
  const instead = tenant.counts ? 'release 1.1.0 counts otherwise' : 'add config.metrics: Metrics.prometheus()';
  return [
    ...complaintsOf('alerts', [
      [
        alerts === undefined || monitoring !== undefined,
        'stand in a fleet that is watched',
        verbatim('a fleet without monitoring'),
        'say new Fleet({ monitoring: Monitoring.serviceMonitors() })',
      ],
    ]),
    ...limitComplaints(alerts ?? {}),
    ...asked
      .filter(() => !counts)
      .map((limit) => ({
        prop: `alerts.${limit}`,
        must: 'be of a tenant that counts its requests',
        got: verbatim('one that does not'),
        instead,
      })),
    ...complaintsOf('config.metrics', [
      [
        monitoring === undefined || !tenant.counts || !tenant.unreachable,
        'be within reach of whoever collects them',
        verbatim('a network that lets in no scrapers'),
        "say network: Network.isolated({ scrapers: [Peer.pods('monitoring', …)] }) of the fleet or the unit",
      ],
    ]),
  ];
}
