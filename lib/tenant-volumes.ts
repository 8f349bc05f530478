import { createHash } from 'node:crypto';
import { type k8s, quantity } from '../imports/k8s';
import { configMapProjection } from './config-files';
import { DNS_LABEL_MAX, isDnsLabel } from './dns-name';
import { FOLLOW_SCRIPT_KEY } from './follow-script';
import { LOGS_VOLUME, SCRIPT_VOLUME } from './logging-sidecar';
import { MI_CONFIG_VOLUME, miHome } from './mi-release';
import { secretsOf, type TenantRuntime } from './tenant-runtime';

const CONFIG_VOLUME = 'config';

/** Where a pod sees the volumes of the Secrets Store CSI driver; the Secrets come into being by the mount alone. */
const SECRETS_STORE = '/mnt/secrets-store';

/** The volumes of a pod. */
export function volumesOf(runtime: TenantRuntime, configMapName: string): k8s.Volume[] {
  const { files, part, sidecars, mounts, pod, size } = runtime;
  const shared = new Map(mounts.map(({ volume }) => [volume.node.id, volume.claimName]));
  return [
    {
      name: CONFIG_VOLUME,
      projected: { sources: [configMapProjection(configMapName, files), ...part.projections] },
    },
    ...(sidecars.length === 0
      ? []
      : [
          { name: LOGS_VOLUME, emptyDir: { sizeLimit: quantity(`${size.diskMebibytes}Mi`) } },
          {
            name: SCRIPT_VOLUME,
            configMap: { name: configMapName, items: [{ key: FOLLOW_SCRIPT_KEY, path: FOLLOW_SCRIPT_KEY }] },
          },
        ]),
    ...[...shared].map(([id, claimName]) => ({ name: sharedVolumeName(id), persistentVolumeClaim: { claimName } })),
    ...csiSecrets(runtime).map(({ name, csi }) => ({ name, csi })),
    ...(pod.volumes ?? []),
  ];
}

/** Where Micro Integrator sees them. */
export function volumeMountsOf(runtime: TenantRuntime): k8s.VolumeMount[] {
  const { image, sidecars, mounts, pod } = runtime;
  return [
    { name: CONFIG_VOLUME, mountPath: MI_CONFIG_VOLUME, readOnly: true },
    ...(sidecars.length === 0 ? [] : [{ name: LOGS_VOLUME, mountPath: `${miHome(image.release)}/repository/logs` }]),
    ...mounts.map((mount) => ({
      name: sharedVolumeName(mount.volume.node.id),
      mountPath: mount.pathIn(miHome(image.release)),
      readOnly: mount.readOnly,
    })),
    ...csiSecrets(runtime).map(({ name, secretName }) => ({
      name,
      mountPath: `${SECRETS_STORE}/${secretName}`,
      readOnly: true,
    })),
    ...(pod.volumeMounts ?? []),
  ];
}

/** Names of the volumes that a tenant itself may have. */
export function isOwnVolume(name: string): boolean {
  return [CONFIG_VOLUME, LOGS_VOLUME, SCRIPT_VOLUME].includes(name) || /^(shared|secret)-/.test(name);
}

function csiSecrets(runtime: TenantRuntime): Array<{ name: string; secretName: string; csi: k8s.CsiVolumeSource }> {
  return secretsOf(runtime).flatMap(({ secretName, csi }) =>
    csi === undefined ? [] : [{ name: secretVolumeName(secretName), secretName, csi }],
  );
}

function sharedVolumeName(id: string): string {
  return `shared-${id}`;
}

/** A volume has a shorter name than a Secret may have, and no "." in it. */
function secretVolumeName(secretName: string): string {
  const name = `secret-${secretName}`;
  const hash = createHash('sha256').update(secretName).digest('hex').slice(0, 8);
  return isDnsLabel(name) ? name : `${name.replaceAll('.', '-').slice(0, DNS_LABEL_MAX - 9)}-${hash}`;
}
