import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from '../../lib/diff/manifest';
import { byHand } from '../../lib/review/by-hand';
import { changeOf } from '../../lib/review/change';
import { runningState } from '../../lib/review/cluster-source';
import { nameOf } from '../../lib/review/object-change';
import { otherUnits } from '../../lib/review/other-units';
import { type Review, reviewOf, reviewOfChange } from '../../lib/review/review';
import { workloadsOf } from '../../lib/review/workload';
import { program } from './build/cache';
import { type Cluster, currentKubeconfig, startCluster } from './cluster';
import { applyCrds } from './crds';
import { type Listed, listed } from './listed';
import type { OwnedProcess } from './owned-process';
import { type Pod, type PodHistory, PodWatch } from './pod-watch';
import { overQuota } from './quota-use';
import { REVIEW_CELLS as COMMON_CELLS, type ReviewCell } from './review-cells';
import { CUSTOM_KINDS, REVIEW_CRDS, REVIEW_CUSTOM_CELLS } from './review-custom-cells';
import { type } from './shell';
import { addSlowNodes } from './slow-nodes';
import { KUBERNETES } from './versions';
import { until } from './wait';

// What a review says of a change, held against what a real control plane was seen to do when the change was applied
// as it is: nothing beside the apply, none of the commands that the review tells.

const POD_TIMES = { start: 300, stop: 1500 };
const AT_ONCE = 8;
const SECONDS = 100;
const WAITS_SECONDS = 10;

const REVIEW_CELLS = [...COMMON_CELLS, ...REVIEW_CUSTOM_CELLS];

const KINDS =
  'namespace,deployment,statefulset,job,service,serviceaccount,configmap,secret,hpa,pdb,networkpolicy,ingress,' +
  `resourcequota,limitrange,role,rolebinding,pvc,${CUSTOM_KINDS}`;
const OF_THE_CLUSTER = 'pv,storageclass,ingressclass,priorityclass';

/** What a change did, or is said to do; objects by kind and name. */
interface Effects {
  /** Objects that the API server would not change. */
  readonly refused: readonly string[];
  /** Workloads that stayed and whose pods were replaced. */
  readonly restarted: readonly string[];
  /** Objects that came to mean something else; those of which the server counts it. */
  readonly changed: readonly string[];
  /** Objects that left the file and stayed, but for configurations. */
  readonly left: readonly string[];
  /** Whether pods of two workloads did the work of one. */
  readonly together: boolean;
  /** Whether fewer pods answered than before and after promise. */
  readonly dip: boolean;
  /** Whether a quota kept pods out. */
  readonly keptOut: boolean;
}

const describeOurs = currentKubeconfig === undefined ? describe : describe.skip;

