import { type ApiObject, Chart, JsonPatch } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { k8s } from '../imports/k8s';
import { isDnsLabel, isDnsSubdomain, isObjectName, notObjectName } from './dns-name';
import { refuse } from './refusal';

/** The namespace that a business unit lives in. */
export class UnitNamespace {
  /**
   * A namespace of the unit's own, rendered with it, that enforces the `restricted` pod security standard.
   *
   * @param name its name; the unit's id if it is left out
   */
  public static own(name?: string): UnitNamespace {
    return new UnitNamespace(name, true);
  }

  /**
   * A namespace that somebody else makes. No Namespace object is rendered, and the names of the unit's objects begin
   * with the unit's id, since other units may live there too.
   */
  public static existing(name: string): UnitNamespace {
    return new UnitNamespace(name, false);
  }

  private constructor(
    /** The name that was given; `undefined` for the unit's id. */
    public readonly givenName: string | undefined,
    /** Whether the unit makes the namespace. */
    public readonly rendered: boolean,
  ) {
    if (givenName !== undefined && !isDnsLabel(givenName)) {
      refuse({ prop: 'name', kind: 'namespace', id: givenName, must: 'be a DNS label', got: givenName });
    }
  }
}

/** A business unit: who answers for it and where it lives. */
export interface BusinessUnitProps {
  /** Who is called when something of this unit is broken: a mail address, a chat channel or a phone number. */
  readonly contact: string;

  /**
   * The namespace that the unit lives in.
   *
   * @default UnitNamespace.own()
   */
  readonly namespace?: UnitNamespace;

  /**
   * Secrets of the namespace by which nodes log in to image registries. Only their names; whoever runs the registry
   * writes them. ECR needs none.
   *
   * @default - nodes pull without a password or by their own identity
   */
  readonly pullSecrets?: readonly string[];
}

/** Name of this program in labels, annotations and file headers. */
export const MANAGED_BY = 'cdk8s-wso2-mi';

/** Annotation that says who answers for an object. */
export const CONTACT_ANNOTATION = `${MANAGED_BY}/contact`;

const BRAND = Symbol.for('cdk8s-wso2-mi.BusinessUnit');

/** Everything of one business unit: one namespace, one file in `dist/`. */
export class BusinessUnit extends Chart {
  /** The unit that holds `construct`. */
  public static override of(construct: IConstruct): BusinessUnit {
    const unit = construct.node.scopes.find((scope) => BusinessUnit.isBusinessUnit(scope));
    if (unit === undefined || !BusinessUnit.isBusinessUnit(unit)) {
      return refuse({
        prop: 'scope',
        kind: 'construct',
        id: construct.node.path,
        must: 'be a business unit or stand in one',
        got: construct.node.scope?.node.path ?? 'nothing',
        instead: 'write new BusinessUnit(fleet, …) and hand it over',
      });
    }
    return unit;
  }

  /** Whether a construct is a business unit. (`instanceof` says yes to every chart: cdk8s overrides it.) */
  public static isBusinessUnit(construct: unknown): construct is BusinessUnit {
    return typeof construct === 'object' && construct !== null && BRAND in construct;
  }

  /** Name of the namespace that the unit lives in. */
  public readonly namespaceName: string;
  /** Whether the unit renders that namespace. */
  public readonly ownsNamespace: boolean;
  /** Who answers for the unit. */
  public readonly contact: string;
  /** Secrets by which nodes log in to image registries. */
  public readonly pullSecrets: readonly string[];

  public constructor(scope: Construct, id: string, props: BusinessUnitProps) {
    const { contact, namespace = UnitNamespace.own(), pullSecrets = [] } = props;
    if (!isObjectName(id)) {
      refuse(notObjectName('id', 'business unit', id, id));
    }
    const namespaceName = namespace.givenName ?? id;
    super(scope, id, {
      namespace: namespaceName,
      labels: { 'app.kubernetes.io/part-of': id, 'app.kubernetes.io/managed-by': MANAGED_BY },
      disableResourceNameHashes: true,
    });
    Object.defineProperty(this, BRAND, { value: true });
    if (contact.trim() === '' || /[\r\n]/.test(contact)) {
      refuse({ prop: 'contact', kind: 'business unit', id, must: 'be one line that names somebody', got: contact });
    }
    for (const name of pullSecrets) {
      if (!isDnsSubdomain(name)) {
        refuse({ prop: 'pullSecrets', kind: 'business unit', id, must: 'name Secrets of Kubernetes', got: name });
      }
    }
    this.namespaceName = namespaceName;
    this.ownsNamespace = namespace.rendered;
    this.contact = contact;
    this.pullSecrets = pullSecrets;
    if (namespace.rendered) {
      this.renderNamespace();
    }
  }

  /** What stands at the top of the unit's file, for whoever reads it at night. */
  public get header(): string[] {
    const ours = `-l app.kubernetes.io/part-of=${this.node.id}`;
    return [
      `Business unit ${this.node.id} in namespace ${this.namespaceName}. Contact: ${this.contact}`,
      'Each workload says in its annotation kubernetes.io/description what it is and how to stop and start it.',
      `Stop all of it: kubectl -n ${this.namespaceName} scale deployment,statefulset ${ours} --replicas=0`,
    ];
  }

  /** Name in the namespace of an object with this id: the id, after the unit's where units may meet. */
  public objectName(id: string): string {
    return this.ownsNamespace ? id : `${this.node.id}-${id}`;
  }

  /** Name of a plain cdk8s object in the unit: its ids below the unit, joined by "-", without a hash. */
  public override generateObjectName(object: ApiObject): string {
    const ids = object.node.path.split('/').slice(this.node.path.split('/').length);
    return this.objectName(ids.filter((id) => id !== 'Resource' && id !== 'Default').join('-'));
  }

  private renderNamespace(): void {
    const namespace = new k8s.KubeNamespace(this, 'namespace', {
      metadata: {
        name: this.namespaceName,
        labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
        annotations: { [CONTACT_ANNOTATION]: this.contact },
      },
    });
    clusterScoped(namespace);
  }
}

/** Takes the chart's namespace off an object that belongs to the whole cluster; cdk8s gives it to every object. */
export function clusterScoped(object: ApiObject): void {
  object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
}
