import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const lib = join(__dirname, '..', 'lib');
const sources = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

function lines(name: string): string[] {
  return readFileSync(join(lib, name), 'utf8').split('\n');
}

/** The lines of a file that match, each with the line above it. */
function above(name: string, pattern: RegExp): ReadonlyArray<readonly [string, string]> {
  const all = lines(name);
  return all.flatMap((line, index) =>
    pattern.test(line) ? [[line.trim(), (all[index - 1] ?? '').trim()] as const] : [],
  );
}

describe.each(sources)('%s', (name) => {
  test('every exported name has a doc comment', () => {
    const bare = above(name, /^export (?!\{|type \{|\*)/).filter(([, comment]) => !comment.endsWith('*/'));
    expect(bare).toEqual([]);
  });

  test('every optional prop of a public interface ends its comment with what happens without it', () => {
    const all = lines(name);
    const props = all.flatMap((line, index) => (/^ {2}readonly \w+\?:/.test(line) ? [index] : []));
    const silent = props.filter((index) => {
      const documented = all[index - 1]?.trim() === '*/' || all[index - 1]?.trim().startsWith('/**');
      return documented && !/@default (- )?\S/.test(all.slice(Math.max(0, index - 4), index).join('\n'));
    });
    expect(silent.map((index) => all[index]?.trim())).toEqual([]);
  });
});
