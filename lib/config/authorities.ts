import type { Container } from '../../imports/k8s';
import type { MiImage } from '../image/mi-image';
import { miHome } from '../release/mi-release';
import type { EnvValue } from '../secret/env-value';
import type { ConfigFile } from './config-file';
import type { PodPart } from './pod-part';

/** Folder of key and trust stores below the product's home. */
export const SECURITY_FOLDER = 'repository/resources/security';

/** Names of the volumes: certificates to be added, and the folder of stores that they are added to. */
const VOLUMES = { certificates: 'authorities', stores: 'security-stores' } as const;

const CERTIFICATES = '/mnt/authorities';
const STORES = '/mnt/security-stores';

/**
 * Copies the image's folder of stores and puts every certificate of the PEM files into the truststore of the copy:
 * folder of the image, of the copy, of the PEM files. keytool takes one certificate of a file, so each gets its own.
 */
export const ADD_AUTHORITIES = `set -eu
cp -R "$1/." "$2/"
parts=$(mktemp -d)
count=0
for pem in "$3"/*; do
  before=$count
  while IFS= read -r line || [ -n "$line" ]; do
    case "$line" in *"BEGIN CERTIFICATE"*) count=$((count + 1)) ;; esac
    if [ "$count" -gt "$before" ]; then printf '%s\\n' "$line" >>"$parts/$count"; fi
  done <"$pem"
  if [ "$count" -eq "$before" ]; then echo "no PEM certificate in $pem" >&2; exit 1; fi
done
for part in "$parts"/*; do
  keytool -J-Xmx64m -importcert -noprompt -alias "authority-\${part##*/}" -file "$part" \\
    -keystore "$2/client-truststore.jks" -storepass:env TRUSTSTORE_OPENED_BY
done
`;

/** What authorities in PEM files add to a pod: the folder of stores is a copy of the image's, with them in it. */
export function authoritiesPart(image: MiImage, files: readonly ConfigFile[], password: EnvValue): PodPart {
  const parts = files.map((file, index) => file.at(`${index + 1}.pem`));
  const sources = parts.flatMap(({ projections = [] }) => projections);
  const folder = `${miHome(image.release)}/${SECURITY_FOLDER}`;
  const copied = { name: VOLUMES.stores, mountPath: STORES };
  const container: Container = {
    name: 'authorities',
    image: image.reference,
    imagePullPolicy: image.pullPolicy,
    command: ['sh', '-c', ADD_AUTHORITIES, 'authorities', folder, STORES, CERTIFICATES],
    env: [password.asEnvVar('TRUSTSTORE_OPENED_BY')],
    resources: {
      requests: { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '64Mi' },
      limits: { cpu: '1', memory: '256Mi', 'ephemeral-storage': '128Mi' },
    },
    volumeMounts: [copied, { name: VOLUMES.certificates, mountPath: CERTIFICATES, readOnly: true }],
  };
  return {
    initContainers: [container],
    volumes: [
      { name: VOLUMES.certificates, projected: { sources } },
      { name: VOLUMES.stores, emptyDir: { sizeLimit: '16Mi' } },
    ],
    volumeMounts: [{ name: VOLUMES.stores, mountPath: folder }],
    configMaps: parts.flatMap(({ configMaps = [] }) => configMaps),
    secrets: [
      ...parts.flatMap(({ secrets = [] }) => secrets),
      ...(password.secret === undefined ? [] : [password.secret]),
    ],
  };
}
