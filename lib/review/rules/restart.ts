import { restartsOf } from '../restarts';
import type { ReviewRule } from '../rule';
import { counted, time } from '../words';

/** Pods that are replaced one after the other while others answer. */
export const restart: ReviewRule = (change) =>
  restartsOf(change)
    .filter(({ after }) => !after.stopsFirst && after.least > 0 && after.object.kind !== 'DaemonSet')
    .map(({ change: { unit, tenant }, after, causes }) => {
      const { least, most, atOnce, object } = after;
      const rounds = Math.ceil(least / atOnce);
      const pods = least === most ? counted(least, 'pod') : `${least} to ${most} pods`;
      const about = time(rounds * after.startSeconds);
      const longest = time(rounds * after.longestStartSeconds + after.graceSeconds);
      const how = object.kind === 'Rollout' ? 'in the steps of its Rollout' : `${atOnce} at a time`;
      return {
        severity: 'notice',
        unit,
        tenant,
        says: `rolling restart of ${pods}, ${how}: about ${about}, at most ${longest}; a pod takes up to ${time(after.graceSeconds)} to stop`,
        because: causes,
        about: [object],
      };
    });
