import type { Volume, VolumeMount } from '../../../imports/k8s';
import { configMapProjection, textVolume } from '../../config/config-files';
import { MI_CONFIG_VOLUME } from '../../release/mi-release';
import type { TenantRuntime } from '../runtime';

/** Name of the volume that holds what Micro Integrator is told. */
export const CONFIG_VOLUME = 'config';

/** The volumes of a pod. */
export function volumesOf({ files, part }: TenantRuntime, configMapName: string): Volume[] {
  const sources = [configMapProjection(configMapName, files, part.volumes), ...part.projections];
  return [
    { name: CONFIG_VOLUME, projected: { sources } },
    ...part.volumes.map((volume) => ('texts' in volume ? textVolume(configMapName, volume) : volume)),
  ];
}

/** Where Micro Integrator sees them. */
export function volumeMountsOf({ part }: TenantRuntime): VolumeMount[] {
  return [{ mountPath: MI_CONFIG_VOLUME, name: CONFIG_VOLUME, readOnly: true }, ...part.volumeMounts];
}
