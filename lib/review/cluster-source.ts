import { spawnSync } from 'node:child_process';
import { MANAGED_BY } from '../core/managed-by';
import { refuse, verbatim } from '../core/refusal';
import { isFields, type Manifest, parseManifests } from '../diff/manifest';
import { groupOf, keyOf } from './object-change';
import { ownedBy, projected } from './owned-fields';
import { listAt, textAt } from './read';

/** What runs in a cluster, as far as it was applied or is declared: a text for each file, as a folder would have it. */
export interface RunningState {
  readonly texts: ReadonlyMap<string, string>;
  /** Fields that somebody else than the last apply owns, by kind, namespace and name of their object. */
  readonly byHand: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/**
 * Asks a cluster, by the kubectl of the path and its own context or the one that is named, for every object of this
 * program and for each that the files declare. It only reads.
 */
export function runningState(files: ReadonlyMap<string, string>, context: string | undefined): RunningState {
  const kubectl = (args: readonly string[], input = '') =>
    ask([...args, ...(context === undefined ? [] : ['--context', context])], input);
  const declared = [...files].flatMap(([file, text]) => parseManifests(file, text));
  const labelled = `app.kubernetes.io/managed-by=${MANAGED_BY}`;
  const resources = resourcesOf(kubectl(['api-resources', '--verbs=list', '--no-headers']), declared);
  const list = ['-o', 'json', '--show-managed-fields'];
  const ours =
    resources.length === 0
      ? []
      : itemsOf(kubectl(['get', resources.join(), '--all-namespaces', '-l', labelled, ...list]));
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
  const live = [...new Map(found.map((object) => [keyOf(object), object])).values()];
  return {
    texts: new Map([
      [
        'cluster.yaml',
        live.map((object) => JSON.stringify(projected(object, wanted.get(keyOf(object))))).join('\n---\n'),
      ],
    ]),
    byHand: new Map(live.map((object) => [keyOf(object), ownedBy(object)])),
  };
}

/** The resources of the kinds that are declared, as far as the cluster knows them; and those of tenants that left. */
function resourcesOf(text: string, declared: readonly Manifest[]): string[] {
  const kinds = new Set([...declared.map(({ apiVersion, kind }) => `${groupOf(apiVersion)}/${kind}`), ...ALWAYS]);
  return text.split('\n').flatMap((line) => {
    const [name = '', ...columns] = line.trim().split(/\s+/);
    const [kind = '', , apiVersion = ''] = columns.reverse();
    const group = groupOf(apiVersion);
    return kinds.has(`${group}/${kind}`) ? [group === '' ? name : `${name}.${group}`] : [];
  });
}

/** Kinds of which something may be left though no file declares one any more. */
const ALWAYS = [
  'apps/Deployment',
  'apps/StatefulSet',
  '/Service',
  'autoscaling/HorizontalPodAutoscaler',
  'networking.k8s.io/Ingress',
];

function itemsOf(text: string): Manifest[] {
  const answer: unknown = text.trim() === '' ? { items: [] } : JSON.parse(text);
  // An answer of the API server, each of whose items is an object; of one object it is the object itself.
  return (isFields(answer) && 'items' in answer ? listAt(answer, 'items') : [answer]) as Manifest[];
}

function ask(args: readonly string[], input: string): string {
  const { status, stdout, stderr, error } = spawnSync('kubectl', [...args], {
    env: process.env,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) {
    const got = verbatim(error?.message ?? stderr.trim());
    return refuse({ prop: '--cluster', kind: 'review', id: 'kubectl', must: 'be answered by the cluster', got });
  }
  return stdout;
}
