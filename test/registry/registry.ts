import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Certificate, selfSigned } from '../cluster/certificate';
import { ask } from '../cluster/client';
import { OwnedProcess } from '../cluster/owned-process';
import { freePorts } from '../cluster/ports';

const [USER, PASSWORD] = ['robot', 'a-password-of-the-test'];
const READY_SECONDS = 20;
const HTTPS = 443;

/** How a registry is reached, and with which login. */
export interface RegistryProps {
  /** @default 'localhost' */
  readonly name?: string;
  /** @default - a free one */
  readonly port?: number;
  /** @default - for `name` alone, which it signs itself */
  readonly certificate?: Certificate;
  /** @default - a user and a password of the test */
  readonly login?: { readonly user: string; readonly password: string };
  /** The program that gives the login, without its prefix. @default - a stand-in that knows it */
  readonly helper?: string;
}

/** A registry of a run's own on the loopback, with TLS and a login. */
export class Registry {
  /** Starts one in a folder. */
  public static async start(folder: string, props: RegistryProps = {}): Promise<Registry> {
    const [free = 0, debug = 0] = await freePorts(2);
    const { name = 'localhost', port = free, login = { user: USER, password: PASSWORD }, helper = 'test' } = props;
    const { cert, key } = props.certificate ?? selfSigned(name);
    const host = port === HTTPS ? name : `${name}:${port}`;
    const at = (name: string) => join(folder, name);
    mkdirSync(at('bin'), { recursive: true });
    mkdirSync(at('docker'));
    mkdirSync(at('nobody'));
    writeFileSync(at('cert.pem'), cert);
    writeFileSync(at('key.pem'), key);
    writeFileSync(at('htpasswd'), execFileSync('htpasswd', ['-niB', login.user], { input: login.password }));
    // A helper, as those of ECR or of a keychain: it is asked for a server and answers with the login.
    const standIn = `#!/bin/sh\nread -r server\nprintf '{"ServerURL":"%s","Username":"${USER}","Secret":"${PASSWORD}"}' "$server"\n`;
    writeFileSync(at('bin/docker-credential-test'), standIn, { mode: 0o755 });
    writeFileSync(at('docker/config.json'), JSON.stringify({ credHelpers: { [host]: helper } }));
    writeFileSync(at('nobody/config.json'), '{}');
    writeFileSync(at('registry.yml'), settings(folder, port, debug));
    const process = OwnedProcess.start({
      name: 'registry',
      file: 'docker-registry',
      args: ['serve', at('registry.yml')],
      log: at('registry.log'),
    });
    await process.ready(READY_SECONDS, () => ask({ port, host: name, tls: true, path: '/v2/' }));
    return new Registry(host, login.password, folder, process);
  }

  private constructor(
    /** Host and port. */
    public readonly host: string,
    /** The password that nothing may show. */
    public readonly password: string,
    private readonly folder: string,
    private readonly process: OwnedProcess,
  ) {}

  /** What a user’s shell has: the helper on its PATH, a configuration that names it, the certificate of the registry. */
  public get env(): Readonly<Record<string, string>> {
    return { ...this.strangerEnv, DOCKER_CONFIG: join(this.folder, 'docker') };
  }

  /** The same of somebody who has no login. */
  public get strangerEnv(): Readonly<Record<string, string>> {
    return {
      PATH: `${join(this.folder, 'bin')}:${globalThis.process.env.PATH}`,
      SSL_CERT_FILE: join(this.folder, 'cert.pem'),
      DOCKER_CONFIG: join(this.folder, 'nobody'),
      // A login that this machine may have is not asked.
      HOME: this.folder,
      XDG_RUNTIME_DIR: this.folder,
    };
  }

  public async stop(): Promise<void> {
    await this.process.stop();
  }
}

function settings(folder: string, port: number, debug: number): string {
  return JSON.stringify({
    version: '0.1',
    log: { level: 'warn' },
    storage: { filesystem: { rootdirectory: join(folder, 'registry') } },
    http: {
      addr: `127.0.0.1:${port}`,
      tls: { certificate: join(folder, 'cert.pem'), key: join(folder, 'key.pem') },
      debug: { addr: `127.0.0.1:${debug}` },
    },
    auth: { htpasswd: { realm: 'test', path: join(folder, 'htpasswd') } },
  });
}
