import type { Manifest } from '../../diff/manifest';
import type { Finding } from '../finding';
import { at, textAt } from '../read';
import { type Restart, restartsOf } from '../restarts';
import type { ReviewRule } from '../rule';
import { shown, time } from '../words';
import type { Workload } from '../workload';

/** Pods of which each node has one, and which are replaced node by node. */
export const daemonSets: ReviewRule = (change) =>
  restartsOf(change)
    .filter(({ after }) => after.object.kind === 'DaemonSet')
    .map(findingOf);

function findingOf({ change: { unit, tenant }, after, causes }: Restart): Finding {
  return { severity: 'notice', unit, tenant, says: saysOf(after), because: causes, about: [after.object] };
}

function saysOf({ object, stopsFirst, startSeconds, longestStartSeconds, graceSeconds }: Workload): string {
  if (textAt(object, 'spec', 'updateStrategy', 'type') === 'OnDelete') {
    return 'its pods stay as they are until somebody deletes them: its strategy is OnDelete';
  }
  const [quick, slow] = [time(startSeconds), time(longestStartSeconds + graceSeconds)];
  const how = stopsFirst
    ? `each stopped before its successor starts: a node is without it for about ${quick} beside the up to ${time(graceSeconds)} of its stop, at most ${slow}`
    : `each when its successor runs: about ${quick} a node, at most ${slow}`;
  return `restart of the pod of every node, ${atOnceOf(object, stopsFirst)} at a time, ${how}`;
}

/** How many nodes are looked at together: one, where nothing is said. */
function atOnceOf(object: Manifest, stopsFirst: boolean): string {
  const amount = at(object, 'spec', 'updateStrategy', 'rollingUpdate', stopsFirst ? 'maxUnavailable' : 'maxSurge');
  if (typeof amount === 'string' && amount.endsWith('%')) {
    return `${amount} of the nodes`;
  }
  return amount === undefined || amount === 1 || amount === '1' ? 'one node' : `${shown(amount)} nodes`;
}
