/**
 * What each part of a synth costs, by leaving it out: the library of `npm run build` with a function that does nothing,
 * beside the whole one, whole processes in turns.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { median } from './median';
import { ownCommand, ownProject } from './own-project';
import { run } from './run';

interface Part {
  readonly what: string;
  /** Functions that do nothing, by their names in the built library, and what they do instead. */
  readonly instead: Readonly<Record<string, string>>;
  /** What it would cost whoever reads what is rendered. */
  readonly lost: string;
}

const PARTS: readonly Part[] = [
  {
    what: 'the laws over the finished render',
    instead: { brokenLaws: 'return [];' },
    lost: 'what two objects get wrong together is found by the API server in the middle of an apply, or by nobody',
  },
  {
    what: 'what each construct refuses',
    instead: { refusedOf: 'return [];' },
    lost: 'keys that Micro Integrator never reads, amounts with which it does not start, go to the cluster',
  },
  {
    what: 'where each construct is declared',
    instead: { declare: 'return;' },
    lost: 'a refusal names no line, and `explain` has no answer',
  },
  {
    what: 'defaults of the server inside lists, who answers for each object',
    instead: { withServerDefaults: 'return object;', owned: 'return object;' },
    lost: 'Argo CD shows a route as OutOfSync for ever; who finds an object at night does not know whom to call',
  },
  {
    what: 'the heads of the files',
    instead: { fileHeader: 'return [];' },
    lost: 'nobody reads what must be there before the first apply, and how to stop all of a unit',
  },
];

const ALL: Part = {
  what: 'all of these',
  instead: Object.assign({}, ...PARTS.map(({ instead }) => instead)),
  lost: 'a template engine is left, with types',
};

/** Makes the libraries, then measures them: a line for each part, what is left of the time without it. */
export function without(folder: string, units: number, turns: number): () => Promise<string[]> {
  const whole = ownCommand(ownProject(join(folder, 'whole')), 'own.ts', `${units}`);
  const others = [...PARTS, ALL].map((part, index) => {
    const project = ownProject(join(folder, `without-${index}`));
    leaveOut(join(project, 'node_modules'), part.instead);
    return { part, words: ownCommand(project, 'own.ts', `${units}`), ratios: [] as number[] };
  });
  return async () => {
    for (let turn = 0; turn < turns; turn++) {
      const { cpu } = await run(whole, false);
      for (const { words, ratios } of others) {
        ratios.push((await run(words, false)).cpu / cpu);
      }
    }
    return [
      `| without, at ${units} units | of the time | what would be lost |`,
      '|---|---|---|',
      ...others.map(({ part, ratios }) => `| ${part.what} | ${median(ratios).toFixed(2)} | ${part.lost} |`),
    ];
  };
}

/** The built library in a project of its own, with some functions that do nothing. */
function leaveOut(modules: string, instead: Part['instead']): void {
  const library = join(modules, 'cdk8s-wso2-mi');
  rmSync(library);
  mkdirSync(library);
  for (const name of ['build', 'start', 'package.json']) {
    cpSync(resolve(name), join(library, name), { recursive: true });
  }
  for (const name of ['esbuild', 'smol-toml', 'yaml']) {
    symlinkSync(resolve('node_modules', name), join(modules, name));
  }
  const file = join(library, 'build', 'lib', 'index.js');
  const text = Object.entries(instead).reduce(edited, readFileSync(file, 'utf8'));
  writeFileSync(file, text);
}

function edited(text: string, [name, body]: readonly [string, string]): string {
  const head = new RegExp(`\\nfunction ${name}\\([^)]*\\) \\{\\n`).exec(text)?.[0];
  if (head === undefined) {
    throw new Error(`the built library must have a function ${name}, got none`);
  }
  return text.replace(head, `${head}  ${body}\n`);
}
