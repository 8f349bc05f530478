import { until } from '../wait';
import { atOnce } from './at-once';
import { SHOP } from './fleets';
import { TenantPods } from './pods';
import { answerOf } from './server';
import type { Site } from './site';

const FILE = 'audit.log';
const ROTATIONS = 5;
// Between two rotations, so that the file has lines before the first and after the last one.
const LINES = 7999;
const ROTATED_AFTER = 4000;
const PER_SECOND = 4000;
// Rotations and the drain, on a machine that has much else to do.
const STORY_SECONDS = 420;

/** What the sidecar of a tenant prints of a file that is rotated under load, up to the end of the pod. */
export function describeSidecar(site: () => Site): void {
  const printed = atOnce(() => printedToTheEnd(site()));

  describe('the sidecar', () => {
    test(
      'prints every line of its file, once and in order, over rotations',
      async () => {
        const lines = (await printed()).filter((line) => line.startsWith(`${FILE} line `));
        const jumps = lines.filter((line, index) => Number(line.split(' ')[2]) !== index + 1);
        expect(jumps.slice(0, 5)).toEqual([]);
        expect(lines).toHaveLength(ROTATIONS * LINES);
      },
      STORY_SECONDS * 1000,
    );

    test(
      'prints what the server writes while it drains',
      async () => {
        const drain = (await printed()).filter((line) => line.includes('drain'));
        expect(drain).toEqual([expect.stringContaining('drain begins'), expect.stringContaining('drain ends')]);
      },
      STORY_SECONDS * 1000,
    );
  });
}

async function printedToTheEnd({ kubectl }: Site): Promise<string[]> {
  const pods = new TenantPods(kubectl, 'shop', SHOP.audited);
  const pod = await pods.theReady();
  const follow = ['-n', 'shop', 'logs', '--follow', pod.metadata.name, '-c', 'audit-log'];
  const printed = kubectl.ok(follow, { timeoutSeconds: STORY_SECONDS });
  for (let rotation = 0; rotation < ROTATIONS; rotation += 1) {
    const from = 1 + rotation * LINES;
    // The stock pattern: a second rotation of a day takes the name of the first again.
    const load = `/log?file=${FILE}&from=${from}&n=${LINES}&rotate=${ROTATED_AFTER}&persecond=${PER_SECOND}&archive=date`;
    await answerOf(pod, load, 60);
    // A file that is gone before anybody looked cannot be printed: the next rotation waits for the look after the last.
    const last = ['-n', 'shop', 'logs', '--tail=1', pod.metadata.name, '-c', 'audit-log'];
    await until(
      `line ${from + LINES - 1}`,
      60,
      async () => Number((await kubectl.ok(last)).split(' ')[2]) >= from + LINES - 1,
    );
  }
  await pods.stop();
  return (await printed).trimEnd().split('\n');
}
