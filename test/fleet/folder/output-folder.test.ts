import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { STATE } from '../../../lib/fleet/folder/held-files';
import { OutputFolder } from '../../../lib/fleet/folder/output-folder';
import { takeNote } from '../../../lib/fleet/folder/writers';
import { errorOf, refusalOf } from '../../manifests';

const MARK = 'mine';
const owner = { fleet: 'mi', by: {}, markIn: () => MARK, mayHold: () => false };
let path: string;
let folder: OutputFolder;

beforeEach(() => {
  path = fs.mkdtempSync(join(tmpdir(), 'output-folder-'));
  folder = new OutputFolder(path, owner, 200);
});
afterEach(() => {
  jest.restoreAllMocks();
  fs.rmSync(path, { recursive: true, force: true });
});

function file(name: string, text: string): { name: string; text: string } {
  return { name, text: `# ${MARK}\n${text}\n` };
}

/** The files of the folder and what they say after the mark, without what a write keeps for itself. */
function content(at = path): Record<string, string> {
  const entries = fs.readdirSync(at, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files
      .filter((name) => !name.includes(STATE))
      .sort()
      .map((name) => [name.slice(at.length + 1), fs.readFileSync(name, 'utf8').replace(`# ${MARK}\n`, '').trim()]),
  );
}

const NOTHING = { written: [], unchanged: [], removed: [], inherited: [], edited: [] };

describe('what is written', () => {
  test('files are written, then left alone while their text is the same', () => {
    const files = [file('a.k8s.yaml', '1')];
    expect(folder.write(files)).toEqual({ ...NOTHING, written: ['a.k8s.yaml'] });
    const before = fs.statSync(join(path, 'a.k8s.yaml'));
    expect(folder.write(files)).toEqual({ ...NOTHING, unchanged: ['a.k8s.yaml'] });
    expect(fs.statSync(join(path, 'a.k8s.yaml')).ino).toBe(before.ino);
    expect(fs.statSync(join(path, 'a.k8s.yaml')).mtimeMs).toBe(before.mtimeMs);
  });

  test('a file that is not wanted any more is removed if its first line is the mark', () => {
    folder.write([file('a.k8s.yaml', '1'), file('gone.k8s.yaml', '1')]);
    fs.writeFileSync(join(path, 'theirs.yaml'), '# another\n');
    fs.writeFileSync(join(path, 'longer.yaml'), `# ${MARK} of somebody else\n`);
    fs.writeFileSync(join(path, 'copy.yaml.bak'), `# ${MARK}\n`);
    fs.writeFileSync(join(path, 'empty.yaml'), '');
    fs.mkdirSync(join(path, 'folder.yaml'));
    fs.symlinkSync('a.k8s.yaml', join(path, 'link.yaml'));
    expect(folder.write([file('a.k8s.yaml', '1')])).toMatchObject({ removed: ['gone.k8s.yaml'] });
    expect(fs.readdirSync(path).sort()).toEqual([
      STATE,
      'a.k8s.yaml',
      'copy.yaml.bak',
      'empty.yaml',
      'folder.yaml',
      'link.yaml',
      'longer.yaml',
      'theirs.yaml',
    ]);
  });

  test('a file that is no YAML is removed if a write here has made it', () => {
    folder.write([file('a.k8s.yaml', '1'), { name: 'notes.txt', text: `// ${MARK}\n` }]);
    expect(folder.write([file('a.k8s.yaml', '1')])).toMatchObject({ removed: ['notes.txt'] });
  });

  test('a folder for some of the files comes and goes with them', () => {
    folder.write([file('a.k8s.yaml', '1'), file('below/b.yaml', '2'), file('below/c.yaml', '3')]);
    expect(content()).toEqual({ 'a.k8s.yaml': '1', 'below/b.yaml': '2', 'below/c.yaml': '3' });
    folder.write([file('a.k8s.yaml', '1'), file('below/c.yaml', '3')]);
    expect(content()).toEqual({ 'a.k8s.yaml': '1', 'below/c.yaml': '3' });
  });

  test('the folder is made, with all above it', () => {
    const deep = join(path, 'x', 'y');
    new OutputFolder(deep, owner).write([file('a.k8s.yaml', '1')]);
    expect(content(deep)).toEqual({ 'a.k8s.yaml': '1' });
  });

  test('a file of ours whose line ends a checkout has turned is ours', () => {
    fs.writeFileSync(join(path, 'a.k8s.yaml'), file('a', '1').text.replaceAll('\n', '\r\n'));
    expect(folder.write([file('a.k8s.yaml', '1')])).toEqual({ ...NOTHING, written: ['a.k8s.yaml'] });
  });

  test('git does not see what a write keeps for itself, and nothing in it is taken for a manifest', () => {
    folder.write([file('a.k8s.yaml', '1')]);
    fs.writeFileSync(join(path, 'a.k8s.yaml'), file('a', 'by hand').text);
    folder.write([file('a.k8s.yaml', '2')]);
    expect(fs.readFileSync(join(path, STATE, '.gitignore'), 'utf8')).toBe('*\n');
    expect(fs.readdirSync(join(path, STATE), { recursive: true }).sort()).toEqual([
      '.gitignore',
      'digests',
      'edited',
      'edited/a.k8s.yaml.txt',
      'writers',
    ]);
  });
});

