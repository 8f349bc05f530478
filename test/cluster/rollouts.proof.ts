import { join } from 'node:path';
import { reviewOf } from '../../lib/review/review';
import { MOVING_PODS, MovingUnit } from './argo/moving-unit';
import { PODS, stepped } from './argo/stepped-fleet';
import { program } from './build/cache';
import { ask } from './client';
import { type Cluster, startCluster } from './cluster';
import { applyCrds } from './crds';
import { applyFleet } from './dist';
import { serviceAddresses } from './endpoints';
import { blockOf } from './guide';
import type { Kubectl } from './kubectl';
import { OwnedProcess } from './owned-process';
import { isOf, isReady, PodWatch, podsNow } from './pod-watch';
import { freePorts } from './ports';
import { addSlowNodes } from './slow-nodes';
import { ARGO_ROLLOUTS } from './versions';
import { until } from './wait';

const POD_TIMES = { start: 1000, stop: 1000 };
const SECONDS = 120;
const UNITS = ['retail', 'clinic', 'field'] as const;
const NGINX = 'orders-routes-public-canary';
const WEIGHT = 'nginx.ingress.kubernetes.io/canary-weight';
const ACTION = 'alb.ingress.kubernetes.io/actions.orders';

interface Ingress {
  readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
}

interface Action {
  readonly ForwardConfig: {
    readonly TargetGroups: readonly { ServiceName: string; ServicePort: string; Weight: number }[];
  };
}

