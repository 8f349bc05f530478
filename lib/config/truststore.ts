import { refuse, verbatim } from '../core/refusal';
import { requireProps } from '../core/required';
import type { MiImage } from '../image/mi-image';
import { MI_RELEASES } from '../release/mi-release';
import { EnvValue } from '../secret/env-value';
import { namedSecret, requireBrought, type SecretRef } from '../secret/secret-ref';
import { authoritiesPart, SECURITY_FOLDER } from './authorities';
import type { ConfigFile } from './config-file';
import type { TomlTable } from './deployment-toml';
import { requireStoreFile } from './keystore';
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

/** How the truststore of the image is opened. */
export interface AuthoritiesProps {
  /**
   * Password of the truststore in the image; `EnvValue.fromSecret`.
   *
   * @default - that of the stock image
   */
  readonly password?: EnvValue;
}

const PASSWORD = 'TRUSTSTORE_PASSWORD';

/** Public: every image of the product has it. */
const STOCK = 'wso2carbon';

/** The authorities that Micro Integrator trusts when it calls others: databases, brokers, the control plane. */
export class Truststore implements PartMaker {
  /** The truststore in a Secret of the tenant's namespace, in the place of the image's. */
  public static fromSecret(secret: SecretRef, props: TruststoreProps): Truststore {
    const named = namedSecret('truststore', secret);
    requireProps('truststore', named.secretName, props, { file: "'truststore.jks'", password: "'password'" });
    const { file, password, type = 'JKS' } = props;
    requireStoreFile('truststore', named.secretName, file);
    requireBrought('truststore', named, file);
    if (type !== 'JKS' && type !== 'PKCS12') {
      refuse({ prop: 'type', kind: 'truststore', id: named.secretName, must: 'be JKS or PKCS12', got: type });
    }
    const value = EnvValue.fromSecret(named, password);
    return new Truststore((image) => ({
      env: { [PASSWORD]: value },
      toml: storeTable(image, file, `$env{${PASSWORD}}`, type),
      projections: [{ secret: { name: named.secretName, items: [{ key: file, path: `${SECURITY_FOLDER}/${file}` }] } }],
      secrets: [named],
    }));
  }

  /**
   * The truststore of the image and, besides, the authorities of PEM files, such as `ca.crt` of a Secret of cert-manager:
   * `Truststore.withAuthorities([ConfigFile.fromSecret('icp-ca', 'ca.crt')])`. A file may hold several. They are put into
   * a copy of the image's folder of stores before the server starts, by `keytool` of the image; a certificate that is
   * renewed is trusted from the next start on.
   */
  public static withAuthorities(
    files: readonly [ConfigFile, ...ConfigFile[]],
    { password }: AuthoritiesProps = {},
  ): Truststore {
    if (files.length === 0) {
      const about = { prop: 'files', kind: 'truststore', id: 'of the image' };
      refuse({ ...about, must: 'name at least one PEM file', got: verbatim('none') });
    }
    return new Truststore((image) => ({
      ...authoritiesPart(image, files, password ?? EnvValue.notSecret(STOCK)),
      ...(password === undefined
        ? {}
        : { env: { [PASSWORD]: password }, toml: storeTable(image, 'client-truststore.jks', `$env{${PASSWORD}}`) }),
    }));
  }

  private constructor(private readonly render: (image: MiImage) => PodPart) {}

  public part(image: MiImage): PodPart {
    return this.render(image);
  }
}

function storeTable({ release }: MiImage, file: string, password: string, type?: string): TomlTable {
  const { storeFolder } = MI_RELEASES[release];
  return { truststore: { file_name: `${storeFolder}${file}`, ...(type === undefined ? {} : { type }), password } };
}
