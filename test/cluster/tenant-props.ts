import {
  type AlertProps,
  Canary,
  type CanaryProps,
  EnvSource,
  type EnvSourceProps,
  EnvValue,
  type HeaderCanaryProps,
  type ImageKeystoreProps,
  Keystore,
  type KeystoreProps,
  type LifecycleProps,
  type LogDestination,
  type MiImage,
  type MiTenantProps,
} from '../../lib';
import { configOf } from './config-props';
import { type Drawn, drawn } from './drawn';
import { loggingOf } from './logging-props';
import { deadLettersOf, peerOf, timeOf } from './more-values';
import { endpointOf, envValueOf, imageOf, scalingOf, secretOf, sizeOfTenant } from './plan-values';
import { podOf } from './pod-plan-props';
import type * as plans from './tenant-plan';

type Given = Drawn<Omit<MiTenantProps, 'mounts' | 'scaling'>> & { readonly scaling: unknown };

/** The props of a tenant as a user would write them, but for its mounts; a poller may be scaled as none compiles. */
export function tenantProps(plan: plans.TenantPlan): Given {
  const { size, more } = plan;
  const fact: [string, EnvValue][] = more.fact === undefined ? [] : [['MY_FACT', EnvValue.fromPod(more.fact)]];
  return drawn<Omit<MiTenantProps, 'mounts' | 'scaling'> & { scaling: unknown }>('MiTenantProps', {
    image: imageOf(plan.image, more),
    scaling: scalingOf(plan.scaling, more),
    canary: plan.canary && canaryOf(plan),
    size: size && sizeOfTenant(size),
    env: Object.fromEntries([...plan.env.map(([name, value]) => [name, envValueOf(value)] as const), ...fact]),
    envFrom: plan.envFrom.map(envSourceOf),
    tls: keystoreOf(plan),
    config: configOf(plan),
    calls: more.calls.map(endpointOf),
    callers: more.callers.map(peerOf),
    alerts: alertsOf(plan),
    logging: loggingOf(plan) satisfies readonly LogDestination[],
    lifecycle: lifecycleOf(plan),
    pod: podOf(plan),
  });
}

function envSourceOf({ secret, name, prefix }: plans.TenantPlan['envFrom'][number]): EnvSource {
  const props = drawn<EnvSourceProps>('EnvSourceProps', { prefix });
  return secret === undefined ? EnvSource.configMap(name, props) : EnvSource.secret(secretOf(secret), props);
}

function keystoreOf({ tls, more }: plans.TenantPlan): Keystore | undefined {
  const { serverName } = more;
  if (more.ofImage) return Keystore.ofImage(drawn<ImageKeystoreProps>('ImageKeystoreProps', { ca: 'ca', serverName }));
  if (tls === undefined) return undefined;
  const { file, password, keyPassword, type, ca } = tls;
  const props = { file, password, keyPassword, type, ca, serverName: ca === undefined ? undefined : serverName };
  return Keystore.fromSecret(secretOf(tls.secret), drawn<KeystoreProps>('KeystoreProps', props));
}

function alertsOf({ more }: plans.TenantPlan): AlertProps | undefined {
  if (more.alerts === undefined) return undefined;
  const { latency, silence, deadLetters, ...others } = more.alerts;
  const { errorRatio, heap, restarts, volume, labels, off } = others;
  return drawn<AlertProps>('AlertProps', {
    ...{ errorRatio, heap, restarts, volume, labels, off },
    latency: timeOf(latency),
    silence: timeOf(silence),
    deadLetters: deadLettersOf(deadLetters),
  });
}

function canaryOf({ image, canary, more }: plans.TenantPlan): Canary | undefined {
  if (canary === undefined) return undefined;
  const { how, percent, header, value, version, replicas } = canary;
  // A poller for a canary does not compile, as above.
  const of = imageOf({ ...image, version }, more) as MiImage<'app'>;
  return how === 'percent'
    ? Canary.percent(percent, drawn<CanaryProps>('CanaryProps', { image: of, replicas }))
    : Canary.header(header, drawn<HeaderCanaryProps>('HeaderCanaryProps', { image: of, replicas, value }));
}

function lifecycleOf({ lifecycle, more }: plans.TenantPlan): LifecycleProps {
  const { minReadyMillis, startBudgetMillis, drainMillis, readinessPath } = lifecycle;
  const { preStop, secretsVersion, onSecretChange } = lifecycle;
  return drawn<LifecycleProps>('LifecycleProps', {
    minReady: timeOf(minReadyMillis),
    startBudget: timeOf(startBudgetMillis),
    requestTimeout: timeOf(more.requestTimeout),
    leave: timeOf(more.leave),
    drain: timeOf(drainMillis),
    preStop,
    startupProbe: more.startupProbe,
    readinessProbe: readinessPath === undefined ? undefined : { httpGet: { path: readinessPath, port: 9201 } },
    livenessProbe: more.livenessProbe,
    secretsVersion,
    onSecretChange,
  });
}
