import type { k8s } from '../imports/k8s';
import { isDnsSubdomain } from './dns-name';
import { requireKey } from './env-value';
import { refuse } from './refusal';
import { type NamedSecret, namedSecret, requireBrought, type SecretRef } from './secret-ref';

/** A file below the product's home whose content is not text in the open. */
export class ConfigFile {
  /** The value under `key` of a Secret in the tenant's namespace. */
  public static fromSecret(secret: SecretRef, key: string): ConfigFile {
    const named = namedSecret('Secret', secret);
    const { secretName: name } = named;
    requireKey('Secret', name, key);
    requireBrought('Secret', named, key);
    return new ConfigFile((path) => ({ secret: { name, items: [{ key, path }] } }), named);
  }

  /** The value under `key` of a ConfigMap in the tenant's namespace, text or binary. */
  public static fromConfigMap(name: string, key: string): ConfigFile {
    if (!isDnsSubdomain(name)) {
      refuse({ prop: 'name', kind: 'ConfigMap', id: name, must: 'name a ConfigMap of Kubernetes', got: name });
    }
    requireKey('ConfigMap', name, key);
    return new ConfigFile((path) => ({ configMap: { name, items: [{ key, path }] } }));
  }

  private constructor(
    private readonly source: (path: string) => k8s.VolumeProjection,
    /** The Secret that it comes from, if it comes from one. */
    public readonly secret?: NamedSecret,
  ) {}

  /** The file at a path below the product's home. */
  public at(path: string): k8s.VolumeProjection {
    return this.source(path);
  }
}
