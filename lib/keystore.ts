import type { k8s } from '../imports/k8s';
import { isDnsSubdomain } from './dns-name';
import { EnvValue } from './env-value';
import type { MiFacts } from './mi-release';
import { refuse } from './refusal';

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

const FOLDER = 'repository/resources/security';
const PASSWORD = 'TLS_KEYSTORE_PASSWORD';
const KEY_PASSWORD = 'TLS_KEYSTORE_KEY_PASSWORD';

/** A key and its certificate, kept in a Secret that somebody else writes; no value of it passes through synth. */
export class Keystore {
  /** The keystore in a Secret of the tenant's namespace. */
  public static fromSecret(secretName: string, props: KeystoreProps): Keystore {
    return new Keystore(secretName, props);
  }

  /** The ConfigMap of the authority that signed the certificate; `undefined` if every system knows it. */
  public readonly ca: string | undefined;

  private readonly props: Required<Omit<KeystoreProps, 'ca'>>;

  private constructor(
    private readonly secretName: string,
    props: KeystoreProps,
  ) {
    const { file, password, keyPassword = password, type = 'JKS' } = props;
    if (!/^[A-Za-z0-9][-._A-Za-z0-9]*$/.test(file)) {
      refuse({ prop: 'file', kind: 'keystore', id: secretName, must: 'be a file name without a folder', got: file });
    }
    if (file === 'wso2carbon.jks' || file === 'client-truststore.jks') {
      refuse({
        prop: 'file',
        kind: 'keystore',
        id: secretName,
        must: 'not take the place of a store of the product',
        got: file,
        instead: 'name it after the host that it serves',
      });
    }
    if (type !== 'JKS' && type !== 'PKCS12') {
      refuse({ prop: 'type', kind: 'keystore', id: secretName, must: 'be JKS or PKCS12', got: type });
    }
    if (props.ca !== undefined && !isDnsSubdomain(props.ca)) {
      refuse({ prop: 'ca', kind: 'keystore', id: secretName, must: 'name a ConfigMap of Kubernetes', got: props.ca });
    }
    this.ca = props.ca;
    this.props = { file, password, keyPassword, type };
    this.env();
  }

  /** The file's place in the folder that the entrypoint copies over the product's home. */
  public asProjection(): k8s.VolumeProjection {
    const { file } = this.props;
    return { secret: { name: this.secretName, items: [{ key: file, path: `${FOLDER}/${file}` }] } };
  }

  /** The passwords as variables, which `deployment.toml` names by `$env{…}`. */
  public env(): Record<string, EnvValue> {
    return {
      [PASSWORD]: EnvValue.fromSecret(this.secretName, this.props.password),
      [KEY_PASSWORD]: EnvValue.fromSecret(this.secretName, this.props.keyPassword),
    };
  }

  /** The keys below `[transport.http] listener.keystore`. */
  public asToml({ keystoreFileKey }: MiFacts): Record<string, string> {
    return {
      [keystoreFileKey]: `${FOLDER}/${this.props.file}`,
      type: this.props.type,
      password: `$env{${PASSWORD}}`,
      key_password: `$env{${KEY_PASSWORD}}`,
    };
  }
}
