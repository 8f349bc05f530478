import { isDnsSubdomain } from '../core/dns-name';
import { refuse } from '../core/refusal';
import { requireProps } from '../core/required';
import type { MiImage } from '../image/mi-image';
import { MI_RELEASES } from '../release/mi-release';
import { EnvValue } from '../secret/env-value';
import { type NamedSecret, namedSecret, requireBrought, type SecretRef } from '../secret/secret-ref';
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
}

/** Folder of key and trust stores below the product's home. */
export const SECURITY_FOLDER = 'repository/resources/security';

const PASSWORD = 'TLS_KEYSTORE_PASSWORD';
const KEY_PASSWORD = 'TLS_KEYSTORE_KEY_PASSWORD';

/** A key and its certificate, which ports 8253 and (from 1.2 on) 9164 show, kept in a Secret that somebody else writes; no value of it passes through synth. */
export class Keystore implements PartMaker {
  /** The keystore in a Secret of the tenant's namespace. */
  public static fromSecret(secret: SecretRef, props: KeystoreProps): Keystore {
    return new Keystore(namedSecret('keystore', secret), props);
  }

  /** The ConfigMap of the authority that signed the certificate; `undefined` if every system knows it. */
  public readonly ca: string | undefined;

  private readonly props: Required<Pick<KeystoreProps, 'file' | 'type'>>;
  private readonly env: Readonly<Record<string, EnvValue>>;

  private constructor(
    private readonly secret: NamedSecret,
    props: KeystoreProps,
  ) {
    const { secretName } = secret;
    requireProps('keystore', secretName, props, { file: "'orders.jks'", password: "'password'" });
    const { file, password, keyPassword = password, type = 'JKS' } = props;
    requireStoreFile('keystore', secretName, file);
    requireBrought('keystore', secret, file);
    if (type !== 'JKS' && type !== 'PKCS12') {
      refuse({ prop: 'type', kind: 'keystore', id: secretName, must: 'be JKS or PKCS12', got: type });
    }
    if (props.ca !== undefined && !isDnsSubdomain(props.ca)) {
      refuse({ prop: 'ca', kind: 'keystore', id: secretName, must: 'name a ConfigMap of Kubernetes', got: props.ca });
    }
    this.ca = props.ca;
    this.props = { file, type };
    this.env = {
      [PASSWORD]: EnvValue.fromSecret(secret, password),
      [KEY_PASSWORD]: EnvValue.fromSecret(secret, keyPassword),
    };
  }

  public part({ release }: MiImage): PodPart {
    const { file, type } = this.props;
    const { keystoreFileKey, configuresManagement } = MI_RELEASES[release];
    const path = `${SECURITY_FOLDER}/${file}`;
    const store = { type, password: `$env{${PASSWORD}}`, key_password: `$env{${KEY_PASSWORD}}` };
    return {
      env: this.env,
      toml: {
        transport: { http: { listener: { keystore: { [keystoreFileKey]: path, ...store } } } },
        // The Management API shows the product's own certificate otherwise, which no load balancer can verify.
        ...(configuresManagement ? { internal_api_ssl_config: { key_store: { location: path, ...store } } } : {}),
      },
      projections: [{ secret: { name: this.secret.secretName, items: [{ key: file, path }] } }],
      secrets: [this.secret],
    };
  }
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
