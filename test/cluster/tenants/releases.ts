import { MI_RELEASES } from '../../../lib';
import { factsOf, STAND_IN_RELEASES, type StandInRelease } from '../stand-in/releases';
import { atOnce } from './at-once';
import { releasesFleet, tenantOf } from './fleets';
import { stoppedInWork } from './in-flight';
import { objectsOf } from './manifests';
import { type RunningPod, restarts, startSeconds, TenantPods } from './pods';
import { BROUGHT_FILES, RICH_DRAIN, VARIABLES, VAULT_PASSWORD } from './rich';
import { type AboutServer, aboutOf, answerOf, type ServerAnswer } from './server';
import { objectsIn, renderedFiles, type Site } from './site';

// Longer than endpoints are given to leave, so that the server is told to stop in the midst of the request.
const REQUEST_MILLISECONDS = 14_000;

/** What is seen of a pod from its start to its end. */
interface Life {
  readonly pod: RunningPod;
  readonly answer: ServerAnswer;
  readonly about: AboutServer;
  readonly healthz: number;
  readonly liveness: number;
  /** What became of a request that was in work when the tenant was stopped. */
  readonly outcome: string;
}

/** How the pods of each release start, what they find, and how they end. */
export function describeReleases(site: () => Site): void {
  const objects = objectsOf(releasesFleet());
  const lives = STAND_IN_RELEASES.map((release) => ({ release, life: atOnce(() => lifeOf(site(), release)) }));

  describe.each(lives)('a pod of $release', ({ release, life }) => {
    const { user, healthz, liveness, logs, diagnosticsTool, drainIsConfigurable, drainSeconds } = factsOf(release);
    const { resolvesInLists } = MI_RELEASES[release];

    test('starts within its budget, with its user and its heap', async () => {
      const { pod, answer } = await life();
      expect(restarts(pod)).toBe(0);
      const heap = ['-Xms40m', '-Xmx40m'];
      expect(answer).toMatchObject({ release, uid: user, gid: user, heap, jvmMemOpts: heap.join(' ') });
      console.log(`${release}: ready ${startSeconds(pod)} s after its start`);
    });

    test('has its probes and log files', async () => {
      const { about, ...seen } = await life();
      expect(seen.healthz).toBe(healthz ? 200 : 404);
      expect(seen.liveness).toBe(liveness ? 200 : 404);
      const folder = 'repository/logs/';
      const files = Object.keys(about.now).filter((path) => path.startsWith(folder));
      expect(files.map((path) => path.slice(folder.length)).sort()).toEqual([...logs].sort());
    });

    test('finds every file of its configuration in its place, its own and writable', async () => {
      const { started, now } = (await life()).about;
      const expected = { ...renderedFiles(objectsIn(objects, tenantOf(release))), ...BROUGHT_FILES };
      expect(started).toMatchObject(expected);
      const own = Object.entries(expected).map(([path, hash]) => [path, { hash, user, writable: true }]);
      expect(now).toMatchObject(Object.fromEntries(own));
    });

    test('reads the password of its vault and takes it away', async () => {
      const { password, started, now } = (await life()).about;
      expect(password).toBe(VAULT_PASSWORD);
      expect(started).toHaveProperty('password-tmp');
      expect(now).not.toHaveProperty('password-tmp');
    });

    test('is told by variables, arguments and deployment.toml what belongs to its release', async () => {
      const { about } = await life();
      const database = resolvesInLists ? { ORDERS_USERNAME: 'anna' } : {};
      expect(about.environment).toMatchObject({ ...VARIABLES, ...database, TLS_KEYSTORE_PASSWORD: 'open' });
      expect(about.args).toContain('-DenablePrometheusApi=true');
      expect(about.drainSeconds).toBe(drainIsConfigurable ? RICH_DRAIN : drainSeconds);
      // The tool is there from 4.3 on, and runs unless it is switched off.
      expect({ has: diagnosticsTool, runs: about.diagnostics }).toEqual({ has: diagnosticsTool, runs: false });
    });

    test('answers what it has in work when it is told to stop', async () => {
      expect((await life()).outcome).toBe('answered');
    });
  });
}

async function lifeOf({ kubectl }: Site, release: StandInRelease): Promise<Life> {
  const pods = new TenantPods(kubectl, 'releases', tenantOf(release));
  const pod = await pods.theReady();
  const seen = {
    pod,
    answer: await answerOf(pod),
    about: await aboutOf(pod),
    healthz: await statusOf(pod, '9201/healthz'),
    liveness: await statusOf(pod, '9201/liveness'),
  };
  return { ...seen, outcome: await stoppedInWork(pods, pod, REQUEST_MILLISECONDS) };
}

async function statusOf({ status }: RunningPod, path: string): Promise<number> {
  return (await fetch(`http://${status.podIP}:${path}`, { signal: AbortSignal.timeout(30_000) })).status;
}
