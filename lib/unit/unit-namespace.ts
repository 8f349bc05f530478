import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Namespace } from '../../imports/k8s';
import { kubernetesOf } from '../core/context';
import { isDnsLabel } from '../core/dns-name';
import { NEVER_PRUNED } from '../core/never-pruned';
import { refuse } from '../core/refusal';
import { requireFurtherLabels } from './further-labels';

/** A namespace of a unit's own. */
export interface OwnNamespaceProps {
  /**
   * Further labels of the namespace, by which policies and injectors of others know it:
   * `{ 'istio-injection': 'enabled' }`. Those of the pod security standard and of the unit are refused.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
}

/** The namespace that a business unit lives in. */
export class UnitNamespace {
  /**
   * A namespace of the unit's own, rendered with it, that enforces the `restricted` pod security standard. Pods in it that
   * are not fit for that are refused, whoever writes them: not one of them would start.
   *
   * @param name its name, before the suffix of the fleet; the unit's id if it is left out
   */
  public static own(name?: string, { labels = {} }: OwnNamespaceProps = {}): UnitNamespace {
    const instead = 'UnitNamespace.existing(…) takes a namespace with others';
    requireFurtherLabels('namespace', name ?? 'of its own', labels, instead);
    return new UnitNamespace(name, true, { ...labels });
  }

  /**
   * A namespace that somebody else makes, under the name that they gave it. No Namespace object is rendered, and the
   * names of the unit's objects begin with the unit's name, since other units may live there too.
   */
  public static existing(name: string): UnitNamespace {
    return new UnitNamespace(name, false);
  }

  private constructor(
    private readonly givenName: string | undefined,
    /** Whether the unit makes the namespace. */
    public readonly rendered: boolean,
    /** What labels it has beside those of the unit. */
    public readonly labels: Readonly<Record<string, string>> = {},
  ) {
    if (givenName !== undefined && !isDnsLabel(givenName)) {
      refuse({ prop: 'name', kind: 'namespace', id: givenName, must: 'be a DNS label', got: givenName });
    }
  }

  /** Its name for the unit of this id in a fleet with this suffix. */
  public nameFor(id: string, suffix: string): string {
    const name = this.givenName ?? id;
    return this.rendered ? `${name}${suffix}` : name;
  }
}

/**
 * Renders a namespace of a unit's own. Whoever applies a workload whose pods it would refuse is told so (warn). The
 * standard is that of the fleet's Kubernetes: a newer cluster must not refuse what the last one took.
 */
export function renderNamespace(
  scope: Construct,
  name: string,
  own: Readonly<Record<string, string>>,
  annotations: Readonly<Record<string, string>>,
): ApiObject {
  const standard = ['enforce', 'warn', 'audit'].flatMap((mode) => [
    [`pod-security.kubernetes.io/${mode}`, 'restricted'],
    [`pod-security.kubernetes.io/${mode}-version`, `v${kubernetesOf(scope)}`],
  ]);
  return new ApiObject(scope, 'Namespace', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: { ...own, ...Object.fromEntries(standard) },
      annotations: { ...NEVER_PRUNED, ...annotations },
    },
  } satisfies Namespace);
}
