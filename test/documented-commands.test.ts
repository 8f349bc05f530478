import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksIn } from './cluster/guide';

const root = join(__dirname, '..');
const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];

/** Blocks that a test runs without taking them from the page: the test, and words of it that do so. */
const IN_OTHER_WORDS: ReadonlyArray<readonly [string, string, string, string]> = [
  ['README.md', 'npm ci && npm run synth', '.ci/run', 'npm ci'],
  ['docs/deploying.md', 'deploy --environment production --dry-run', 'test/cluster/deploy.cluster.ts', "'--dry-run'"],
  ['docs/deploying.md', 'rollback --environment production retail', 'test/cluster/deploy.cluster.ts', "'rollback'"],
  ['docs/deploying.md', 'teardown --environment production retail', 'test/cluster/deploy.cluster.ts', "'teardown'"],
  ['docs/pipelines.md', 'cdk8s-wso2-mi pipelines github', 'test/init/pipelines.test.ts', "mi('pipelines', 'github'"],
  ['docs/images.md', 'images build ', 'test/registry/images.registry.ts', "images('lock')"],
  ['docs/images.md', 'images sbom', 'test/registry/images.registry.ts', "'images', 'sbom'"],
  ['README.md', 'npx cdk8s-wso2-mi init', 'test/package/init.test.ts', "['cdk8s-wso2-mi', 'init']"],
  ['docs/from-helm-mi.md', 'import helm-mi values.yaml', 'test/helm-mi/import.test.ts', "['import', 'helm-mi'"],
  ['docs/from-helm-mi.md', 'for release in quotes stock', 'test/programs/several-releases.test.ts', "'--function'"],
];

const sources = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('guide.ts'))
  .map((name) => readFileSync(join(root, 'test', name), 'utf8'));

/** What tests take from pages to run it: page and words. */
const taken = sources.flatMap((source) =>
  [...source.matchAll(/blockOf\(\s*'([^']+)',\s*(['"])(.+?)\2,?\s*\)/g)].map(
    ([, page = '', , words = '']) => [page, words] as const,
  ),
);

test.each(documents)('each block of shell in %s is run by a test', (document) => {
  const blocks = blocksIn(readFileSync(join(root, document), 'utf8'));
  const known = [...taken, ...IN_OTHER_WORDS].filter(([page]) => page === document);
  expect(blocks.filter((block) => !known.some(([, words]) => block.includes(words)))).toEqual([]);
});

test('a block that is run in other words is there, and is run', () => {
  const text = (path: string) => readFileSync(join(root, path), 'utf8');
  expect(IN_OTHER_WORDS.filter(([, , file, words]) => !text(file).includes(words))).toEqual([]);
  expect(IN_OTHER_WORDS.filter(([page, words]) => !text(page).includes(words))).toEqual([]);
});

test('no command selects by a label that another tool writes over: Argo CD before 3 does app.kubernetes.io/instance', () => {
  const text = [...documents, ...readdirSync(join(root, 'dist')).flatMap((name) => `dist/${name}`)]
    .filter((path) => /\.(md|yaml)$/.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'));
  const commands = text.flatMap((page) => page.match(/kubectl [^\n`]*(-l|--selector)[ =][^\n`]*/g) ?? []);
  expect(commands.length).toBeGreaterThan(20);
  expect(commands.filter((command) => command.includes('app.kubernetes.io/instance'))).toEqual([]);
});
