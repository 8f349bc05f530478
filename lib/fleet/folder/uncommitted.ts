import { spawnSync } from 'node:child_process';

/**
 * Those files of a folder that git has not committed as they are: what a checkout, a merge or a pull brings is no edit of
 * anybody here, and is not lost either. All of them where there is no git, or no commit yet.
 */
export function uncommitted(folder: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) {
    return names;
  }
  const changed = gitNames(folder, ['diff', '--name-only', '--relative', '--no-ext-diff', 'HEAD'], names);
  const unknown = gitNames(folder, ['ls-files', '--others'], names);
  return changed === undefined || unknown === undefined
    ? names
    : names.filter((name) => changed.has(name) || unknown.has(name));
}

/** The names that git answers, below the folder; `undefined` if it has no answer. */
function gitNames(
  folder: string,
  [command = '', ...options]: readonly string[],
  names: readonly string[],
): ReadonlySet<string> | undefined {
  const args = ['--literal-pathspecs', '-C', folder, command, '-z', ...options, '--', ...names];
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 ? new Set(stdout.split('\0')) : undefined;
}
