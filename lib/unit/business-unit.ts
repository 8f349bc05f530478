import { type ApiObject, Chart } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { clusterScoped, isClusterScoped } from '../core/cluster-scoped';
import { namingSuffixOf } from '../core/context';
import { declare } from '../core/declaration';
import { dnsName, isDnsSubdomain, isObjectName, notObjectName } from '../core/dns-name';
import { freeId } from '../core/free-id';
import { MANAGED_BY, UNIT_LABEL } from '../core/managed-by';
import { type Refusal, refuse, sentence, verbatim } from '../core/refusal';
import { requireProps } from '../core/required';
import { type Network, networkOf } from '../network/network';
import { renderUnitPolicy } from '../network/policies';
import { type Reach, sortedLines } from '../network/reach';
import { type Access, renderAccess } from './access';
import type { BusinessUnitProps } from './business-unit-props';
import { type EdgeNeeds, READINESS_GATE_LABEL } from './edge-needs';
import { requireFurtherLabels } from './further-labels';
import { renderLimitRange } from './limit-range';
import type { OwnedNeed, Quota } from './quota';
import { renderResourceQuota } from './resource-quota';
import { unitHeader } from './unit-header';
import { renderNamespace, UnitNamespace } from './unit-namespace';

/** Annotation that says who answers for an object. */
export const CONTACT_ANNOTATION = `${MANAGED_BY}/contact`;

const BRAND = Symbol.for('cdk8s-wso2-mi.BusinessUnit');

/** Everything of one business unit: one namespace, one file in `dist/`. */
export class BusinessUnit extends Chart {
  /** The unit that holds `construct`. */
  public static override of(construct: IConstruct): BusinessUnit {
    const unit = construct.node.scopes.findLast((scope) => Chart.isChart(scope));
    if (!BusinessUnit.isBusinessUnit(unit)) {
      return refuse({
        prop: 'scope',
        kind: 'construct',
        id: construct.node.path,
        must: 'be a business unit or stand in one, with no other chart between',
        got:
          construct.node.scope?.node.path ||
          verbatim(construct.node.scope === undefined ? 'nothing' : 'the fleet itself'),
        instead: 'write new BusinessUnit(fleet, …) and hand it over',
      });
    }
    return unit;
  }

  /** Whether a construct is a business unit. (`instanceof` says yes to every chart: cdk8s overrides it.) */
  public static isBusinessUnit(construct: unknown): construct is BusinessUnit {
    return typeof construct === 'object' && construct !== null && BRAND in construct;
  }

  /** Name of the unit in the cluster: its id, and the suffix of its fleet. Code and the host book know it by its id. */
  public readonly name: string;
  /** Name of the namespace that the unit lives in. */
  public readonly namespaceName: string;
  /** Whether the unit renders that namespace. */
  public readonly ownsNamespace: boolean;
  /** Who answers for the unit. */
  public readonly contact: string;
  /** Labels that all of it has, its pods too, beside those of the library. */
  public readonly furtherLabels: Readonly<Record<string, string>>;
  /** Secrets by which nodes log in to image registries. */
  public readonly pullSecrets: readonly string[];

  /** Whether the unit may use a bounded part of the cluster. */
  public readonly hasQuota: boolean;

  /** What its pods may talk to. */
  public readonly network: Network;

  private readonly needs: OwnedNeed[] = [];
  private readonly reaches: Reach[] = [];
  private readonly edges: EdgeNeeds[] = [];
  private readonly namespaceObject: ApiObject | undefined;

  public constructor(scope: Construct, id: string, props: BusinessUnitProps) {
    requireProps('business unit', id, props, { contact: "'clinic-integration@example.com'" });
    const { contact, namespace = UnitNamespace.own(), pullSecrets = [], quota } = props;
    const { network = networkOf(scope), access = [], labels = {} } = props;
    const suffix = namingSuffixOf(scope);
    const name = `${id}${suffix}`;
    if (!isObjectName(id) || !isObjectName(name)) {
      refuse(notObjectName('id', 'business unit', id, name));
    }
    requireFurtherLabels('business unit', id, labels);
    requireOutsideOfUnits(id, scope);
    const namespaceName = namespace.nameFor(id, suffix);
    super(scope, freeId(scope, 'business unit', id), {
      namespace: namespaceName,
      labels: {
        ...labels,
        'app.kubernetes.io/part-of': name,
        'app.kubernetes.io/managed-by': MANAGED_BY,
        [UNIT_LABEL]: name,
      },
    });
    Object.defineProperty(this, BRAND, { value: true });
    declare(this, props);
    if (contact.trim() === '' || /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(contact)) {
      refuse({ prop: 'contact', kind: 'business unit', id, must: 'be one line that names somebody', got: contact });
    }
    for (const name of pullSecrets) {
      if (!isDnsSubdomain(name)) {
        refuse({ prop: 'pullSecrets', kind: 'business unit', id, must: 'name Secrets of Kubernetes', got: name });
      }
    }
    if (namespace.rendered && /^(default|kube-.*)$/.test(namespaceName)) {
      const instead = 'it is the cluster’s; UnitNamespace.existing(…) lives in it without making it';
      refuse({ prop: 'namespace', kind: 'business unit', id, must: 'be its own', got: namespaceName, instead });
    }
    this.name = name;
    this.namespaceName = namespaceName;
    this.ownsNamespace = namespace.rendered;
    this.contact = contact;
    this.network = network;
    this.hasQuota = quota !== undefined;
    this.furtherLabels = { ...labels };
    this.pullSecrets = [...new Set(pullSecrets)];
    if (namespace.rendered) {
      this.namespaceObject = renderNamespace(this, namespaceName, namespace.labels, { [CONTACT_ANNOTATION]: contact });
      clusterScoped(this.namespaceObject);
    }
    if (quota !== undefined) {
      this.renderQuota(quota);
    }
    if (access.length > 0) {
      this.renderAccess(access);
    }
    if (network.mode === 'isolated') {
      const ours: Readonly<Record<string, string>> = this.ownsNamespace ? {} : { 'app.kubernetes.io/part-of': name };
      renderUnitPolicy(this, this.objectName('default-deny'), ours, network);
    }
  }

