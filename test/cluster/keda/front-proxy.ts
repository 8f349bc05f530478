import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from '../certificate';

const USER = 'front-proxy';

/** Flags by which an API server asks servers of others, such as that of external metrics, and these know that it is it. */
export function frontProxyFlags(): readonly string[] {
  const folder = mkdtempSync(join(process.env.CLUSTER_RUN_FOLDER ?? tmpdir(), 'front-proxy-'));
  const { cert, key } = selfSigned(USER);
  const [certFile, keyFile] = [join(folder, 'tls.crt'), join(folder, 'tls.key')];
  writeFileSync(certFile, cert);
  writeFileSync(keyFile, key, { mode: 0o600 });
  return [
    `--requestheader-client-ca-file=${certFile}`,
    `--requestheader-allowed-names=${USER}`,
    '--requestheader-username-headers=X-Remote-User',
    '--requestheader-group-headers=X-Remote-Group',
    '--requestheader-extra-headers-prefix=X-Remote-Extra-',
    `--proxy-client-cert-file=${certFile}`,
    `--proxy-client-key-file=${keyFile}`,
  ];
}
