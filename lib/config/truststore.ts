import type { VolumeProjection } from '../../imports/k8s';
import { refuse } from '../core/refusal';
import { requireProps } from '../core/required';
import type { MiImage } from '../image/mi-image';
import { MI_RELEASES } from '../release/mi-release';
import { EnvValue } from '../secret/env-value';
import { type NamedSecret, namedSecret, requireBrought, type SecretRef } from '../secret/secret-ref';
import { requireStoreFile, SECURITY_FOLDER } from './keystore';
import type { PartMaker, PodPart } from './pod-part';

/** A truststore in a Secret: which key is the file, which its password. */
export interface TruststoreProps {
  /** Key of the Secret that holds the store; also its file name in the product. */
  readonly file: string;

  /** Key of the Secret that holds the store's password. */
  readonly password: string;

  /**
   * Format of the file.
   *
   * @default 'JKS'
   */
  readonly type?: 'JKS' | 'PKCS12';
}

const PASSWORD = 'TRUSTSTORE_PASSWORD';

/** The authorities that Micro Integrator trusts when it calls others, kept in a Secret that somebody else writes. */
export class Truststore implements PartMaker {
  /** The truststore in a Secret of the tenant's namespace. */
  public static fromSecret(secret: SecretRef, props: TruststoreProps): Truststore {
    return new Truststore(namedSecret('truststore', secret), props);
  }

  private readonly password: EnvValue;

  private constructor(
    private readonly secret: NamedSecret,
    private readonly props: TruststoreProps,
  ) {
    requireProps('truststore', secret.secretName, props, { file: "'truststore.jks'", password: "'password'" });
    const { file, password, type = 'JKS' } = props;
    requireStoreFile('truststore', secret.secretName, file);
    requireBrought('truststore', secret, file);
    if (type !== 'JKS' && type !== 'PKCS12') {
      refuse({ prop: 'type', kind: 'truststore', id: secret.secretName, must: 'be JKS or PKCS12', got: type });
    }
    this.password = EnvValue.fromSecret(secret, password);
  }

  public part({ release }: MiImage): PodPart {
    const { file, type = 'JKS' } = this.props;
    const { storeFolder } = MI_RELEASES[release];
    const path = `${SECURITY_FOLDER}/${file}`;
    const projection: VolumeProjection = { secret: { name: this.secret.secretName, items: [{ key: file, path }] } };
    return {
      env: { [PASSWORD]: this.password },
      toml: { truststore: { file_name: `${storeFolder}${file}`, type, password: `$env{${PASSWORD}}` } },
      projections: [projection],
      secrets: [this.secret],
    };
  }
}
