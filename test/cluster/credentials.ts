import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files by which the servers of one control plane know each other and the suite. */
export interface Credentials {
  /** Signs the tokens of service accounts. */
  readonly serviceAccountKey: string;
  /** Says which bearer token is whom. */
  readonly tokens: string;
  /** Folder in which the API server makes its own certificate. */
  readonly certificates: string;
  /** The API server's certificate, there as soon as it serves. */
  readonly authority: string;
  readonly kubeconfig: string;
}

/** Writes them into a folder. */
export function writeCredentials(folder: string, server: string): Credentials {
  const token = randomBytes(16).toString('hex');
  const certificates = join(folder, 'certificates');
  const credentials = {
    serviceAccountKey: join(folder, 'service-account.key'),
    tokens: join(folder, 'tokens.csv'),
    certificates,
    authority: join(certificates, 'apiserver.crt'),
    kubeconfig: join(folder, 'kubeconfig'),
  };
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(credentials.serviceAccountKey, privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
  writeFileSync(credentials.tokens, `${token},admin,admin,system:masters\n`, { mode: 0o600 });
  const kubeconfig = kubeconfigOf(server, credentials.authority, token);
  writeFileSync(credentials.kubeconfig, JSON.stringify(kubeconfig, undefined, 2), { mode: 0o600 });
  return credentials;
}

function kubeconfigOf(server: string, authority: string, token: string): object {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster: { server, 'certificate-authority': authority } }],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'admin' } }],
    'current-context': 'test',
  };
}
