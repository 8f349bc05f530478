import { busyboxImage } from './image/busybox';
import { homeOf, standInImage } from './image/stand-in';
import { describeOnNode } from './node-suite';
import { factsOf, STAND_IN_RELEASES, type StandInRelease } from './stand-in/releases';
import { until } from './wait';

// What the other tests believe of the stand-in: it has the facts of each release, and the faults of the real images.

const TOOLS = 'stand-in.example/busybox:1';
const imageOf = (release: StandInRelease) => `stand-in.example/wso2mi:${release}`;
const nameOf = (release: StandInRelease) => `mi-${release.replaceAll('.', '-')}`;

const images = () => [
  busyboxImage([TOOLS]),
  ...STAND_IN_RELEASES.map((release) => standInImage(release, [imageOf(release)])),
];

describeOnNode('the stand-in on a real node', images, (suite) => {
  const ask = async (name: string, place: string): Promise<Response> => {
    const address = await suite().plane.kubectl.ok(['get', 'pod', name, '-o', 'jsonpath={.status.podIP}']);
    const [port, path] = [place.slice(0, 4), place.slice(4)];
    return fetch(`http://${address}:${port}${path}`, { signal: AbortSignal.timeout(30_000) });
  };

  const statusOf = async (name: string, place: string): Promise<number> => {
    return (await ask(name, place)).status;
  };

  const inPod = async (name: string, script: string): Promise<string[]> => {
    return (await suite().plane.kubectl.ok(['exec', name, '-c', 'mi', '--', 'sh', '-c', script])).trim().split('\n');
  };

  describe('every release', () => {
    beforeAll(async () => {
      await suite().plane.kubectl.apply(...STAND_IN_RELEASES.map((release) => pod(nameOf(release), imageOf(release))));
      await suite().plane.kubectl.ok(['wait', 'pods', '--all', '--for=condition=Ready', '--timeout=60s']);
    });

    test.each(STAND_IN_RELEASES)('%s has its user, home, probes and log files', async (release) => {
      const { user, healthz, liveness, logs } = factsOf(release);
      expect(await inPod(nameOf(release), `id -u; id -g; pwd; cd ${homeOf(release)}/repository/logs && ls`)).toEqual(
        [user, user, '/home/wso2carbon', ...[...logs].sort()].map(String),
      );
      expect(await statusOf(nameOf(release), '9201/healthz')).toBe(healthz ? 200 : 404);
      expect(await statusOf(nameOf(release), '9201/liveness')).toBe(liveness ? 200 : 404);
      const heap = { heap: ['-Xms256m', '-Xmx1024m'] };
      expect(await (await ask(nameOf(release), '8290/any')).json()).toMatchObject({ release, uid: user, ...heap });
    });

    test('a faulty CApp makes it not ready', async () => {
      const name = nameOf('4.6.0');
      await inPod(name, `touch ${homeOf('4.6.0')}/repository/deployment/server/carbonapps/orders.faulty`);
      expect(await statusOf(name, '9201/healthz')).toBe(500);
      expect(await statusOf(name, '9201/liveness')).toBe(200);
    });

    test('the signal of a deletion does not reach the server, and requests are lost', async () => {
      const name = nameOf('4.5.0');
      const lost = ask(name, '8290/slow?ms=20000').then(
        () => 'answered',
        () => 'lost',
      );
      const began = Date.now();
      await suite().plane.kubectl.ok(['delete', 'pod', name, '--grace-period=4', '--timeout=30s']);
      expect(Date.now() - began).toBeGreaterThan(3500);
      expect(await lost).toBe('lost');
    });
  });

  test('it does not start without its configuration', async () => {
    const remove = `rm ${homeOf('4.6.0')}/conf/deployment.toml; exec /home/wso2carbon/docker-entrypoint.sh`;
    await suite().plane.kubectl.apply(pod('broken', imageOf('4.6.0'), { command: ['sh', '-c', remove] }));
    await until('the end of the server', 20, async () => {
      const phase = await suite().plane.kubectl.ok(['get', 'pod', 'broken', '-o', 'jsonpath={.status.phase}']);
      return phase === 'Succeeded' || phase === 'Failed';
    });
    expect(await suite().plane.kubectl.ok(['logs', 'broken'])).toContain('FATAL open');
  });

  test('two pollers of one folder are seen to overlap', async () => {
    const volume = { name: 'in', hostPath: { path: `${suite().node.folder}/in`, type: 'DirectoryOrCreate' } };
    const env = [{ name: 'STAND_IN_POLL', value: '/mnt/in' }];
    const container = { env, volumeMounts: [{ name: 'in', mountPath: '/mnt/in' }] };
    const open = { name: 'open', image: TOOLS, command: ['sh', '-c', 'chmod 777 /mnt/in; touch /mnt/in/a /mnt/in/b'] };
    const initContainers = [{ ...open, volumeMounts: container.volumeMounts }];
    const pollers = ['poller-0', 'poller-1'].map((name) =>
      pod(name, imageOf('4.6.0'), container, { volumes: [volume], initContainers }),
    );
    await suite().plane.kubectl.apply(...pollers);
    await suite().plane.kubectl.ok(['wait', 'pod/poller-0', 'pod/poller-1', '--for=condition=Ready', '--timeout=60s']);
    const journal = await until('the journal', 20, async () => {
      const lines = await inPod('poller-0', 'sleep 1; cat /mnt/in/poller.journal');
      return lines.some((line) => line.includes('take a')) ? lines : undefined;
    });
    expect(journal.filter((line) => line.endsWith(' start'))).toHaveLength(2);
    expect(journal.some((line) => line.startsWith('poller-0 ') && line.endsWith(' heartbeat'))).toBe(true);
  });
});

function pod(name: string, image: string, container: object = {}, spec: object = {}): object {
  const env = [{ name: 'STAND_IN_START', value: '0.2' }];
  const readinessProbe = { tcpSocket: { port: 8290 }, periodSeconds: 1 };
  const containers = [{ name: 'mi', image, env, readinessProbe, ...container }];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default' },
    spec: { restartPolicy: 'Never', terminationGracePeriodSeconds: 1, containers, ...spec },
  };
}
