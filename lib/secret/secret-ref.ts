import type { CSIVolumeSource } from '../../imports/k8s';
import { isDnsSubdomain } from '../core/dns-name';
import { refuse } from '../core/refusal';
import type { BusinessUnit } from '../unit/business-unit';

/** Something that brings a Secret into the namespace of its unit; what uses the Secret is handed it, not a name. */
export interface NamedSecret {
  /** Name of the Secret in the namespace of the unit. */
  readonly secretName: string;
  /**
   * The unit in whose namespace it will be.
   *
   * @default - that of whoever uses it
   */
  readonly unit?: BusinessUnit;
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

/** A Secret of the tenant's namespace: by its name, or what brings it. */
export type SecretRef = string | NamedSecret;

/** The Secret that is meant; refuses a name that no Secret can have. */
export function namedSecret(kind: string, secret: SecretRef): NamedSecret {
  const named: NamedSecret = typeof secret === 'string' ? { secretName: secret } : secret;
  if (!isDnsSubdomain(named.secretName)) {
    const must = 'be a DNS subdomain, as Kubernetes names objects';
    refuse({ prop: 'name', kind, id: named.secretName, must, got: named.secretName });
  }
  return named;
}

/** Refuses a key that what brings the Secret does not bring. */
export function requireBrought(kind: string, { secretName, keys }: NamedSecret, key: string): void {
  if (keys !== undefined && !keys.includes(key)) {
    refuse({ prop: 'key', kind, id: secretName, must: `be one that it will have: ${keys.join(', ')}`, got: key });
  }
}
