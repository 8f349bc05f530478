import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Duration } from 'cdk8s';
import { type Fleet, FleetOutput, MiTenant, type MiTenantProps, Patch, Scaling } from '../../lib';
import { base, newFleet, newUnit } from '../manifests';
import { program } from './build/cache';
import { type Cluster, currentKubeconfig, startCluster } from './cluster';
import { blockOf } from './guide';
import type { Kubectl } from './kubectl';
import { listed, theListed } from './listed';
import type { OwnedProcess } from './owned-process';
import { PodWatch } from './pod-watch';
import { rolledOut } from './rolled-out';
import { type } from './shell';
import { addSlowNodes } from './slow-nodes';
import { HELM_3, HELM_4 } from './versions';

const POD_TIMES = { start: 300, stop: 1000 };
const APPLY = blockOf('docs/operating.md', 'kubectl apply --server-side');
const INSTALL = blockOf('docs/helm.md', '--create-namespace --wait');
const ROLLBACK = blockOf('docs/helm.md', 'helm rollback');
const SCALE = blockOf('docs/helm.md', 'orders.replicas=4');
const ADOPT = {
  3: blockOf('docs/helm.md', '--take-ownership --timeout'),
  4: blockOf('docs/helm.md', '--take-ownership --force-conflicts'),
};
const DISOWN = blockOf('docs/helm.md', 'manager!=');
const BACK = blockOf('docs/helm.md', 'owner=helm');
const ALL = 'namespace,deployment,service,serviceaccount,configmap,pdb';

const FIRST = { files: { 'conf/file.properties': 'a=1' } };
const SECOND = { files: { 'conf/file.properties': 'a=2' } };

const LINES = [
  { line: 3, helm: HELM_3 },
  { line: 4, helm: HELM_4 },
] as const;

// Namespaces are made, and nodes without containers are brought in.
const describeOurs = currentKubeconfig === undefined ? describe : describe.skip;

