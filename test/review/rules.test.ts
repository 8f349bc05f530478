import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEVERITIES } from '../../lib/review/finding';
import { REVIEW_RULES } from '../../lib/review/rules';

const root = join(__dirname, '..', '..');
const files = readdirSync(join(root, 'lib/review/rules')).filter((name) => name !== 'index.ts');
const documented = [
  ...readFileSync(join(root, 'docs/review.md'), 'utf8').matchAll(/^\| `([\w-]+)` \| ([\w, ]+) \| (.+) \|$/gm),
];

test('each rule is one file, in the list', () => {
  expect(Object.keys(REVIEW_RULES).sort()).toEqual(files.map((name) => name.replace('.ts', '')).sort());
});

test('each rule has a test of its own', () => {
  expect(Object.keys(REVIEW_RULES).filter((name) => !existsSync(join(__dirname, 'rules', `${name}.test.ts`)))).toEqual(
    [],
  );
});

test('each rule has one line in docs/review.md, in the order in which it is told, with the severities of its file', () => {
  expect(documented.map(([, name]) => name)).toEqual(Object.keys(REVIEW_RULES));
  const said = documented.map(([, name = '', severities = '']) => [name, severities.split(', ').sort()]);
  const used = Object.keys(REVIEW_RULES).map((name) => {
    const source = readFileSync(join(root, 'lib/review/rules', `${name}.ts`), 'utf8');
    return [name, SEVERITIES.filter((severity) => source.includes(`'${severity}'`)).sort()];
  });
  expect(said).toEqual(used);
});
