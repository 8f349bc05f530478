import type { KeyToPath, VolumeProjection } from '../../imports/k8s';
import { refuse } from '../core/refusal';
import { requireProps } from '../core/required';
import type { MiImage } from '../image/mi-image';
import { MI_RELEASES } from '../release/mi-release';
import { EnvValue, requireKey } from '../secret/env-value';
import { type NamedSecret, namedSecret, requireBrought, type SecretRef } from '../secret/secret-ref';
import { SECURITY_FOLDER } from './authorities';
import { requireStoreFile } from './keystore';
import type { PartMaker, PodPart } from './pod-part';

/** How the vault in the image is opened. */
export interface SecureVaultProps {
  /** Key of the Secret that holds the password of the keystore by which `ciphertool` encrypted. */
  readonly password: string;

  /**
   * Key of the Secret that holds that keystore; also its file name in the product.
   *
   * @default - the keystore is in the image
   */
  readonly file?: string;

  /**
   * Alias of the key pair in it. Only together with `file`.
   *
   * @default 'wso2carbon'
   */
  readonly alias?: string;
}

const PASSWORD = 'VAULT_KEYSTORE_PASSWORD';

/**
 * The secure vault of Micro Integrator: `deployment.toml` and artefacts name a secret by `$secret{alias}`, its cipher
 * text is in the image (`ciphertool.sh -Dconfigure` at its build), and the keystore password opens it. The entrypoint
 * puts the password into `password-tmp` of the home, where the server reads and deletes it (docs-mi,
 * encrypting-plain-text.md); every start of the container puts it there again.
 */
export class SecureVault implements PartMaker {
  /** The vault that is opened by a Secret of the tenant's namespace. */
  public static fromSecret(secret: SecretRef, props: SecureVaultProps): SecureVault {
    return new SecureVault(namedSecret('secure vault', secret), props);
  }

  private constructor(
    private readonly secret: NamedSecret,
    private readonly props: SecureVaultProps,
  ) {
    requireProps('secure vault', secret.secretName, props, { password: "'password'" });
    const { password, file, alias } = props;
    requireKey('Secret', secret.secretName, password);
    requireBrought('secure vault', secret, password);
    if (file !== undefined) {
      requireStoreFile('secure vault', secret.secretName, file);
      requireBrought('secure vault', secret, file);
    }
    if (alias !== undefined && file === undefined) {
      const about = { prop: 'alias', kind: 'secure vault', id: secret.secretName };
      refuse({ ...about, must: 'stand beside file', got: alias, instead: 'the keystore in the image has its own' });
    }
  }

  public part({ release }: MiImage): PodPart {
    const { password, file, alias = 'wso2carbon' } = this.props;
    const { storeFolder, ownKeystore } = MI_RELEASES[release];
    const items: KeyToPath[] = [
      { key: password, path: 'password-tmp' },
      ...(file === undefined ? [] : [{ key: file, path: `${SECURITY_FOLDER}/${file}` }]),
    ];
    const projections: VolumeProjection[] = [{ secret: { name: this.secret.secretName, items } }];
    const secret = `$env{${PASSWORD}}`;
    return file === undefined
      ? { projections, secrets: [this.secret] }
      : {
          projections,
          secrets: [this.secret],
          env: { [PASSWORD]: EnvValue.fromSecret(this.secret, password) },
          toml: {
            keystore: {
              [ownKeystore]: { file_name: `${storeFolder}${file}`, password: secret, alias, key_password: secret },
            },
          },
        };
  }
}
