import { Duration } from 'cdk8s';
import {
  Access,
  type AwsSecretsProps,
  type AzureSecretsProps,
  type BusinessUnit,
  type Cidr,
  Cpu,
  CsiSecret,
  type CsiSecretProps,
  DeadLetters,
  type DeadLettersProps,
  ExternalSecret,
  type ExternalSecretProps,
  type GcpSecretsProps,
  Monitoring,
  type MonitoringProps,
  Network,
  type NetworkProps,
  type OwnNamespaceProps,
  Peer,
  Quota,
  type QuotaProps,
  SecretProvider,
  SecretStore,
  type TenantsQuotaProps,
  UnitNamespace,
} from '../../lib';
import type { MonitoringPlan, MoreTenant, MoreUnit, NetworkPlan, PeerPlan } from './any-more';
import { drawn } from './drawn';
import type * as plans from './fleet-plan';
import { sizeOf } from './plan-values';

/** A time, if there is one. */
export function timeOf(millis: number | undefined): Duration | undefined {
  return millis === undefined ? undefined : Duration.millis(millis);
}

/** Whom a policy lets in. */
export function peerOf(plan: PeerPlan): Peer {
  // No ranges at all do not compile; what JavaScript would let pass must be refused in words.
  return plan.how === 'pods' ? Peer.pods(plan.namespace, plan.labels) : Peer.ranges(...(plan.ranges as [Cidr]));
}

/** What pods may talk to. */
export function networkOf(plan: NetworkPlan | undefined): Network | undefined {
  if (plan === undefined) return undefined;
  const { mode, scrapers, operators, dns, dnsPort } = plan;
  const props = drawn<NetworkProps>('NetworkProps', {
    scrapers: scrapers?.map(peerOf),
    operators: operators?.map(peerOf),
    dns: dns?.map(peerOf),
    dnsPort,
  });
  return Network[mode](props);
}

/** How a fleet is watched. */
export function monitoringOf(plan: MonitoringPlan | undefined): Monitoring | undefined {
  if (plan === undefined) return undefined;
  const { how, labels, interval, dashboardsIn, runbooks, certificateNotice } = plan;
  const props = drawn<MonitoringProps>('MonitoringProps', {
    labels,
    interval: timeOf(interval),
    dashboardsIn,
    runbooks,
    certificateNotice: timeOf(certificateNotice),
  });
  return Monitoring[how](props);
}

/** Where messages end that nobody could take. */
export function deadLettersOf(
  plan: NonNullable<NonNullable<MoreTenant['alerts']>['deadLetters']> | undefined,
): DeadLetters | undefined {
  if (plan === undefined) return undefined;
  return DeadLetters[plan.how](plan.queue, drawn<DeadLettersProps>('DeadLettersProps', { atMost: plan.atMost }));
}

/** The namespace of a unit. */
export function namespaceOf(
  { how, name }: plans.UnitPlan['namespace'],
  labels: MoreUnit['namespaceLabels'],
): UnitNamespace | undefined {
  if (how === 'existing') return UnitNamespace.existing(name);
  if (how === 'default' && labels === undefined) return undefined;
  const props = drawn<OwnNamespaceProps>('OwnNamespaceProps', { labels });
  return UnitNamespace.own(how === 'named' ? name : undefined, props);
}

/** The quota of a unit. */
export function quotaOf(quota: plans.UnitPlan['quota'], { disk, storage, headroom }: MoreUnit): Quota | undefined {
  if (quota === 'none') return undefined;
  if (quota === 'tenants') return Quota.ofTenants(drawn<TenantsQuotaProps>('TenantsQuotaProps', { headroom }));
  const props = drawn<QuotaProps>('QuotaProps', {
    pods: quota.pods,
    cpu: Cpu.millis(quota.millis),
    cpuLimit: Cpu.millis(2 * quota.millis),
    memory: sizeOf(quota.memory),
    disk: disk && sizeOf(disk),
    storage: storage && sizeOf(storage),
  });
  return Quota.of(props);
}

/** Who may look at a unit or operate it. */
export function accessOf(plans: MoreUnit['access']): Access[] {
  return plans.map(({ level, group }) => Access[level](group));
}

/** Brings Secrets into a unit, which nobody mounts. */
export function addSecrets(unit: BusinessUnit, { externalSecret, csiSecret }: MoreUnit): void {
  if (externalSecret !== undefined) {
    const { id, store, refresh, type, from, property } = externalSecret;
    const value = { key: 'integration/orders', property, version: undefined, decode: undefined };
    const props = drawn<ExternalSecretProps>('ExternalSecretProps', {
      store: SecretStore[store]('vault'),
      data: from ? undefined : { password: value },
      dataFrom: from ? [value] : undefined,
      refresh: timeOf(refresh),
      type,
    });
    new ExternalSecret(unit, id, props);
  }
  if (csiSecret !== undefined) {
    const provider = providerOf(csiSecret);
    const props = drawn<CsiSecretProps>('CsiSecretProps', { provider, values: { password: { key: 'orders' } } });
    new CsiSecret(unit, csiSecret.id, props);
  }
}

function providerOf(plan: NonNullable<MoreUnit['csiSecret']>): SecretProvider {
  const { cloud, service, region, podIdentity, clientId, login } = plan;
  if (cloud === 'aws') {
    return SecretProvider.aws(drawn<AwsSecretsProps>('AwsSecretsProps', { region, service, podIdentity }));
  }
  if (cloud === 'gcp') return SecretProvider.gcp(drawn<GcpSecretsProps>('GcpSecretsProps', { login }));
  const props = drawn<AzureSecretsProps>('AzureSecretsProps', {
    keyVault: 'shop',
    tenantId: '00000000-0000-0000-0000-000000000000',
    clientId,
    login: clientId === undefined ? login : undefined,
  });
  return SecretProvider.azure(props);
}
