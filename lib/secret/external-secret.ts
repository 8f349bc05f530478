import { ApiObject, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import type {
  ExternalSecret as ExternalSecretObject,
  ExternalSecretSpec,
  ExternalSecretSpecDataRemoteRef as RemoteRef,
} from '../../imports/external-secrets';
import { declare } from '../core/declaration';
import { isObjectName, notObjectName } from '../core/dns-name';
import { freeId } from '../core/free-id';
import { refuse, sentence, verbatim } from '../core/refusal';
import { requireProps } from '../core/required';
import { wholeSeconds } from '../core/whole-seconds';
import { BusinessUnit } from '../unit/business-unit';
import { type RemoteValue, type RemoteValues, requireRemoteValue, requireRemoteValues } from './remote-value';
import type { NamedSecret } from './secret-ref';
import type { SecretStore } from './secret-store';

/** A Secret that External Secrets keeps equal to a store outside of the cluster. */
export interface ExternalSecretProps {
  /** The store: `SecretStore.cluster('aws')`. */
  readonly store: SecretStore;

  /**
   * Values by the key that each has in the Secret: `{ password: { key: 'prod/hospital', property: 'password' } }`.
   *
   * @default - none; then dataFrom must name some
   */
  readonly data?: RemoteValues;

  /**
   * Secrets of the store that come whole, one key for each of their properties. Later ones win, `data` over all.
   *
   * @default - none; then data must name some
   */
  readonly dataFrom?: readonly RemoteValue[];

  /**
   * Time after which the store is asked again, which stores bill. Whole seconds, up to a day; 0 asks only once.
   *
   * @default Duration.hours(1)
   */
  readonly refresh?: Duration;

  /**
   * Type of the Secret; a registry's login needs `kubernetes.io/dockerconfigjson`.
   *
   * @default 'Opaque'
   */
  readonly type?: 'Opaque' | 'kubernetes.io/dockerconfigjson' | 'kubernetes.io/tls';
}

/**
 * A Secret of the unit that the External Secrets operator fetches, to be handed to `EnvValue.fromSecret`,
 * `Keystore.fromSecret` and wherever a Secret is named. Only places stand in the manifest; no value passes through synth.
 *
 * A pod that starts before the Secret is there waits for it. A value that changes in the store reaches the Secret after
 * `refresh`, and a pod when it starts next: `kubectl rollout restart`. What is gone from the store stays in the Secret
 * (deletionPolicy Retain), and the ExternalSecret reports it
 * (https://external-secrets.io/latest/guides/ownership-deletion-policy/). The Secret is deleted with this object.
 */
export class ExternalSecret extends Construct implements NamedSecret {
  /** The unit that the Secret belongs to. */
  public readonly unit: BusinessUnit;
  /** Name of the Secret, and of the ExternalSecret, in the unit's namespace. */
  public readonly secretName: string;
  /** That namespace. */
  public readonly namespace: string;
  /** Keys of the Secret; `undefined` where a secret comes whole and only the store knows them. */
  public readonly keys: readonly string[] | undefined;
  /** What is fetched, and from which store: `ClusterSecretStore vault prod/hospital`. */
  public readonly remotes: readonly string[];

  public constructor(scope: Construct, id: string, props: ExternalSecretProps) {
    requireProps('external secret', id, props, { store: "SecretStore.cluster('vault')" });
    super(scope, freeId(scope, 'external secret', id));
    declare(this, props);
    const { store, data = {}, dataFrom = [] } = props;
    const { path } = this.node;
    requireRemoteValues('data', 'external secret', path, data);
    dataFrom.forEach((value, index) => {
      requireRemoteValue(`dataFrom[${index}]`, 'external secret', path, value);
    });
    if (Object.keys(data).length + dataFrom.length === 0) {
      const instead = 'write data: { password: { key: … } } or dataFrom: [{ key: … }]';
      refuse({ prop: 'data', kind: 'external secret', id: path, must: 'name a value', got: verbatim('none'), instead });
    }
    this.unit = BusinessUnit.of(this);
    this.secretName = this.unit.objectName(id);
    this.namespace = this.unit.namespaceName;
    this.keys = dataFrom.length > 0 ? undefined : Object.keys(data);
    this.remotes = [...Object.values(data), ...dataFrom].map(({ key }) => `${store.kind} ${store.name} ${key}`);
    new ApiObject(this, 'external-secret', {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: this.secretName },
      spec: this.spec(props),
    } satisfies ExternalSecretObject);
    this.node.addValidation({
      validate: () =>
        isObjectName(this.secretName) ? [] : [sentence(notObjectName('id', 'external secret', path, this.secretName))],
    });
  }

  // What the operator would fill in stands here as it would be: whoever compares sees no difference.
  private spec(props: ExternalSecretProps): ExternalSecretSpec {
    const { store, data = {}, dataFrom = [], refresh = Duration.hours(1), type = 'Opaque' } = props;
    const labels = { ...this.unit.labels };
    return {
      refreshPolicy: 'Periodic',
      refreshInterval: goDuration(wholeSeconds('refresh', 'external secret', this.node.path, refresh, 0)),
      secretStoreRef: { kind: store.kind, name: store.name },
      target: {
        name: this.secretName,
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        // Without a template the operator copies our labels by itself.
        ...(type === 'Opaque'
          ? {}
          : { template: { type, engineVersion: 'v2', mergePolicy: 'Replace', metadata: { labels } } }),
      },
      ...(Object.keys(data).length === 0 ? {} : { data: Object.entries(data).map(dataOf) }),
      ...(dataFrom.length === 0 ? {} : { dataFrom: dataFrom.map((value) => ({ extract: remoteRef(value) })) }),
    };
  }
}

function dataOf([secretKey, value]: [string, RemoteValue]): { secretKey: string; remoteRef: RemoteRef } {
  return { secretKey, remoteRef: remoteRef(value) };
}

function remoteRef({ decode, ...place }: RemoteValue): RemoteRef {
  return { ...place, decodingStrategy: decode ?? 'None', conversionStrategy: 'Default', metadataPolicy: 'None' };
}

/** A time as Go prints it, which is how the operator writes it back. */
function goDuration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours > 0 ? `${hours}h` : ''}${seconds >= 60 ? `${minutes}m` : ''}${seconds % 60}s`;
}