describe('what somebody else has written', () => {
  const named = (sentence: string) => refusalOf(`${sentence}; move it away, or write to another folder`);
  const own = (got: string) => `file of output folder "${path}" must be this fleet’s own to be replaced, got ${got}`;

  test('a file in the place of a wanted one is named, not replaced', () => {
    fs.writeFileSync(join(path, 'a.k8s.yaml'), 'precious: true\n');
    expect(errorOf(() => folder.write([file('a.k8s.yaml', '1'), file('b.k8s.yaml', '2')]))).toBe(
      named(own('"a.k8s.yaml", whose first line is not "mine"')),
    );
    expect(content()).toEqual({ 'a.k8s.yaml': 'precious: true' });
  });

  test('a folder in the place of a wanted file is named too, and a link, even one to a file of ours', () => {
    fs.mkdirSync(join(path, 'a.k8s.yaml'));
    fs.writeFileSync(join(path, 'ours'), `# ${MARK}\n`);
    fs.symlinkSync('ours', join(path, 'b.k8s.yaml'));
    const sentences = ['a', 'b'].map((name) => `- ${own(`"${name}.k8s.yaml", which is no file`)}; move it away,`);
    const error = errorOf(() => folder.write([file('a.k8s.yaml', '1'), file('b.k8s.yaml', '1')]));
    expect(error.split('\n').slice(1)).toEqual(sentences.map((one) => `${one} or write to another folder`));
  });

  test('a file in the place of a folder is named', () => {
    fs.writeFileSync(join(path, 'below'), 'precious');
    expect(errorOf(() => folder.write([file('below/a.yaml', '1')]))).toBe(
      named(`folder "below" of output folder "${path}" must be a folder, got a file`),
    );
  });

  test('what was changed by hand is kept beside, and said', () => {
    folder.write([file('a.k8s.yaml', '1'), file('b.k8s.yaml', '1'), file('c.k8s.yaml', '1')]);
    for (const name of ['a', 'b']) {
      fs.writeFileSync(join(path, `${name}.k8s.yaml`), file('', `${name} by hand`).text);
    }
    const files = [file('a.k8s.yaml', '1'), file('c.k8s.yaml', '2')];
    expect(folder.write(files)).toEqual({
      written: ['a.k8s.yaml', 'c.k8s.yaml'],
      unchanged: [],
      removed: ['b.k8s.yaml'],
      inherited: [],
      edited: ['a.k8s.yaml', 'b.k8s.yaml'],
    });
    const kept = (name: string) => fs.readFileSync(join(path, STATE, 'edited', `${name}.k8s.yaml.txt`), 'utf8');
    expect(['a', 'b'].map(kept)).toEqual(['a', 'b'].map((name) => file('', `${name} by hand`).text));
    expect(folder.write([file('a.k8s.yaml', '1'), file('c.k8s.yaml', '3')]).edited).toEqual([]);
  });
});

