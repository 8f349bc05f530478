import { busyboxImage } from './image/busybox';
import { homeOf, standInImage } from './image/stand-in';
import { DEPLOYMENT_TOML, PRINTED_LOG, SMOKE_IMAGES, smokeTenant } from './node-smoke-manifests';
import { describeOnNode } from './node-suite';
import { factsOf, type StandInRelease } from './stand-in/releases';
import { until } from './wait';

const RELEASES: readonly StandInRelease[] = ['4.6.0', '4.1.0'];
const LINES = 100_000;

const images = () => [
  busyboxImage([SMOKE_IMAGES.tools]),
  ...RELEASES.map((release) => standInImage(release, [SMOKE_IMAGES.server(release)])),
];

describeOnNode('a tenant on a real node', images, (suite) => {
  describe.each(RELEASES)('a pod of the stand-in for %s', (release) => {
    const namespace = `tenant-${release.replaceAll('.', '-')}`;
    const { user } = factsOf(release);
    const home = homeOf(release);
    const kubectl = (...args: string[]) => suite().plane.kubectl.ok(['--namespace', namespace, ...args]);
    const inServer = (script: string) => kubectl('exec', 'deployment/tenant', '-c', 'mi', '--', 'sh', '-c', script);
    const addressOf = async (kind: string, path: string) => kubectl('get', kind, '-o', `jsonpath={${path}}`);
    const podAddress = () => addressOf('pods', '.items[0].status.podIP');

    beforeAll(async () => {
      await suite().plane.kubectl.apply(smokeTenant(namespace, release));
      await kubectl('rollout', 'status', 'deployment/tenant', '--timeout=60s');
    });

    test('runs as the user of the release and says its facts', async () => {
      expect((await inServer('echo $(id -u):$(id -g)')).trim()).toBe(`${user}:${user}`);
      const heap = ['-Xms128m', '-Xmx512m'];
      const said = { release, uid: user, gid: user, generation: 'first', jvmMemOpts: heap.join(' '), heap };
      expect(await answer(await podAddress(), '/some/path')).toMatchObject({ ...said, path: '/some/path' });
    });

    test('has its probes where the release has them', async () => {
      const status = async (path: string) => (await fetch(`http://${await podAddress()}:9201${path}`)).status;
      expect(await status('/healthz')).toBe(200);
      expect(await status('/liveness')).toBe(factsOf(release).liveness ? 200 : 404);
    });

    test('a Service leads to it', async () => {
      const address = await addressOf('service/tenant', '.spec.clusterIP');
      const answered = () => answer(address, '/');
      expect(await until('an answer of the Service', 10, answered)).toMatchObject({ release });
      expect(await inServer(`wget -q -O - http://${address}:8290/`)).toContain(release);
    });

    test('its configuration came from the config map and can be written', async () => {
      expect(await inServer(`cat ${home}/conf/deployment.toml`)).toBe(DEPLOYMENT_TOML);
      expect(await inServer(`cat ${home}/repository/resources/security/keystore.jks`)).toBe('from-the-secret');
      await inServer(`echo '# more' >> ${home}/conf/deployment.toml && test ! -e ${home}/tmp/left-over`);
      // What the image has keeps its mode; what is new takes that of the volume.
      const modes = await inServer(
        `cd ${home} && stat -c '%a %u' conf/deployment.toml repository/resources/security/keystore.jks`,
      );
      expect(modes.trim().split('\n')).toEqual([`644 ${user}`, `440 ${user}`]);
    });

    test('ends within its grace period, loses no request and no line', async () => {
      const pod = (await kubectl('get', 'pods', '-o', 'name')).trim();
      const address = await podAddress();
      const limit = { timeoutSeconds: 60 };
      const printed = suite().plane.kubectl.ok(['-n', namespace, 'logs', '--follow', pod, '-c', 'logs'], limit);
      await answer(address, `/log?file=${PRINTED_LOG}&n=${LINES}&rotate=1000&persecond=20000`);
      await suite().plane.kubectl.ok(['-n', namespace, 'scale', 'deployment/tenant', '--replicas=0']);
      const began = Date.now();
      const inFlight = Array.from({ length: 20 }, () => answer(address, '/slow?ms=5000'));
      await kubectl('wait', pod, '--for=delete', '--timeout=60s');
      const seconds = (Date.now() - began) / 1000;
      console.log(`${release}: the pod was gone after ${seconds.toFixed(1)} s`);
      expect(seconds).toBeLessThan(12);
      expect(await Promise.all(inFlight)).toHaveLength(20);
      expectEachLineOnce(await printed);
    });
  });
});

async function answer(address: string, path: string): Promise<unknown> {
  const response = await fetch(`http://${address}:8290${path}`, { signal: AbortSignal.timeout(60_000) });
  if (response.status !== 200) throw new Error(`${path} must be answered with 200, got ${response.status}`);
  return response.json();
}

function expectEachLineOnce(printed: string): void {
  const lines = printed.split('\n');
  const written = lines.filter((line) => line.startsWith(`${PRINTED_LOG} line `));
  const numbers = written.map((line) => Number(line.split(' ')[2]));
  const jumps = numbers.flatMap((number, index) => (number === index + 1 ? [] : [`${number} as line ${index + 1}`]));
  expect(jumps.slice(0, 5)).toEqual([]);
  expect(numbers).toHaveLength(LINES);
  expect(lines.filter((line) => line.includes('drain begins'))).toHaveLength(1);
  expect(lines.filter((line) => line.includes('drain ends'))).toHaveLength(1);
}
