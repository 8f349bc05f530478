import type { EnvFromSource } from '../../imports/k8s';
import { refuse } from '../core/refusal';
import { type ConfigMapRef, type NamedConfigMap, namedConfigMap } from './config-map-ref';
import { type NamedSecret, namedSecret, type SecretRef } from './secret-ref';

/** How the keys of a whole Secret or ConfigMap become variables. */
export interface EnvSourceProps {
  /**
   * What stands before each key in the name of its variable: `DB_` makes `DB_password` of `password`.
   *
   * @default - nothing
   */
  readonly prefix?: string;
}

/**
 * A whole Secret or ConfigMap as variables of the environment, one for each key; `env` wins over them. A key that is
 * added later is a new variable of pods that start then. A key with "-" or "." is no variable that a shell passes on.
 */
export class EnvSource {
  /** Every key of a Secret in the tenant's namespace. */
  public static secret(secret: SecretRef, props: EnvSourceProps = {}): EnvSource {
    const named = namedSecret('Secret', secret);
    return new EnvSource('Secret', named.secretName, named, undefined, props.prefix);
  }

  /** Every key of a ConfigMap in the tenant's namespace. */
  public static configMap(configMap: ConfigMapRef, props: EnvSourceProps = {}): EnvSource {
    const named = namedConfigMap(configMap);
    return new EnvSource('ConfigMap', named.name, undefined, named, props.prefix);
  }

  private constructor(
    kind: 'Secret' | 'ConfigMap',
    private readonly name: string,
    /** The Secret; `undefined` for a ConfigMap. */
    public readonly secret: NamedSecret | undefined,
    /** The ConfigMap; `undefined` for a Secret. */
    public readonly configMap: NamedConfigMap | undefined,
    /** What stands before each key; `undefined` for nothing. */
    public readonly prefix: string | undefined,
  ) {
    if (prefix !== undefined && !/^[A-Za-z_][A-Za-z0-9_]*$/.test(prefix)) {
      const must = 'be letters, digits and "_", not beginning with a digit';
      refuse({ prop: 'prefix', kind, id: name, must, got: prefix });
    }
  }

  /** The source of a container's variables. */
  public asEnvFrom(): EnvFromSource {
    const { name, prefix } = this;
    return this.secret === undefined ? { configMapRef: { name }, prefix } : { secretRef: { name }, prefix };
  }
}
