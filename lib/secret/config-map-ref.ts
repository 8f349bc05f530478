import type { IConfigMap } from 'cdk8s-plus-27';
import { isDnsSubdomain } from '../core/dns-name';
import { refuse } from '../core/refusal';
import { namespaceOf } from './object-of-cdk8s-plus';

/** A ConfigMap that a pod reads. */
export interface NamedConfigMap {
  /** Its name. */
  readonly name: string;
  /**
   * The namespace that it will be in.
   *
   * @default - that of whoever reads it
   */
  readonly namespace?: string;
}

/** A ConfigMap of the tenant's namespace: by its name, or a `ConfigMap` of cdk8s-plus. */
export type ConfigMapRef = string | IConfigMap;

/** The ConfigMap that is meant; refuses a name that none can have. */
export function namedConfigMap(configMap: ConfigMapRef): NamedConfigMap {
  const named = typeof configMap === 'string' ? { name: configMap } : placed(configMap);
  if (!isDnsSubdomain(named.name)) {
    const must = 'be a DNS subdomain, as Kubernetes names objects';
    refuse({ prop: 'name', kind: 'ConfigMap', id: named.name, must, got: named.name });
  }
  return named;
}

function placed(configMap: IConfigMap): NamedConfigMap {
  return { name: configMap.name, namespace: namespaceOf(configMap) };
}
