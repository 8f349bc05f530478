import { readFileSync } from 'node:fs';
import { type Cluster, currentKubeconfig, startCluster } from './cluster';
import { DeployCli, killedAt } from './deploy-cli';
import { type DeployState, deployedFiles, FIRST } from './deploy-states';
import type { Kubectl } from './kubectl';
import { listed } from './listed';
import type { OwnedProcess } from './owned-process';
import { PodWatch } from './pod-watch';
import { overQuota } from './quota-use';
import { addSlowNodes } from './slow-nodes';
import { until } from './wait';

// One environment in its life, in the order of the tests: what each leaves is what the next finds.

const POD_TIMES = { start: 300, stop: 1500, broken: '9.9.9' };
const ORDERS = { namespace: 'retail', name: 'orders' };
const UNITS = ['retail', 'stock'];
const SECONDS = 60;

/** What a deploy says when it is killed. */
const MOMENTS = [
  /Deployment orders\n/,
  /retail: stopping/,
  /is gone/,
  /retail: namespace/,
  /retail: volumes/,
  /retail: configuration/,
  /retail: services/,
  /retail: workloads/,
  /retail: Waiting/,
  /retail: removing/,
];

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
    // Back by hand, and once more by itself: what was before has another revision each time.
    expect(await cli.run('rollback', 'retail', '--yes', '--timeout=90')).toMatchObject({ code: 0 });
    expect(await images('deployment', 'orders', '-n', 'retail')).toMatch(/:1\.2\.0-/);
    expect((await cli.run('rollback', 'retail', '--yes')).err).toContain('got none that the last deploy changed');
    expect((await cli.deploy('--rollback-on-failure')).out).toBe('retail: rolled back\nstock: not begun\n');
    expect(await images('deployment', 'orders', '-n', 'retail')).toMatch(/:1\.2\.0-/);
    become(before);
    expect(await cli.deploy()).toMatchObject({ code: 0 });
    expect(await images('deployment', 'orders', '-n', 'retail')).toMatch(/:1\.2\.0-/);
  });

  test('what somebody changed by hand is told, and taken back on a word', async () => {
    await kubectl.ok(['scale', 'deployment/orders', '-n', 'retail', '--replicas=4']);
    expect(await cli.deploy('retail')).toMatchObject({ code: 2, err: expect.stringContaining('.spec.replicas') });
    expect(await cli.deploy('retail', '--take-over')).toMatchObject({ code: 0 });
    expect(await kubectl.ok(['get', 'deployment', 'orders', '-n', 'retail', '-o', 'jsonpath={.spec.replicas}'])).toBe(
      '3',
    );
  });

  test('a poller that is renamed is gone before its successor starts', async () => {
    become({ poller: 'inbox' });
    const history = await watch.during(async () => expect((await cli.deploy('retail')).code).toBe(0));
    const pollers = ['files', 'inbox'];
    const kindOf = ({ spec }: { spec: { serviceAccountName: string } }) =>
      pollers.find((name) => name === spec.serviceAccountName);
    expect(history.mostKinds(kindOf)).toBe(1);
    expect(await names('statefulset')).toEqual(['inbox']);
    expect(await names('serviceaccount')).toEqual(['default', 'inbox', 'orders']);
  });

  test.each<[string, DeployState['pods'], number]>([
    ['over to an autoscaler', 'auto', 2],
    ['back from it', 3, 2],
  ])('the number of pods goes %s without a dip', async (_, pods, least) => {
    become({ pods });
    const history = await watch.during(async () => {
      expect((await cli.deploy('retail')).code).toBe(0);
      expect(await cli.deploy('retail')).toMatchObject({ code: 0, out: 'retail: unchanged\n' });
    });
    expect(history.leastReady(ORDERS)).toBeGreaterThanOrEqual(least);
    expect((await names('hpa')).length).toBe(pods === 'auto' ? 1 : 0);
  });

  test('a quota that shrinks far keeps no pod out', async () => {
    become({ memory: 1 });
    expect((await cli.deploy('stock')).code).toBe(0);
    expect(await overQuota(kubectl, 'stock')).toEqual([]);
    const [quota] = await listed(kubectl, 'resourcequota', '-n', 'stock');
    expect(quota?.spec?.hard).toMatchObject({ 'limits.memory': '12800Mi' });
  });

  test('two at once do not fight: one is told who is at work', async () => {
    become({ orders: '1.3.0' });
    const first = cli.start('deploy', 'retail', '--yes', '--timeout=90').told;
    const holder = ['get', 'lease/retail-deploy', '-n', 'retail', '-o', 'jsonpath={.spec.holderIdentity}'];
    await until('a holder of the lease', SECONDS, async () => (await kubectl.ok(holder)) !== '');
    // In this process, since another takes its time to start, in which the first might have ended.
    const second = await cli.deploy('retail');
    expect(second.code).toBe(2);
    expect(second.err).toMatch(
      /lease of unit "retail" must be free, got ("retail-deploy" in namespace "retail", held by )/,
    );
    expect((await first).code).toBe(0);
    expect(await images('deployment', 'orders', '-n', 'retail')).toMatch(/:1\.3\.0-/);
  });

  test('killed at any moment, it goes on where it was', async () => {
    const kindOf = ({ spec }: { spec: { serviceAccountName: string } }) =>
      ['files', 'inbox'].find((name) => name === spec.serviceAccountName);
    for (const [index, moment] of MOMENTS.entries()) {
      become({
        orders: `2.${index}.0`,
        poller: index % 2 === 0 ? 'files' : 'inbox',
        pods: index % 3 === 0 ? 'auto' : 3,
      });
      const history = await watch.during(async () => {
        expect(await killedAt(cli.start('deploy', 'retail', '--yes', '--timeout=90'), moment)).toBe(true);
        expect(await cli.deploy('retail')).toMatchObject({ code: 0 });
      });
      expect(history.mostKinds(kindOf)).toBe(1);
      expect(history.leastReady(ORDERS)).toBeGreaterThanOrEqual(2);
      expect(await images('deployment', 'orders', '-n', 'retail')).toContain(`:2.${index}.0-`);
    }
    expect(await cli.deploy('retail')).toMatchObject({ code: 0, out: 'retail: unchanged\n' });
  }, 900_000);

  test('old configurations stay as many as are said', async () => {
    const config = (name: string) => name.startsWith('orders-config-');
    expect((await names('configmap')).filter(config)).toHaveLength(11);
    expect((await cli.deploy('retail', '--keep-configs=3')).code).toBe(0);
    expect((await names('configmap')).filter(config)).toHaveLength(4);
  });

  test('a teardown asks for the name, and leaves what it says', async () => {
    expect(await cli.run('teardown', 'retail', '--confirm=stock')).toMatchObject({ code: 2 });
    const tenant = await cli.run('teardown', 'retail', '--tenant=orders', '--confirm=orders');
    expect(tenant.code).toBe(0);
    expect(await names('deployment')).toEqual([]);
    expect((await names('statefulset')).length).toBe(1);
    const unit = await cli.run('teardown', 'retail', 'stock', '--confirm=retail stock', '--json');
    const { units } = JSON.parse(unit.out) as { units: { unit: string; kept: string[] }[] };
    const kept = units.flatMap((one) => one.kept).map((title) => title.replace(/-[0-9a-f]{10}$/, ''));
    expect(kept.sort()).toEqual([
      'Namespace retail',
      'Namespace stock',
      'PersistentVolume retail-in',
      'PersistentVolumeClaim in',
    ]);
    const kinds =
      'deployment,statefulset,service,hpa,pdb,configmap,serviceaccount,ingress,resourcequota,pv,pvc,namespace';
    const left = await listed(kubectl, kinds, '--all-namespaces', '-l', 'cdk8s-wso2-mi/unit');
    expect(left.map(({ kind }) => kind).sort()).toEqual([
      'Namespace',
      'Namespace',
      'PersistentVolume',
      'PersistentVolumeClaim',
    ]);
    expect((await cli.run('teardown', 'retail', 'stock', '--namespace', '--confirm=retail stock')).code).toBe(0);
    const gone = await listed(kubectl, 'namespace,pv', '-l', 'cdk8s-wso2-mi/unit');
    expect(gone.map(({ kind }) => kind)).toEqual(['PersistentVolume']);
  });
});
