import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Argument, Option } from 'commander';
import { isRecord } from '../core/record';
import { refuse, verbatim } from '../core/refusal';
import type { AddCommand } from '../core/shell';

/** What a new repository has, by the names in it, and the file of the template that says it. */
const FILES: Readonly<Record<string, string>> = {
  '.gitattributes': 'gitattributes',
  '.gitignore': 'gitignore',
  'README.md': 'README.md',
  'biome.json': 'biome.json.template',
  'cdk8s.yaml': 'cdk8s.yaml',
  'images/mi-base/.dockerignore': 'images/mi-base/dockerignore',
  'images/mi-base/Dockerfile': 'images/mi-base/Dockerfile',
  'images/mi-base/carbonapps/.gitkeep': 'images/gitkeep',
  'images/mi-base/conf/.gitkeep': 'images/gitkeep',
  'images/mi-base/lib/.gitkeep': 'images/gitkeep',
  'images/mi-base/security/.gitkeep': 'images/gitkeep',
  'images/orders/Dockerfile': 'images/orders/Dockerfile',
  'images/orders/pom.xml': 'images/orders/pom.xml',
  'images/orders/src/main/wso2mi/artifacts/apis/Orders.xml': 'images/orders/Orders.xml',
  'main.ts': 'main.ts',
  'test/fleet.test.ts': 'test/fleet.test.ts',
  'tsconfig.json': 'tsconfig.json',
};
const CARD = 'package.json';
const PACKAGE = 'cdk8s-wso2-mi';

const START = join(__dirname, '../../start');
const TEMPLATE = join(START, 'template');

/** Files of the pipelines of each system, by their names in a repository, and where they are kept. */
const PIPELINES = {
  github: {
    '.github/workflows/base.yaml': 'github/base.yaml',
    '.github/workflows/comment.yaml': 'github/comment.yaml',
    '.github/workflows/pipeline.yaml': 'github/pipeline.yaml',
  },
  gitlab: { '.gitlab-ci.yml': 'gitlab/gitlab-ci.yml' },
  jenkins: { Jenkinsfile: 'jenkins/Jenkinsfile' },
} as const;
type System = keyof typeof PIPELINES;
const SYSTEMS = Object.keys(PIPELINES);

/** `cdk8s-wso2-mi init`: a repository of one's own; and `pipelines`, for one that is there. */
export const addInit: AddCommand = (program, shell) => {
  program
    .command('init')
    .description(
      'Makes a repository that synthesizes, tests, lints and has CI, with one tenant. Files that are there are not touched; ' +
        'a package.json that is there keeps what it says.',
    )
    .argument('[folder]', 'where', '.')
    .addOption(new Option('--ci <system>', 'whose pipelines').choices(SYSTEMS).default('github'))
    .action((folder: string, { ci }: { readonly ci: System }) => {
      const all = { ...filesIn(TEMPLATE, FILES), ...filesIn(join(START, 'pipelines'), PIPELINES[ci]) };
      write(folder, all);
      const there = join(folder, CARD);
      const own = existsSync(there) ? read(there) : {};
      const card = cardOf(own, folder, program.version() ?? '');
      writeFileSync(there, `${JSON.stringify(card, undefined, 2)}\n`);
      const enter = relative('', folder) === '' ? '' : `cd ${folder} && `;
      shell.stdout.write(
        `${Object.keys(all).length + 1} files in ${folder}; main.ts says what runs. What comes next:\n\n` +
          `  ${enter}npm install && npm run synth\n${unpublished(own, program.version() ?? '')}`,
      );
    });
  program
    .command('pipelines')
    .description(
      'Writes the pipelines that init writes into a repository that is there. Files that are there are not touched.',
    )
    .addArgument(new Argument('<system>', 'whose').choices(SYSTEMS))
    .argument('[folder]', 'where', '.')
    .action((system: System, folder: string) => {
      const all = filesIn(join(START, 'pipelines'), PIPELINES[system]);
      write(folder, all);
      shell.stdout.write(`${Object.keys(all).join('\n')}\n`);
    });
};

type Files = Readonly<Record<string, string>>;

function filesIn(root: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, source]) => [name, join(root, source)]));
}

function write(folder: string, files: Files): void {
  refuseExisting(folder, Object.keys(files));
  for (const [name, source] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, readFileSync(source));
  }
}

/** A registry may not have the package yet; whoever installed it from a file has it in their package.json. */
function unpublished(own: Card, version: string): string {
  const known = PACKAGE in { ...tableOf(own.dependencies), ...tableOf(own.devDependencies) };
  return known
    ? ''
    : `\nIf your registry does not have ${PACKAGE} ${version}, install it from its file first:\n\n` +
        `  npm install ./${PACKAGE}-${version}.tgz\n`;
}

function refuseExisting(folder: string, names: readonly string[]): void {
  const there = names.filter((name) => existsSync(join(folder, name)));
  if (there.length > 0) {
    refuse({
      prop: 'folder',
      kind: 'repository',
      id: folder,
      must: 'have none of the files that are made',
      got: verbatim(there.join(', ')),
      instead: 'take another folder, or move them away',
    });
  }
}

type Card = Readonly<Record<string, unknown>>;

/** What was there wins; tables are joined. */
function cardOf(there: Card, folder: string, version: string): Card {
  const name = basename(resolve(folder))
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+|^[._]+/g, '-');
  const template = read(join(TEMPLATE, CARD));
  const tables: Card = Object.fromEntries(
    Object.entries<unknown>({ name, ...template }).map(([key, value]) => {
      const own = there[key];
      return [key, isRecord(value) && isRecord(own) ? { ...value, ...own } : (own ?? value)];
    }),
  );
  const dependencies = { [PACKAGE]: `^${version}`, ...tableOf(tables.dependencies) };
  // npm init writes a test that fails by intent; ours takes its place.
  const scripts = { ...tableOf(tables.scripts), ...tableOf(template.scripts) };
  const rest = Object.fromEntries(Object.entries(there).filter(([key]) => !(key in tables)));
  return { ...tables, scripts, dependencies: sorted(dependencies), ...rest };
}

function sorted(table: Card): Card {
  return Object.fromEntries(Object.entries(table).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function tableOf(value: unknown): Card {
  return isRecord(value) ? value : {};
}

function read(path: string): Card {
  return JSON.parse(readFileSync(path, 'utf8'));
}
