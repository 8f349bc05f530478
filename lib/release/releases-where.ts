import { type Complaint, verbatim } from '../core/refusal';
import { MI_RELEASES, type MiFacts, type MiRelease } from './mi-release';

/** The releases of which something holds, as sentences name them: `from 4.5 on`, `up to 4.1`, `4.0 to 4.5`, `all`. */
export function releasesWhere(holds: (facts: MiFacts) => boolean): string {
  const all = Object.entries(MI_RELEASES).map(([release, facts]) => ({
    release: release.replace(/\.0$/, ''),
    holds: holds(facts),
  }));
  const runs = all.flatMap(({ release, holds: begins }, first) => {
    if (!begins || all[first - 1]?.holds) {
      return [];
    }
    const after = all.findIndex((one, index) => index > first && !one.holds);
    const last = all[after - 1]?.release;
    const ends = last === undefined ? `from ${release} on` : release === last ? release : `${release} to ${last}`;
    return [first > 0 ? ends : last === undefined ? 'all' : `up to ${last}`];
  });
  return runs.join(' and ') || 'none';
}

/** What is wrong with a prop that only some releases have; nothing if this one does. */
export function releaseComplaints(
  prop: string,
  release: MiRelease,
  has: (facts: MiFacts) => boolean,
  instead: string,
): Complaint[] {
  return has(MI_RELEASES[release])
    ? []
    : [{ prop, must: `be for releases ${releasesWhere(has)}`, got: verbatim(`release ${release}`), instead }];
}
