import { homeOf } from '../image/stand-in';
import { until } from '../wait';
import { atOnce } from './at-once';
import { TOOLS } from './extended-props';
import { STAND_IN_IMAGE } from './fleets';
import { inFlight } from './in-flight';
import { WAIT_SECONDS } from './pods';
import type { Site } from './site';

const FAULTY = 'faulty';
const DELETED = 'deleted';
const BROKEN = 'broken';
const POLLERS = ['poller-0', 'poller-1'];
const LATEST = STAND_IN_IMAGE('4.6.0');

/** What the other tests believe of the stand-in: it has the faults of the real images, and shows those of a fleet. */
export function describeStandIn(site: () => Site): void {
  const kubectl = (...args: string[]) => site().kubectl.ok(args);
  const addressOf = (name: string) => kubectl('get', 'pod', name, '-o', 'jsonpath={.status.podIP}');
  const statusOf = async (name: string, path: string) =>
    (await fetch(`http://${await addressOf(name)}:${path}`, { signal: AbortSignal.timeout(30_000) })).status;
  const inPod = (name: string, script: string) => kubectl('exec', name, '-c', 'mi', '--', 'sh', '-c', script);
  const ready = atOnce(async () => {
    await site().kubectl.apply(...pods(site()));
    const names = [FAULTY, DELETED, ...POLLERS].map((name) => `pod/${name}`);
    await site().kubectl.ok(['wait', ...names, '--for=condition=Ready', '--timeout=270s'], { timeoutSeconds: 275 });
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
      // Longer than the end of the pod is waited for.
      const { outcome } = await inFlight(await addressOf(DELETED), 2 * WAIT_SECONDS * 1000);
      const began = Date.now();
      await kubectl('delete', 'pod', DELETED, '--grace-period=4', '--wait=false');
      await until('the end of the pod', WAIT_SECONDS, async () => {
        const left = await kubectl('get', 'pod', DELETED, '--ignore-not-found', '-o', 'name');
        return left === '';
      });
      expect(Date.now() - began).toBeGreaterThan(3500);
      expect(await outcome).toBe('lost');
    });

    test('does not start without its configuration', async () => {
      await until('the end of the server', 60, async () => {
        const phase = await kubectl('get', 'pod', BROKEN, '-o', 'jsonpath={.status.phase}');
        return phase === 'Succeeded' || phase === 'Failed';
      });
      expect(await kubectl('logs', BROKEN)).toContain('FATAL open');
    });

    test('shows it when two pollers read one folder', async () => {
      // Two that have begun, none that has ended, and each at work after the start of the last.
      const journal = await until('the journal', 60, async () => {
        const lines = (await inPod('poller-0', 'cat /mnt/in/poller.journal')).trim().split('\n');
        const starts = lines.filter((line) => line.endsWith(' start'));
        const later = lines.slice(lines.indexOf(starts[1] ?? '') + 1);
        const both = POLLERS.every((name) => later.some((line) => line.startsWith(`${name} `)));
        return starts.length > 1 && both && lines;
      });
      expect(journal.filter((line) => line.endsWith(' start'))).toHaveLength(2);
      expect(journal.filter((line) => line.endsWith(' stop'))).toEqual([]);
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