describe('a fleet that has none of the files of its name', () => {
  const refused = (...names: readonly string[]) =>
    refusalOf(
      `name of fleet "mi" must be of one fleet alone in folder "${path}", ` +
        `got ${names.map((name) => `"${name}"`).join(', ')} of a fleet of this name, and none of them in this one; ` +
        'give one of the two another name; if there is only one, remove its old files',
    );

  test('is refused: it is another fleet of this name', () => {
    folder.write([file('a.k8s.yaml', '1'), file('b.k8s.yaml', '1')]);
    expect(errorOf(() => folder.write([file('c.k8s.yaml', '1')]))).toBe(refused('a.k8s.yaml', 'b.k8s.yaml'));
    expect(content()).toEqual({ 'a.k8s.yaml': '1', 'b.k8s.yaml': '1' });
  });

  test('is refused: its units were lost', () => {
    folder.write([file('a.k8s.yaml', '1')]);
    expect(errorOf(() => folder.write([]))).toBe(refused('a.k8s.yaml'));
    expect(content()).toEqual({ 'a.k8s.yaml': '1' });
  });

  test('is refused, sharing a file, where another fleet of this process or another program wrote the rest', () => {
    const by = {};
    takeNote(by);
    const other = new OutputFolder(path, { ...owner, by }, 200);
    const program = relative(path, process.argv[1] ?? '');
    folder.write([file('a.k8s.yaml', '1'), file('both.k8s.yaml', '1')]);
    const before = content();
    expect(errorOf(() => other.write([file('b.k8s.yaml', '1'), file('both.k8s.yaml', '2')]))).toBe(
      refusalOf(
        `name of fleet "mi" must be of one fleet alone in folder "${path}", got "a.k8s.yaml", written by ${program}, ` +
          `which ${program}, as its fleet no. 2 would remove; ` +
          'give one of the two another name; if there is only one, remove its old files',
      ),
    );
    expect(content()).toEqual(before);
    folder.write([file('both.k8s.yaml', '1')]);
    expect(content()).toEqual({ 'both.k8s.yaml': '1' });
  });

  test('is refused, sharing a file, where another program wrote the rest, and the same fleet may lose a unit', () => {
    const program = process.argv[1] ?? '';
    folder.write([file('a.k8s.yaml', '1'), file('both.k8s.yaml', '1')]);
    try {
      process.argv[1] = join(path, '..', 'other.ts');
      expect(errorOf(() => new OutputFolder(path, owner).write([file('both.k8s.yaml', '2')]))).toContain(
        `got "a.k8s.yaml", written by ${relative(path, program)}, which ../other.ts would remove; give one`,
      );
    } finally {
      process.argv[1] = program;
    }
    expect(content()).toEqual({ 'a.k8s.yaml': '1', 'both.k8s.yaml': '1' });
    expect(folder.write([file('both.k8s.yaml', '1')]).removed).toEqual(['a.k8s.yaml']);
  });

  test('is taken when there are none', () => {
    expect(folder.write([])).toEqual(NOTHING);
  });

  test('is taken when its files only move into a folder', () => {
    folder.write([file('a.k8s.yaml', '1')]);
    folder.write([file('staging/a.k8s.yaml', '1')]);
    expect(content()).toEqual({ 'staging/a.k8s.yaml': '1' });
  });
});

type Step = 'writeFileSync' | 'renameSync' | 'rmSync' | 'linkSync' | 'copyFileSync' | 'mkdirSync' | 'rmdirSync';
const STEPS: readonly Step[] = [
  'writeFileSync',
  'renameSync',
  'rmSync',
  'linkSync',
  'copyFileSync',
  'mkdirSync',
  'rmdirSync',
];

