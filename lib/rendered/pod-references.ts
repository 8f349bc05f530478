import type * as api from '../../imports/k8s';
import type { AsWritten, PodContainer, PodSpec } from './rendered-object';

/** A Secret or ConfigMap that a pod must find before it starts. */
export interface PodReference {
  /** Where the pod says so. */
  readonly prop: 'env' | 'envFrom' | 'volumes';
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
  /**
   * The key that must be there.
   *
   * @default - any will do
   */
  readonly key?: string;
}

/** How a pod names one, wherever it does. */
interface Named {
  readonly name?: string;
  readonly key?: string;
  readonly items?: ReadonlyArray<AsWritten<api.KeyToPath>>;
  readonly optional?: boolean;
}

/** What the containers and volumes of a pod name, without what may be missing (`optional`). */
export function podReferences({ containers = [], initContainers = [], volumes = [] }: PodSpec): PodReference[] {
  return [...[...initContainers, ...containers].flatMap(ofContainer), ...volumes.flatMap(ofVolume)];
}

function ofContainer({ env = [], envFrom = [] }: PodContainer): PodReference[] {
  return [
    ...env.flatMap(({ valueFrom }) => [
      ...references('env', 'Secret', valueFrom?.secretKeyRef),
      ...references('env', 'ConfigMap', valueFrom?.configMapKeyRef),
    ]),
    ...envFrom.flatMap(({ secretRef, configMapRef }) => [
      ...references('envFrom', 'Secret', secretRef),
      ...references('envFrom', 'ConfigMap', configMapRef),
    ]),
  ];
}

function ofVolume({ secret, configMap, projected }: AsWritten<api.Volume>): PodReference[] {
  return [
    ...references('volumes', 'Secret', secret && { ...secret, name: secret.secretName }),
    ...references('volumes', 'ConfigMap', configMap),
    ...(projected?.sources ?? []).flatMap((source) => [
      ...references('volumes', 'Secret', source.secret),
      ...references('volumes', 'ConfigMap', source.configMap),
    ]),
  ];
}

function references(prop: PodReference['prop'], kind: PodReference['kind'], named: Named | undefined): PodReference[] {
  const { name, key, items, optional } = named ?? {};
  if (name === undefined || optional === true) {
    return [];
  }
  return items === undefined ? [{ prop, kind, name, key }] : items.map((item) => ({ prop, kind, name, key: item.key }));
}
