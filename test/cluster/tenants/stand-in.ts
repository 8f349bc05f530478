import { homeOf } from '../image/stand-in';
import { until } from '../wait';
import { atOnce } from './at-once';
import { STAND_IN_IMAGE, TOOLS } from './fleets';
import type { Site } from './site';

const FAULTY = 'faulty';
const DELETED = 'deleted';
const BROKEN = 'broken';
const POLLERS = ['poller-0', 'poller-1'];
const LATEST = STAND_IN_IMAGE('4.6.0');

/** What the other tests believe of the stand-in: it has the faults of the real images, and shows those of a fleet. */
export function describeStandIn(site: () => Site): void {
  const kubectl = (...args: string[]) => site().kubectl.ok(args);
  const statusOf = async (name: string, path: string) => {
    const address = await kubectl('get', 'pod', name, '-o', 'jsonpath={.status.podIP}');
    return (await fetch(`http://${address}:${path}`, { signal: AbortSignal.timeout(30_000) })).status;
  };
  const inPod = (name: string, script: string) => kubectl('exec', name, '-c', 'mi', '--', 'sh', '-c', script);
  const ready = atOnce(async () => {
    await site().kubectl.apply(...pods(site()));
    const names = [FAULTY, DELETED, ...POLLERS].map((name) => `pod/${name}`);
    await site().kubectl.ok(['wait', ...names, '--for=condition=Ready', '--timeout=90s'], { timeoutSeconds: 100 });
  });

  describe('the stand-in', () => {
    beforeAll(ready);

    test('has the heap of the start script where nobody says another', async () => {
      expect(await inPod(FAULTY, 'wget -q -O - http://localhost:8290/')).toContain('"heap":["-Xms256m","-Xmx1024m"]');
    });

    test('is not ready with a faulty CApp', async () => {
      await inPod(FAULTY, `touch ${homeOf('4.6.0')}/repository/deployment/server/carbonapps/orders.faulty`);
      expect(await statusOf(FAULTY, '9201/healthz')).toBe(500);
      expect(await statusOf(FAULTY, '9201/liveness')).toBe(200);
    });

    test('does not get the signal of a deletion, and loses requests', async () => {
      const lost = statusOf(DELETED, '8290/slow?ms=20000').then(
        () => 'answered',
        () => 'lost',
      );
      const began = Date.now();
      await kubectl('delete', 'pod', DELETED, '--grace-period=4', '--timeout=30s');
      expect(Date.now() - began).toBeGreaterThan(3500);
      expect(await lost).toBe('lost');
    });

    test('does not start without its configuration', async () => {
      await until('the end of the server', 20, async () => {
        const phase = await kubectl('get', 'pod', BROKEN, '-o', 'jsonpath={.status.phase}');
        return phase === 'Succeeded' || phase === 'Failed';
      });
      expect(await kubectl('logs', BROKEN)).toContain('FATAL open');
    });

    test('shows it when two pollers read one folder', async () => {
      const journal = await until('the journal', 20, async () => {
        const text = await inPod('poller-0', 'cat /mnt/in/poller.journal');
        return text.includes('take a') && text.split('\n');
      });
      expect(journal.filter((line) => line.endsWith(' start'))).toHaveLength(2);
      expect(journal.some((line) => line.startsWith('poller-0 ') && line.endsWith(' heartbeat'))).toBe(true);
    });
  });
}

function pods({ volume }: Site): object[] {
  const command = [
    'sh',
    '-c',
    `rm ${homeOf('4.6.0')}/conf/deployment.toml; exec /home/wso2carbon/docker-entrypoint.sh`,
  ];
  const volumeMounts = [{ name: 'in', mountPath: '/mnt/in' }];
  const script = 'chmod 777 /mnt/in; touch /mnt/in/a /mnt/in/b';
  const opened = {
    volumes: [{ name: 'in', hostPath: { path: `${volume}-of-two`, type: 'DirectoryOrCreate' } }],
    initContainers: [{ name: 'open', image: TOOLS, command: ['sh', '-c', script], volumeMounts }],
  };
  const env = [...QUICK, { name: 'STAND_IN_POLL', value: '/mnt/in' }];
  return [
    pod(FAULTY, LATEST),
    pod(DELETED, STAND_IN_IMAGE('4.5.0')),
    pod(BROKEN, LATEST, { command }),
    ...POLLERS.map((name) => pod(name, LATEST, { env, volumeMounts }, opened)),
  ];
}

const QUICK = [{ name: 'STAND_IN_START', value: '0.2' }];

function pod(name: string, image: string, container: object = {}, spec: object = {}): object {
  const readinessProbe = { tcpSocket: { port: 8290 }, periodSeconds: 1 };
  const containers = [{ name: 'mi', image, env: QUICK, readinessProbe, ...container }];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default' },
    spec: { restartPolicy: 'Never', terminationGracePeriodSeconds: 1, containers, ...spec },
  };
}