/** Lets every change of the file system ask first. */
function beforeEachStep(ask: (step: Step, count: number) => void): void {
  let count = 0;
  for (const step of STEPS) {
    const original: unknown = fs[step];
    jest.spyOn(fs, step).mockImplementation((...args: unknown[]) => {
      count += 1;
      ask(step, count);
      return Reflect.apply(original as () => undefined, fs, args);
    });
  }
}

function fault(code: string): Error {
  return Object.assign(new Error(`${code}: as the system says it`), { code });
}

describe('old or new, and nothing between', () => {
  const OLD = [file('a.k8s.yaml', 'old'), file('b.k8s.yaml', 'old'), file('gone.k8s.yaml', 'old')];
  const NEW = [file('a.k8s.yaml', 'new'), file('b.k8s.yaml', 'new'), file('below/new.k8s.yaml', 'new')];
  const [old, next] = [OLD, NEW].map((files) =>
    Object.fromEntries(files.map(({ name, text }) => [name, text.slice(7, -1)])),
  );

  /** A lock of a process that was killed is one of a process that does not exist. */
  function die(): void {
    const dead = (name: string) => name.replace(`${process.pid}@`, '999999999@');
    for (const folder of ['', 'lock'].map((name) => join(path, STATE, name)).filter((name) => fs.existsSync(name))) {
      for (const name of fs.readdirSync(folder).filter((one) => one.includes('@'))) {
        fs.renameSync(join(folder, name), join(folder, dead(name)));
      }
    }
  }

  test('a process that is killed before any step of a write leaves what the next run makes whole', () => {
    const seen = new Set<string>();
    let steps = 0;
    for (let killedAt = 1; killedAt <= steps + 1; killedAt += 1) {
      fs.rmSync(path, { recursive: true });
      new OutputFolder(path, owner).write(OLD);
      let at = 0;
      beforeEachStep((_, count) => {
        at = count;
        if (count >= killedAt) {
          throw new Error('killed');
        }
      });
      const error = errorOf(() => new OutputFolder(path, owner).write(NEW));
      jest.restoreAllMocks();
      steps = Math.max(steps, at);
      die();
      new OutputFolder(path, owner, 2000).recover();
      const now = content();
      seen.add(now['a.k8s.yaml'] ?? 'nothing');
      expect({ killedAt, error, now }).toEqual({ killedAt, error, now: now['a.k8s.yaml'] === 'old' ? old : next });
      new OutputFolder(path, owner, 2000).write(NEW);
      expect(content()).toEqual(next);
      expect(fs.readdirSync(join(path, STATE)).sort()).toEqual(['.gitignore', 'digests', 'writers']);
    }
    expect(steps).toBeGreaterThan(20);
    expect([...seen].sort()).toEqual(['new', 'old']);
  });

  test.each(STEPS)('a %s that fails leaves the folder as it was, whichever it is, and says why', (failing) => {
    let failures = 0;
    for (let failsAt = 1, done = false; !done; failsAt += 1) {
      fs.rmSync(path, { recursive: true });
      new OutputFolder(path, owner).write(OLD);
      let at = 0;
      beforeEachStep((step) => {
        at += step === failing ? 1 : 0;
        if (step === failing && at === failsAt) {
          throw fault('ENOSPC');
        }
      });
      const error = errorOf(() => new OutputFolder(path, owner).write(NEW));
      jest.restoreAllMocks();
      done = at < failsAt;
      failures += error === '' ? 0 : 1;
      expect({ failsAt, now: content() }).toEqual({ failsAt, now: error === '' ? next : old });
      expect([
        '',
        `path of output folder "${path}" must have room for the files, got a full disk; make room; what was there is as it was`,
      ]).toContain(error);
    }
    expect(failures).toBeGreaterThanOrEqual(
      failing === 'linkSync' || failing === 'copyFileSync' || failing === 'rmdirSync' ? 0 : 1,
    );
  });

  test('nothing is written through a link that stands where a write gets ready', () => {
    folder.write(OLD);
    const precious = join(path, 'precious');
    fs.mkdirSync(precious);
    fs.writeFileSync(join(precious, '0'), 'precious');
    fs.symlinkSync(precious, join(path, STATE, 'staged'));
    fs.symlinkSync(join(precious, '0'), join(path, STATE, 'journal-draft'));
    folder.write(NEW);
    expect(fs.readFileSync(join(precious, '0'), 'utf8')).toBe('precious');
    expect(fs.readdirSync(precious)).toEqual(['0']);
  });
});

