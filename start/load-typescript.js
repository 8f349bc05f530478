const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { Module } = require('node:module');
const { basename, join, resolve } = require('node:path');

/** What was compiled, kept under a digest of its text, so that it is never that of another. */
const KEPT = join(process.cwd(), 'node_modules', '.cache', 'cdk8s-wso2-mi', 'compiled');

/** What every engine takes that this package runs on. */
const TARGET = 'node20';

/**
 * Lets this process load TypeScript as CommonJS, each file as a module of its own, so that what it says of itself
 * (`__dirname`, `require.main`) is true. Types are taken away, and checked elsewhere.
 */
function loadTypeScript() {
  process.setSourceMapsEnabled(true);
  Object.assign(Reflect.get(Module, '_extensions'), { '.ts': load, '.cts': load });
}

/**
 * @param {NodeJS.Module} module
 * @param {string} filename
 */
function load(module, filename) {
  const kept = join(KEPT, nameOf(filename));
  if (!existsSync(kept)) {
    compile(filename);
  }
  Reflect.get(module, '_compile').call(module, readFileSync(kept, 'utf8'), filename);
}

/**
 * The same text compiles to the same, wherever it stands.
 *
 * @param {string} filename
 */
function nameOf(filename) {
  const text = readFileSync(filename, 'utf8');
  return createHash('sha256').update(`${TARGET}\n${text}`).digest('hex').slice(0, 32);
}

/** @type {string[]} */
const missed = [];

/**
 * Compiles a file, as after an edit; at the second one that is not kept all that both import of their project, at once: the
 * start of the compiler takes longer than most files.
 *
 * @param {string} filename
 */
function compile(filename) {
  missed.push(filename);
  try {
    /** @type {typeof import('esbuild')} */
    const esbuild = require('esbuild');
    keep(esbuild, missed.length === 1 ? missed : sourcesOf(esbuild, missed));
  } catch (error) {
    // No TypeScript: the type check says where.
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
}

const COMMON = /** @type {const} */ ({
  platform: 'node',
  target: TARGET,
  outdir: KEPT,
  write: false,
  logLevel: 'silent',
});

/**
 * Files of TypeScript and all of it that they import.
 *
 * @param {typeof import('esbuild')} esbuild
 * @param {string[]} entryPoints
 */
function sourcesOf({ buildSync }, entryPoints) {
  const bundle = /** @type {const} */ ({ bundle: true, packages: 'external', metafile: true });
  const { metafile } = buildSync({ ...COMMON, ...bundle, entryPoints });
  return Object.keys(metafile.inputs).filter((name) => /\.c?ts$/.test(name));
}

/**
 * @param {typeof import('esbuild')} esbuild
 * @param {string[]} sources
 */
function keep({ buildSync }, sources) {
  const named = sources
    .map((name) => ({ in: resolve(name), out: nameOf(resolve(name)) }))
    .filter(({ out }) => !existsSync(join(KEPT, out)));
  const { outputFiles } = buildSync({
    ...COMMON,
    entryPoints: named,
    format: 'cjs',
    sourcemap: 'external',
    sourcesContent: false,
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  mkdirSync(KEPT, { recursive: true });
  for (const { in: source, out } of named) {
    const map = { ...JSON.parse(texts.get(`${out}.js.map`) ?? '{}'), sources: [basename(source)] };
    const inline = `data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
    // Another process may be at the same: it finds the whole file, or none.
    const draft = join(KEPT, `${out}.${process.pid}`);
    writeFileSync(draft, `${texts.get(`${out}.js`)}//# sourceMappingURL=${inline}\n`);
    renameSync(draft, join(KEPT, out));
  }
}

module.exports = { loadTypeScript };
