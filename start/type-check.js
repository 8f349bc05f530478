const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');
const { isMainThread, Worker, workerData } = require('node:worker_threads');

const FOLDER = join('node_modules', '.cache', 'cdk8s-wso2-mi');
const PASSED = join(FOLDER, 'types-passed');

/** States of a check, in memory that both threads see. */
const RUNNING = 0;
const REFUSED = 1;
const TAKEN = 2;

/**
 * The type check of a program, which runs beside it. Where nothing of the project has changed since one that passed, there
 * is none.
 */
class TypeCheck {
  /** @param {string} project the tsconfig.json that says what is checked */
  constructor(project) {
    const digest = digestOfProject(project);
    /** @private */
    this.state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    if (existsSync(PASSED) && readFileSync(PASSED, 'utf8') === digest) {
      Atomics.store(this.state, 0, TAKEN);
    } else {
      const workerData = { state: this.state, project, digest, compiler: compiler() };
      new Worker(__filename, { workerData }).unref();
    }
  }

  /** Waits for its end; whether the types are right. What is wrong with them has been told. */
  passes() {
    Atomics.wait(this.state, 0, RUNNING);
    return Atomics.load(this.state, 0) === TAKEN;
  }
}

/**
 * Of all that the check could read: every source and setting of the project, and which packages are installed.
 *
 * @param {string} project
 */
function digestOfProject(project) {
  const hash = createHash('sha256').update(project);
  const installed = join('node_modules', '.package-lock.json');
  for (const file of [...filesIn('.'), ...(existsSync(installed) ? [installed] : [])]) {
    hash.update(`\n${file}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : filesIn(path);
    }
    return /\.([cm]?[jt]sx?|json|lock)$|^pnpm-lock\.yaml$/.test(entry.name) ? [path] : [];
  });
}

/** The program of TypeScript; a check without it would end before anybody could be told. */
function compiler() {
  try {
    return join(require.resolve('typescript/package.json', { paths: [process.cwd()] }), '..', 'bin', 'tsc');
  } catch {
    process.stderr.write('typescript must be installed in this folder, got none; run npm install\n');
    return process.exit(1);
  }
}

/** @param {{ state: Int32Array, project: string, digest: string, compiler: string }} check */
function run({ state, project, digest, compiler }) {
  const info = join(FOLDER, `${relative('', project)}.tsbuildinfo`);
  const flags = ['--project', project, '--noEmit', '--incremental', '--tsBuildInfoFile', info];
  const { status } = spawnSync(process.execPath, [compiler, ...flags], {
    // The streams belong to the program; what is wrong is told beside it.
    stdio: ['ignore', 2, 2],
  });
  if (status === 0) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(PASSED, digest);
  }
  Atomics.store(state, 0, status === 0 ? TAKEN : REFUSED);
  Atomics.notify(state, 0);
}

if (isMainThread) {
  module.exports = { TypeCheck };
} else {
  run(workerData);
}