describeOurs('a review tells what the control plane does', () => {
  let cluster: Cluster;
  let kwok: OwnedProcess;
  let watch: PodWatch;
  let history: PodHistory;
  const seen = new Map<string, Seen>();

  beforeAll(async () => {
    const flags = {
      controllerManager: ['--horizontal-pod-autoscaler-sync-period=1s', '--concurrent-deployment-syncs=20'],
    };
    cluster = await startCluster('newest', { flags });
    process.env.KUBECONFIG = cluster.kubeconfig;
    process.env.PATH = [dirname(program(KUBERNETES.newest, 'kubectl')), process.env.PATH].join(':');
    await applyCrds(cluster.kubectl, ...REVIEW_CRDS);
    kwok = await addSlowNodes(cluster, 4, POD_TIMES);
    watch = await PodWatch.start(cluster);
    await inTurn(async (cell) => {
      await applied(cell, cell.before(unitOf(cell)));
      await settled(cell, cell.before(unitOf(cell)));
    });
    history = await watch.during(() =>
      inTurn(async (cell) => {
        const before = await objectsOf(cell);
        const { stderr } = await applied(cell, cell.after(unitOf(cell)));
        if (!/invalid|forbidden|conflict/i.test(stderr)) await settled(cell, cell.after(unitOf(cell)));
        seen.set(cell.name, { before, stderr, after: await objectsOf(cell), keptOut: await keptOut(cell) });
      }),
    );
  }, 1_200_000);

  afterAll(async () => {
    await watch?.stop();
    await kwok?.stop();
    await cluster?.stop();
  });

  test.each(REVIEW_CELLS.map((cell) => [cell.name, cell] as const))('%s', (_, cell) => {
    const found = seen.get(cell.name);
    if (found === undefined) throw new Error('the cell must have been seen');
    const review = reviewOf(cell.before(unitOf(cell)), cell.after(unitOf(cell)));
    const observed = observedOf(cell, found, review, history);
    const told = toldOf(review, found);
    expect({ effects: seenOf(cell, told), conflict: true }).toEqual({
      effects: seenOf(cell, observed),
      // Whether the autoscaler chose another number is the cluster's affair; that it may is told.
      conflict: !/conflict/.test(found.stderr) || review.findings.some(({ rule }) => rule === 'autoscaler-leaves'),
    });
  });

  test('what runs: nothing changes where all was applied, and what somebody changed by hand is told before the apply fails', async () => {
    const cell = cellNamed('unit: nothing');
    const [unit, files] = [unitOf(cell), cell.after(unitOf(cell))];
    const told = () => {
      const running = runningState(files, undefined);
      const { findings } = reviewOfChange(changeOf(running.texts, files), { 'by-hand': byHand(running) });
      return findings.filter((finding) => finding.unit === unit);
    };
    expect(told()).toEqual([]);
    const other = unitOf(cellNamed('keda to fixed (foreign)'));
    const { findings } = reviewOfChange(changeOf(new Map(), new Map()), {
      it: otherUnits(runningState(files, undefined)),
    });
    expect(findings.filter((finding) => finding.unit === other)).toEqual([
      expect.objectContaining({
        severity: 'notice',
        run: [`kubectl get all --all-namespaces -l cdk8s-wso2-mi/unit=${other}`],
      }),
    ]);
    await cluster.kubectl.ok(['-n', unit, 'scale', 'deployment/orders', '--replicas=5']);
    expect(told().map(({ rule, severity, because }) => ({ rule, severity, because }))).toEqual([
      { rule: 'by-hand', severity: 'danger', because: ['spec.replicas: 5 → 2 (kubectl)'] },
      expect.objectContaining({ rule: 'pods' }),
      expect.objectContaining({ rule: 'cost' }),
    ]);
    expect((await applied(cell, files)).stderr).toContain('conflict');
    const [command = ''] = told().flatMap(({ run = [] }) => run);
    await type(command, cluster);
    expect((await applied(cell, files)).stderr).not.toContain('conflict');
    expect(told()).toEqual([]);
  });

  test('what runs: an autoscaler of KEDA that left is told, though no file declares one any more', () => {
    const cell = cellNamed('keda to fixed (foreign)');
    const [unit, files] = [unitOf(cell), cell.after(unitOf(cell))];
    const { findings } = reviewOfChange(changeOf(runningState(files, undefined).texts, files));
    expect(findings.filter((finding) => finding.unit === unit && finding.rule === 'autoscaler-leaves')).toEqual([
      expect.objectContaining({
        run: [
          `kubectl -n ${unit} delete scaledobject orders --cascade=foreground  # before the apply`,
          expect.stringContaining(' patch deployment orders '),
        ],
      }),
    ]);
  });

  async function applied(cell: ReviewCell, files: ReadonlyMap<string, string>): Promise<{ stderr: string }> {
    const folder = join(cluster.folder, unitOf(cell));
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    return cluster.kubectl.run(['apply', '--server-side', '-f', folder]);
  }

  /** Waits until all that was asked for is there; no longer where a quota keeps it out. */
  async function settled(cell: ReviewCell, files: ReadonlyMap<string, string>): Promise<void> {
    const { after } = reviewOf(new Map(), files).change;
    const names = new Set(workloadsOf(after).flatMap(({ object }) => (isAttended(object) ? [nameOf(object)] : [])));
    const wait = until(`the pods of ${cell.name}`, cell.waits === true ? WAITS_SECONDS : SECONDS, async () => {
      if (await keptOut(cell)) return true;
      const there = (await objectsOf(cell)).filter((object) => names.has(nameOf(asManifest(object))));
      return there.length === names.size && there.every(isSettled);
    });
    await (cell.waits === true ? wait.catch(() => undefined) : wait);
  }

  async function keptOut(cell: ReviewCell): Promise<boolean> {
    return (await overQuota(cluster.kubectl, unitOf(cell))).length > 0;
  }

  async function objectsOf(cell: ReviewCell): Promise<readonly Listed[]> {
    const unit = unitOf(cell);
    const [inside, beside, whole] = await Promise.all([
      listed(cluster.kubectl, KINDS.replace('namespace,', ''), '-n', unit, '--ignore-not-found'),
      listed(cluster.kubectl, KINDS.replace('namespace,', ''), '-n', `${unit}-b`, '--ignore-not-found'),
      listed(cluster.kubectl, `namespace,${OF_THE_CLUSTER}`),
    ]);
    return [...inside, ...beside, ...whole];
  }
});

