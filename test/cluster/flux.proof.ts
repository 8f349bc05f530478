import { join } from 'node:path';
import { Duration } from 'cdk8s';
import { type Fleet, MiTenant, Scaling } from '../../lib';
import { base, newFleet, newUnit } from '../manifests';
import { program } from './build/cache';
import { ask } from './client';
import { type Cluster, startCluster } from './cluster';
import { applyCrds } from './crds';
import { FLUX_SYSTEM, GitRepository } from './flux/git-repository';
import { blockOf } from './guide';
import type { Kubectl } from './kubectl';
import { listed } from './listed';
import { OwnedProcess } from './owned-process';
import { PodWatch } from './pod-watch';
import { freePorts } from './ports';
import { rolledOut } from './rolled-out';
import { type } from './shell';
import { addSlowNodes } from './slow-nodes';
import { KUSTOMIZE_CONTROLLER } from './versions';
import { until } from './wait';

const POD_TIMES = { start: 3000, stop: 3000 };
const SECONDS = 120;
const START = blockOf('docs/gitops.md', 'flux/kustomizations.yaml');
const STOP = blockOf('docs/gitops.md', 'suspend');
const ORDERS = { namespace: 'retail', name: 'orders' };

type Tenants = Readonly<Record<string, readonly string[]>>;
const ALL: Tenants = { retail: ['orders', 'prices'], clinic: ['records'] };

