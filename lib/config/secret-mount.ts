import { createHash } from 'node:crypto';
import { DNS_LABEL_MAX, isDnsLabel } from '../core/dns-name';
import type { NamedSecret } from '../secret/secret-ref';
import type { PodPart } from './pod-part';

/** Where a pod sees the volumes of the Secrets Store CSI driver; the Secrets come into being by the mount alone. */
const SECRETS_STORE = '/mnt/secrets-store';

/** What a Secret adds to a pod that uses it: the volume by which it comes into being, if it needs one. */
export function secretMount({ secretName, csi }: NamedSecret): PodPart {
  if (csi === undefined) {
    return {};
  }
  const name = volumeName(secretName);
  return {
    volumes: [{ name, csi }],
    volumeMounts: [{ name, mountPath: `${SECRETS_STORE}/${secretName}`, readOnly: true }],
  };
}

/** A volume has a shorter name than a Secret may have, and no "." in it. */
function volumeName(secretName: string): string {
  const name = `secret-${secretName}`;
  const hash = createHash('sha256').update(secretName).digest('hex').slice(0, 8);
  return isDnsLabel(name) ? name : `${name.replaceAll('.', '-').slice(0, DNS_LABEL_MAX - 9)}-${hash}`;
}
