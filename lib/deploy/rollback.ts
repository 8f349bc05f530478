import type { Manifest } from '../diff/manifest';
import { type Kubectl, placeOf, titleOf } from './kubectl';
import type { Changed, UnitLease } from './lease';
import { handBack } from './live';
import type { Teller } from './teller';

/** What became of a workload that was to go back. */
export interface RolledBack {
  readonly workload: string;
  /**
   * Why it stays as it is.
   *
   * @default - it went back
   */
  readonly reason?: string;
}

/** A workload, and how far it goes back. */
export interface Undo {
  readonly workload: Manifest;
  /**
   * The revision of before.
   *
   * @default - the one before the present one
   */
  readonly revision?: string;
}

/** Those of some objects that a deploy changed. */
export function changedOf(objects: readonly Manifest[], changed: readonly Changed[]): readonly Undo[] {
  return changed.flatMap(({ title, revision }) =>
    objects.filter((object) => titleOf(object) === title).map((workload) => ({ workload, revision })),
  );
}

/**
 * Brings workloads back to the image and the configuration of before, and gives their fields back to the apply, so that
 * the next deploy meets no conflict. What has no history stays.
 */
export async function rollBack(
  kubectl: Kubectl,
  lease: UnitLease,
  undos: readonly Undo[],
  teller: Teller,
): Promise<readonly RolledBack[]> {
  const done: RolledBack[] = [];
  for (const { workload, revision } of undos) {
    const name = `${workload.kind.toLowerCase()}/${workload.metadata.name}`;
    const { code, stderr } = await kubectl.run([
      'rollout',
      'undo',
      name,
      ...placeOf(workload),
      ...(revision === undefined ? [] : [`--to-revision=${revision}`]),
    ]);
    const reason = code === 0 ? undefined : stderr.trim().replace(/^error: /, '');
    if (reason === undefined) {
      await handBack(kubectl, workload);
    }
    teller.say(`${titleOf(workload)}: ${reason === undefined ? 'went back' : `stays: ${reason}`}`);
    done.push({ workload: titleOf(workload), reason });
  }
  await lease.forget(done.filter(({ reason }) => reason === undefined).map(({ workload }) => workload));
  return done;
}
