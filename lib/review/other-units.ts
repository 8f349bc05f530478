import { UNIT_LABEL } from '../core/managed-by';
import type { RunningState } from './cluster-source';
import type { ReviewRule } from './rule';

/** Units that run and stand in no file: whoever they are of, an apply of these files does nothing to them. */
export function otherUnits(running: RunningState): ReviewRule {
  return () =>
    running.otherUnits.map((unit) => ({
      severity: 'notice' as const,
      unit,
      says: 'runs in the cluster and is in none of these files: of another fleet, or left. Look whose it is before you delete it',
      run: [`kubectl get all --all-namespaces -l ${UNIT_LABEL}=${unit}`],
      about: [],
    }));
}
