import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { STATE } from '../../../lib/fleet/folder/held-files';
import { OutputFolder } from '../../../lib/fleet/folder/output-folder';
import { summary } from '../../../lib/fleet/folder/summary';
import { errorOf, refusalOf } from '../../manifests';

const MARK = 'mine';
let path: string;

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'summary-'));
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

/** What a program writes that has a fleet "mi" of these units, and says of it. */
function synth(program: string, ...units: readonly string[]): string {
  const owner = { fleet: 'mi', by: {}, program: join(path, '..', program), markIn: () => MARK, mayHold: () => false };
  const files = units.map((unit) => ({ name: `${unit}.k8s.yaml`, text: `# ${MARK}\n${unit}\n` }));
  return summary(path, new OutputFolder(path, owner, 200).write(files));
}

const at = (name: string) => join(relative('.', path), name);

describe('two programs with a fleet of one name, from a fresh clone, which has the files and no word of who wrote them', () => {
  beforeEach(() => {
    synth('one.ts', 'a', 'both');
    rmSync(join(path, STATE), { recursive: true });
  });

  test('the file of the one is removed by the other, which says why that may be wrong; git has it', () => {
    expect(synth('two.ts', 'b', 'both')).toBe(
      `${at('.')}: 1 written, 1 unchanged, 1 removed\n` +
        `  wrote ${at('b.k8s.yaml')}\n` +
        `  removed ${at('a.k8s.yaml')}, which no synth here had written; if it is of another program, give one of the two ` +
        'fleets another name\n',
    );
  });

  test('from then on the two are told apart: the next is refused, and removes nothing', () => {
    synth('two.ts', 'b', 'both');
    expect(errorOf(() => synth('one.ts', 'a', 'both'))).toBe(
      refusalOf(
        `name of fleet "mi" must be of one fleet alone in folder "${path}", got "b.k8s.yaml", written by ../two.ts, ` +
          'which ../one.ts would remove; give one of the two another name; if there is only one, remove its old files',
      ),
    );
    expect(readdirSync(path).sort()).toEqual([STATE, 'b.k8s.yaml', 'both.k8s.yaml']);
  });
});

test('what a synth here had written is removed without more words', () => {
  synth('one.ts', 'a', 'both');
  expect(synth('one.ts', 'both')).toBe(
    `${at('.')}: 0 written, 1 unchanged, 1 removed\n  removed ${at('a.k8s.yaml')}\n`,
  );
});
