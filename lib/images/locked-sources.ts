import { gitLines } from '../core/git';
import { refuseAll, sentence, verbatim } from '../core/refusal';
import type { ProjectImage } from './image-project';

/**
 * Refuses images of the registry whose files changed since git knows their tag in the lock, new ones too: they would be
 * left out as built already, and the change would never run. Outside of git, and before the first lock, nothing is known.
 */
export function refuseOtherSources(held: readonly ProjectImage[]): void {
  const wrong: string[] = [];
  for (const image of held) {
    const [commit] = lockedIn(image);
    const changed = commit === undefined ? [] : changedSince(commit, image.folder);
    if (commit !== undefined && changed.length > 0) {
      wrong.push(
        sentence({
          prop: 'files',
          kind: 'image',
          id: image.reference,
          must: 'be those that its tag was locked with',
          got: verbatim(`${changed.join(', ')} changed since ${commit.slice(0, 7)}`),
          instead: 'raise the version of the application, or the build of the base',
        }),
      );
    }
  }
  refuseAll(wrong);
}

/** The commit that wrote the tag into the lock. */
function lockedIn({ reference, lock }: ProjectImage): string[] {
  return lock === undefined ? [] : gitLines(['log', '-1', '--format=%H', `-S"${reference}"`, '--', lock]);
}

function changedSince(commit: string, folder: string): string[] {
  return [
    ...gitLines(['diff', '--name-only', '--no-ext-diff', commit, '--', folder]),
    ...gitLines(['ls-files', '--others', '--exclude-standard', '--full-name', '--', folder]),
  ];
}
