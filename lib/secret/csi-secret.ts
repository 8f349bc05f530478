import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { CSIVolumeSource } from '../../imports/k8s';
import type { SecretProviderClass, SecretProviderClassSpec } from '../../imports/secrets-store-csi-driver';
import { declare } from '../core/declaration';
import { isObjectName, notObjectName } from '../core/dns-name';
import { freeId } from '../core/free-id';
import { refuse, sentence, verbatim } from '../core/refusal';
import { requireProps } from '../core/required';
import { BusinessUnit } from '../unit/business-unit';
import { type RemoteValues, requireRemoteValues } from './remote-value';
import type { SecretProvider } from './secret-provider';
import type { NamedSecret } from './secret-ref';

/** A Secret that the Secrets Store CSI driver makes while pods mount it. */
export interface CsiSecretProps {
  /** What fetches the values, and from where: `SecretProvider.aws({ region: 'eu-west-1' })`. */
  readonly provider: SecretProvider;

  /** Values by the key that each has in the Secret: `{ password: { key: 'prod/hospital', property: 'password' } }`. */
  readonly values: RemoteValues;
}

/**
 * A Secret of the unit that the Secrets Store CSI driver makes, to be handed to `EnvValue.fromSecret`,
 * `Keystore.fromSecret` and wherever a Secret is named. No value passes through synth.
 *
 * The Secret is there while a pod mounts its volume, and is fetched as the ServiceAccount of that pod, which must be
 * allowed to read it in the store. The driver must be installed with `syncSecret.enabled`. A value that changes in the
 * store arrives when the last of the pods is gone, or with `enableSecretRotation`; in a pod, when it starts next
 * (https://secrets-store-csi-driver.sigs.k8s.io/topics/sync-as-kubernetes-secret). Where this is a burden, an
 * `ExternalSecret` is there without pods.
 */
export class CsiSecret extends Construct implements NamedSecret {
  /** The unit that the Secret belongs to. */
  public readonly unit: BusinessUnit;
  /** Name of the Secret, and of its SecretProviderClass, in the unit's namespace. */
  public readonly secretName: string;
  /** That namespace. */
  public readonly namespace: string;
  /** Keys of the Secret. */
  public readonly keys: readonly string[];
  /** The volume that a container must mount for the Secret to be made. */
  public readonly csi: CSIVolumeSource;
  /** What is fetched, and by which provider: `aws prod/hospital`. */
  public readonly remotes: readonly string[];

  public constructor(scope: Construct, id: string, props: CsiSecretProps) {
    requireProps('CSI secret', id, props, { provider: 'SecretProvider.aws()', values: '{ password: { key: … } }' });
    super(scope, freeId(scope, 'CSI secret', id));
    declare(this, props);
    const { provider, values } = props;
    const { path } = this.node;
    requireRemoteValues('values', 'CSI secret', path, values);
    provider.require('values', 'CSI secret', path, values);
    this.keys = Object.keys(values);
    this.remotes = provider.remotes(values);
    if (this.keys.length === 0) {
      const instead = 'write values: { password: { key: … } }';
      refuse({ prop: 'values', kind: 'CSI secret', id: path, must: 'name a value', got: verbatim('none'), instead });
    }
    this.unit = BusinessUnit.of(this);
    this.secretName = this.unit.objectName(id);
    this.namespace = this.unit.namespaceName;
    this.csi = {
      driver: 'secrets-store.csi.k8s.io',
      readOnly: true,
      volumeAttributes: { secretProviderClass: this.secretName },
      ...(provider.login === undefined ? {} : { nodePublishSecretRef: { name: provider.login } }),
    };
    new ApiObject(this, 'secret-provider-class', {
      apiVersion: 'secrets-store.csi.x-k8s.io/v1',
      kind: 'SecretProviderClass',
      metadata: { name: this.secretName },
      spec: this.spec(props),
    } satisfies SecretProviderClass);
    this.node.addValidation({
      validate: () =>
        isObjectName(this.secretName) ? [] : [sentence(notObjectName('id', 'CSI secret', path, this.secretName))],
    });
  }

  private spec({ provider, values }: CsiSecretProps): SecretProviderClassSpec {
    return {
      provider: provider.name,
      parameters: provider.parameters(values),
      secretObjects: [
        {
          secretName: this.secretName,
          type: 'Opaque',
          labels: { ...this.unit.labels },
          data: Object.entries(values).map(([key, value]) => ({ objectName: provider.fileOf(key, value), key })),
        },
      ],
    };
  }
}
