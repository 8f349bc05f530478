import type { IConstruct } from 'constructs';
import { DEFAULT_KUBERNETES, type KubernetesVersion } from './kubernetes-version';
import { refuse } from './refusal';

/** Who says which user pods run as: the release of Micro Integrator, or the namespace that they start in. */
export type PodUser = 'release' | 'namespace';

/** What whoever stands in a fleet may know of it. */
export interface FleetContext {
  /** What the names of all units end with. */
  readonly suffix: string;
  /** The version of Kubernetes that the fleet is rendered for. */
  readonly kubernetes: KubernetesVersion;
  /**
   * Who says which user its pods run as.
   *
   * @default 'release'
   */
  readonly podUser?: PodUser;
  /**
   * The context of kubectl that the files are for.
   *
   * @default - any
   */
  readonly kubeContext?: string;
}

/** Where the tree keeps it, so that whoever stands in it can ask without knowing the fleet. */
const KEY = 'cdk8s-wso2-mi/fleet';

const OUTSIDE: FleetContext = { suffix: '', kubernetes: DEFAULT_KUBERNETES };

/** Tells all below `root` what they may know of its fleet; before the first of them is made. */
export function setContext(root: IConstruct, fleet: string, context: FleetContext): void {
  if (!/^(-[a-z0-9]+)*$/.test(context.suffix)) {
    refuse({
      prop: 'suffix',
      kind: 'fleet',
      id: fleet,
      must: 'be lower-case letters and digits, with a "-" before each word',
      got: context.suffix,
      instead: 'write it like "-staging"',
    });
  }
  if (context.kubeContext !== undefined && !/^[\x21-\x7e]+$/.test(context.kubeContext)) {
    refuse({
      prop: 'kubeContext',
      kind: 'fleet',
      id: fleet,
      must: 'be a name in printable ASCII, without blanks',
      got: context.kubeContext,
      instead: 'kubectl config get-contexts -o name says the names',
    });
  }
  if (!['release', 'namespace', undefined].includes(context.podUser)) {
    const must = "be 'release' or 'namespace'";
    refuse({ prop: 'podUser', kind: 'fleet', id: fleet, must, got: context.podUser });
  }
  root.node.setContext(KEY, context);
}

/** What the names of units end with where `construct` stands; nothing outside of a fleet. */
export function namingSuffixOf(construct: IConstruct): string {
  return contextOf(construct).suffix;
}

/** The version of Kubernetes that is rendered for where `construct` stands; 1.29 outside of a fleet. */
export function kubernetesOf(construct: IConstruct): KubernetesVersion {
  return contextOf(construct).kubernetes;
}

/** Who says which user pods run as where `construct` stands. */
export function podUserOf(construct: IConstruct): PodUser {
  return contextOf(construct).podUser ?? 'release';
}

/** The context of kubectl that the files of the fleet are for; `undefined` if any will do. */
export function kubeContextOf(construct: IConstruct): string | undefined {
  return contextOf(construct).kubeContext;
}

function contextOf(construct: IConstruct): FleetContext {
  return construct.node.tryGetContext(KEY) ?? OUTSIDE;
}
