import { dirname } from 'node:path';
import { listAt, textAt } from '../../lib/review/read';
import { program } from './build/cache';
import { type Cluster, startCluster } from './cluster';
import { applyCrds } from './crds';
import { DeployCli } from './deploy-cli';
import { blockOf } from './guide';
import { CountedUnits, ordersOf } from './keda/counted-units';
import { frontProxyFlags } from './keda/front-proxy';
import { MOVES, SCALERS } from './keda/moves';
import { Keda } from './keda/programs';
import { Queues } from './keda/queues';
import type { Kubectl } from './kubectl';
import { type Listed, listed, theListed } from './listed';
import type { OwnedProcess } from './owned-process';
import { PodWatch } from './pod-watch';
import { addSlowNodes } from './slow-nodes';
import { KUBERNETES } from './versions';
import { until } from './wait';

// KEDA's own programs on real controllers. Each test has a unit of its own, with one tenant; its queue says how many pods
// it needs.

const POD_TIMES = { start: 300, stop: 1500, stopOf: { units: ['nobody'], stop: 0 } };
const SECONDS = 100;
const LEFT = blockOf('docs/changing.md', 'declared=');

describe('KEDA', () => {
  let cluster: Cluster;
  let kubectl: Kubectl;
  let kwok: OwnedProcess;
  let keda: Keda;
  let watch: PodWatch;
  let queues: Queues;
  let units: CountedUnits;

  beforeAll(async () => {
    const flags = {
      apiserver: frontProxyFlags(),
      controllerManager: ['--horizontal-pod-autoscaler-sync-period=1s'],
    };
    cluster = await startCluster('newest', { flags });
    kubectl = cluster.kubectl;
    kwok = await addSlowNodes(cluster, 3, POD_TIMES);
    watch = await PodWatch.start(cluster);
    await applyCrds(kubectl, 'keda');
    keda = await Keda.start(cluster);
    queues = await Queues.start();
    units = new CountedUnits(cluster, keda, watch, queues);
    process.env.KUBECONFIG = cluster.kubeconfig;
    process.env.PATH = [dirname(program(KUBERNETES.newest, 'kubectl')), process.env.PATH].join(':');
  });

  afterAll(async () => {
    queues?.stop();
    await keda?.stop();
    await watch?.stop();
    await kwok?.stop();
    await cluster?.stop();
  });

  test('pods follow the need, from none and back to none, by an autoscaler of KEDA with the labels of the unit', async () => {
    const unit = 'follows';
    await units.becomes(unit, 'keda from none');
    await units.ready(unit, 0);
    queues.fill(unit, 4);
    await units.ready(unit, 4);
    expect(await theListed(kubectl, 'hpa', '-n', unit, '-l', `cdk8s-wso2-mi/unit=${unit}`)).toMatchObject({
      metadata: { name: 'keda-hpa-orders', ownerReferences: [{ kind: 'ScaledObject', name: 'orders' }] },
      spec: { minReplicas: 1, maxReplicas: 6 },
    });
    queues.fill(unit, 0);
    await units.ready(unit, 0);
  });

  test('another maximum is taken over, no pod is replaced, and the next apply is in no conflict with KEDA', async () => {
    const unit = 'maximum';
    queues.fill(unit, 8);
    await units.becomes(unit, 'keda');
    await units.ready(unit, 6);
    const history = await watch.during(async () => {
      expect(await units.becomes(unit, 'keda to nine')).toBe('');
      await units.ready(unit, 8);
    });
    expect([history.leastReady(ordersOf(unit)), history.generations(ordersOf(unit))]).toEqual([6, 8]);
    expect(units.told(unit, 'keda', 'keda to nine')).toEqual([
      'notice pods: may scale to more pods',
      expect.stringMatching(/^notice cost: /),
    ]);
  });

  test('fixed to keda: an apply alone falls to one pod, as the review tells', async () => {
    const unit = 'dip';
    queues.fill(unit, 4);
    await units.becomes(unit, 'fixed');
    await units.ready(unit, 3);
    const history = await watch.during(async () => {
      await units.becomes(unit, 'keda');
      await units.ready(unit, 4);
    });
    expect(history.leastReady(ordersOf(unit))).toBe(1);
    expect(units.told(unit, 'fixed', 'keda')).toContain(
      'danger dip: falls from 3 pods to 1 until the autoscaler has looked: the number leaves the file, so nobody declares it',
    );
  });

  test('keda to fixed: an apply alone is turned back, as the review tells', async () => {
    const unit = 'conflict';
    queues.fill(unit, 5);
    await units.becomes(unit, 'keda');
    await units.ready(unit, 5);
    units.enter(unit, 'fixed');
    expect(await units.applied(unit)).toMatchObject({ code: 0, stderr: '' });
    await until('the way back', SECONDS, async () => {
      const { spec } = await theListed(kubectl, 'deployment', 'orders', '-n', unit);
      return spec?.replicas === 5;
    });
    await units.ready(unit, 5);
    expect(await units.stays(unit)).toEqual([5, 5]);
    const text =
      'danger autoscaler-leaves: the autoscaler stays in the cluster and goes on to decide: it turns back the number that is applied, or the apply ends with a conflict';
    expect(units.told(unit, 'keda', 'fixed')).toContain(text);
    expect(units.toldOfCluster(unit, 'fixed')).toContain(text);
  });

  test('auto to keda: an apply alone ends with an error, for KEDA refuses to count, as the review tells', async () => {
    const unit = 'refused';
    await units.becomes(unit, 'auto');
    await units.ready(unit, 2);
    units.enter(unit, 'keda');
    const { code, stderr } = await units.applied(unit);
    const said = "the workload 'orders' of type 'apps/v1.Deployment' is already managed by the hpa 'orders'";
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(said) });
    expect(await units.scalers(unit)).toEqual(SCALERS.auto);
    expect(units.told(unit, 'auto', 'keda')).toContain(
      'danger autoscaler-leaves: the autoscaler stays in the cluster: KEDA refuses to count beside it, and the apply ends with an error there',
    );
  });

  test('keda to auto: after an apply alone two count and neither does, as the review tells', async () => {
    const unit = 'neither';
    queues.fill(unit, 3);
    await units.becomes(unit, 'keda');
    await units.ready(unit, 3);
    await units.becomes(unit, 'auto');
    await until('both to stand still', SECONDS, async () => {
      const reasons = (await listed(kubectl, 'hpa', '-n', unit)).map(reasonOf);
      if (reasons.join() !== 'AmbiguousSelector,AmbiguousSelector') throw new Error(reasons.join());
      return true;
    });
    queues.fill(unit, 6);
    expect(await units.stays(unit)).toEqual([3, 3]);
    expect(units.told(unit, 'keda', 'auto')).toContain(
      'danger autoscaler-leaves: the autoscaler stays in the cluster: while two count the same pods, neither does',
    );
  });

  test.each(MOVES)('%s to %s by the documented commands', async (from, to, commands, pods) => {
    const unit = nameOf('by hand', from, to);
    queues.fill(unit, pods.need);
    await units.becomes(unit, from);
    await units.ready(unit, pods.before);
    units.enter(unit, to);
    const history = await watch.during(async () => {
      await units.type(unit, commands);
      await units.ready(unit, pods.after);
    });
    expect(history.leastReady(ordersOf(unit))).toBe(pods.least);
    expect(await units.owners(unit)).toEqual(pods.owner === undefined ? [] : [pods.owner]);
    expect(await units.applied(unit)).toMatchObject({ code: 0, stderr: '' });
    await units.type(unit, LEFT);
    expect(await units.stays(unit)).toEqual([pods.after, pods.after]);
    expect(await units.scalers(unit)).toEqual(SCALERS[to]);
    expect(units.toldOfCluster(unit, to)).toEqual([]);
  });

  test.each(MOVES)('%s to %s by deploy', async (from, to, _, pods) => {
    const unit = nameOf('deployed', from, to);
    queues.fill(unit, pods.need);
    await units.becomes(unit, from);
    await units.ready(unit, pods.before);
    const cli = new DeployCli(cluster);
    cli.write(units.files(unit, to));
    const history = await watch.during(async () => {
      expect(await cli.deploy()).toMatchObject({ code: 0, out: `${unit}: deployed\n` });
      await units.ready(unit, pods.after);
    });
    expect(history.leastReady(ordersOf(unit))).toBe(pods.least);
    expect(await cli.deploy()).toMatchObject({ code: 0, out: `${unit}: unchanged\n` });
    expect(await units.stays(unit)).toEqual([pods.after, pods.after]);
    expect(await units.scalers(unit)).toEqual(SCALERS[to]);
  });

  test('stopped by its annotation, an apply leaves it at none; started, it is what the need asks for', async () => {
    const unit = 'stopped';
    queues.fill(unit, 3);
    await units.becomes(unit, 'keda');
    await units.ready(unit, 3);
    const [stop, start] = await units.stopAndStart(unit);
    await units.type(unit, stop);
    await units.ready(unit, 0);
    expect(await units.applied(unit)).toMatchObject({ code: 0, stderr: '' });
    expect(await units.stays(unit)).toEqual([0, 0]);
    await units.type(unit, start);
    await units.ready(unit, 3);
  });

  test('a ScaledObject that is taken away takes its autoscaler with it, and leaves the pods as they are', async () => {
    const unit = 'taken-away';
    queues.fill(unit, 4);
    await units.becomes(unit, 'keda');
    await units.ready(unit, 4);
    await kubectl.ok(['delete', 'scaledobject', 'orders', '-n', unit]);
    await until('the end of its autoscaler', SECONDS, async () => (await units.scalers(unit)).length === 0);
    queues.fill(unit, 0);
    expect(await units.stays(unit)).toEqual([4, 4]);
  });

  test('what left the file goes, and KEDA’s autoscaler of what stayed is let alone', async () => {
    const unit = 'left-behind';
    await units.becomes(unit, 'keda');
    await units.ready(unit, 2);
    const uids = () => kubectl.ok(['get', 'hpa', '-n', unit, '-o', 'jsonpath={.items[*].metadata.uid}']);
    const before = await uids();
    const labels = `cdk8s-wso2-mi/unit=${unit}`;
    await kubectl.ok(['create', 'serviceaccount', 'gone', '-n', unit]);
    await kubectl.ok(['label', 'serviceaccount', 'gone', '-n', unit, labels]);
    await units.type(unit, LEFT);
    const accounts = await listed(kubectl, 'serviceaccount', '-n', unit, '-l', labels);
    expect(accounts.map(({ metadata }) => metadata.name)).toEqual(['orders']);
    expect(await uids()).toBe(before);
  });

  test('teardown takes the ScaledObject with its tenant, and nothing of KEDA stays', async () => {
    const unit = 'torn-down';
    await units.becomes(unit, 'keda');
    await units.ready(unit, 2);
    const cli = new DeployCli(cluster);
    cli.write(units.files(unit, 'keda'));
    expect(await cli.run('teardown', unit, `--confirm=${unit}`)).toMatchObject({ code: 0 });
    await until('the end of all', SECONDS, async () => (await units.scalers(unit)).length === 0);
    await units.ready(unit, 0);
  });
});

function nameOf(...words: readonly string[]): string {
  return words.join('-').replaceAll(/[^a-z]+/g, '-');
}

/** Why an autoscaler of Kubernetes does not count; what it says where it does. */
function reasonOf({ status }: Listed): string | undefined {
  const active = listAt(status, 'conditions').find((condition) => textAt(condition, 'type') === 'ScalingActive');
  return textAt(active, 'reason');
}
