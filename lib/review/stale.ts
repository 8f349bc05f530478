import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gitLines } from '../core/git';
import { STATE } from '../fleet/folder/held-files';

/** A source that a render follows from, and no test or type alone. */
const SOURCE = /(?<!\.d|\.test|\.spec)\.[cm]?tsx?$/;

/**
 * What is to be said where sources changed since a revision and the manifests in a folder are older than they:
 * a review of these tells nothing of that. `undefined` where synth was run after, or nothing says that it was not.
 */
export function staleHint(folder: string, revision: string, changes: boolean): string | undefined {
  const sources = [
    ...gitLines(['diff', '--name-only', '--relative', '--no-ext-diff', revision, '--']),
    ...gitLines(['ls-files', '--others', '--exclude-standard']),
  ].filter((name) => SOURCE.test(name) && !/^tests?\//.test(name) && existsSync(name));
  const written = join(folder, STATE, 'digests');
  const isKnown = existsSync(written);
  const since = isKnown ? statSync(written).mtimeMs : 0;
  const [first, ...others] = sources.filter((name) => statSync(name).mtimeMs > since);
  if (first === undefined || (!isKnown && changes)) {
    return undefined;
  }
  const names = `${first}${others.length === 0 ? '' : ` and ${others.length} more`}`;
  return isKnown
    ? `${names} changed after synth wrote ${folder} last: what is told is not what the sources say now; run synth first`
    : `${names} changed since ${revision}, and ${folder} did not: if it should have, run synth first`;
}