describeOurs('a chart on a control plane', () => {
  let cluster: Cluster;
  let kubectl: Kubectl;
  let kwok: OwnedProcess;
  let watch: PodWatch;

  beforeAll(async () => {
    cluster = await startCluster('newest');
    kubectl = cluster.kubectl;
    kwok = await addSlowNodes(cluster, 3, POD_TIMES);
    watch = await PodWatch.start(cluster);
  });

  afterAll(async () => {
    await watch?.stop();
    await kwok?.stop();
    await cluster?.stop();
  });

  describe.each(LINES)('helm $line', ({ line, helm }) => {
    const own = `released-${line}`;
    const adopted = `adopted-${line}`;

    test('installs it, upgrades it and rolls it back; at no moment fewer pods are ready than promised', async () => {
      await enter(own, '1.0.0', FIRST);
      await run(own, INSTALL);
      await rolledOut(kubectl, own);
      const before = await imageOf(own);
      const history = await watch.during(async () => {
        await enter(own, '1.1.0', SECOND);
        await run(own, INSTALL);
        await rolledOut(kubectl, own);
        expect(await imageOf(own)).toMatch(/:1\.1\.0-/);
        await back(own);
        await rolledOut(kubectl, own);
        expect(await imageOf(own)).toBe(before);
        await enter(own, '1.1.0', SECOND);
        await run(own, INSTALL);
        await rolledOut(kubectl, own);
      });
      expect(await imageOf(own)).toMatch(/:1\.1\.0-/);
      expect(history.leastReady({ namespace: own, name: 'orders' })).toBe(3);
      expect(await ownConfigs(own)).toHaveLength(2);
    });

    test('scales it by a value', async () => {
      await run(own, SCALE);
      expect((await deployment(own)).spec?.replicas).toBe(4);
    });

    test('takes it away, but for namespace and configuration', async () => {
      await run(own, 'helm uninstall hospital --namespace helm-releases --wait');
      const left = await listed(kubectl, ALL.replace('namespace,', ''), '-n', own, '-l', `cdk8s-wso2-mi/unit=${own}`);
      expect(left.map(({ kind }) => kind)).toEqual(['ConfigMap', 'ConfigMap']);
      expect(await listed(kubectl, 'namespace', own)).toHaveLength(1);
    });

    test('takes over what kubectl applied, changes it, and gives it back; no pod is replaced but by a new version', async () => {
      await enter(adopted, '1.0.0', {}, { 'example.com/note': 'first' });
      await run(adopted, APPLY);
      await rolledOut(kubectl, adopted);
      const pods = await podsOf(adopted);
      await expect(run(adopted, INSTALL)).rejects.toThrow('invalid ownership metadata');
      await run(adopted, ADOPT[line]);
      await run(adopted, DISOWN);
      expect(await podsOf(adopted)).toEqual(pods);
      // What leaves the chart leaves the cluster, and what it changes is changed.
      await enter(adopted, '1.1.0');
      await run(adopted, INSTALL);
      await rolledOut(kubectl, adopted);
      expect(await imageOf(adopted)).toMatch(/:1\.1\.0-/);
      expect((await deployment(adopted)).metadata.annotations).not.toHaveProperty(['example.com/note']);
      await run(adopted, ROLLBACK);
      await enter(adopted, '1.0.0', {}, { 'example.com/note': 'first' });
      await run(adopted, BACK);
      await rolledOut(kubectl, adopted);
      expect(
        JSON.stringify(await listed(kubectl, ALL, '-n', adopted, '-l', `cdk8s-wso2-mi/unit=${adopted}`)),
      ).not.toMatch(/meta\.helm\.sh|"managed-by":"Helm"/);
      await run(adopted, APPLY);
      await enter(adopted, '1.2.0');
      await run(adopted, APPLY);
      await rolledOut(kubectl, adopted);
      expect(await imageOf(adopted)).toMatch(/:1\.2\.0-/);
      expect((await deployment(adopted)).metadata.annotations).not.toHaveProperty(['example.com/note']);
      await expect(run(adopted, 'helm status hospital --namespace helm-releases')).rejects.toThrow('not found');
    });

    /** Goes back to the version before, whose configuration is another one. */
    async function back(unit: string): Promise<void> {
      if (line === 3) return run(unit, ROLLBACK);
      // Helm 4.1 does not know what it has kept; the chart of before does it.
      await expect(run(unit, ROLLBACK)).rejects.toThrow('original object ConfigMap');
      await enter(unit, '1.0.0', FIRST);
      return run(unit, INSTALL);
    }

    /** Runs shell as the documents have it, of a release, a namespace for it and a tenant of this unit. */
    async function run(unit: string, block: string): Promise<void> {
      const ours = block
        .replaceAll('hospital', unit)
        .replaceAll('helm-releases', `${unit}-releases`)
        .replaceAll('retail', unit);
      const home = `HOME=${join(cluster.folder, `home-${line}`)}`;
      const path = `PATH=${dirname(program(helm, 'helm'))}:$PATH`;
      await type(`export ${home} ${path}\n${ours}`, cluster, join(cluster.folder, unit));
    }
  });

  /** Writes the fleet of a version, as dist/ and as chart/. */
  async function enter(
    unit: string,
    version: string,
    config: MiTenantProps<'app'>['config'] = {},
    annotations: Record<string, string> = {},
  ): Promise<void> {
    for (const [folder, output] of [
      ['dist', FleetOutput.yaml()],
      ['chart', FleetOutput.helmChart({ name: 'hospital', version })],
    ] as const) {
      rmSync(join(cluster.folder, unit, folder), { recursive: true, force: true });
      for (const [name, text] of composed(unit, version, config, annotations).render(output)) {
        const file = join(cluster.folder, unit, folder, name);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
  }

  function deployment(unit: string) {
    return theListed(kubectl, 'deployment', 'orders', '-n', unit);
  }

  async function podsOf(unit: string): Promise<string[]> {
    return (await listed(kubectl, 'pod', '-n', unit)).map(({ metadata }) => metadata.name).sort();
  }

  async function imageOf(unit: string): Promise<string> {
    return kubectl.ok(['get', 'deployment', 'orders', '-n', unit, '-o', 'jsonpath={..containers[0].image}']);
  }

  function ownConfigs(unit: string) {
    return listed(kubectl, 'configmap', '-n', unit, '-l', 'cdk8s-wso2-mi/tenant=orders');
  }
});

function composed(
  unit: string,
  version: string,
  config: MiTenantProps<'app'>['config'],
  annotations: Record<string, string>,
): Fleet {
  const fleet = newFleet();
  const orders = new MiTenant(newUnit(fleet, unit), 'orders', {
    image: base.withApp('orders', version),
    scaling: Scaling.fixed(3),
    lifecycle: { minReady: Duration.seconds(1) },
    config,
  });
  for (const [name, value] of Object.entries(annotations)) {
    Patch.of(orders, 'Deployment').add(`/metadata/annotations/${name.replaceAll('/', '~1')}`, value);
  }
  return fleet;
}
