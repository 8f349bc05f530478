import { atOnce } from './at-once';
import { SHOP } from './fleets';
import { answerOf, TenantPods } from './pods';
import type { Site } from './site';

const FILE = 'audit.log';
const LINES = 40_000;
const ROTATION = 8000;
const PER_SECOND = 4000;

/** What the sidecar of a tenant prints of a file that is rotated under load, up to the end of the pod. */
export function describeSidecar(site: () => Site): void {
  const printed = atOnce(() => printedToTheEnd(site()));

  describe('the sidecar', () => {
    test('prints every line of its file, once and in order, over rotations', async () => {
      const lines = (await printed()).filter((line) => line.startsWith(`${FILE} line `));
      const jumps = lines.filter((line, index) => Number(line.split(' ')[2]) !== index + 1);
      expect(jumps.slice(0, 5)).toEqual([]);
      expect(lines).toHaveLength(LINES);
    });

    test('prints what the server writes while it drains', async () => {
      const drain = (await printed()).filter((line) => line.includes('drain'));
      expect(drain).toEqual([expect.stringContaining('drain begins'), expect.stringContaining('drain ends')]);
    });
  });
}

async function printedToTheEnd({ kubectl }: Site): Promise<string[]> {
  const pods = new TenantPods(kubectl, 'shop', SHOP.audited);
  const pod = await pods.theReady();
  const follow = ['-n', 'shop', 'logs', '--follow', pod.metadata.name, '-c', 'audit-log'];
  const printed = kubectl.ok(follow, { timeoutSeconds: 100 });
  // The stock pattern: a second rotation of a day takes the name of the first again.
  const load = `/log?file=${FILE}&n=${LINES}&rotate=${ROTATION}&persecond=${PER_SECOND}&archive=date`;
  await answerOf(pod, load, 60);
  await kubectl.ok(['-n', 'shop', 'delete', 'pod', pod.metadata.name, '--wait=false']);
  return (await printed).trimEnd().split('\n');
}
