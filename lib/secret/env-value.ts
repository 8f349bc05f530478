import type { EnvVar } from '../../imports/k8s';
import { DATA_KEY_RULE, isDataKey } from '../core/data-key';
import { TENANT_LABEL, UNIT_LABEL } from '../core/managed-by';
import { refuse } from '../core/refusal';
import { type ConfigMapRef, type NamedConfigMap, namedConfigMap } from './config-map-ref';
import { type NamedSecret, namedSecret, requireBrought, type SecretRef } from './secret-ref';

/** Where a variable of the environment takes its value from, when it is not text in the open. */
export class EnvValue {
  /**
   * The value under `key` of a Secret in the tenant's namespace. What `deployment.toml` reads goes through templates:
   * "{{" in it is rendered by every release, "$" and "\\" end the start of most, "&" and "<" break their XML: which one does
   * what is in `MI_RELEASES[release].spoils` (docs/releases.md). Make secrets of letters, digits, "-" and "_".
   */
  public static fromSecret(secret: SecretRef, key: string): EnvValue {
    const named = namedSecret('Secret', secret);
    requireKey('Secret', named.secretName, key);
    requireBrought('Secret', named, key);
    return new EnvValue({ valueFrom: { secretKeyRef: { key, name: named.secretName } } }, named);
  }

  /** The value under `key` of a ConfigMap in the tenant's namespace. */
  public static fromConfigMap(configMap: ConfigMapRef, key: string): EnvValue {
    const named = namedConfigMap(configMap);
    const { name } = named;
    requireKey('ConfigMap', name, key);
    return new EnvValue({ valueFrom: { configMapKeyRef: { name, key } } }, undefined, named);
  }

  /** A fact of the pod itself: its name, its address, its node, the unit and the tenant whose it is. */
  public static fromPod(fact: keyof typeof POD_FIELDS): EnvValue {
    return new EnvValue({ valueFrom: { fieldRef: { fieldPath: POD_FIELDS[fact] } } });
  }

  /** Text that looks like a secret and is none: the author's word that it may stand in git for everyone to read. */
  public static notSecret(text: string): EnvValue {
    return new EnvValue({ value: text });
  }

  private constructor(
    private readonly source: Omit<EnvVar, 'name'>,
    /** The Secret that it comes from, if it comes from one. */
    public readonly secret?: NamedSecret,
    /** The ConfigMap that it comes from, if it comes from one. */
    public readonly configMap?: NamedConfigMap,
  ) {}

  /** The text, where it stands in the open. */
  public get text(): string | undefined {
    return this.source.value;
  }

  /** The variable of a container. */
  public asEnvVar(name: string): EnvVar {
    return { name, ...this.source };
  }
}

/** Fields of a pod that its container may know (downward API). */
const POD_FIELDS = {
  name: 'metadata.name',
  namespace: 'metadata.namespace',
  address: 'status.podIP',
  node: 'spec.nodeName',
  unit: `metadata.labels['${UNIT_LABEL}']`,
  tenant: `metadata.labels['${TENANT_LABEL}']`,
} as const;

/** Refuses what cannot be a key of a Secret or a ConfigMap. */
export function requireKey(kind: string, id: string, key: string): void {
  if (!isDataKey(key)) {
    refuse({ prop: 'key', kind, id, must: DATA_KEY_RULE, got: key });
  }
}
