import { join } from 'node:path';
import { CLUSTERS, type Cluster, startCluster } from './cluster';
import { applyFiles, DIST, DIST_FILES, distTexts } from './dist';
import { everyLabelled, type Listed, listed, theListed, untilQuiet } from './listed';
import { type } from './shell';
import { until } from './wait';
import { unlikeKept } from './whole-objects';

const LAB = 'cdk8s-wso2-mi/unit=clinic,purpose=lab-results';
const CLAIM = ['persistentvolumeclaim', '-n', 'clinic', '-l', LAB];
const VOLUME = ['persistentvolume', '-l', LAB];
const POLLER = ['statefulset/lab-results-poller', '-n', 'clinic'];
const OURS = 'app.kubernetes.io/managed-by=cdk8s-wso2-mi';
const ACCEPTED = { code: 0, stderr: '' };

describe.each(CLUSTERS)('dist/ on a control plane (%s)', (which) => {
  let cluster: Cluster;
  let ours = false;

  beforeAll(async () => {
    // Nothing is quiet before the autoscaler's first look, and it takes 15 s by default.
    const flags = { controllerManager: ['--horizontal-pod-autoscaler-sync-period=1s'] };
    cluster = await startCluster(which, { flags });
    // On somebody's own cluster these may be in use, and they are removed in the end.
    expect(await listed(cluster.kubectl, '-f', DIST, '--ignore-not-found')).toEqual([]);
    ours = true;
  });

  afterAll(async () => {
    if (ours) await cluster.kubectl.run(['delete', '-f', DIST, '--ignore-not-found', '--wait=false']);
    await cluster?.stop();
  });

  test.each(DIST_FILES)('%s is accepted to the last field, without a warning', async (file) => {
    expect(await applyFiles(cluster.kubectl, join(DIST, file))).toMatchObject(ACCEPTED);
  });

  test('it is kept as it is declared, and nothing is added inside its lists', async () => {
    expect(await unlikeKept(cluster.kubectl, distTexts())).toEqual([]);
  });

  test('applied again, it changes nothing', async () => {
    const before = await untilQuiet(cluster.kubectl, '-f', DIST);
    expect(await applyFiles(cluster.kubectl, DIST)).toMatchObject(ACCEPTED);
    expect(await listed(cluster.kubectl, '-f', DIST)).toEqual(before);
  });

  test('each workload stops and starts by the commands of its description', async () => {
    const workloads = (await listed(cluster.kubectl, '-f', DIST)).filter(({ kind }) => /Deployment|Set$/.test(kind));
    expect(workloads).toHaveLength(4);
    for (const { kind, metadata, spec } of workloads) {
      const replicas = async () =>
        (await theListed(cluster.kubectl, `${kind}/${metadata.name}`, '-n', metadata.namespace ?? '')).spec?.replicas;
      await type(commandAfter('Stop: ', metadata), cluster);
      expect(await replicas()).toBe(0);
      await type(commandAfter('start: ', metadata), cluster);
      expect(await replicas()).toBe(spec?.replicas);
    }
  });

  test('its volume outlives the claim, and binds a new claim after the command of its description', async () => {
    const { kubectl } = cluster;
    await untilPhase('Bound', CLAIM);
    await type(commandAfter('Stop: ', (await theListed(kubectl, ...POLLER)).metadata), cluster);
    await kubectl.ok(['delete', ...CLAIM]);
    await untilPhase('Released', VOLUME);
    expect(await applyFiles(kubectl, DIST)).toMatchObject(ACCEPTED);
    await untilPhase('Pending', CLAIM);
    const { metadata } = await untilPhase('Released', VOLUME);
    await type(commandAfter('stays Pending until: ', metadata), cluster);
    await untilPhase('Bound', VOLUME);
    expect(await untilPhase('Bound', CLAIM)).toMatchObject({
      spec: { volumeName: (await theListed(kubectl, ...VOLUME)).metadata.name },
    });
  });

  test('removed, nothing of it is left', async () => {
    expect(await everyLabelled(cluster.kubectl, OURS)).not.toEqual([]);
    expect(await cluster.kubectl.run(['delete', '-f', DIST, '--timeout=60s'])).toMatchObject(ACCEPTED);
    expect(await everyLabelled(cluster.kubectl, OURS)).toEqual([]);
  });

  test('applied after it was removed, it binds its volume by itself', async () => {
    expect(await applyFiles(cluster.kubectl, DIST)).toMatchObject(ACCEPTED);
    await untilPhase('Bound', CLAIM);
  });

  async function untilPhase(phase: string, object: readonly string[]): Promise<Listed> {
    return until(`${phase} of ${object[0]}`, 20, async () => {
      const found = await theListed(cluster.kubectl, ...object);
      if (found.status?.phase !== phase) throw new Error(String(found.status?.phase));
      return found;
    });
  }
});

function commandAfter(words: string, { name, annotations }: Listed['metadata']): string {
  const description = annotations?.['kubernetes.io/description'] ?? '';
  const [, command] = new RegExp(`${words}(kubectl [^;]*)`).exec(description) ?? [];
  if (command === undefined) throw new Error(`${name} must say a command after "${words}", got "${description}"`);
  return command;
}
