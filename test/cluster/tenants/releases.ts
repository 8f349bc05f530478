import { factsOf, STAND_IN_RELEASES, type StandInRelease } from '../stand-in/releases';
import { until } from '../wait';
import { atOnce } from './at-once';
import { releasesFleet, tenantOf } from './fleets';
import { inFlight } from './in-flight';
import { objectsOf } from './manifests';
import { aboutOf, answerOf, type RunningPod, restarts, startSeconds, TenantPods } from './pods';
import { BROUGHT_FILES, VARIABLES, VAULT_PASSWORD } from './rich';
import { objectsIn, renderedFiles, type Site } from './site';

// Longer than endpoints are given to leave, so that the server is told to stop in the midst of the request.
const REQUEST_MILLISECONDS = 14_000;
const DRAIN_SECONDS = 90;

/** How the pods of each release start, what they find, and how they end. */
export function describeReleases(site: () => Site): void {
  const started = STAND_IN_RELEASES.map((release) => {
    const pods = () => new TenantPods(site().kubectl, 'releases', tenantOf(release));
    return { release, pods, ready: atOnce(() => pods().theReady()) };
  });

  describe.each(started)('a pod of $release', ({ release, ready }) => {
    const { user, healthz, liveness, logs, diagnosticsTool, drainIsConfigurable, drainSeconds } = factsOf(release);

    test('starts within its budget, with its user and its heap', async () => {
      const pod = await ready();
      expect(restarts(pod)).toBe(0);
      const heap = ['-Xms40m', '-Xmx40m'];
      const said = { release, uid: user, gid: user, heap, jvmMemOpts: heap.join(' ') };
      expect(await answerOf(pod)).toMatchObject(said);
      console.log(`${release}: ready ${startSeconds(pod)} s after its start`);
    });

    test('has its probes and log files', async () => {
      const pod = await ready();
      expect(await statusOf(pod, '9201/healthz')).toBe(healthz ? 200 : 404);
      expect(await statusOf(pod, '9201/liveness')).toBe(liveness ? 200 : 404);
      const folder = 'repository/logs/';
      const files = Object.keys((await aboutOf(pod)).now).filter((path) => path.startsWith(folder));
      expect(files.map((path) => path.slice(folder.length)).sort()).toEqual([...logs].sort());
    });

    test('finds every file of its configuration in its place, its own and writable', async () => {
      const { started: files, now } = await aboutOf(await ready());
      const expected = { ...renderedOf(release), ...BROUGHT_FILES };
      expect(files).toMatchObject(expected);
      const own = Object.entries(expected).map(([path, hash]) => [path, { hash, user, writable: true }]);
      expect(now).toMatchObject(Object.fromEntries(own));
    });

    test('reads the password of its vault and takes it away', async () => {
      const { password, now } = await aboutOf(await ready());
      expect(password).toBe(VAULT_PASSWORD);
      expect(now).not.toHaveProperty('password-tmp');
    });

    test('is told by variables, arguments and deployment.toml what belongs to its release', async () => {
      const about = await aboutOf(await ready());
      expect(about.environment).toMatchObject({ ...VARIABLES, TLS_KEYSTORE_PASSWORD: 'open', ORDERS_USERNAME: 'anna' });
      expect(about.args).toContain('-DenablePrometheusApi=true');
      expect(about.drainSeconds).toBe(drainIsConfigurable ? 40 : drainSeconds);
      // The tool is there from 4.3 on, and runs unless it is switched off.
      expect({ has: diagnosticsTool, runs: about.diagnostics }).toEqual({ has: diagnosticsTool, runs: false });
    });
  });

  test('a pod of each release answers what it has in work when it is deleted', async () => {
    const outcomes = started.map(async ({ release, pods, ready }) => [release, await endOf(pods(), await ready())]);
    const answered = STAND_IN_RELEASES.map((release) => [release, 'answered']);
    expect(await Promise.all(outcomes)).toEqual(answered);
  });
}

/** What becomes of a request to a pod that is deleted. */
async function endOf(pods: TenantPods, pod: RunningPod): Promise<string> {
  const { outcome } = await inFlight(pod.status.podIP ?? '', REQUEST_MILLISECONDS);
  await pods.delete(pod);
  const result = await outcome;
  await until(`the end of ${pod.metadata.name}`, DRAIN_SECONDS, async () =>
    (await pods.all()).every(({ metadata }) => metadata.uid !== pod.metadata.uid),
  );
  return result;
}

async function statusOf({ status }: RunningPod, path: string): Promise<number> {
  return (await fetch(`http://${status.podIP}:${path}`, { signal: AbortSignal.timeout(10_000) })).status;
}

function renderedOf(release: StandInRelease): Readonly<Record<string, string>> {
  return renderedFiles(objectsIn(objectsOf(releasesFleet()), tenantOf(release)));
}