describe('the controller of Argo Rollouts', () => {
  let cluster: Cluster;
  let kubectl: Kubectl;
  let kwok: OwnedProcess;
  let rollouts: OwnedProcess;
  let watch: PodWatch;

  beforeAll(async () => {
    cluster = await startCluster('newest');
    kubectl = cluster.kubectl;
    kwok = await addSlowNodes(cluster, 3, POD_TIMES);
    watch = await PodWatch.start(cluster);
    await applyCrds(kubectl, 'argo-rollouts', 'aws-load-balancer-controller');
    const [metrics = 0, health = 0] = await freePorts(2);
    rollouts = OwnedProcess.start({
      name: 'rollouts-controller',
      file: program(ARGO_ROLLOUTS, 'rollouts-controller'),
      args: [
        `--kubeconfig=${cluster.kubeconfig}`,
        '--leader-elect=false',
        '--alb-ingress-classes=cloud',
        `--metricsPort=${metrics}`,
        `--healthzPort=${health}`,
      ],
      log: join(cluster.folder, 'rollouts-controller.log'),
    });
    await rollouts.ready(SECONDS, async () => ask({ port: health, host: '127.0.0.1', path: '/healthz' }));
  });

  afterAll(async () => {
    await rollouts?.stop();
    await watch?.stop();
    await kwok?.stop();
    await cluster?.stop();
  });

  test('at first all requests go to all pods', async () => {
    await applyFleet(kubectl, stepped('1.0.0'));
    await untilState({ weight: 0, versions: { '1.0.0': PODS }, byPods: { '1.0.0': PODS } });
  });

  test('a new version takes the requests in the steps that its tenant says, and as many pods as promised are ready', async () => {
    const history = await watch.during(async () => {
      await applyFleet(kubectl, stepped('1.1.0'));
      await untilState({
        weight: 25,
        versions: { '1.0.0': PODS, '1.1.0': 1 },
        byPods: { '1.0.0': PODS - 1, '1.1.0': 1 },
      });
      await promote();
      await untilState({ weight: 50, versions: { '1.0.0': PODS, '1.1.0': 2 }, byPods: { '1.0.0': 2, '1.1.0': 2 } });
    });
    for (const namespace of UNITS) {
      expect(history.leastReady({ namespace, name: 'orders' })).toBeGreaterThanOrEqual(PODS);
    }
  });

  test('in the middle of it an apply meets no conflict and changes nothing', async () => {
    await applyFleet(kubectl, stepped('1.1.0'));
    await untilState({ weight: 50, versions: { '1.0.0': PODS, '1.1.0': 2 }, byPods: { '1.0.0': 2, '1.1.0': 2 } });
  });

  test('promoted to its end it has all requests, and the old pods go', async () => {
    await promote();
    await untilState({ weight: 0, versions: { '1.1.0': PODS }, byPods: { '1.1.0': PODS } });
  });

  test('called off, all requests are back at the version of before', async () => {
    await applyFleet(kubectl, stepped('1.2.0'));
    await until('the first step', SECONDS, async () => (await weights()).every((weight) => weight === 25));
    await status({ abort: true });
    await until('the way back', SECONDS, async () => (await weights()).every((weight) => weight === 0));
    await until('the pods of before', SECONDS, async () => {
      const counts = JSON.stringify(await readyVersions('field'));
      if (counts !== JSON.stringify({ '1.1.0': PODS })) throw new Error(counts);
      return true;
    });
  });

  describe('takes a Deployment over, and gives it back', () => {
    const MOVING = { namespace: 'moving', name: 'orders' };
    let unit: MovingUnit;
    let before: ReadonlyMap<string, string>;

    beforeAll(async () => {
      unit = new MovingUnit(cluster);
      before = unit.enter('deployment');
      await unit.type(blockOf('docs/operating.md', 'kubectl apply --server-side'));
      await untilReady();
    });

    test.each([
      ['rollout', 'deployment', blockOf('docs/changing.md', 'wait rollout/orders')],
      ['deployment', 'rollout', blockOf('docs/changing.md', 'delete rollout orders')],
    ] as const)(
      'to a %s: by the documented commands no pod is missing at any moment, and no %s is left',
      async (to, from, block) => {
        const after = unit.enter(to);
        const history = await watch.during(async () => {
          await unit.type(block);
          await untilReady();
        });
        expect(history.leastReady(MOVING)).toBeGreaterThanOrEqual(MOVING_PODS);
        // Both run for a while, as the review says with the command that ends it.
        expect(history.most(MOVING)).toBe(2 * MOVING_PODS);
        const told = reviewOf(before, after).findings.find(({ rule }) => rule === 'two-generations');
        expect(told).toMatchObject({
          severity: 'warning',
          run: expect.arrayContaining([expect.stringContaining(`delete ${from}`)]),
        });
        expect(await kubectl.ok(['get', from, '-n', 'moving', '-o', 'name'])).toBe('');
        before = after;
      },
    );

    async function untilReady(): Promise<void> {
      await until('the pods of the moving unit', SECONDS, async () => {
        const failure = rollouts.failure();
        if (failure !== undefined) throw failure;
        const pods = (await podsNow(kubectl)).filter(isOf(MOVING));
        if (pods.length !== MOVING_PODS || !pods.every(isReady)) throw new Error(`${pods.length} pods`);
        return true;
      });
    }
  });

  interface State {
    /** Percent of the requests that nginx and the ALB are told to send to the new version. */
    readonly weight: number;
    /** Ready pods of each version where the load balancer is told. */
    readonly versions: Readonly<Record<string, number>>;
    /** Ready pods of each version where it is not: the part of the requests is the part of the pods. */
    readonly byPods: Readonly<Record<string, number>>;
  }

  async function untilState({ weight, versions, byPods }: State): Promise<void> {
    const wanted = JSON.stringify({ weights: [weight, weight], pods: [versions, versions, byPods], led: [true, true] });
    await until(wanted, SECONDS, async () => {
      const failure = rollouts.failure();
      if (failure !== undefined) throw failure;
      const pods = await Promise.all(UNITS.map(readyVersions));
      const led = await Promise.all(['retail', 'clinic'].map(ledApart));
      const got = JSON.stringify({ weights: await weights(), pods, led });
      if (got !== wanted) throw new Error(got);
      return true;
    });
  }

  /** What nginx is told by the Ingress that the controller made, and the ALB by the annotation that it wrote. */
  async function weights(): Promise<readonly number[]> {
    const nginx = await kubectl.get<Ingress>('ingress', NGINX, '-n', 'retail');
    const alb = await kubectl.get<Ingress>('ingress', 'routes-cloud-depth-0', '-n', 'clinic');
    const { ForwardConfig } = JSON.parse(alb.metadata.annotations[ACTION] ?? '{}') as Action;
    const byService = new Map(ForwardConfig.TargetGroups.map((group) => [group.ServiceName, group.Weight]));
    const canary = byService.get('orders-canary') ?? 0;
    if (canary + (byService.get('orders-stable') ?? 0) !== 100) throw new Error(JSON.stringify(ForwardConfig));
    return [Number(nginx.metadata.annotations[WEIGHT]), canary];
  }

  /** Ready pods of a unit by their version, the oldest first. */
  async function readyVersions(namespace: string): Promise<Readonly<Record<string, number>>> {
    const pods = (await podsNow(kubectl)).filter((pod) => isOf({ namespace, name: 'orders' })(pod) && isReady(pod));
    const versions = pods.map(({ metadata }) => metadata.labels?.['app.kubernetes.io/version'] ?? '').sort();
    return Object.fromEntries([...new Set(versions)].map((one) => [one, versions.filter((it) => it === one).length]));
  }

  /** Whether the stable Service leads to pods of one version, and the canary's to those of another, or to the same at rest. */
  async function ledApart(namespace: string): Promise<boolean> {
    const addresses = await serviceAddresses(kubectl);
    const pods = (await podsNow(kubectl)).filter(isOf({ namespace, name: 'orders' }));
    const [stable, canary] = ['orders-stable', 'orders-canary'].map(
      (name) =>
        new Set(
          (addresses[`${namespace}/${name}`] ?? []).map(
            (address) =>
              pods.find(({ status }) => status.podIP === address)?.metadata.labels?.['app.kubernetes.io/version'],
          ),
        ),
    );
    const versions = Object.keys(await readyVersions(namespace));
    return (
      JSON.stringify([[...(stable ?? [])], [...(canary ?? [])]]) ===
      JSON.stringify([versions.slice(0, 1), versions.slice(-1)])
    );
  }

  /** As `kubectl argo rollouts promote` does it. */
  async function promote(): Promise<void> {
    await status({ pauseConditions: null });
  }

  async function status(change: object): Promise<void> {
    for (const namespace of UNITS) {
      const where = ['rollout', 'orders', '-n', namespace, '--subresource=status', '--type=merge'];
      await kubectl.ok(['patch', ...where, '-p', JSON.stringify({ status: change })]);
    }
  }
});
