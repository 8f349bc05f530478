import { readFileSync } from 'node:fs';
import { type Cluster, currentKubeconfig, startCluster } from './cluster';
import { DeployCli } from './deploy-cli';
import { type DeployState, deployedFiles, FIRST } from './deploy-states';
import type { Kubectl } from './kubectl';
import { listed } from './listed';
import type { OwnedProcess } from './owned-process';
import { PodWatch } from './pod-watch';
import { addSlowNodes } from './slow-nodes';

// One environment in its life, in the order of the tests: what each leaves is what the next finds.

const POD_TIMES = { start: 300, stop: 1500, stopOf: { units: ['nobody'], stop: 0 }, broken: '9.9.9' };
const ORDERS = { namespace: 'retail', name: 'orders' };
const UNITS = ['retail', 'stock'];

// Nodes without containers are brought into a control plane of ours, and into no other.
const describeOurs = currentKubeconfig === undefined ? describe : describe.skip;

describeOurs('deploy', () => {
  let cluster: Cluster;
  let kubectl: Kubectl;
  let kwok: OwnedProcess;
  let watch: PodWatch;
  let cli: DeployCli;
  let state: DeployState = FIRST;

  beforeAll(async () => {
    const flags = { controllerManager: ['--horizontal-pod-autoscaler-sync-period=1s'] };
    cluster = await startCluster('newest', { flags });
    kubectl = cluster.kubectl;
    kwok = await addSlowNodes(cluster, 4, POD_TIMES);
    watch = await PodWatch.start(cluster);
    cli = new DeployCli(cluster);
    cli.write(deployedFiles(FIRST));
  });

  afterAll(async () => {
    await watch?.stop();
    await kwok?.stop();
    await cluster?.stop();
  });

  /** Changes the files. */
  function become(change: Partial<DeployState>): void {
    state = { ...state, ...change };
    cli.write(deployedFiles(state));
  }

  function images(...args: readonly string[]): Promise<string> {
    return kubectl.ok(['get', ...args, '-o', 'jsonpath={.spec.template.spec.containers[0].image}']);
  }

  async function names(kind: string, namespace = 'retail'): Promise<string[]> {
    return (await listed(kubectl, kind, '-n', namespace)).map(({ metadata }) => metadata.name).sort();
  }

  /** Versions of all objects but those that controllers write by themselves. */
  async function versions(): Promise<string> {
    const kinds = 'namespace,resourcequota,serviceaccount,configmap,service,pdb,ingress,pv,pvc';
    const all = await listed(kubectl, kinds, '--all-namespaces', '-l', 'cdk8s-wso2-mi/unit');
    return all.map(({ kind, metadata }) => `${kind} ${metadata.name} ${metadata.generation ?? ''}`).join('\n');
  }

  const nothing = (names: readonly string[] = UNITS) => names.map((unit) => `${unit}: unchanged\n`).join('');

  test('a context that the files are not for is refused, and kubectl’s own is not changed', async () => {
    const before = readFileSync(cluster.kubeconfig, 'utf8');
    expect(await cli.deploy('--context=other')).toEqual({
      code: 2,
      out: '',
      err: `context of environment "${cli.dist}" must be "test", which its files are for, got "other"\n`,
    });
    expect(readFileSync(cluster.kubeconfig, 'utf8')).toBe(before);
  });

  test('a Secret that is not there is told before anything is touched', async () => {
    expect(await cli.deploy()).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        'Secret shop of unit "retail" must be in namespace "retail" before anything is applied, got none; kubectl create namespace retail, then whoever owns it makes it there',
      ),
    });
    expect(await listed(kubectl, 'namespace', '-l', 'cdk8s-wso2-mi/unit')).toEqual([]);
    expect((await cli.deploy('retail', '--only-namespaces')).code).toBe(0);
    await kubectl.ok(['create', 'secret', 'generic', 'shop', '-n', 'retail', '--from-literal=password=a']);
  });

  test('without a terminal, and without a word, nothing is touched', async () => {
    const { code, err } = await cli.start('deploy').told;
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining('must be given by --yes, got no terminal to ask on'),
    });
    expect(await names('deployment')).toEqual([]);
  });

  test('the first time all of it comes, and is ready', async () => {
    const { code, out, err } = await cli.deploy();
    expect({ code, out, err }).toEqual({
      code: 0,
      out: 'retail: deployed\nstock: deployed\n',
      err: expect.stringContaining('  + Deployment orders\n'),
    });
    expect((await cli.run('status')).code).toBe(0);
  });

  test('again, nothing changes', async () => {
    const before = await versions();
    const { code, out } = await cli.deploy();
    expect({ code, out }).toEqual({ code: 0, out: nothing() });
    expect(await versions()).toBe(before);
    expect((await cli.run('deploy', '--dry-run')).code).toBe(0);
  });

  test('of one unit that changes, only what changed', async () => {
    become({ orders: '1.1.0' });
    const dry = await cli.run('deploy', 'retail', '--dry-run');
    expect(dry.code).toBe(1);
    expect(dry.out).toMatch(/^retail\n( {2}[+~] .*(\n|$))+/);
    expect(dry.out).toContain('  ~ Deployment orders\n');
    const history = await watch.during(async () => expect((await cli.deploy('retail')).out).toBe('retail: deployed\n'));
    expect(history.leastReady(ORDERS)).toBeGreaterThanOrEqual(3);
    expect(await images('deployment', 'orders', '-n', 'retail')).toMatch(/:1\.1\.0-/);
    expect((await names('configmap')).filter((name) => name.startsWith('orders-config-'))).toHaveLength(2);
  });

  test('a rollback ends in a state that the next deploys take without a conflict', async () => {
    const back = await cli.run('rollback', 'retail', '--yes', '--timeout=90');
    expect(back).toMatchObject({ code: 0, out: expect.stringContaining('put the same into the source') });
    expect(await images('deployment', 'orders', '-n', 'retail')).toMatch(/:1\.0\.0-/);
    become({ orders: '1.2.0' });
    expect(await cli.deploy('retail')).toMatchObject({ code: 0, out: 'retail: deployed\n' });
    expect(await images('deployment', 'orders', '-n', 'retail')).toMatch(/:1\.2\.0-/);
  });

  test('an image that cannot be pulled is told with its reason, what ran goes on, and other units are untouched', async () => {
    const before = state;
    become({ orders: '9.9.9', memory: 5 });
    const history = await watch.during(async () => {
      const { code, out, err } = await cli.deploy();
      expect({ code, out }).toEqual({ code: 1, out: 'retail: failed\nstock: not begun\n' });
      expect(err).toMatch(
        /retail: Deployment orders does not get ready: pod orders-\S+: ImagePullBackOff: Back-off pulling image\n/,
      );
    });
    expect(history.leastReady(ORDERS)).toBeGreaterThanOrEqual(3);
    become({ memory: before.memory });
    expect((await cli.deploy('--rollback-on-failure')).out).toBe('retail: rolled back\nstock: not begun\n');
    become(before);
    expect(await cli.deploy()).toMatchObject({ code: 0 });
    expect(await images('deployment', 'orders', '-n', 'retail')).toMatch(/:1\.2\.0-/);
  });
});
