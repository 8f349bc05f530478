import { complaintOf } from '../core/program';
import { sentence, verbatim } from '../core/refusal';
import type { Manifest } from '../diff/manifest';
import { textAt } from '../review/read';
import { type HandOver, handOversOf, saysReplicas } from './hand-over';
import { documentsOf, type Kubectl, keyOf, titleOf } from './kubectl';
import { isLeaving, isPoller, isScaledByMachine, type Live, liveOf, tenantOf } from './live';
import type { Part } from './part';
import { SCALERS, VOLUMES, WAITED } from './phase';
import { isNarrower } from './room';

/** What a deploy of a part is about to do. */
export interface Plan {
  readonly part: Part;
  readonly live: Live;
  /** Objects that come. */
  readonly created: readonly Manifest[];
  /** Objects that change, as the server says. */
  readonly changed: readonly Manifest[];
  /** How many stay as they are. */
  readonly unchanged: number;
  /** The same as the lines of a diff. */
  readonly text: string;
  /** Pollers that left the file: stopped and seen gone before anything of the file starts. */
  readonly stopped: readonly Manifest[];
  /** Autoscalers that left the file: they go before the file says a number of pods. */
  readonly unscaled: readonly Manifest[];
  /** What left the file, and goes once all is ready. */
  readonly pruned: readonly Manifest[];
  /** What left the file and stays: volumes, claims, the namespace, configurations that a rollback needs. */
  readonly kept: readonly Manifest[];
  /** Live workloads whose number of pods goes over to an autoscaler, and that number. */
  readonly handedOver: readonly HandOver[];
  /** Live workloads whose number of pods comes back from one. */
  readonly handedBack: readonly Manifest[];
  /** Quotas and policies of before, where the new one has less room. */
  readonly narrowed: readonly Manifest[];
  /** What somebody changed by hand, as the server says it. */
  readonly conflicts: string;
}

/** How a plan is made. */
export interface PlanProps {
  /** Configurations of a tenant that are kept beside the one in use. */
  readonly keepConfigs: number;
}

/** Compares a part with what the cluster has of it. */
export async function planOf(kubectl: Kubectl, part: Part, { keepConfigs }: PlanProps): Promise<Plan> {
  const live = part.unit === undefined ? await liveByName(kubectl, part) : await liveOf(kubectl, part.unit);
  const there = new Map(live.objects.map((object) => [keyOf(object), object]));
  const wanted = new Map(part.objects.map((object) => [keyOf(object), object]));
  const pairs = [...wanted].flatMap(([key, next]) => {
    const before = there.get(key);
    return before === undefined ? [] : [{ before, next }];
  });
  const handedBack = pairs
    .filter(({ before, next }) => saysReplicas(next) && isScaledByMachine(before))
    .map(({ before }) => before);
  const differences = await differencesOf(kubectl, part, there, handedBack);
  const left = live.objects.filter((object) => !wanted.has(keyOf(object)));
  // What is going already would take with it what is applied to it.
  const going = pairs.map(({ before }) => before).filter((object) => isLeaving(object) && !VOLUMES.has(object.kind));
  const stopped = [...going, ...left.filter((object) => WAITED.has(object.kind) && isPoller(object))];
  const unscaled = left.filter(({ kind }) => SCALERS.has(kind));
  const kept = left.filter(
    (object) => object.kind === 'Namespace' || VOLUMES.has(object.kind) || isKeptConfig(object, left, keepConfigs),
  );
  const apart = new Set([...stopped, ...unscaled, ...kept]);
  const created = part.objects.filter((object) => !there.has(keyOf(object)));
  const changed = part.objects.filter((object) => there.has(keyOf(object)) && differences.changes(object));
  return {
    part,
    live,
    created,
    changed,
    unchanged: part.objects.length - created.length - changed.length,
    text: differences.text,
    stopped,
    unscaled,
    pruned: left.filter((object) => !apart.has(object)),
    kept,
    handedOver: handOversOf(pairs, unscaled, part.objects),
    handedBack,
    narrowed: pairs.filter(({ before, next }) => isNarrower(next, before)).map(({ before }) => before),
    conflicts: differences.conflicts,
  };
}

/** Whether a plan changes anything. */
export function isEmpty({ created, changed, stopped, unscaled, pruned }: Plan): boolean {
  return [created, changed, stopped, unscaled, pruned].every((objects) => objects.length === 0);
}

