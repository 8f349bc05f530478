import { spawnSync } from 'node:child_process';
import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { program } from '../cluster/build/cache';
import { AWS_MODEL } from '../cluster/versions';
import type { Manifest } from '../manifests';

/** What a controller would build in AWS, or why it would not: its stack, by type of resource and id. */
export interface Verdict {
  readonly model?: { readonly resources: Stack };
  readonly error?: string;
}

/** The part of a stack that the tests look at. */
export interface Stack {
  readonly 'AWS::ElasticLoadBalancingV2::LoadBalancer'?: Resources<Readonly<Record<string, unknown>>>;
  readonly 'AWS::ElasticLoadBalancingV2::Listener'?: Resources<Listener>;
  readonly 'AWS::ElasticLoadBalancingV2::ListenerRule'?: Resources<ListenerRule>;
  readonly 'AWS::ElasticLoadBalancingV2::TargetGroup'?: Resources<TargetGroup>;
  readonly 'K8S::ElasticLoadBalancingV2::TargetGroupBinding'?: Resources<TargetGroupBinding>;
}

type Resources<T> = Readonly<Record<string, { readonly spec: T }>>;

/** A listener. */
export interface Listener {
  readonly port: number;
  readonly protocol: string;
  readonly defaultActions: readonly Action[];
  readonly certificates?: ReadonlyArray<{ readonly certificateARN: string }>;
  readonly sslPolicy?: string;
  readonly listenerAttributes?: ReadonlyArray<{ readonly key: string; readonly value: string }>;
}

/** A rule of a listener. */
export interface ListenerRule {
  readonly listenerARN: { readonly $ref: string };
  readonly priority: number;
  readonly actions: readonly Action[];
  readonly conditions: readonly Condition[];
  readonly transforms?: ReadonlyArray<{
    readonly urlRewriteConfig: {
      readonly rewrites: ReadonlyArray<{ readonly regex: string; readonly replace: string }>;
    };
  }>;
}

/** What becomes of a request. */
export interface Action {
  readonly type: string;
  readonly redirectConfig?: Readonly<Record<string, string>>;
  readonly fixedResponseConfig?: { readonly statusCode: string };
  readonly forwardConfig?: {
    readonly targetGroups: ReadonlyArray<{
      readonly targetGroupARN: { readonly $ref: string };
      readonly weight?: number;
    }>;
    readonly targetGroupStickinessConfig?: Readonly<Record<string, unknown>>;
  };
}

/** What a request must be. */
export interface Condition {
  readonly field: string;
  readonly hostHeaderConfig?: Values;
  readonly pathPatternConfig?: Values;
  readonly sourceIPConfig?: Values;
  readonly httpHeaderConfig?: Values & { readonly httpHeaderName: string };
}

interface Values {
  readonly values: readonly string[];
}

/** Pods that a rule leads to. */
export interface TargetGroup {
  readonly targetType: string;
  readonly protocol: string;
  readonly port: number;
  readonly healthCheckConfig: {
    readonly protocol: string;
    readonly port: number | string;
    readonly path?: string;
    readonly [field: string]: unknown;
  };
  readonly targetGroupAttributes?: ReadonlyArray<{ readonly key: string; readonly value: string }>;
}

interface TargetGroupBinding {
  readonly template: { readonly spec: { readonly serviceRef: { readonly name: string; readonly port: number } } };
}

/** What the controller says of the objects of a cluster. */
export interface Answer {
  readonly refused: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, Verdict>>;
  readonly services: Readonly<Record<string, Verdict>>;
  readonly error?: string;
}

interface IngressSpec {
  readonly rules?: ReadonlyArray<{ readonly host?: string }>;
}

const ACCOUNT = 'arn:aws:acm:eu-central-1:111122223333:certificate';

/** Kinds of objects that the controller reads; pods are found when the model is made. */
const READ = ['Ingress', 'IngressClass', 'IngressClassParams', 'Service', 'Namespace'];

/** The objects under constructs that the controller reads. */
export function readByAws(...roots: readonly IConstruct[]): Manifest[] {
  return roots
    .flatMap(({ node }) => node.findAll())
    .filter(ApiObject.isApiObject)
    .filter(({ kind }) => READ.includes(kind))
    .map((object) => asKept(object.toJson() as Manifest));
}

/**
 * Asks the controller's own code about clusters, each with these objects; one process for all of them. The account has a
 * certificate for each host of their Ingresses, and no other.
 */
export function judged(clusters: ReadonlyArray<readonly Manifest[]>): Answer[] {
  const input = clusters.map((objects) => JSON.stringify({ objects, certificates: certificatesOf(objects) }));
  const { stdout, stderr, status } = spawnSync(program(AWS_MODEL, 'aws-model'), {
    input: `${input.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    timeout: 100_000,
  });
  if (status !== 0) throw new Error(`the judge must answer, got exit ${status}: ${stderr}`);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

/** The one group of a cluster, of which nothing was refused. */
export function stackOf({ refused, groups, error }: Answer, group = 'public'): Stack {
  const verdict = groups[group];
  const why = error ?? verdict?.error ?? Object.entries(refused).flat().join(': ');
  if (why !== '' || verdict?.model === undefined) throw new Error(`the controller must take it, got: ${why}`);
  return verdict.model.resources;
}

function certificatesOf(objects: readonly Manifest[]): Record<string, readonly string[]> {
  const specs = objects.filter(({ kind }) => kind === 'Ingress').map(({ spec }) => spec as IngressSpec);
  const hosts = new Set(specs.flatMap(({ rules = [] }) => rules.flatMap(({ host }) => host ?? [])));
  return Object.fromEntries([...hosts].map((host) => [`${ACCOUNT}/${host.replace('*', 'wildcard')}`, [host]]));
}

/** The API server gives a namespace its own name as a label. */
function asKept(manifest: Manifest): Manifest {
  const { kind, metadata } = manifest;
  return kind === 'Namespace'
    ? {
        ...manifest,
        metadata: { ...metadata, labels: { ...metadata.labels, 'kubernetes.io/metadata.name': metadata.name } },
      }
    : manifest;
}
