import { type ConfigMapRef, namedConfigMap } from '../secret/config-map-ref';
import { requireKey } from '../secret/env-value';
import { namedSecret, requireBrought, type SecretRef } from '../secret/secret-ref';
import type { PodPart } from './pod-part';

/** A file below the product's home whose content is more than text that says nothing secret. */
export class ConfigFile {
  /** The value under `key` of a Secret in the tenant's namespace. */
  public static fromSecret(secret: SecretRef, key: string): ConfigFile {
    const named = namedSecret('Secret', secret);
    const { secretName: name } = named;
    requireKey('Secret', name, key);
    requireBrought('Secret', named, key);
    return new ConfigFile((path) => ({
      projections: [{ secret: { name, items: [{ key, path }] } }],
      secrets: [named],
    }));
  }

  /** The value under `key` of a ConfigMap in the tenant's namespace, text or binary. */
  public static fromConfigMap(configMap: ConfigMapRef, key: string): ConfigFile {
    const named = namedConfigMap(configMap);
    const { name } = named;
    requireKey('ConfigMap', name, key);
    return new ConfigFile((path) => ({
      projections: [{ configMap: { name, items: [{ key, path }] } }],
      configMaps: [named],
    }));
  }

  /** Text that looks like a secret and is none: the author's word that it may stand in git for everyone to read. */
  public static notSecret(text: string): ConfigFile {
    return new ConfigFile((path) => ({ files: { [path]: text } }));
  }

  private constructor(private readonly source: (path: string) => PodPart) {}

  /** What the file at a path below the product's home adds to a pod. */
  public at(path: string): PodPart {
    return this.source(path);
  }
}
