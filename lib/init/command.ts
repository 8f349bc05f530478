import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { refuse, verbatim } from '../core/refusal';
import type { AddCommand } from '../core/shell';

/** What a new repository has, by the names in it, and the file of the template that says it. */
const FILES: Readonly<Record<string, string>> = {
  '.gitattributes': 'gitattributes',
  '.github/workflows/ci.yaml': 'github/workflows/ci.yaml',
  '.gitignore': 'gitignore',
  'README.md': 'README.md',
  'biome.json': 'biome.json.template',
  'cdk8s.yaml': 'cdk8s.yaml',
  'main.ts': 'main.ts',
  'test/fleet.test.ts': 'test/fleet.test.ts',
  'tsconfig.json': 'tsconfig.json',
};
const CARD = 'package.json';

const TEMPLATE = join(__dirname, '../../start/template');

/** `cdk8s-wso2-mi init`: a repository of one's own. */
export const addInit: AddCommand = (program, shell) => {
  program
    .command('init')
    .description(
      'Makes a repository that synthesizes, tests, lints and has CI, with one tenant. Files that are there are not touched; ' +
        'a package.json that is there keeps what it says.',
    )
    .argument('[folder]', 'where', '.')
    .action((folder: string) => {
      refuseExisting(folder);
      for (const [name, source] of Object.entries(FILES)) {
        const path = join(folder, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, readFileSync(join(TEMPLATE, source)));
      }
      const there = join(folder, CARD);
      const card = cardOf(existsSync(there) ? read(there) : {}, folder, program.version() ?? '');
      writeFileSync(there, `${JSON.stringify(card, undefined, 2)}\n`);
      const enter = relative('', folder) === '' ? '' : `cd ${folder} && `;
      shell.stdout.write(
        `${Object.keys(FILES).length + 1} files in ${folder}; main.ts says what runs. What comes next:\n\n` +
          `  ${enter}npm install && npm run synth\n`,
      );
    });
};

function refuseExisting(folder: string): void {
  const there = Object.keys(FILES).filter((name) => existsSync(join(folder, name)));
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
      return [key, isTable(value) && isTable(own) ? { ...value, ...own } : (own ?? value)];
    }),
  );
  const dependencies = { 'cdk8s-wso2-mi': `^${version}`, ...tableOf(tables.dependencies) };
  // npm init writes a test that fails by intent; ours takes its place.
  const scripts = { ...tableOf(tables.scripts), ...tableOf(template.scripts) };
  const rest = Object.fromEntries(Object.entries(there).filter(([key]) => !(key in tables)));
  return { ...tables, scripts, dependencies: sorted(dependencies), ...rest };
}

function sorted(table: Card): Card {
  return Object.fromEntries(Object.entries(table).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function tableOf(value: unknown): Card {
  return isTable(value) ? value : {};
}

function isTable(value: unknown): value is Card {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function read(path: string): Card {
  return JSON.parse(readFileSync(path, 'utf8'));
}
