import { fleet as dist } from '../../main';
import { foreignVolumes, offerToForeignClaims, UNCLAIMED } from './claims';
import { type Cluster, currentKubeconfig, startCluster } from './cluster';
import * as fleets from './controllers-fleet';
import { deletePod, drain, drainPromises, evict, untilReady, untilReplaced } from './disruptions';
import { applyFiles, applyFleet, applyText, DIST, distTexts } from './dist';
import { serviceAddresses, tenantAddresses } from './endpoints';
import type { Kubectl } from './kubectl';
import { listed, theListed } from './listed';
import type { OwnedProcess } from './owned-process';
import { restrictedNamespace } from './plain-manifests';
import { type Pod, PodWatch, type TenantName } from './pod-watch';
import { rolledOut } from './rolled-out';
import { addSlowNodes } from './slow-nodes';
import { until } from './wait';

const { ALONE, PAIRS, POLLER, RECREATED } = fleets;
const DIST_NAMESPACES = ['clinic', 'platform', 'retail'];
const POD_TIMES = { start: 300, stop: 2000 };

// Nodes without containers are brought into a control plane of ours, and into no other.
const describeOurs = currentKubeconfig === undefined ? describe : describe.skip;

describeOurs('the controllers', () => {
  let cluster: Cluster;
  let kubectl: Kubectl;
  let kwok: OwnedProcess;
  let watch: PodWatch;

  beforeAll(async () => {
    const flags = { controllerManager: ['--horizontal-pod-autoscaler-sync-period=1s'] };
    cluster = await startCluster('newest', { flags });
    kubectl = cluster.kubectl;
    kwok = await addSlowNodes(cluster, 6, POD_TIMES);
    watch = await PodWatch.start(cluster);
    await kubectl.apply(restrictedNamespace(fleets.SHARED_NAMESPACE));
    await offerToForeignClaims(kubectl);
    await applyText(kubectl, ...distTexts());
    await applyFleet(kubectl, fleets.services('1.0.0'));
    await applyFleet(kubectl, fleets.singleton('1.0.0'));
  });

  afterAll(async () => {
    await watch?.stop();
    await kwok?.stop();
    await cluster?.stop();
  });

  test('the claim of dist/ gets its own volume, and claims that fit and came first do not', async () => {
    await until('the claim', 20, async () => {
      const { spec, status } = await theListed(kubectl, 'persistentvolumeclaim', '-n', 'clinic');
      return status?.phase === 'Bound' && /^clinic-lab-results-/.test(String(spec?.volumeName));
    });
    expect(await foreignVolumes(kubectl)).toEqual([UNCLAIMED]);
  });

  test('an apply leaves the number of pods to the autoscaler', async () => {
    const barcodes = ['deployment/barcode-lookup', '-n', 'retail'];
    await until('the least number of the autoscaler', 20, async () => (await replicas(barcodes)) === 2);
    expect(await applyFiles(kubectl, DIST)).toMatchObject({ code: 0, stderr: '' });
    expect(await replicas(barcodes)).toBe(2);
    await kubectl.ok(['scale', ...barcodes, '--replicas=5']);
    expect(await applyFiles(kubectl, DIST)).toMatchObject({ code: 0, stderr: '' });
    expect(await replicas(barcodes)).toBe(5);
  });

  test('an apply does not pass over a fixed number of pods that was changed by hand', async () => {
    const signpost = ['deployment/signpost', '-n', 'platform'];
    await kubectl.ok(['scale', ...signpost, '--replicas=3']);
    const { code, stderr } = await applyFiles(kubectl, DIST);
    await kubectl.ok(['scale', ...signpost, '--replicas=2']);
    expect(code).toBe(1);
    expect(stderr).toContain('conflict with "kubectl" with subresource "scale" using apps/v1: .spec.replicas');
  });

  test('an update of a service has at every moment as many ready pods as it promises', async () => {
    await rolledOut(kubectl, 'shop', fleets.SHARED_NAMESPACE);
    const history = await watch.during(async () => {
      await applyFleet(kubectl, fleets.services('1.0.1'));
      await rolledOut(kubectl, 'shop', fleets.SHARED_NAMESPACE);
    });
    expect(PAIRS.map((tenant) => history.generations(tenant))).toEqual(PAIRS.map(() => 4));
    expect(PAIRS.map((tenant) => history.leastReady(tenant))).toEqual(PAIRS.map(() => 2));
  });

  test('each Service leads to the pods of its tenant, and to no others', async () => {
    await until('the endpoints', 20, async () => {
      const [services, tenants] = [await serviceAddresses(kubectl), await tenantAddresses(kubectl)];
      // A StatefulSet is governed by a second Service, of the same pods.
      const governing = Object.keys(services).filter((name) => name.endsWith('-headless'));
      const governed = governing.map((name) => [name, tenants[name.replace(/-headless$/, '')]] as const);
      expect(governed.length).toBeGreaterThan(0);
      expect(services).toEqual({ ...tenants, ...Object.fromEntries(governed) });
      expect(Object.keys(services)).toEqual(expect.arrayContaining(PAIRS.map((one) => `${one.namespace}/${one.name}`)));
      return true;
    });
  });

  test('a singleton is at no moment of an update two pods', async () => {
    expect(await mostAtOnce(POLLER, () => applyFleet(kubectl, fleets.singleton('1.0.1')))).toBe(1);
  });

  test('a singleton is at no moment of a deletion two pods', async () => {
    expect(await mostAtOnce(POLLER, (pod) => deletePod(kubectl, pod))).toBe(1);
  });

  test('a singleton is at no moment of an eviction two pods', async () => {
    expect(await mostAtOnce(POLLER, (pod) => evict(kubectl, pod))).toBe(1);
  });

  test('a Deployment that recreates its pod is two of them in an eviction, by the same watch', async () => {
    await kubectl.apply(...fleets.recreated());
    expect(await mostAtOnce(RECREATED, (pod) => evict(kubectl, pod))).toBe(2);
  });

  test('dist/ rolls out where the restricted standard is enforced', async () => {
    expect(await rolledOut(kubectl, ...DIST_NAMESPACES)).toHaveLength(4);
    for (const namespace of DIST_NAMESPACES) {
      const { stderr } = await kubectl.run([
        'run',
        'root',
        '-n',
        namespace,
        '--image=example.com/root:1',
        '--dry-run=server',
      ]);
      expect(stderr).toContain('violates PodSecurity "restricted:v1.29"');
    }
  });

  test('a pod whose user its namespace gives is let in by the restricted standard too', async () => {
    await applyFleet(kubectl, fleets.ofNamespaceUser());
    expect(await rolledOut(kubectl, 'openshift')).toHaveLength(1);
    await kubectl.ok(['delete', 'deployment', 'orders', '-n', 'openshift']);
  });

  test('a singleton is at no moment of a drain two pods', async () => {
    expect(await mostAtOnce(POLLER, (pod) => drain(kubectl, [pod]))).toBe(1);
  });

  test('two nodes drain at the same time, and one of a pair of pods is always ready', async () => {
    const [pair = ALONE] = PAIRS;
    const pods = await untilReady(kubectl, pair, 2);
    expect(new Set(pods.map(({ spec }) => spec.nodeName)).size).toBe(2);
    const history = await watch.during(async () => {
      await drain(kubectl, pods);
      await untilReady(kubectl, pair, 2);
    });
    expect(history.generations(pair)).toBe(4);
    expect(history.leastReady(pair)).toBe(1);
  });

  test('while all nodes are drained, two at a time, each tenant has as many ready pods as its table promises', async () => {
    await kubectl.ok(['scale', 'deployment/barcode-lookup', '-n', 'retail', '--replicas=2']);
    const promises = [dist, fleets.services('1.0.1'), fleets.singleton('1.0.1')].flatMap(drainPromises);
    const whole = () => Promise.all(promises.map(({ tenant, always }) => untilReady(kubectl, tenant, always)));
    const pods = (await whole()).flat();
    const nodes = [...new Set(pods.map(({ spec }) => spec.nodeName))].sort();
    const history = await watch.during(async () => {
      for (let first = 0; first < nodes.length; first += 2) {
        const two = nodes.slice(first, first + 2);
        await drain(
          kubectl,
          pods.filter(({ spec }) => two.includes(spec.nodeName)),
        );
        await whole();
      }
    });
    const seen = promises.map(({ tenant }) => ({ tenant, drained: history.leastReady(tenant) }));
    expect(seen.filter(({ drained }, index) => drained < (promises[index]?.drained ?? 0))).toEqual([]);
    // Every pod was evicted, so that a promise that is kept was not kept by chance.
    expect(promises.filter(({ tenant, always }) => history.generations(tenant) < 2 * always)).toEqual([]);
    expect([promises.length, nodes.length > 2]).toEqual([10, true]);
  });

  test('a tenant of one pod has no budget that could hold up the drain of its node', async () => {
    const { name, namespace } = ALONE;
    expect(await listed(kubectl, 'poddisruptionbudget', name, '-n', namespace, '--ignore-not-found')).toEqual([]);
    await mostAtOnce(ALONE, (pod) => drain(kubectl, [pod]));
  });

  /** The largest number of pods that a tenant of one has while that one goes and another comes. */
  async function mostAtOnce(tenant: TenantName, disrupt: (pod: Pod) => Promise<void>): Promise<number> {
    const [old] = await untilReady(kubectl, tenant, 1);
    if (old === undefined) throw new Error(`${tenant.name} must have a pod, got none`);
    const history = await watch.during(async () => {
      await disrupt(old);
      await untilReplaced(kubectl, tenant, old);
    });
    expect(history.generations(tenant)).toBe(2);
    return history.most(tenant);
  }

  async function replicas(workload: readonly string[]): Promise<unknown> {
    return (await theListed(kubectl, ...workload)).spec?.replicas;
  }
});
