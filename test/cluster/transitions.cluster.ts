import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Scaling } from '../../lib';
import { type Cluster, currentKubeconfig, startCluster } from './cluster';
import { applyCrds } from './crds';
import { blockOf } from './guide';
import { inTurn } from './in-turn';
import type { Kubectl } from './kubectl';
import { listed } from './listed';
import type { OwnedProcess } from './owned-process';
import { isReady, type PodHistory, PodWatch, podsNow } from './pod-watch';
import { overQuota } from './quota-use';
import { type } from './shell';
import { addSlowNodes } from './slow-nodes';
import {
  type Cell,
  filesOf,
  handCell,
  otherCells,
  pollerCells,
  type State,
  type Steps,
  stateOf,
} from './transitions-cells';
import { MOVE_CRDS, type MoveSteps, moveCells, rolloutCells } from './transitions-moves';
import { scalingCells } from './transitions-scalings';
import { answersIn, generationOf, inCell, isIn, objectsOf, ours, placeOf, unitOf } from './transitions-site';
import { until } from './wait';

const POD_TIMES = { start: 300, stop: 1500 };
const APPLY = blockOf('docs/operating.md', 'kubectl apply --server-side');
const HAND_BACK = blockOf('docs/operating.md', 'managedFields');
const UNDO = blockOf('docs/operating.md', 'rollout undo');

const STEPS: Steps = {
  apply: APPLY,
  autoscalerComes: blockOf('docs/changing.md', '+ 1))'),
  autoscalerGoes: blockOf('docs/changing.md', 'delete hpa orders'),
  pollerChanges: blockOf('docs/changing.md', '--cascade=foreground'),
  serviceChanges: blockOf('docs/changing.md', 'rollout status statefulset/orders'),
  canaryGoes: blockOf('docs/operating.md', 'orders-canary'),
  canaryPromoted: blockOf('docs/releasing.md', 'orders-canary'),
  removal: blockOf('docs/changing.md', 'git show HEAD~').split('\n')[0] ?? '',
};

const MOVES: MoveSteps = {
  ...STEPS,
  unitMoves: blockOf('docs/changing.md', 'delete namespace'),
  leavesShared: blockOf('docs/changing.md', '-n shared delete'),
  ingressRenamed: blockOf('docs/changing.md', 'delete ingress routes-nginx'),
  leftTheFile: blockOf('docs/changing.md', 'declared='),
  volumeGoes: blockOf('docs/changing.md', 'delete pvc,pv'),
  rolloutComes: blockOf('docs/changing.md', 'wait rollout/orders'),
  rolloutGoes: blockOf('docs/changing.md', 'delete rollout orders'),
};

const VOLUME_UNIT = 'u-a-volume-lies-elsewhere';

/** Blocks that only show something; they must show what is there. */
const READING: ReadonlyArray<readonly [string, string]> = [
  ['all of a tenant', blockOf('docs/operating.md', 'get all,configmap,pdb')],
  ['what workloads are', blockOf('docs/operating.md', 'custom-columns')],
  ['how to take up a volume again', blockOf('docs/operating.md', 'purpose=invoices')],
  ['a volume, old and new', blockOf('docs/changing.md', 'get pv,pvc')],
].map(
  ([name = '', block = '']) => [name, block.replaceAll('retail', VOLUME_UNIT).replaceAll('invoices', 'files')] as const,
);

/** All cells are changed at the same time, on one cluster; machines may be busy. */
const SECONDS = 150;
const KINDS = [
  'deployment,statefulset,service,hpa,pdb,networkpolicy,configmap,serviceaccount,ingress,pvc,pv',
  'resourcequota,limitrange,role,rolebinding,scaledobject,rollout',
].join();

const CELLS: readonly Cell[] = [
  ...scalingCells(STEPS),
  ...pollerCells(STEPS),
  ...otherCells(STEPS),
  ...rolloutCells(MOVES),
  ...moveCells(MOVES),
];

