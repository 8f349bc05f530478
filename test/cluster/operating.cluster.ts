import { join } from 'node:path';
import { READINESS_GATE_LABEL } from '../../lib/unit/edge-needs';
import { type Cluster, currentKubeconfig, startCluster } from './cluster';
import { POLLER, singleton } from './controllers-fleet';
import { untilReady } from './disruptions';
import { applyFiles, applyFleet, DIST } from './dist';
import { blockOf, commandOf } from './guide';
import { listed, theListed } from './listed';
import type { OwnedProcess } from './owned-process';
import { isOf, type Pod, podsNow } from './pod-watch';
import { type, typed } from './shell';
import { addSlowNodes } from './slow-nodes';
import { until } from './wait';

const GUIDE = 'docs/operating.md';
const RETAIL = join(DIST, 'retail.k8s.yaml');
const POD_TIMES = { start: 300, stop: 500 };

/** A machine is lost after this long; a cluster waits 50 s. kwok speaks for its nodes every 10 s. */
const LOST_SECONDS = 20;

/** Longer than a controller takes to do what it will do. */
const NOTHING_SECONDS = 8;

// Nodes are lost in a control plane of ours, and in no other.
const describeOurs = currentKubeconfig === undefined ? describe : describe.skip;

describeOurs('the commands of docs/operating.md', () => {
  let cluster: Cluster;
  let kwok: OwnedProcess;

  beforeAll(async () => {
    const flags = { controllerManager: [`--node-monitor-grace-period=${LOST_SECONDS}s`] };
    cluster = await startCluster('newest', { flags });
    kwok = await addSlowNodes(cluster, 2, POD_TIMES);
    await applyFleet(cluster.kubectl, singleton('1.0.0'));
    expect(await applyFiles(cluster.kubectl, RETAIL)).toMatchObject({ code: 0, stderr: '' });
  });

  afterAll(async () => {
    await kwok?.stop();
    await cluster?.stop();
  });

  test('list the workloads with what they are, and how they are stopped', async () => {
    const [, workload, ...others] = await linesOf(blockOf('docs/operating.md', 'custom-columns'));
    expect(workload).toMatch(/^barcode-lookup +barcode-lookup 2\.7\.1 on Micro Integrator 4\.4\.0, .*Stop: kubectl /);
    expect(others).toEqual([]);
  });

  test('list the Secrets that must still be made', async () => {
    await cluster.kubectl.ok(['create', 'secret', 'generic', 'registry-login', '-n', 'retail']);
    expect(await linesOf(blockOf('docs/operating.md', 'missing:'))).toEqual([
      'missing: Secret prices-db',
      'missing: Secret wso2-com-tls',
    ]);
  });

  test('list the ConfigMaps that nothing names any more, and no other', async () => {
    const old = 'barcode-lookup-config-0123456789';
    const named = ['-n', 'retail', 'configmap', old];
    await until('a ReplicaSet', 20, async () => (await listed(cluster.kubectl, 'replicaset', '-n', 'retail')).length);
    expect(await linesOf(blockOf('docs/operating.md', 'used='))).toEqual([]);
    await cluster.kubectl.apply({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: old, namespace: 'retail' } });
    await cluster.kubectl.ok(['label', ...named, 'app.kubernetes.io/managed-by=cdk8s-wso2-mi']);
    expect(await linesOf(blockOf('docs/operating.md', 'used='))).toEqual([`configmap/${old}`]);
  });

  test('give the namespace of somebody else the label that a unit behind an ALB has in its own', async () => {
    const { kubectl } = cluster;
    await kubectl.ok(['create', 'namespace', 'shared']);
    await type(blockOf('docs/operating.md', 'elbv2.k8s.aws/pod-readiness-gate-inject=enabled'), cluster);
    const shared = await theListed(kubectl, 'namespace/shared');
    const { 'kubernetes.io/metadata.name': _, ...labels } = shared.metadata.labels ?? {};
    expect(labels).toEqual({ [READINESS_GATE_LABEL.key]: READINESS_GATE_LABEL.value });
  });

  test('bring a singleton back whose machine is off, and nothing else does', async () => {
    const { kubectl } = cluster;
    const [lost] = await untilReady(kubectl, POLLER, 1);
    if (lost === undefined) throw new Error('a pod must run');
    const node = String(lost.spec.nodeName);
    // From now on nobody speaks for the nodes: neither that they are well, nor that a pod is gone.
    await kwok.stop();
    await until('a lost node', 60, async () => (await readyOf(node)) === 'Unknown');
    // As the cluster does it by itself after five minutes.
    await kubectl.ok(['delete', 'pod', lost.metadata.name, '-n', POLLER.namespace, '--wait=false']);
    await new Promise((resolve) => setTimeout(resolve, NOTHING_SECONDS * 1000));
    expect((await pollers()).map(({ metadata }) => metadata.uid)).toEqual([lost.metadata.uid]);
    await type(commandOf(GUIDE, 'out-of-service').replace('<node>', node), cluster);
    await until('a successor', 60, async () => {
      const pods = await pollers();
      return pods.length === 1 && pods[0]?.metadata.uid !== lost.metadata.uid;
    });
    await type(`${commandOf(GUIDE, 'out-of-service').replace('<node>', node)}-`, cluster);
  });

  async function pollers(): Promise<readonly Pod[]> {
    return (await podsNow(cluster.kubectl)).filter(isOf(POLLER));
  }

  async function readyOf(node: string): Promise<string | undefined> {
    const { status } = await theListed(cluster.kubectl, `node/${node}`);
    const conditions = status?.conditions as ReadonlyArray<{ readonly type: string; readonly status: string }>;
    return conditions.find((condition) => condition.type === 'Ready')?.status;
  }

  /** What a block of a document prints, line by line. */
  async function linesOf(block: string): Promise<string[]> {
    return (await typed(block, cluster)).split('\n').filter((line) => line !== '');
  }
});