/** A plan for people: a sign, a kind and a name a line. */
export function planText(plan: Plan): string {
  const { part, created, changed, stopped, unscaled, pruned, kept, unchanged } = plan;
  const lines = [
    ...stopped.map((object) => `  - ${titleOf(object)}: stopped, and seen gone before anything starts`),
    ...created.map((object) => `  + ${titleOf(object)}`),
    ...changed.map((object) => `  ~ ${titleOf(object)}`),
    ...[...unscaled, ...pruned].map((object) => `  - ${titleOf(object)}`),
    ...(kept.length === 0 ? [] : [`  kept, though not in the file any more: ${kept.map(titleOf).join(', ')}`]),
    `  ${unchanged} unchanged`,
  ];
  return `${part.id}\n${lines.join('\n')}\n`;
}

/** Sentences on Secrets and ConfigMaps that must be there before anything is touched, and are not. */
export async function missingOf(kubectl: Kubectl, { id, namespace, needed }: Part): Promise<string[]> {
  if (needed.length === 0) {
    return [];
  }
  const names = needed.map((one) => one.toLowerCase().replace(' ', '/'));
  const found = await kubectl.list(...names, `--namespace=${namespace}`);
  const there = new Set(found.map(titleOf));
  const missing = needed.filter((one) => !there.has(one));
  const [space] = missing.length === 0 ? [undefined] : await kubectl.list(`namespace/${namespace}`);
  const before = space === undefined ? `kubectl create namespace ${namespace}, then ` : '';
  return missing.map((one) =>
    sentence({
      prop: one,
      kind: 'unit',
      id,
      must: `be in namespace "${namespace}" before anything is applied`,
      got: verbatim('none'),
      instead: `${before}whoever owns it makes it there`,
    }),
  );
}

interface Differences {
  readonly changes: (object: Manifest) => boolean;
  readonly text: string;
  readonly conflicts: string;
}

async function differencesOf(
  kubectl: Kubectl,
  part: Part,
  there: ReadonlyMap<string, Manifest>,
  handedBack: readonly Manifest[],
): Promise<Differences> {
  const back = new Set(handedBack.map(keyOf));
  // What is not there is all new; its namespace may not be there either.
  const known = part.objects.filter((object) => there.has(keyOf(object)));
  const plain = known.filter((object) => !back.has(keyOf(object)));
  const scaled = known.filter((object) => back.has(keyOf(object)));
  const asked = [
    ...(plain.length === 0 ? [] : [await kubectl.diff(plain)]),
    ...(scaled.length === 0 ? [] : [await kubectl.diff(scaled, ['--force-conflicts'])]),
  ];
  const conflicts = asked
    .filter(({ stderr }) => /conflict/i.test(stderr))
    .map(({ stderr }) => stderr.replace(/\nPlease review.*/s, '').trim());
  const failed = asked.find(({ code, stderr }) => code > 1 && !/conflict/i.test(stderr));
  if (failed !== undefined) {
    throw new Error(`kubectl could not compare "${part.id}":\n${complaintOf(failed.stderr)}`);
  }
  const text = asked.map(({ stdout }) => stdout).join('');
  const names = new Set([...text.matchAll(/^diff .*\/MERGED-[^/]*\/(\S+)$/gm)].map(([, name]) => name));
  return { changes: (object) => names.has(diffName(object)), text, conflicts: conflicts.join('\n') };
}

/** How `kubectl diff` calls the file of an object. */
function diffName({ apiVersion, kind, metadata }: Manifest): string {
  return [apiVersion.replace('/', '.'), kind, metadata.namespace ?? '', metadata.name].join('.');
}

/** Objects of a chart have no label in common; only those of its file are known. */
async function liveByName(kubectl: Kubectl, { objects }: Part): Promise<Live> {
  const args = ['get', '--filename=-', '--ignore-not-found', '--show-managed-fields', '--output=json'];
  const { code, stdout, stderr } = await kubectl.run(args, {
    input: documentsOf(objects),
  });
  if (code !== 0 && !/not ?found/i.test(stderr)) {
    throw new Error(`kubectl could not look for what is there:\n${complaintOf(stderr)}`);
  }
  const found = stdout === '' ? { items: [] } : (JSON.parse(stdout) as Manifest | { readonly items: Manifest[] });
  return { objects: 'items' in found ? found.items : [found], unseen: [] };
}

/** The newest configurations of a tenant stay, so that a rollback finds the one that it needs. */
function isKeptConfig(object: Manifest, left: readonly Manifest[], count: number): boolean {
  const isConfig = (one: Manifest) => one.kind === 'ConfigMap' && one.immutable === true;
  const newest = left
    .filter((one) => isConfig(one) && tenantOf(one) === tenantOf(object))
    .sort((one, other) => (createdAt(one) < createdAt(other) ? 1 : -1));
  return isConfig(object) && newest.indexOf(object) < count;
}

function createdAt(object: Manifest): string {
  return textAt(object, 'metadata', 'creationTimestamp') ?? '';
}