// Nodes without containers are brought into a control plane of ours, and into no other.
const describeOurs = currentKubeconfig === undefined ? describe : describe.skip;

describeOurs('between two valid renders', () => {
  let cluster: Cluster;
  let kubectl: Kubectl;
  let kwok: OwnedProcess;
  let watch: PodWatch;
  let history: PodHistory;
  const outcomes = new Map<string, Outcome>();

  beforeAll(async () => {
    const flags = {
      controllerManager: ['--horizontal-pod-autoscaler-sync-period=1s', '--concurrent-deployment-syncs=20'],
    };
    cluster = await startCluster('newest', { flags });
    kubectl = cluster.kubectl;
    kwok = await addSlowNodes(cluster, 4, POD_TIMES);
    watch = await PodWatch.start(cluster);
    await applyCrds(kubectl, ...MOVE_CRDS);
    await inTurn(CELLS, async (cell) => {
      await enter(cell, cell.before);
      if (cell.prepared !== undefined) await type(inCell(cell, cell.prepared), cluster);
      await type(inCell(cell, APPLY), cluster, folderOf(cell));
    });
    await inTurn(CELLS, (cell) => settled(cell, cell.before));
    history = await watch.during(() =>
      inTurn(CELLS, async (cell) => {
        await enter(cell, cell.after);
        outcomes.set(cell.name, await changed(cell).catch((failure: unknown) => ({ failure })));
      }),
    );
  }, 1_200_000);

  afterAll(async () => {
    await watch?.stop();
    await kwok?.stop();
    await cluster?.stop();
  });

  describe.each(CELLS.map((cell) => ({ name: cell.name, cell })))('$name', ({ cell }) => {
    test('the documented commands end, and the next apply has no conflict', () => {
      expect(outcomes.get(cell.name)).not.toHaveProperty('failure');
    });

    test(
      cell.poller === true ? 'at no moment do old and new run at once' : 'as many pods answer as both promise',
      () => {
        if (cell.poller === true) expect(history.mostKinds(generationOf(cell))).toBe(1);
        else
          expect(history.leastReadyOf(answersIn(cell))).toBeGreaterThanOrEqual(
            Math.min(cell.before.pods, cell.after.pods),
          );
      },
    );

    test('no pod was kept out, and nothing is left but what the documents say', () => {
      expect(outcomes.get(cell.name)).toEqual({ keptOut: [], left: [...cell.left].sort() });
    });
  });

  /** Takes the steps of a cell, and looks at what came of them. */
  async function changed(cell: Cell): Promise<Outcome> {
    for (const step of cell.steps) await type(inCell(cell, step), cluster, folderOf(cell));
    await settled(cell, cell.after);
    await type(inCell(cell, APPLY), cluster, folderOf(cell));
    const declared = new Set(objectsOf(cell, cell.after).map(placeOf));
    const there = await listed(kubectl, KINDS, ...ours(cell));
    const left = there.filter((one) => !declared.has(placeOf(one)));
    return { keptOut: await overQuota(kubectl, unitOf(cell)), left: [...new Set(left.map(({ kind }) => kind))].sort() };
  }

  async function settled(cell: Cell, state: State): Promise<void> {
    const workloads = objectsOf(cell, state).filter(({ kind }) => ['Deployment', 'StatefulSet'].includes(kind));
    await until(`the pods of ${cell.name}`, SECONDS, async () => {
      const there = await listed(kubectl, 'deployment,statefulset', ...ours(cell));
      const waiting = workloads.filter((workload) => {
        const found = there.find((one) => placeOf(one) === placeOf(workload));
        const { replicas, updatedReplicas, availableReplicas, observedGeneration } = found?.status ?? {};
        const wanted = found?.spec?.replicas;
        const counts = [replicas, updatedReplicas, availableReplicas];
        return observedGeneration !== found?.metadata.generation || counts.some((count) => count !== wanted);
      });
      if (waiting.length > 0) throw new Error(waiting.map(({ metadata }) => metadata.name).join());
      return (await podsNow(kubectl)).filter(isIn(cell)).every(isReady);
    });
  }

  async function enter(cell: Cell, state: State): Promise<void> {
    mkdirSync(join(folderOf(cell), 'dist'), { recursive: true });
    for (const [name, text] of filesOf(unitOf(cell), state)) writeFileSync(join(folderOf(cell), 'dist', name), text);
  }

  function folderOf(cell: Cell): string {
    return join(cluster.folder, unitOf(cell));
  }

  test.each(READING)('%s', async (_, block) => {
    const printed = join(cluster.folder, 'printed');
    await type(`{\n${block}}>${printed}`, cluster);
    expect(readFileSync(printed, 'utf8')).toMatch(/orders|files/);
  });

  test('what a new unit will be is compared once its namespace is there, and not before', async () => {
    const cell = { ...handCell(), name: 'a new unit' };
    const compared = blockOf('docs/operating.md', "sed '/^---/,$d'");
    await enter(cell, cell.after);
    const typed = (block: string) => type(inCell(cell, block), cluster, folderOf(cell));
    // kubectl ends with 1 where something differs, and with more where it could not look.
    await expect(typed(compared.split('\n')[1] ?? '')).rejects.toThrow(/got [2-9]\d*: .*not found/s);
    await expect(typed(compared)).rejects.toThrow(/got 1: /);
  });

  test('a whole unit goes by what was committed before', async () => {
    const cwd = join(cluster.folder, 'repository');
    mkdirSync(join(cwd, 'dist'), { recursive: true });
    writeFileSync(
      join(cwd, 'dist', 'logistics.k8s.yaml'),
      [...filesOf('logistics', stateOf('1.0.0')).values()].join('---\n'),
    );
    const git = 'git -c user.name=a -c user.email=a@example.com';
    await type(`git init -q; git add .; ${git} commit -qm one; kubectl apply --server-side -f dist`, cluster, cwd);
    await type(`git rm -q dist/logistics.k8s.yaml; ${git} commit -qm two`, cluster, cwd);
    await type(blockOf('docs/changing.md', 'git show HEAD~').split('\n')[1] ?? '', cluster, cwd);
    expect(await listed(kubectl, 'namespace', 'logistics', '--ignore-not-found')).toEqual([]);
  });

  describe.each([
    ['deployment', Scaling.fixed(6)],
    ['statefulset', Scaling.singleton()],
  ])('a command by hand, and the next applies: %s', (kind, scaling) => {
    const cell = handCell(scaling);
    const images = () => kubectl.ok(['get', kind, 'orders', '-n', unitOf(cell), '-o', IMAGE]);
    const ofKind = (block: string) => inCell(cell, block).replace(/\bdeployment\b/g, kind);

    test('an undo needs one more command, and then two versions go in', async () => {
      const [first, second, third] = ['1.0.0', '1.1.0', '1.2.0'].map((version) => stateOf(version, scaling));
      await apply(first);
      await apply(second);
      await type(ofKind(UNDO), cluster);
      expect(await images()).toMatch(/:1\.0\.0-/);
      await expect(apply(third)).rejects.toThrow('conflict');
      await type(ofKind(HAND_BACK), cluster);
      await apply(first);
      await apply(third);
      expect(await images()).toMatch(/:1\.2\.0-/);
    });

    async function apply(state: State | undefined): Promise<void> {
      if (state === undefined) throw new Error('a state must be given');
      await enter(cell, state);
      await type(inCell(cell, APPLY), cluster, folderOf(cell));
      await settled(cell, state);
    }
  });
});

/** What came of a change: pods that a quota kept out, kinds that stay though they left the file; or what went wrong. */
type Outcome =
  | { readonly keptOut: readonly string[]; readonly left: readonly string[] }
  | { readonly failure: unknown };

const IMAGE = 'jsonpath={.spec.template.spec.containers[0].image}';
