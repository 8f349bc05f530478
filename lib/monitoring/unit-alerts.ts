import type { BusinessUnit } from '../unit/business-unit';
import type { Alert } from './alerts';
import { series } from './promql';

/** What goes wrong with a unit as a whole. */
export type UnitAlertName = 'MiQuotaRefuses' | 'MiCertificateNearEnd';

/** The alerts of a unit: what no single tenant can be told of. */
export const UNIT_ALERTS: Readonly<Record<UnitAlertName, (unit: BusinessUnit, noticeSeconds: number) => Alert>> = {
  MiQuotaRefuses: ({ namespaceName: namespace }) => {
    const failed = { namespace, condition: 'ReplicaFailure', status: 'true' };
    const set = (metric: string) => `max by (statefulset) (${series(`kube_statefulset_${metric}`, { namespace })})`;
    return {
      expr:
        `max by (deployment) (${series('kube_deployment_status_condition', failed)}) == 1 ` +
        `or ${set('replicas')} - ${set('status_replicas')} > 0`,
      for: '5m',
      severity: 'critical',
      summary:
        'pods of {{ $labels.deployment }}{{ $labels.statefulset }} are not made; the quota or another rule refuses them',
    };
  },
  MiCertificateNearEnd: ({ namespaceName: namespace }, noticeSeconds) => {
    const issued = 'certmanager_certificate_expiration_timestamp_seconds';
    // Where Prometheus keeps its own label of this name, that of cert-manager is called otherwise.
    const certificates = `${series(issued, { namespace })} or ${series(issued, { exported_namespace: namespace })}`;
    const shown = series('x509_cert_not_after', { secret_namespace: namespace });
    return {
      expr:
        `min by (name) (${certificates}) - time() < ${noticeSeconds} ` +
        `or min by (secret_name) (${shown}) - time() < ${noticeSeconds}`,
      for: '10m',
      severity: 'warning',
      summary: 'certificate {{ $labels.name }}{{ $labels.secret_name }} ends in {{ $value | humanizeDuration }}',
    };
  },
};
