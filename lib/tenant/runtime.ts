import type { ObjectMeta } from '../../imports/k8s';
import type { JoinedPart } from '../config/pod-part';
import { MANAGED_BY } from '../core/managed-by';
import type { MiImage } from '../image/mi-image';
import type { AlertProps } from '../monitoring/alert-props';
import type { Watched } from '../monitoring/watched';
import type { NamedConfigMap } from '../secret/config-map-ref';
import type { EnvSource } from '../secret/env-source';
import type { EnvValue } from '../secret/env-value';
import type { NamedSecret } from '../secret/secret-ref';
import type { BusinessUnit } from '../unit/business-unit';
import type { Mount } from '../volume/mount';
import type { HealthCheck } from './health-check';
import type { Lifecycle } from './lifecycle';
import type { MiSize } from './mi-size';
import type { PodProps } from './pod-props';
import type { Scaling } from './scaling';

/** Name, labels and annotations that the objects of one tenant share. */
export type TenantMetadata = ObjectMeta & { readonly name: string };

/** The label that says which version of its application runs. */
export const VERSION_LABEL = 'app.kubernetes.io/version';

/** All that decides what runs for a tenant, as itself or as its canary. */
export interface TenantRuntime {
  readonly unit: BusinessUnit;
  /** Name of the objects. */
  readonly name: string;
  readonly serviceAccountName: string;
  /** User and group that its pods run as; `undefined` where the namespace gives them. */
  readonly user: number | undefined;
  /** Value of the label `app.kubernetes.io/instance`. */
  readonly instance: string;
  readonly image: MiImage;
  readonly scaling: Scaling;
  readonly size: MiSize;
  /** Disk that each pod may fill, in mebibytes. */
  readonly diskMebibytes: number;
  readonly env: Readonly<Record<string, string | EnvValue>>;
  readonly envFrom: readonly EnvSource[];
  readonly mounts: readonly Mount[];
  readonly lifecycle: Lifecycle;
  /** Its readiness as a load balancer can ask it; `undefined` if only the kubelet can. */
  readonly readiness: HealthCheck | undefined;
  readonly pod: PodProps;
  /** The same as those who watch it see it. */
  readonly watched: Watched;
  /** When somebody is called for it. */
  readonly alerts: AlertProps;
  /** All that adds to the pod, together. */
  readonly part: JoinedPart;
  /** The same without what `pod` adds. */
  readonly ownPart: JoinedPart;
  /** Name, labels and annotations that its objects share. */
  readonly metadata: TenantMetadata;
  /** Labels that select its pods. */
  readonly selector: Readonly<Record<string, string>>;
  /** The Secrets that its pods read, each once. */
  readonly secrets: readonly NamedSecret[];
  /** The ConfigMaps of others that they read, each once; the tenant's own are named by their content. */
  readonly configMaps: readonly NamedConfigMap[];
  /** Texts of files below the product's home, `deployment.toml` among them. */
  readonly files: Readonly<Record<string, string>>;
}

/** Annotation of pods that stands for the generation of their Secrets. */
export const SECRETS_ANNOTATION = `${MANAGED_BY}/secrets-version`;

/** Annotations by which Stakater's Reloader rolls a workload when a Secret or ConfigMap that they name has changed. */
const RELOAD_ANNOTATIONS = {
  secrets: 'secret.reloader.stakater.com/reload',
  configMaps: 'configmap.reloader.stakater.com/reload',
} as const;

/** What asks Reloader to roll the workload, where that is wanted. */
export function reloadAnnotations(runtime: TenantRuntime): Record<string, string> {
  const named = {
    secrets: runtime.secrets.map(({ secretName }) => secretName),
    configMaps: runtime.configMaps.map(({ name }) => name),
  };
  const annotations = (['secrets', 'configMaps'] as const)
    .filter((kind) => runtime.lifecycle.onSecretChange === 'roll' && named[kind].length > 0)
    .map((kind) => [RELOAD_ANNOTATIONS[kind], named[kind].join(',')]);
  return Object.fromEntries(annotations);
}
