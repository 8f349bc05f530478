import type { BusinessUnit } from './business-unit';
import { CONTACT_ANNOTATION, MANAGED_BY } from './business-unit';
import type { EnvSource } from './env-source';
import type { EnvValue } from './env-value';
import type { HealthCheck } from './health-check';
import type { Lifecycle } from './lifecycle';
import type { MiImage } from './mi-image';
import type { MiSize } from './mi-size';
import type { Mount } from './mount';
import type { JoinedPart } from './pod-part';
import type { PodProps } from './pod-props';
import type { Scaling } from './scaling';
import type { NamedSecret } from './secret-ref';
import type { TenantMetadata } from './tenant-objects';

/** All that decides what runs for a tenant, as itself or as its canary. */
export interface TenantRuntime {
  readonly unit: BusinessUnit;
  /** Name of the objects. */
  readonly name: string;
  readonly serviceAccountName: string;
  /** Value of the label `app.kubernetes.io/instance`. */
  readonly instance: string;
  readonly image: MiImage;
  readonly scaling: Scaling;
  readonly size: MiSize;
  readonly env: Readonly<Record<string, string | EnvValue>>;
  readonly envFrom: readonly EnvSource[];
  readonly mounts: readonly Mount[];
  readonly lifecycle: Lifecycle;
  /** Its readiness as a load balancer can ask it; `undefined` if only the kubelet can. */
  readonly readiness: HealthCheck | undefined;
  readonly pod: PodProps;
  /** All that adds to the pod, together. */
  readonly part: JoinedPart;
  /** The same without what `pod` adds. */
  readonly ownPart: JoinedPart;
  /** Texts of files below the product's home, `deployment.toml` among them. */
  readonly files: Readonly<Record<string, string>>;
}

/** Labels that select the pods: ids alone, since a selector cannot be changed, and nothing that moves may be in it. */
export function selectorOf({ instance, unit }: Pick<TenantRuntime, 'instance' | 'unit'>): Record<string, string> {
  return { 'app.kubernetes.io/instance': instance, 'app.kubernetes.io/part-of': unit.name };
}

/** Name, labels and annotations that the objects of a runtime share. */
export function metadataOf(runtime: TenantRuntime): TenantMetadata {
  const { unit, name, image } = runtime;
  const labels = {
    ...unit.labels,
    ...selectorOf(runtime),
    'app.kubernetes.io/name': 'micro-integrator',
    'app.kubernetes.io/version': image.version,
    'app.kubernetes.io/component': image.work,
  };
  return { name, labels, annotations: { [CONTACT_ANNOTATION]: unit.contact } };
}

/** The Secrets that the pods of a runtime read, each once. */
export function secretsOf({ env, envFrom, part }: Pick<TenantRuntime, 'env' | 'envFrom' | 'part'>): NamedSecret[] {
  const ofEnv = [...Object.values(part.env), ...Object.values(env)].flatMap((value) =>
    typeof value === 'string' || value.secret === undefined ? [] : [value.secret],
  );
  const whole = envFrom.flatMap(({ secret }) => secret ?? []);
  const all = [...ofEnv, ...whole, ...part.secrets];
  // Named once by its name and once by what brings it, it is what brings it.
  const brought = [...all].sort((one, other) => Number(one.csi !== undefined) - Number(other.csi !== undefined));
  const byName = new Map(brought.map((secret) => [secret.secretName, secret]));
  return [...new Set(all.map(({ secretName }) => byName.get(secretName) ?? { secretName }))];
}

/** Annotation of pods that stands for the generation of their Secrets. */
export const SECRETS_ANNOTATION = `${MANAGED_BY}/secrets-version`;

/** Annotation by which Stakater's Reloader rolls a workload when a Secret that it names has changed. */
export const RELOAD_ANNOTATION = 'secret.reloader.stakater.com/reload';

/** What asks Reloader to roll the workload, where that is wanted. */
export function reloadAnnotations(runtime: TenantRuntime): Record<string, string> {
  const names = secretsOf(runtime).map(({ secretName }) => secretName);
  return runtime.lifecycle.onSecretChange === 'roll' && names.length > 0
    ? { [RELOAD_ANNOTATION]: names.join(',') }
    : {};
}
