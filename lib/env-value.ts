import type { k8s } from '../imports/k8s';
import { isDnsSubdomain } from './dns-name';
import { refuse } from './refusal';

/** Where a variable of the environment takes its value from, when it is not text in the open. */
export class EnvValue {
  /** The value under `key` of a Secret in the tenant's namespace. */
  public static fromSecret(name: string, key: string): EnvValue {
    requireSource('Secret', name, key);
    return new EnvValue({ valueFrom: { secretKeyRef: { name, key } } });
  }

  /** The value under `key` of a ConfigMap in the tenant's namespace. */
  public static fromConfigMap(name: string, key: string): EnvValue {
    requireSource('ConfigMap', name, key);
    return new EnvValue({ valueFrom: { configMapKeyRef: { name, key } } });
  }

  /** Text that looks like a secret and is none: the author's word that it may stand in git for everyone to read. */
  public static notSecret(text: string): EnvValue {
    return new EnvValue({ value: text });
  }

  private constructor(private readonly source: Omit<k8s.EnvVar, 'name'>) {}

  /** The text, where it stands in the open. */
  public get text(): string | undefined {
    return this.source.value;
  }

  /** The variable of a container. */
  public asEnvVar(name: string): k8s.EnvVar {
    return { name, ...this.source };
  }
}

function requireSource(kind: string, name: string, key: string): void {
  if (!isDnsSubdomain(name)) {
    refuse({ prop: 'name', kind, id: name, must: 'be a DNS subdomain, as Kubernetes names objects', got: name });
  }
  if (!/^[-._a-zA-Z0-9]{1,253}$/.test(key) || /^\.(\.|$)/.test(key)) {
    refuse({
      prop: 'key',
      kind,
      id: name,
      must: 'be letters, digits, "-", "_" and ".", not "." and not beginning with ".."',
      got: key,
    });
  }
}
