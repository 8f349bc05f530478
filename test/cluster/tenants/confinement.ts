import { atOnce } from './at-once';
import { READER } from './fleets';
import { type RunningPod, TenantPods } from './pods';
import { POLLED, POLLER, type Site } from './site';

const USER = '10802';
const CONFIGURED = '/home/wso2carbon/wso2-config-volume';

// The tenants of `dist/` whose pods stay, and the poller's neighbour.
const TENANTS = [
  ['clinic', 'doctor-appointment', 2],
  ['clinic', READER, 1],
  ['retail', 'barcode-lookup', 2],
] as const;

/** What a process in a pod of `dist/` may do. */
export function describeConfinement(site: () => Site): void {
  const tenants = TENANTS.map(([namespace, name, count]) => {
    const pods = () => new TenantPods(site().kubectl, namespace, name);
    return { namespace, name, pods, ready: atOnce(() => pods().ready(count)) };
  });

  describe.each(tenants)('$namespace/$name', ({ pods, ready }) => {
    test('its server runs as one user, without capabilities, token or writable configuration', async () => {
      for (const pod of await ready()) {
        expect(await statusOf(pods(), pod)).toEqual(CONFINED);
        const tried = ['ls /var/run/secrets', `touch ${CONFIGURED}/new`, `touch ${CONFIGURED}/conf/deployment.toml`];
        const [token = '', ...writes] = (await pods().run(pod, tried.join(' 2>&1; ').concat(' 2>&1 || true'))).split(
          '\n',
        );
        expect(token).toContain('No such file');
        expect(writes).toEqual([expect.stringContaining('Read-only'), expect.stringContaining('Read-only')]);
      }
    });
  });

  describe('the sidecar of the poller', () => {
    const pods = () => new TenantPods(site().kubectl, 'clinic', POLLER);
    const inSidecar = async (line: string) => pods().run(await pods().theReady(), line, 'audit-log');

    test('runs as the same user, without capabilities or token', async () => {
      expect(await statusOf(pods(), await pods().theReady(), 'audit-log')).toEqual(CONFINED);
      expect(await inSidecar('ls /var/run/secrets 2>&1 || true')).toContain('No such file');
    });

    test.each(['/new', '/tmp/new', '/logs/new', '/logs/audit.log', '/follow/new'])('cannot write %s', async (file) => {
      expect(await inSidecar(`{ echo >>${file}; } 2>&1 || true`)).toContain('Read-only file system');
    });

    test('sees the log folder, and no shared volume', async () => {
      expect(await inSidecar('ls /logs')).toContain('audit.log');
      expect(await inSidecar(`ls ${POLLED} 2>&1 || true`)).toContain('No such file');
    });
  });
}

const CONFINED = { Uid: USER, Gid: USER, CapEff: '0000000000000000', NoNewPrivs: '1', Seccomp: '2' };

// Each number of a process stands four times there for a user and a group: real, effective, saved and for files.
async function statusOf(pods: TenantPods, pod: RunningPod, container?: string): Promise<object> {
  const text = await pods.run(pod, 'cat /proc/1/status', container);
  const lines = text.split('\n').map((line) => line.split(/:?\s+/));
  return Object.fromEntries(
    lines.filter(([key = '']) => key in CONFINED).map(([key, ...values]) => [key, [...new Set(values)].join()]),
  );
}
