import { ran } from '../core/program';
import { refuseAll, sentence, verbatim } from '../core/refusal';
import type { ProjectImage } from './image-project';

/**
 * Refuses images of the registry whose files changed since git knows their tag in the lock: they would be left out as
 * built already, and the change would never run. Outside of git, and before the first lock, nothing is known.
 */
export async function refuseOtherSources(held: readonly ProjectImage[]): Promise<void> {
  const wrong: string[] = [];
  for (const image of held) {
    const commit = await lockedIn(image);
    const changed = commit === '' ? [] : (await git('diff', '--name-only', commit, '--', image.folder)).split('\n');
    if (changed.length > 0 && changed[0] !== '') {
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
async function lockedIn({ reference, lock }: ProjectImage): Promise<string> {
  return lock === undefined ? '' : git('log', '-1', '--format=%H', `-S"${reference}"`, '--', lock);
}

async function git(...args: readonly string[]): Promise<string> {
  const { code, stdout } = await ran('git', args);
  return code === 0 ? stdout.trim() : '';
}