describe('one at a time', () => {
  test('a process that is at it is waited for, then named', () => {
    folder.write([file('a.k8s.yaml', '1')]);
    const lock = join(path, STATE, 'lock');
    fs.mkdirSync(lock);
    fs.writeFileSync(join(lock, `${process.pid}@elsewhere@x`), '');
    expect(errorOf(() => folder.write([file('a.k8s.yaml', '2')]))).toBe(
      `path of output folder "${path}" must be written by one synth at a time, got process ${process.pid} on ` +
        'elsewhere, which is still at it after 0.2 s; wait for it or stop it; ' +
        `if there is no such process, remove "${lock}"`,
    );
    expect(content()).toEqual({ 'a.k8s.yaml': '1' });
    fs.rmSync(lock, { recursive: true });
    folder.write([file('a.k8s.yaml', '2')]);
    expect(content()).toEqual({ 'a.k8s.yaml': '2' });
  });

  test('one that was not heard of for ten minutes is not waited for', () => {
    folder.write([file('a.k8s.yaml', '1')]);
    const lock = join(path, STATE, 'lock');
    fs.mkdirSync(lock);
    fs.writeFileSync(join(lock, '1@elsewhere@x'), '');
    const then = Date.now() / 1000 - 601;
    fs.utimesSync(join(lock, '1@elsewhere@x'), then, then);
    folder.write([file('a.k8s.yaml', '2')]);
    expect(content()).toEqual({ 'a.k8s.yaml': '2' });
  });
});

describe('a folder that cannot be one', () => {
  test('a file in its place', () => {
    const dist = join(path, 'dist');
    fs.writeFileSync(dist, '');
    expect(errorOf(() => new OutputFolder(dist, owner).write([file('a', '1')]))).toBe(
      `path of output folder "${dist}" must be a folder, got a file; move it away, or write to another folder`,
    );
  });

  test('a link to nowhere in its place', () => {
    const dist = join(path, 'dist');
    fs.symlinkSync('nowhere', dist);
    expect(errorOf(() => new OutputFolder(dist, owner).write([file('a', '1')]))).toBe(
      `path of output folder "${dist}" must be a folder, got a link to nowhere; move it away, or write to another folder`,
    );
  });

  test('a file on the way to it', () => {
    fs.writeFileSync(join(path, 'dist'), '');
    const below = join(path, 'dist', 'staging');
    expect(errorOf(() => new OutputFolder(below, owner).write([file('a', '1')]))).toBe(
      `path of output folder "${below}" must stand below folders, got a file on the way to it; ` +
        'write to another folder, by outdir or CDK8S_OUTDIR',
    );
  });

  test('a link to a folder is one', () => {
    const dist = join(path, 'dist');
    fs.mkdirSync(join(path, 'real'));
    fs.symlinkSync('real', dist);
    new OutputFolder(dist, owner).write([file('a.yaml', '1')]);
    expect(content(join(path, 'real'))).toEqual({ 'a.yaml': '1' });
  });

  test.each([
    ['EACCES', 'be one that may be written, got no right to it'],
    ['EROFS', 'be one that may be written, got a file system that is read only'],
  ])('one that refuses to be written (%s)', (code, text) => {
    beforeEachStep(() => {
      throw fault(code);
    });
    const error = errorOf(() => folder.write([file('a', '1')]));
    jest.restoreAllMocks();
    expect(error).toBe(
      `path of output folder "${path}" must ${text}; write to another folder, by outdir or CDK8S_OUTDIR`,
    );
  });
});