  /** The labels of all that is in the unit, a copy. */
  public override get labels(): Record<string, string> {
    // cdk8s spreads them into those of each object. Out of one that was made with its prototype Node 20 would give each object
    // a shape of its own.
    return Object.setPrototypeOf(Object.assign(Object.create(null), super.labels), Object.prototype);
  }

  /** The longest that a load balancer of the unit may send requests to a pod that is leaving; known at the render. */
  public get edgeSeconds(): number {
    return Math.max(0, ...this.edges.map(({ leaveSeconds }) => leaveSeconds));
  }

  /** Takes note of a load balancer that leads to its pods. Whoever makes an existing namespace labels it for the gate. */
  public servedBy(needs: EdgeNeeds): void {
    this.edges.push(needs);
    if (needs.readinessGate) {
      this.namespaceObject?.metadata.addLabel(READINESS_GATE_LABEL.key, READINESS_GATE_LABEL.value);
    }
  }

  /** Takes note of what the pods of a tenant need at their maximum. */
  public reserve(need: OwnedNeed): void {
    this.needs.push(need);
  }

  /** Takes note of pods of the unit, and of whom they talk to. */
  public hold(reach: Reach): void {
    this.reaches.push(reach);
  }

  /** The declared ways into and out of the unit, as lines of a table; known at the render. */
  public get ways(): string[][] {
    const { dns, dnsPort } = this.network;
    const names = dns.map(({ text }) => [`all of ${this.node.id}`, text, `${dnsPort} UDP and TCP`, 'names']);
    return sortedLines([...names, ...this.reaches.flatMap(({ lines }) => lines)]);
  }

  /** What whoever reads of the unit should look at, of each of its tenants. */
  public get remarks(): readonly string[] {
    return this.reaches.flatMap(({ remarks }) => remarks);
  }

  /** What stands at the top of the unit's file with objects of these kinds, for whoever reads it at night. */
  public header(kinds: ReadonlySet<string>): string[] {
    const { name, namespaceName, contact, network, remarks } = this;
    const audited = network.mode === 'audit' ? this.ways : undefined;
    const isShut = network.mode === 'isolated';
    return unitHeader({ id: this.node.id, name, namespaceName, contact, isShut, audited, remarks }, kinds);
  }

  /** Name in the namespace of an object with this id: the id, after the unit's name where units may meet. */
  public objectName(id: string): string {
    return this.ownsNamespace ? id : `${this.name}-${id}`;
  }

  /**
   * Name of a plain cdk8s object in the unit: its ids below the unit, joined by "-", without a hash, in the letters that
   * Kubernetes takes. What belongs to the whole cluster carries the unit's name.
   */
  public override generateObjectName(object: ApiObject): string {
    const ids = object.node.path.split('/').slice(this.node.path.split('/').length);
    const name = dnsName(ids.filter((id) => id !== 'Resource' && id !== 'Default').join('-'));
    return isClusterScoped(object.kind) ? `${this.name}-${name}` : this.objectName(name);
  }

  /** What holds for a whole namespace is said by whoever makes it. */
  private onlyInItsOwn(prop: 'access' | 'quota', instead: string): Refusal[] {
    const got = verbatim(`the existing namespace "${this.namespaceName}"`);
    const must = 'be for a namespace of its own';
    return this.ownsNamespace ? [] : [{ prop, kind: 'business unit', id: this.node.id, must, got, instead }];
  }

  private renderAccess(access: readonly Access[]): void {
    renderAccess(this, access, (level) => this.objectName(level));
    const shared = this.onlyInItsOwn(
      'access',
      'a right holds for all units of a namespace; whoever makes it gives them',
    );
    this.node.addValidation({ validate: () => shared.map(sentence) });
  }

  private renderQuota(quota: Quota): void {
    renderResourceQuota(this, this.objectName('quota'), quota, this.needs);
    renderLimitRange(this, this.objectName('defaults'));
    const shared = this.onlyInItsOwn('quota', 'whoever makes the namespace says what may be used in it');
    this.node.addValidation({ validate: () => shared.map(sentence) });
  }
}

/** A unit is a file and a namespace of its own; in another it would be a part of neither. */
function requireOutsideOfUnits(id: string, scope: Construct): void {
  const around = scope.node.scopes.find(BusinessUnit.isBusinessUnit);
  if (around !== undefined) {
    const must = 'stand beside other units';
    const got = verbatim(`it in "${around.node.id}"`);
    refuse({ prop: 'scope', kind: 'business unit', id, must, got, instead: 'make it in the fleet' });
  }
}
