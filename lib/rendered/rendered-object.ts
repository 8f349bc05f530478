import type { KubernetesVersion } from '../core/kubernetes-version';
import type { GatewayIngress } from '../gateway/gateway-ingress';
import type { LoadBalancer } from '../gateway/load-balancer';
import type { MiTenant } from '../tenant/mi-tenant';
import type { BusinessUnit } from '../unit/business-unit';

/** Labels or annotations. */
export type Labels = Readonly<Record<string, string>>;

/** A selector of labels, as workloads and disruption budgets have one. */
export interface LabelSelector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: ReadonlyArray<{
    readonly key: string;
    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
    readonly values?: readonly string[];
  }>;
}

/** A Kubernetes object as it is written, as far as the rules look at it. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Labels;
    readonly annotations?: Labels;
  };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly template?: PodTemplate;
    readonly jobTemplate?: { readonly spec?: { readonly template?: PodTemplate } };
    readonly replicas?: number;
  } & PodSpec &
    IngressSpec &
    VolumeSpec;
}

/** The part of an Ingress, and of its class, that the rules look at. */
export interface IngressSpec {
  readonly ingressClassName?: string;
  readonly rules?: ReadonlyArray<{
    readonly host?: string;
    readonly http?: { readonly paths?: readonly IngressPath[] };
  }>;
  readonly defaultBackend?: IngressBackend;
  readonly controller?: string;
  readonly parameters?: { readonly kind?: string; readonly name?: string };
}

/** The part of a PersistentVolume that the rules look at. */
export interface VolumeSpec {
  readonly csi?: { readonly driver?: string; readonly volumeHandle?: string };
  readonly claimRef?: { readonly namespace?: string; readonly name?: string };
  readonly mountOptions?: readonly string[];
}

/** A path of an Ingress, as far as the rules look at it. */
export interface IngressPath {
  readonly path?: string;
  readonly pathType?: string;
  readonly backend?: IngressBackend;
}

/** Where the requests of an Ingress go. */
export interface IngressBackend {
  readonly service?: { readonly name?: string; readonly port?: { readonly number?: number; readonly name?: string } };
}

/** A template of pods. */
export interface PodTemplate {
  readonly metadata?: { readonly labels?: Labels; readonly annotations?: Labels };
  readonly spec?: PodSpec;
}

/** The part of a pod that the rules look at. */
export interface PodSpec {
  readonly terminationGracePeriodSeconds?: number;
  readonly shareProcessNamespace?: boolean;
  readonly containers?: readonly PodContainer[];
  readonly initContainers?: readonly PodContainer[];
  readonly volumes?: ReadonlyArray<{
    readonly name: string;
    readonly persistentVolumeClaim?: { readonly claimName?: string };
  }>;
}

/** The part of a container that the rules look at. */
export interface PodContainer {
  readonly name: string;
  readonly ports?: ReadonlyArray<{ readonly name?: string }>;
  readonly lifecycle?: {
    readonly preStop?: {
      readonly exec?: { readonly command?: readonly string[] };
      readonly sleep?: { readonly seconds?: number };
    };
  };
}

/** An object of the finished render and where it comes from. */
export interface RenderedObject {
  /** Path of the construct that made it. */
  readonly path: string;
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

/** The pod that an object makes, if it makes one. */
export function podSpecOf(object: KubernetesObject): PodSpec | undefined {
  return object.kind === 'Pod' ? object.spec : templateOf(object)?.spec;
}

/** The labels of the pods that an object makes, if it makes any; a template of something else has no containers. */
export function podLabelsOf(object: KubernetesObject): Labels | undefined {
  if (podSpecOf(object)?.containers === undefined) {
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
