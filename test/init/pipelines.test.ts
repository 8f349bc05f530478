import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { typed } from '../typed';

const root = join(__dirname, '..', '..');
const pipelines = join(root, 'start/pipelines');
const read = (name: string) => readFileSync(join(pipelines, name), 'utf8');
const github = readdirSync(join(pipelines, 'github')).map((name) => `github/${name}`);

async function mi(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const { code, out, err } = await typed(args);
  return { code: Number(code ?? 0), said: `${out}${err}` };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipelines-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('pipelines come into a repository that is there, and never over what is there', async () => {
  const files = ['.github/workflows/base.yaml', '.github/workflows/comment.yaml', '.github/workflows/pipeline.yaml'];
  expect(await mi('pipelines', 'github', folder)).toEqual({ code: 0, said: files.map((name) => `${name}\n`).join('') });
  expect(await mi('pipelines', 'github', folder)).toEqual({
    code: 2,
    said: `folder of repository "${folder}" must have none of the files that are made, got ${files.join(', ')}; take another folder, or move them away\n`,
  });
  expect(await mi('pipelines', 'gitlab', folder)).toEqual({ code: 0, said: '.gitlab-ci.yml\n' });
  expect(await mi('pipelines', 'jenkins', folder)).toEqual({ code: 0, said: 'Jenkinsfile\n' });
  expect((await mi('pipelines', 'travis', folder)).said).toContain('Allowed choices are github, gitlab, jenkins.');
});

test('a new repository has those of one system, and images that are built as those here', async () => {
  expect((await mi('init', folder, '--ci=gitlab')).code).toBe(0);
  const made = readdirSync(folder);
  expect(made).toContain('.gitlab-ci.yml');
  expect(made).not.toContain('.github');
  const text = (name: string) => readFileSync(name, 'utf8');
  for (const [mine, ours] of [
    ['mi-base/Dockerfile', 'mi-base/Dockerfile'],
    ['mi-base/.dockerignore', 'mi-base/.dockerignore'],
    ['orders/Dockerfile', 'signpost/Dockerfile'],
  ] as const) {
    expect(text(join(folder, 'images', mine))).toBe(text(join(root, 'images', ours)));
  }
});

test.each(github)('%s takes each action by the commit that its version is', (name) => {
  const uses = [...read(name).matchAll(/uses: (.+)$/gm)].map(([, used]) => used);
  expect(uses.length).toBeGreaterThan(1);
  expect(uses.filter((used) => !/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(used ?? ''))).toEqual([]);
});

test('the code of a pull request may read, and what may write runs none of it', () => {
  const [pipeline, comment] = ['pipeline', 'comment'].map((name) => parse(read(`github/${name}.yaml`)));
  expect(pipeline.permissions).toEqual({ contents: 'read' });
  expect(Object.values<object>(pipeline.jobs).filter((job) => 'permissions' in job)).toEqual([]);
  expect(Object.keys(comment.on)).toEqual(['workflow_run']);
  expect(comment.permissions).toEqual({ actions: 'read', contents: 'read', 'pull-requests': 'write' });
});

test('no secret of GitHub is written into a line of shell', () => {
  const lines = github.flatMap((name) =>
    Object.values<{ steps: { run?: string }[] }>(parse(read(name)).jobs).flatMap(({ steps }) =>
      steps.map(({ run: line = '' }) => line),
    ),
  );
  // Neither is anything else that somebody may choose, such as the name of a branch.
  expect(lines.filter((line) => line.includes('${{'))).toEqual([]);
});