function cellNamed(name: string): ReviewCell {
  const cell = REVIEW_CELLS.find((one) => one.name === name);
  if (cell === undefined) throw new Error(`there must be a cell "${name}"`);
  return cell;
}

/** What was there before, what the apply said, what was there when all was done. */
interface Seen {
  readonly before: readonly Listed[];
  readonly stderr: string;
  readonly after: readonly Listed[];
  readonly keptOut: boolean;
}

function observedOf(
  cell: ReviewCell,
  { before, stderr, after, keptOut }: Seen,
  review: Review,
  history: PodHistory,
): Effects {
  const [files, next] = [review.change.before, review.change.after];
  const there = new Map(after.map((object) => [nameOf(asManifest(object)), object]));
  const declared = new Set(next.map(nameOf));
  const scaled = new Set(
    workloadsOf(next).flatMap(({ object, scaler }) => (scaler === undefined ? [] : [nameOf(object)])),
  );
  const both = before.flatMap((was) => {
    const is = there.get(nameOf(asManifest(was)));
    return is === undefined || !declared.has(nameOf(asManifest(was)))
      ? []
      : [{ name: nameOf(asManifest(was)), was, is }];
  });
  const said = Math.min(
    ...[files, next].map((side) =>
      sum(
        workloadsOf(side)
          .filter(({ object }) => isOfOrders(object.metadata.labels))
          .map(({ least }) => least),
      ),
    ),
  );
  const least = history.leastReadyOf((pod) => isIn(cell, pod) && isOfOrders(pod.metadata.labels));
  return {
    refused: [...stderr.matchAll(/"([^"]+)" is (?:invalid|forbidden)/g)].map(([, name = '']) => name),
    restarted: both
      .filter(({ was, is }) => revisionOf(was) !== revisionOf(is))
      .map(({ name }) => name)
      .sort(),
    changed: both
      .filter(({ name, was, is }) => was.metadata.generation !== is.metadata.generation && !scaled.has(name))
      .map(({ name }) => name)
      .sort(),
    left: files
      .map(nameOf)
      .filter((name) => !declared.has(name) && there.has(name) && !isConfiguration(name))
      .sort(),
    together:
      history.mostKinds((pod) => (isIn(cell, pod) && isOfOrders(pod.metadata.labels) ? ownerOf(pod) : undefined)) > 1,
    dip: cell.waits !== true && least < (cell.promised ?? said),
    keptOut,
  };
}

