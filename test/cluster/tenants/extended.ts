import { until } from '../wait';
import { atOnce } from './at-once';
import { EXTENDED_DRAIN, HOOK_LINE, TOOLS } from './extended-props';
import { SHOP } from './fleets';
import { stoppedInWork } from './in-flight';
import { type RunningPod, TenantPods, WAIT_SECONDS } from './pods';
import { type AboutServer, aboutOf } from './server';
import type { Site } from './site';

const TENANT = SHOP.extended;

interface Life {
  readonly pod: RunningPod;
  readonly about: AboutServer;
  readonly word: string;
  readonly neighbour: string;
  readonly groups: string;
  /** What the server printed up to its end. */
  readonly printed: readonly string[];
  readonly outcome: string;
}

/** A pod that has what Kubernetes offers besides a tenant's own. */
export function describeExtended(site: () => Site): void {
  const life = atOnce(() => livedAndDeleted(site()));

  describe('a pod with containers, a volume, arguments and a hook of its own', () => {
    test('runs where the standard "restricted" is enforced, which refuses a container that says nothing', async () => {
      await life();
      const path = 'jsonpath={.metadata.labels.pod-security\\.kubernetes\\.io/enforce}';
      expect(await site().kubectl.ok(['get', 'namespace', 'shop', '-o', path])).toBe('restricted');
      const plain = ['-n', 'shop', 'run', 'plain', `--image=${TOOLS}`, '--dry-run=server'];
      expect((await site().kubectl.run(plain)).stderr).toContain('violates PodSecurity "restricted');
    });

    test('shows all of them one volume, which was prepared before the server started', async () => {
      const { word, neighbour } = await life();
      expect([word, neighbour]).toEqual(['prepared', 'prepared']);
    });

    test('hands arguments, groups and host names to the server', async () => {
      const { about, groups } = await life();
      expect(about.args).toContain('-Dwork=/mnt/work');
      expect(groups.split(/\s+/)).toContain('4711');
      expect(groups).toContain('hospital.example.com');
    });

    test('drains for as long as its tenant says, and has the time for it', async () => {
      const { about, pod, printed, outcome } = await life();
      expect(about.drainSeconds).toBe(EXTENDED_DRAIN);
      expect(pod.spec.terminationGracePeriodSeconds).toBe(10 + EXTENDED_DRAIN + 15);
      const halt = printed.find((line) => line.includes('Halting JVM')) ?? '';
      const [, milliseconds] = /after (\d+) ms/.exec(halt) ?? [];
      expect(Number(milliseconds)).toBeGreaterThanOrEqual(EXTENDED_DRAIN * 1000);
      expect(outcome).toBe('lost');
    });

    test('runs its own hook before it is told to stop', async () => {
      const { printed } = await life();
      const said = printed.map((line) => [HOOK_LINE, 'Shutdown hook triggered'].find((word) => line.includes(word)));
      expect(said.filter((word) => word !== undefined)).toEqual([HOOK_LINE, 'Shutdown hook triggered']);
    });
  });
}

async function livedAndDeleted({ kubectl }: Site): Promise<Life> {
  const pods = new TenantPods(kubectl, 'shop', TENANT);
  const pod = await pods.theReady();
  const logs = (...more: string[]) =>
    kubectl.ok(['-n', 'shop', 'logs', pod.metadata.name, ...more], { timeoutSeconds: 200 });
  const about = await aboutOf(pod);
  const word = await pods.run(pod, 'cat /mnt/work/word');
  const groups = await pods.run(pod, 'id -G; cat /etc/hosts');
  const neighbour = await until('the word of the neighbour', WAIT_SECONDS, async () => {
    const said = (await logs('-c', 'neighbour')).trim();
    return said !== '' && said;
  });
  const printed = logs('-c', 'micro-integrator', '--follow');
  // Longer than the drain: what is not done by then is given up.
  const outcome = await stoppedInWork(pods, pod, 100_000);
  return { pod, about, word, neighbour, groups, outcome, printed: (await printed).split('\n') };
}
