import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { RULES } from '../lib/rules';

// The picture of the folders in CONTRIBUTING.md is what is held: a room may use those above it.

const root = join(__dirname, '..');
const picture = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').split('```')[1] ?? '';
const rooms = [...picture.matchAll(/^ {2}([a-z][\w-]*)(\/|\.ts) /gm)].map(([, name = '', end]) =>
  end === '/' ? name : `${name}.ts`,
);
const files = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.ts$/.test(name),
);

/** The files of lib/ that a file of lib/ imports, for values and for types alike. */
const imports = new Map(files.map((file) => [file, importsOf(file)]));
const arrows = [...imports].flatMap(([from, targets]) => targets.map((to) => ({ from, to })));

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, 'lib', file), 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*'(\.[^']*)'/g)]
    .map(([, target = '']) => normalize(join(dirname(file), target)))
    .filter((target) => !target.startsWith('..'))
    .map((target) => [`${target}.ts`, join(target, 'index.ts')].find((name) => existsSync(join(root, 'lib', name))))
    .filter((target) => target !== undefined);
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}

/** Those that can be reached from a file again, by a way of arrows. */
function reachable(from: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const next = [...(imports.get(from) ?? [])];
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (!seen.has(file)) {
      seen.add(file);
      next.push(...(imports.get(file) ?? []));
    }
  }
  return seen;
}

test('every file stands in a room of the picture, and every room of the picture is there', () => {
  expect([...new Set(files.map(roomOf))].sort()).toEqual([...rooms].sort());
});

test('a room uses only those above it', () => {
  const upward = arrows.filter(({ from, to }) => rooms.indexOf(roomOf(to)) > rooms.indexOf(roomOf(from)));
  expect(upward).toEqual([]);
});

test('no way of imports leads back to where it began, not even of types', () => {
  expect(files.filter((file) => reachable(file).has(file))).toEqual([]);
});

test('a folder with an index is entered by its index alone', () => {
  const inner = arrows.filter(({ from, to }) => {
    const folder = dirname(to);
    const closed = folder !== '.' && files.includes(join(folder, 'index.ts')) && !to.endsWith('/index.ts');
    return closed && from !== 'index.ts' && !`${dirname(from)}/`.startsWith(`${folder}/`);
  });
  expect(inner).toEqual([]);
});

test('objects that lib/ writes are typed by imports/', () => {
  // Charts are no objects of a cluster.
  const others = /^fleet\/helm\//;
  const untyped = files.filter((file) => {
    const code = readFileSync(join(root, 'lib', file), 'utf8').replace(/\/\*\*.*?\*\//gs, '');
    return !others.test(file) && /\bapiVersion: '/.test(code) && !/ from '(\.\.\/)+imports\//.test(code);
  });
  expect(untyped).toEqual([]);
});

test('every import of lib/ was seen', () => {
  const sources = files.map((file) => readFileSync(join(root, 'lib', file), 'utf8')).join('\n');
  expect(arrows.length).toBe([...sources.matchAll(/^(?:import|export|\}).* from '\.{1,2}\/(?!.*imports\/)/gm)].length);
  expect(arrows.length).toBeGreaterThan(2 * files.length);
});

test('what stands in rules/ is a law each, and the index lists all of them', () => {
  const laws = files.filter((file) => /^rules\/(?!index\.ts)/.test(file));
  expect([...(imports.get('rules/index.ts') ?? [])].filter((file) => roomOf(file) === 'rules').sort()).toEqual(
    laws.sort(),
  );
  expect(Object.keys(RULES).sort()).toEqual(laws.map((file) => file.slice('rules/'.length, -'.ts'.length)));
});

test('tests stand in the folder of what they test', () => {
  const own = /^(aws|browser|cluster|examples|helm|judges|log4j2|package|programs|signals)\//;
  const tests = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.test\.ts$/.test(name),
  );
  const elsewhere = tests.filter((name) => !own.test(name) && !existsSync(join(root, 'lib', dirname(name))));
  expect(elsewhere).toEqual([]);
});
