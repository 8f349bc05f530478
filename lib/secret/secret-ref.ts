import type { ISecret } from 'cdk8s-plus-27';
import type { CSIVolumeSource } from '../../imports/k8s';
import { isDnsSubdomain } from '../core/dns-name';
import { refuse } from '../core/refusal';
import { namespaceOf } from './object-of-cdk8s-plus';

/** Something that brings a Secret into the namespace of its unit; what uses the Secret is handed it, not a name. */
export interface NamedSecret {
  /** Name of the Secret. */
  readonly secretName: string;
  /**
   * The namespace that it will be in.
   *
   * @default - that of whoever uses it
   */
  readonly namespace?: string;
  /**
   * Keys that the Secret will have.
   *
   * @default - not known here; every key is taken
   */
  readonly keys?: readonly string[];
  /**
   * Volume that a pod must mount for the Secret to come into being (Secrets Store CSI driver).
   *
   * @default - the Secret is there without a pod
   */
  readonly csi?: CSIVolumeSource;
}

/**
 * A Secret of the tenant's namespace: by its name, what brings it (`ExternalSecret`, `CsiSecret`), or a `Secret` of
 * cdk8s-plus, such as `Secret.fromSecretName(…)`. One that a chart writes itself would show what it holds in git.
 */
export type SecretRef = string | NamedSecret | ISecret;

/** The Secret that is meant; refuses a name that no Secret can have. */
export function namedSecret(kind: string, secret: SecretRef): NamedSecret {
  const named = typeof secret === 'string' ? { secretName: secret } : 'secretName' in secret ? secret : placed(secret);
  if (!isDnsSubdomain(named.secretName)) {
    const must = 'be a DNS subdomain, as Kubernetes names objects';
    refuse({ prop: 'name', kind, id: named.secretName, must, got: named.secretName });
  }
  return named;
}

function placed(secret: ISecret): NamedSecret {
  return { secretName: secret.name, namespace: namespaceOf(secret) };
}

/** Refuses a key that what brings the Secret does not bring. */
export function requireBrought(kind: string, { secretName, keys }: NamedSecret, key: string): void {
  if (keys !== undefined && !keys.includes(key)) {
    refuse({ prop: 'key', kind, id: secretName, must: `be one that it will have: ${keys.join(', ')}`, got: key });
  }
}
