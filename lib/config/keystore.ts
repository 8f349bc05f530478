import { isDnsSubdomain } from '../core/dns-name';
import { refuse } from '../core/refusal';
import { requireProps } from '../core/required';
import type { MiImage } from '../image/mi-image';
import { MI_RELEASES } from '../release/mi-release';
import { EnvValue } from '../secret/env-value';
import { type NamedSecret, namedSecret, requireBrought, type SecretRef } from '../secret/secret-ref';
import { SECURITY_FOLDER } from './authorities';
import type { PartMaker, PodPart } from './pod-part';

/** A keystore in a Secret: which key is the file, which its passwords. */
export interface KeystoreProps {
  /** Key of the Secret that holds the keystore; also its file name in the product. */
  readonly file: string;

  /** Key of the Secret that holds the keystore's password. */
  readonly password: string;

  /**
   * Key of the Secret that holds the password of the private key in it.
   *
   * @default - the keystore's password opens the private key too
   */
  readonly keyPassword?: string;

  /**
   * Format of the file.
   *
   * @default 'JKS'
   */
  readonly type?: 'JKS' | 'PKCS12';

  /**
   * ConfigMap of the namespace whose key `ca.crt` holds the authority that signed the certificate. Load balancers that
   * look at the certificate of a pod (Traefik, the Gateway API) trust it; nginx and ALB do not look.
   *
   * @default - an authority that every system knows
   */
  readonly ca?: string;

  /**
   * Name that the certificate is for, where that is not the host of the routes. Load balancers that look at the
   * certificate of a pod ask for this one.
   *
   * @default - the host of each route
   */
  readonly serverName?: string;
}

/** The keystore that is in the image: what its certificate is like. */
export interface ImageKeystoreProps {
  /**
   * ConfigMap of the namespace whose key `ca.crt` holds the certificate itself, or the authority that signed it.
   */
  readonly ca: string;

  /**
   * Name that the certificate is for.
   *
   * @default 'localhost', as the stock one has it
   */
  readonly serverName?: string;
}

const PASSWORD = 'TLS_KEYSTORE_PASSWORD';
const KEY_PASSWORD = 'TLS_KEYSTORE_KEY_PASSWORD';

/** A key and its certificate, which ports 8253 and (from 1.2 on) 9164 show, kept in a Secret that somebody else writes; no value of it passes through synth. */
export class Keystore implements PartMaker {
  /** The keystore in a Secret of the tenant's namespace. */
  public static fromSecret(secret: SecretRef, props: KeystoreProps): Keystore {
    return new Keystore(ownKeystore(namedSecret('keystore', secret), props), props);
  }

  /**
   * The image's own keystore, which every pod of that image shares. To be said where a load balancer looks at the
   * certificate of a pod (Traefik, the Gateway API): it is then asked for by its own name. Passthrough is refused, since
   * clients would see that name.
   */
  public static ofImage(props: ImageKeystoreProps): Keystore {
    requireProps('keystore', 'of the image', props, { ca: "'mi-certificate'" });
    return new Keystore(undefined, { serverName: 'localhost', ...props });
  }

  /** Name that the certificate is for; `undefined` for the host of each route. */
  public readonly serverName: string | undefined;
  /** The ConfigMap of the authority that signed the certificate; `undefined` if every system knows it. */
  public readonly ca: string | undefined;

  private constructor(
    /** What is in the place of the image's keystore; `undefined` where nothing is. */
    private readonly own: OwnKeystore | undefined,
    { ca, serverName }: Pick<KeystoreProps, 'ca' | 'serverName'>,
  ) {
    const about = { kind: 'keystore', id: own?.secret.secretName ?? 'of the image' };
    if (ca !== undefined && !isDnsSubdomain(ca)) {
      refuse({ ...about, prop: 'ca', must: 'name a ConfigMap of Kubernetes', got: ca });
    }
    if (serverName !== undefined && !isDnsSubdomain(serverName)) {
      refuse({ ...about, prop: 'serverName', must: 'be a DNS name', got: serverName });
    }
    this.ca = ca;
    this.serverName = serverName;
  }

  /** Whether the tenant has a certificate of its own, which clients may see. */
  public get isOwn(): boolean {
    return this.own !== undefined;
  }

  public part({ release }: MiImage): PodPart {
    if (this.own === undefined) {
      return {};
    }
    const { secret, file, type, env } = this.own;
    const { keystoreFileKey, configuresManagement } = MI_RELEASES[release];
    const path = `${SECURITY_FOLDER}/${file}`;
    const store = { type, password: `$env{${PASSWORD}}`, key_password: `$env{${KEY_PASSWORD}}` };
    return {
      env,
      toml: {
        transport: { http: { listener: { keystore: { [keystoreFileKey]: path, ...store } } } },
        // The Management API shows the product's own certificate otherwise, which no load balancer can verify.
        ...(configuresManagement ? { internal_api_ssl_config: { key_store: { location: path, ...store } } } : {}),
      },
      projections: [{ secret: { name: secret.secretName, items: [{ key: file, path }] } }],
      secrets: [secret],
    };
  }
}

/** A keystore out of a Secret. */
interface OwnKeystore {
  readonly secret: NamedSecret;
  readonly file: string;
  readonly type: 'JKS' | 'PKCS12';
  readonly env: Readonly<Record<string, EnvValue>>;
}

function ownKeystore(secret: NamedSecret, props: KeystoreProps): OwnKeystore {
  const { secretName } = secret;
  requireProps('keystore', secretName, props, { file: "'orders.jks'", password: "'password'" });
  const { file, password, keyPassword = password, type = 'JKS' } = props;
  requireStoreFile('keystore', secretName, file);
  requireBrought('keystore', secret, file);
  if (type !== 'JKS' && type !== 'PKCS12') {
    refuse({ prop: 'type', kind: 'keystore', id: secretName, must: 'be JKS or PKCS12', got: type });
  }
  const env = {
    [PASSWORD]: EnvValue.fromSecret(secret, password),
    [KEY_PASSWORD]: EnvValue.fromSecret(secret, keyPassword),
  };
  return { secret, file, type, env };
}

/** Refuses what is no file name, and the names of the product's own stores. */
export function requireStoreFile(kind: string, id: string, file: string): void {
  if (!/^[A-Za-z0-9][-._A-Za-z0-9]*$/.test(file)) {
    refuse({ prop: 'file', kind, id, must: 'be a file name without a folder', got: file });
  }
  if (file === 'wso2carbon.jks' || file === 'client-truststore.jks') {
    refuse({
      prop: 'file',
      kind,
      id,
      must: 'not take the place of a store of the product',
      got: file,
      instead: 'name it after the host that it serves',
    });
  }
}
