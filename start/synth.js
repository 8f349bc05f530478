#!/usr/bin/env node
const { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } = require('node:fs');
const { Module } = require('node:module');
const { dirname, join, relative, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');
const { parseArgs } = require('node:util');
const { setFlagsFromString } = require('node:v8');
const { withCompiledCode } = require('./compiled-code');
const { withLateYaml } = require('./late-yaml');
const { loadTypeScript } = require('./load-typescript');
const { TypeCheck } = require('./type-check');

/** Where what the engine has compiled is kept. */
const COMPILED = resolve('node_modules', '.cache', 'cdk8s-wso2-mi', 'v8');

const USAGE = `Usage: cdk8s-wso2-mi synth [program] [-- arguments]

Type-checks and runs a program, main.ts if none is said. A fleet is written when both have found nothing wrong.

  --project <file>         tsconfig.json of the type check (default: tsconfig.json)
  --cdk8s-output <folder>  for the app of cdk8s.yaml: where the program writes to; the cdk8s CLI gets a link to it
`;

/** @param {string[]} args */
function synth(args) {
  const { values, positionals } = said(args);
  if (values.help === true) {
    process.stdout.write(USAGE);
    return;
  }
  const [program = 'main.ts', ...rest] = positionals;
  if (![program, `${program}.ts`].some((path) => statSync(path, { throwIfNoEntry: false })?.isFile())) {
    const got = existsSync(program) ? 'a folder' : 'nothing there';
    const text = `program of synth "${program}" must be a file, got ${got}; name it, or go to its folder`;
    // Of an exit code the cdk8s CLI would print a stack; it says itself that there is no output.
    misused(text, values['cdk8s-output'] === undefined ? 2 : 0);
  }
  optimizeLate();
  // What Node has compiled once it need not compile again (22.8 and later); of another text it is another.
  Reflect.get(Module, 'enableCompileCache')?.(COMPILED);
  const check = new TypeCheck(values.project);
  process.on('exit', () => {
    process.exitCode = check.passes() ? process.exitCode : 1;
  });
  // What the language itself throws for a name that is misspelt is the type error once more, with a page of Node's.
  process.on('uncaughtExceptionMonitor', (error) => {
    if ((error instanceof TypeError || error instanceof ReferenceError) && !check.passes()) {
      process.exit(1);
    }
  });
  if (values['cdk8s-output'] !== undefined) {
    showToCdk8s(values['cdk8s-output']);
  }
  Object.assign(globalThis, { [Symbol.for('cdk8s-wso2-mi.beforeWrite')]: () => check.passes() || process.exit(1) });
  run(resolve(program), rest);
}

/** @param {string[]} args */
function said(args) {
  try {
    return parseArgs({
      args,
      options: {
        project: { type: 'string', default: 'tsconfig.json' },
        'cdk8s-output': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    return misused(`error: ${Object(error).message}\n\n${USAGE.trimEnd()}`);
  }
}

/**
 * As every command says that it was called wrongly.
 *
 * @param {string} text
 * @param {number} code
 * @returns {never}
 */
function misused(text, code = 2) {
  process.stderr.write(`${text}\n`);
  process.exit(code);
}

/**
 * Most of what composes a tenant runs once or twice for each of them: Node 20 optimises it after 66 kB of bytecode, which
 * takes longer than it saves even with a thousand units (0.6 of the processor's time without). Later releases wait by
 * themselves.
 */
function optimizeLate() {
  if (process.versions.node.startsWith('20.')) {
    setFlagsFromString('--interrupt-budget=1200000');
  }
}

/**
 * The cdk8s CLI empties its output before it asks the program, so what it gets is a link to it; a folder that it made itself
 * gets copies. Without either it says so in a line; of an exit code it would print a stack.
 *
 * @param {string} output
 */
function showToCdk8s(output) {
  const { CDK8S_OUTDIR: shown = '' } = process.env;
  delete process.env.CDK8S_OUTDIR;
  if (shown === '') {
    return;
  }
  process.on('exit', (code) => {
    if ((process.exitCode ?? code) !== 0) {
      rmSync(shown, { recursive: true, force: true });
    } else if (existsSync(shown)) {
      cpSync(output, shown, { recursive: true });
    } else {
      mkdirSync(dirname(shown), { recursive: true });
      symlinkSync(resolve(output), shown, 'junction');
    }
    process.exitCode = 0;
  });
}

/**
 * As `node <program>` would.
 *
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  process.argv.splice(1, process.argv.length, program, ...args);
  if (isModule(program)) {
    if (!Reflect.get(process.features, 'typescript')) {
      const instead = 'run it by Node 22.18 or newer, or take "type": "module" out of its package.json';
      process.stderr.write(`${program} is an ES module, whose types only Node itself takes away; ${instead}\n`);
      process.exit(1);
    }
    void import(pathToFileURL(program).href);
  } else {
    if ('enableCompileCache' in Module) {
      loadPackages(program);
    } else {
      withCompiledCode(COMPILED, () => loadPackages(program));
    }
    loadTypeScript();
    Reflect.get(Module, '_load')(program, null, true);
  }
}

/**
 * What every program of a fleet loads, before source maps are asked for: those of cdk8s take longer to read than its code,
 * and lead to files that are not there.
 *
 * @param {string} program
 */
function loadPackages(program) {
  try {
    const { resolve } = Module.createRequire(program);
    const cdk8s = resolve('cdk8s');
    withLateYaml(Module.createRequire(cdk8s), () => require(cdk8s));
    // In a checkout of the library a program loads its sources.
    if (relative(dirname(__dirname), program).startsWith('..')) {
      require(resolve('cdk8s-wso2-mi'));
    }
  } catch {
    // The program says what is missing where it is asked for.
  }
}

/** @param {string} program */
function isModule(program) {
  for (let folder = dirname(program); folder !== dirname(folder); folder = dirname(folder)) {
    const card = join(folder, 'package.json');
    if (existsSync(card)) {
      return JSON.parse(readFileSync(card, 'utf8')).type === 'module';
    }
  }
  return false;
}

if (require.main === module) {
  synth(process.argv.slice(2));
}
module.exports = { synth };
