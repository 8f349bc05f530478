import type { Finding } from '../finding';
import { type Restart, restartsOf } from '../restarts';
import type { ReviewRule } from '../rule';
import { time } from '../words';

/** Pods that end before their successors start: nothing runs meanwhile. */
export const downtime: ReviewRule = (change) =>
  restartsOf(change)
    .filter(({ after }) => after.stopsFirst && after.least > 0 && after.object.kind !== 'DaemonSet')
    .map(findingOf);

function findingOf({ change: { unit, tenant }, after, causes }: Restart): Finding {
  const { object, isPoller, least, graceSeconds, startSeconds } = after;
  const about = { unit, tenant, because: causes, about: [object] };
  const [quick, slow] = [time(startSeconds), time(after.longestStartSeconds + graceSeconds)];
  if (object.kind === 'StatefulSet' && least > 1) {
    const says = `restart of ${least} pods, each stopped before its successor starts: one is missing for about ${quick} each`;
    return { ...about, severity: 'notice', says };
  }
  const why = object.kind === 'StatefulSet' ? 'there must never be two' : 'its strategy stops all pods first';
  const what = isPoller ? 'nothing is read' : 'nothing answers';
  const says = `stopped, then started again, since ${why}: ${what} for about ${quick} beside the up to ${time(graceSeconds)} of its stop, at most ${slow}`;
  return { ...about, severity: isPoller ? 'notice' : 'warning', says };
}