function toldOf({ change, findings }: Review, { before }: Seen): Effects {
  const of = (...rules: readonly string[]) => findings.filter(({ rule }) => rules.includes(rule));
  const names = (...rules: readonly string[]) => [...new Set(of(...rules).flatMap(({ about }) => about.map(nameOf)))];
  const refused = new Set(names('refused'));
  const counted = new Set(
    before.filter(({ metadata }) => metadata.generation !== undefined).map((object) => nameOf(asManifest(object))),
  );
  const scaled = new Set(
    workloadsOf(change.after).flatMap(({ object, scaler }) => (scaler === undefined ? [] : [nameOf(object)])),
  );
  const declared = new Set(change.after.map(nameOf));
  const updated = change.objects
    .filter(({ isUpdate }) => isUpdate)
    .flatMap(({ after, fields }) =>
      after !== undefined && fields.some(({ path }) => !isUncounted(after, path)) ? [nameOf(after)] : [],
    );
  return {
    refused: [...refused].map((name) => name.replace(/^.*[ /]/, '')),
    restarted: names('restart', 'downtime', 'daemon-sets')
      .filter((name) => !refused.has(name))
      .sort(),
    changed: updated.filter((name) => counted.has(name) && !refused.has(name) && !scaled.has(name)).sort(),
    left: names('orphans', 'two-generations', 'autoscaler-leaves', 'load-balancers', 'data')
      .filter((name) => !declared.has(name))
      .sort(),
    together: of('two-generations').length > 0,
    dip: of('dip', 'downtime', 'daemon-sets').some(({ about }) => about.some((one) => !refused.has(nameOf(one)))),
    keptOut: of('quota').length > 0,
  };
}

/** What of some effects can be seen: what controllers make of pods is not where they are missing. */
function seenOf({ unattended = false }: ReviewCell, effects: Effects): Partial<Effects> {
  const { refused, changed, left } = effects;
  return unattended ? { refused, changed, left } : effects;
}

/** Nobody makes pods of a Rollout here. */
function isAttended({ kind }: Manifest): boolean {
  return kind !== 'Rollout';
}

/** The server counts no labels, and annotations of Deployments alone. */
function isUncounted({ kind }: Manifest, path: string): boolean {
  return /^metadata\.labels/.test(path) || (kind !== 'Deployment' && /^metadata\.annotations/.test(path));
}

function isConfiguration(name: string): boolean {
  return /^ConfigMap .*-config-[0-9a-f]{10}$/.test(name);
}

/** The revision of its pods that the controllers count. */
function revisionOf({ metadata, status }: Listed): unknown {
  return metadata.annotations?.['deployment.kubernetes.io/revision'] ?? status?.updateRevision;
}

function isSettled({ metadata, spec, status = {} }: Listed): boolean {
  const { replicas = 0, updatedReplicas = 0, availableReplicas = 0, observedGeneration } = status;
  const counts = [replicas, updatedReplicas, availableReplicas];
  return observedGeneration === metadata.generation && counts.every((count) => count === spec?.replicas);
}

function isIn(cell: ReviewCell, { metadata }: Pod): boolean {
  return [unitOf(cell), `${unitOf(cell)}-b`].includes(metadata.namespace);
}

/** The tenant that is looked at, under either of its names, or what is no tenant. */
function isOfOrders(labels: Readonly<Record<string, unknown>> | undefined): boolean {
  return ['orders', 'orders-2', undefined].some((name) => labels?.['cdk8s-wso2-mi/tenant'] === name);
}

function ownerOf({ metadata }: Pod): string {
  const [{ kind = '', name = '' } = {}] = metadata.ownerReferences ?? [];
  return `${metadata.namespace} ${kind} ${kind === 'ReplicaSet' ? name.replace(/-[^-]+$/, '') : name}`;
}

/** Name of the unit of a cell, from its words. */
function unitOf({ name }: ReviewCell): string {
  return `r-${name.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`.slice(0, 50).replace(/-$/, '');
}

/** What a cluster lists is read from its answer, and so is a manifest of a file. */
function asManifest({ kind, metadata }: Listed): Manifest {
  return { apiVersion: '', kind, metadata };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

async function inTurn(action: (cell: ReviewCell) => Promise<void>): Promise<void> {
  const waiting = [...REVIEW_CELLS];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await action(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
