import type { PrometheusRuleSpecGroups, PrometheusRuleSpecGroupsRules } from '../../imports/prometheus-operator';
import type { BusinessUnit } from '../unit/business-unit';
import type { AlertName } from './alert-name';
import { type AlertProps, limitsOf } from './alert-props';
import { ALERTS, type Alert, countsRequests } from './alerts';
import type { Monitoring } from './monitoring';
import { RECORDINGS } from './recordings';
import { UNIT_ALERTS } from './unit-alerts';
import { ownLabels, type Watched } from './watched';

/** What is recorded of a tenant and when somebody is called for it, as Prometheus reads it. */
export function tenantGroups(monitoring: Monitoring, watched: Watched, props: AlertProps): PrometheusRuleSpecGroups[] {
  const { unit, instance } = watched;
  const limits = limitsOf(props);
  const labels = { ...props.labels, ...ownLabels(watched), namespace: unit.namespaceName };
  const { off = [] } = props;
  const alerts = entriesOf(ALERTS).flatMap(([name, alertOf]) => {
    const alert = off.includes(name) ? undefined : alertOf(watched, limits);
    return alert === undefined
      ? []
      : [ruleOf(monitoring, name, alert, labels, `${unit.name}/${instance}`, unit.contact)];
  });
  const recordings = entriesOf(RECORDINGS).map(([record, expressionOf]) => ({
    record,
    expr: expressionOf(watched),
    labels: { ...ownLabels(watched), namespace: unit.namespaceName },
  }));
  const recorded = recordings.filter(({ record }) => countsRequests(watched) || !OF_REQUESTS.test(record));
  const id = `${unit.name}.${instance}`;
  return [
    { name: `${id}.recordings`, rules: recorded },
    ...(alerts.length === 0 ? [] : [{ name: `${id}.alerts`, rules: alerts }]),
  ];
}

/** Recordings of what Micro Integrator itself counts. */
const OF_REQUESTS = /:mi_(requests|errors|latency_seconds|heap):/;

/** When somebody is called for a unit as a whole. */
export function unitGroups(monitoring: Monitoring, unit: BusinessUnit): PrometheusRuleSpecGroups[] {
  const labels = { unit: unit.name, namespace: unit.namespaceName };
  const rules = entriesOf(UNIT_ALERTS).map(([name, alertOf]) =>
    ruleOf(monitoring, name, alertOf(unit, monitoring.certificateNoticeSeconds), labels, unit.name, unit.contact),
  );
  return [{ name: `${unit.name}.unit.alerts`, rules }];
}

function ruleOf(
  { runbooks }: Monitoring,
  name: AlertName | keyof typeof UNIT_ALERTS,
  alert: Alert,
  labels: Readonly<Record<string, string>>,
  whose: string,
  contact: string,
): PrometheusRuleSpecGroupsRules {
  return {
    alert: name,
    expr: alert.expr,
    for: alert.for,
    labels: { ...labels, severity: alert.severity },
    annotations: {
      summary: `${whose}: ${alert.summary}`,
      // A contact is anybody's words, and Prometheus would read braces in it as a template.
      contact: contact.replaceAll('{{', '{ {'),
      runbook_url: `${runbooks}#${name.toLowerCase()}`,
    },
  };
}

/** The entries of a closed table. */
function entriesOf<Key extends string, Value>(table: Readonly<Record<Key, Value>>): Array<readonly [Key, Value]> {
  const keys = Object.keys(table).filter((key): key is Key => key in table);
  return keys.map((key) => [key, table[key]] as const);
}
