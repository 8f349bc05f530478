import type { IConstruct } from 'constructs';
import type * as api from '../../imports/k8s';
import { groupOf } from '../core/api-group';
import { isClusterScoped } from '../core/cluster-scoped';
import type { KubernetesVersion } from '../core/kubernetes-version';
import type { GatewayIngress } from '../gateway/gateway-ingress';
import type { LoadBalancer } from '../gateway/load-balancer';
import type { MiTenant } from '../tenant/mi-tenant';
import type { BusinessUnit } from '../unit/business-unit';

/** What may be written of a type of Kubernetes: whoever wrote it may have left out what must be there. */
export type AsWritten<T> =
  T extends ReadonlyArray<infer Item>
    ? ReadonlyArray<AsWritten<Item>>
    : T extends object
      ? string extends keyof T
        ? T
        : { readonly [Field in keyof T]?: AsWritten<T[Field]> }
      : T;

/** Labels or annotations. */
export type Labels = Readonly<Record<string, string>>;

/** A selector of labels, as workloads and disruption budgets have one. */
export type LabelSelector = AsWritten<api.LabelSelector>;

/** A template of pods. */
export type PodTemplate = AsWritten<api.PodTemplateSpec>;

/** What is said of a pod. */
export type PodSpec = AsWritten<api.PodSpec>;

/** A container of a pod. */
export type PodContainer = AsWritten<api.Container>;

/** Where the requests of an Ingress go. */
export type IngressBackend = AsWritten<api.IngressBackend>;

/** A Kubernetes object as it is written, as far as the rules look at it. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string } & Pick<api.ObjectMeta, 'namespace' | 'labels' | 'annotations'>;
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: PodSpec &
    AsWritten<
      Pick<api.DeploymentSpec, 'template' | 'replicas'> &
        Pick<api.CronJobSpec, 'jobTemplate'> &
        Pick<api.IngressSpec, 'ingressClassName' | 'rules' | 'defaultBackend'> &
        api.IngressClassSpec &
        Pick<api.PersistentVolumeSpec, 'nfs' | 'csi' | 'claimRef' | 'mountOptions'>
    >;
}

/** An object of the finished render and where it comes from. */
export interface RenderedObject {
  /** The construct that made it. */
  readonly construct: IConstruct;
  /**
   * The unit that it stands in.
   *
   * @default - none; it is of a load balancer or of a plain chart
   */
  readonly unit?: BusinessUnit;
  /** The object, as it is written. */
  readonly object: KubernetesObject;
}

/** The finished render of a fleet, before a file is written. */
export interface Render {
  /** Every object of every file. */
  readonly objects: readonly RenderedObject[];
  /** The business units of the fleet. */
  readonly units: readonly BusinessUnit[];
  /** The tenants of the fleet. */
  readonly tenants: readonly MiTenant[];
  /** The ways from the outside to them. */
  readonly gateways: readonly GatewayIngress[];
  /** The load balancers of the fleet. */
  readonly loadBalancers: readonly LoadBalancer[];
  /** The version of Kubernetes that it is for. */
  readonly kubernetes: KubernetesVersion;
}

/** A law over the finished render: the sentences of those who break it. */
export type Rule = (render: Render) => string[];

/** The pod that an object makes, if it makes one; a template of something else has no containers. */
export function podSpecOf(object: KubernetesObject): PodSpec | undefined {
  const pod = object.kind === 'Pod' ? object.spec : templateOf(object)?.spec;
  return pod?.containers === undefined ? undefined : pod;
}

/** The labels of the pods that an object makes, if it makes any. */
export function podLabelsOf(object: KubernetesObject): Labels | undefined {
  if (podSpecOf(object) === undefined) {
    return undefined;
  }
  return (object.kind === 'Pod' ? object.metadata.labels : templateOf(object)?.metadata?.labels) ?? {};
}

/** The template of the pods that an object makes, if it makes any by one. */
export function templateOf({ spec }: KubernetesObject): PodTemplate | undefined {
  return spec?.template ?? spec?.jobTemplate?.spec?.template;
}

/** Namespace and name, as messages show an object. */
export function idOf({ metadata }: KubernetesObject): string {
  return metadata.namespace === undefined ? metadata.name : `${metadata.namespace}/${metadata.name}`;
}

/** What a cluster knows an object by: two objects of one identity are one. */
export function identityOf(object: KubernetesObject): string {
  const { apiVersion, kind, metadata } = object;
  return `${groupOf(apiVersion)} ${kind} ${isClusterScoped(kind) ? metadata.name : idOf(object)}`;
}
