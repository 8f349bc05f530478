import { spawnSync } from 'node:child_process';
import { groupOf } from '../core/api-group';
import { MANAGED_BY, UNIT_LABEL } from '../core/managed-by';
import { complaintOf, notRun } from '../core/program';
import { isRecord } from '../core/record';
import { refuse, verbatim } from '../core/refusal';
import { type Manifest, parseManifests } from '../diff/manifest';
import { keyOf } from './object-change';
import { ownedBy, projected } from './owned-fields';
import { listAt, textAt } from './read';

/** What runs in a cluster, as far as it was applied or is declared: a text for each file, as a folder would have it. */
export interface RunningState {
  readonly texts: ReadonlyMap<string, string>;
  /** Fields that somebody else than the last apply owns, by kind, namespace and name of their object. */
  readonly byHand: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Units in the cluster that no file has: of another fleet, or left. Nothing of them is in the texts. */
  readonly otherUnits: readonly string[];
}

/**
 * Asks a cluster, by the kubectl of the path and its own context or the one that is named, for every object of this
 * program and for each that the files declare. It only reads.
 */
export function runningState(files: ReadonlyMap<string, string>, context: string | undefined): RunningState {
  const inContext = context === undefined ? [] : ['--context', context];
  const kubectl = (args: readonly string[], input = '') => ask([...args, ...inContext], input);
  const declared = [...files].flatMap(([file, text]) => parseManifests(file, text));
  const labelled = `app.kubernetes.io/managed-by=${MANAGED_BY}`;
  const known = resourcesOf(kubectl(['api-resources', '--verbs=list', '--no-headers']));
  const kinds = new Set(declared.map(({ apiVersion, kind }) => `${groupOf(apiVersion)}/${kind}`));
  const list = ['-o', 'json', '--show-managed-fields'];
  const carried = (of: readonly Resource[]) => [
    ...['get', of.map(({ name }) => name).join(), '--all-namespaces', '-l', labelled],
    ...list,
  ];
  const ofDeclared = known.filter(({ kind }) => kinds.has(kind));
  const ofOthers = known.filter(({ kind }) => !kinds.has(kind) && MAY_BE_LEFT.has(kind));
  const ours = [
    ...(ofDeclared.length === 0 ? [] : itemsOf(kubectl(carried(ofDeclared)))),
    ...(ofOthers.length === 0 ? [] : itemsOf(lookFor([...carried(ofOthers), ...inContext]))),
  ];
  const plain = declared.filter(
    (object) => textAt(object, 'metadata', 'labels', 'app.kubernetes.io/managed-by') !== MANAGED_BY,
  );
  const others =
    plain.length === 0
      ? []
      : itemsOf(
          kubectl(
            ['get', '--ignore-not-found', '-f', '-', ...list],
            plain.map((object) => JSON.stringify(object)).join('\n---\n'),
          ),
        );
  const wanted = new Map(declared.map((object) => [keyOf(object), object]));
  // What controllers make of an object has its labels, and an owner.
  const found = [...ours, ...others].filter((object) => listAt(object, 'metadata', 'ownerReferences').length === 0);
  const units = new Set(declared.map(unitOf));
  const isOurs = (object: Manifest) => unitOf(object) === undefined || units.has(unitOf(object));
  const live = [...new Map(found.filter(isOurs).map((object) => [keyOf(object), object])).values()];
  return {
    texts: new Map([
      [
        'cluster.yaml',
        live.map((object) => JSON.stringify(projected(object, wanted.get(keyOf(object))))).join('\n---\n'),
      ],
    ]),
    byHand: new Map(live.map((object) => [keyOf(object), ownedBy(object)])),
    otherUnits: [
      ...new Set(found.filter((object) => !isOurs(object)).flatMap((object) => unitOf(object) ?? [])),
    ].sort(),
  };
}

function unitOf(object: Manifest): string | undefined {
  return textAt(object, 'metadata', 'labels', UNIT_LABEL);
}

/** What a cluster lists, as kubectl calls it, and its kind with the group. */
interface Resource {
  readonly name: string;
  readonly kind: string;
}

function resourcesOf(text: string): Resource[] {
  return text.split('\n').flatMap((line) => {
    const [name = '', ...columns] = line.trim().split(/\s+/);
    const [kind, , apiVersion = ''] = columns.reverse();
    const group = groupOf(apiVersion);
    return kind === undefined ? [] : [{ name: group === '' ? name : `${name}.${group}`, kind: `${group}/${kind}` }];
  });
}

/** Kinds of which something may be left though no file declares one any more. */
const MAY_BE_LEFT = new Set([
  'apps/Deployment',
  'apps/StatefulSet',
  'argoproj.io/Rollout',
  '/Service',
  '/ResourceQuota',
  '/LimitRange',
  'autoscaling/HorizontalPodAutoscaler',
  'keda.sh/ScaledObject',
  'policy/PodDisruptionBudget',
  'networking.k8s.io/Ingress',
  'networking.k8s.io/NetworkPolicy',
]);

function itemsOf(text: string): Manifest[] {
  const answer: unknown = text.trim() === '' ? { items: [] } : JSON.parse(text);
  // An answer of the API server, each of whose items is an object; of one object it is the object itself.
  return (isRecord(answer) && 'items' in answer ? listAt(answer, 'items') : [answer]) as Manifest[];
}

function ask(args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = run(args, input);
  return status === 0 ? stdout : refuseOf(stderr);
}

/** Who may not look at a kind that no file declares is told nothing of it. */
function lookFor(args: readonly string[]): string {
  const { status, stdout, stderr } = run(args);
  return status === 0 || /forbidden/i.test(stderr) ? stdout : refuseOf(stderr);
}

function refuseOf(said: string): never {
  return refuse({
    prop: '--cluster',
    kind: 'review',
    id: 'kubectl',
    must: 'be answered by the cluster',
    got: verbatim(complaintOf(said).split('\n').pop() ?? ''),
  });
}

function run(args: readonly string[], input = ''): Answered {
  const { status, stdout, stderr, error } = spawnSync('kubectl', [...args], {
    env: process.env,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (error !== undefined) {
    throw notRun('kubectl', error);
  }
  return { status, stdout, stderr };
}

interface Answered {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