describe('kustomize-controller of Flux', () => {
  let cluster: Cluster;
  let kubectl: Kubectl;
  let kwok: OwnedProcess;
  let flux: OwnedProcess;
  let watch: PodWatch;
  let repository: GitRepository;

  beforeAll(async () => {
    cluster = await startCluster('newest');
    kubectl = cluster.kubectl;
    kwok = await addSlowNodes(cluster, 3, POD_TIMES);
    watch = await PodWatch.start(cluster);
    await applyCrds(kubectl, 'kustomize-controller-crds', 'source-controller');
    repository = await GitRepository.start(cluster);
    const [metrics = 0, health = 0] = await freePorts(2);
    const flags = [`--metrics-addr=127.0.0.1:${metrics}`, `--health-addr=127.0.0.1:${health}`];
    flux = OwnedProcess.start({
      name: 'kustomize-controller',
      file: program(KUSTOMIZE_CONTROLLER, 'kustomize-controller'),
      args: [...flags, '--enable-leader-election=false', '--no-remote-bases'],
      env: { KUBECONFIG: cluster.kubeconfig, RUNTIME_NAMESPACE: FLUX_SYSTEM },
      log: join(cluster.folder, 'kustomize-controller.log'),
    });
    await flux.ready(SECONDS, async () => ask({ port: health, host: '127.0.0.1', path: '/readyz' }));
  });

  afterAll(async () => {
    await flux?.stop();
    await watch?.stop();
    await kwok?.stop();
    repository?.stop();
    await cluster?.stop();
  });

  test('units are applied, each by its Kustomization, and are ready when their pods are', async () => {
    const revision = await repository.commit(composed('1.0.0', ALL));
    await type(START, cluster, repository.checkout);
    await ready(revision, 'retail', 'clinic');
    expect(await rolledOut(kubectl, 'retail', 'clinic')).toHaveLength(3);
  });

  test('new revisions in the middle of a rollout take no configuration from pods, and no pod of what is promised', async () => {
    const needed: string[][] = [];
    const history = await watch.during(async () => {
      for (const version of ['1.1.0', '1.2.0']) {
        await repository.commit(composed(version, ALL));
        await until(`${version} in mid-rollout`, SECONDS, async () => {
          const configs = await neededConfigs();
          needed.push(configs);
          return configs.length > 1 && (await applied(version));
        });
      }
      const revision = await repository.commit(composed('1.3.0', ALL));
      await until('the end of the rollout', SECONDS, async () => {
        needed.push(await neededConfigs());
        return isReady(revision, 'retail', 'clinic');
      });
    });
    expect(Math.max(...needed.map((configs) => configs.length))).toBeGreaterThan(1);
    expect(history.leastReady(ORDERS)).toBe(2);
    expect(new Set(needed.flat()).size).toBe(4);
    expect(await configMaps()).toEqual(expect.arrayContaining([...new Set(needed.flat())]));
  });

  test('what left is pruned: of a tenant all but its configuration', async () => {
    const revision = await repository.commit(composed('1.3.0', { ...ALL, retail: ['orders'] }));
    await type(START, cluster, repository.checkout);
    await ready(revision, 'retail', 'clinic');
    await until('the end of what left', SECONDS, async () => onlyConfigMaps('retail', 'prices'));
    expect((await rolledOut(kubectl, 'retail')).map(({ metadata }) => metadata.name)).toEqual(['orders']);
  });

  test('with its Kustomization a unit goes, all but its namespace and its configuration', async () => {
    await kubectl.ok(['delete', 'kustomization', 'clinic', '-n', FLUX_SYSTEM, `--timeout=${SECONDS}s`]);
    await until('the end of the unit', SECONDS, async () => onlyConfigMaps('clinic', 'records'));
    expect(await listed(kubectl, 'namespace', 'clinic')).toHaveLength(1);
  });

  test('a change by hand is turned back, and a tenant that is stopped at night stays stopped', async () => {
    await kubectl.ok(['scale', 'deployment/orders', '-n', 'retail', '--replicas=0']);
    await askAnew();
    await until('the pods again', SECONDS, async () => (await replicas()) === '2');
    await type(STOP, cluster, repository.checkout);
    await repository.commit(composed('1.4.0', { retail: ['orders'] }));
    await askAnew();
    await until('no pods', SECONDS, async () => (await kindsOf('retail', 'orders')).every((kind) => kind !== 'Pod'));
    await kubectl.ok(['patch', 'kustomization', 'retail', '-n', FLUX_SYSTEM, '--type=merge', '-p', RESUMED]);
    await until(
      'the pods of the new version',
      SECONDS,
      async () => (await applied('1.4.0')) && (await replicas()) === '2',
    );
  });

  /** Whether Flux has brought a version, in which case the Deployment names it. */
  async function applied(version: string): Promise<boolean> {
    const jsonpath = '-ojsonpath={.spec.template.metadata.labels.app\\.kubernetes\\.io/version}';
    return (await kubectl.ok(['get', 'deployment', 'orders', '-n', 'retail', jsonpath])) === version;
  }

  async function ready(revision: string, ...names: readonly string[]): Promise<void> {
    await until(`Kustomizations of ${revision}`, SECONDS, () => isReady(revision, ...names));
  }

  async function isReady(revision: string, ...names: readonly string[]): Promise<boolean> {
    const all = await listed(kubectl, 'kustomization', '-n', FLUX_SYSTEM);
    const states = all.filter(({ metadata }) => names.includes(metadata.name)).map(({ status }) => status);
    const good = states.filter(
      (status) =>
        status?.lastAppliedRevision === revision && /"status":"True","type":"Ready"/.test(JSON.stringify(status)),
    );
    if (good.length !== names.length) throw new Error(JSON.stringify(states));
    return true;
  }

  /** Asks Flux to look, as `flux reconcile kustomization` does, and not to wait ten minutes. */
  async function askAnew(): Promise<void> {
    const asked = `reconcile.fluxcd.io/requestedAt=${Date.now()}`;
    await kubectl.ok(['annotate', '--overwrite', 'kustomization', 'retail', '-n', FLUX_SYSTEM, asked]);
  }

  /** Names of the ConfigMaps that pods of the tenant have now. */
  async function neededConfigs(): Promise<string[]> {
    const pods = await kubectl.ok(['get', 'pods', '-n', 'retail', '-l', 'cdk8s-wso2-mi/tenant=orders', '-o', 'json']);
    return [...new Set(pods.match(/orders-config-[0-9a-z]+/g))];
  }

  async function configMaps(): Promise<string[]> {
    return (await listed(kubectl, 'configmap', '-n', 'retail')).map(({ metadata }) => metadata.name);
  }

  async function replicas(): Promise<string> {
    return kubectl.ok(['get', 'deployment', 'orders', '-n', 'retail', '-o', 'jsonpath={.status.readyReplicas}']);
  }

  async function onlyConfigMaps(namespace: string, tenant: string): Promise<boolean> {
    const kinds = await kindsOf(namespace, tenant);
    if (kinds.length === 0 || kinds.some((kind) => kind !== 'ConfigMap')) throw new Error(kinds.join());
    return true;
  }

  async function kindsOf(namespace: string, tenant: string): Promise<string[]> {
    const kinds = 'deployment,service,serviceaccount,configmap,poddisruptionbudget,networkpolicy,pod';
    const all = await listed(kubectl, kinds, '-n', namespace, '-l', `cdk8s-wso2-mi/tenant=${tenant}`);
    return all.map(({ kind }) => kind);
  }
});

const RESUMED = JSON.stringify({ spec: { suspend: false } });

/** Units of tenants of one version, whose configuration is another with each version. */
function composed(version: string, tenants: Tenants): Fleet {
  const fleet = newFleet();
  for (const [unit, ids] of Object.entries(tenants)) {
    const owner = newUnit(fleet, unit);
    for (const id of ids) {
      new MiTenant(owner, id, {
        image: base.withApp(id, version),
        scaling: Scaling.fixed(2),
        lifecycle: { minReady: Duration.seconds(1) },
        config: { files: { 'conf/file.properties': `version=${version}` } },
      });
    }
  }
  return fleet;
}
