const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { Module } = require('node:module');
const { dirname, join } = require('node:path');
const { cachedDataVersionTag } = require('node:v8');
const { Script } = require('node:vm');

/** Less text is compiled sooner than what is kept of it is read. */
const LEAST = 10_000;

/** Bytes of a digest. */
const DIGEST = 32;

/** @typedef {Map<string, Script>} Missed what was not kept yet, by its file */

/**
 * Loads packages, of which what the engine compiled is kept, as Node does for every module from 22.8 on
 * (`module.enableCompileCache`); whatever is loaded after them is left to Node. What is kept stands under a digest of its
 * text and of the engine with its flags, so that it is never that of another.
 *
 * @param {string} folder
 * @param {() => void} load
 */
function withCompiledCode(folder, load) {
  const { prototype } = Module;
  const compile = Reflect.get(prototype, '_compile');
  /** @type {Missed} */
  const missed = new Map();
  Object.assign(prototype, {
    /**
     * @this {NodeJS.Module}
     * @param {string} text
     * @param {string} filename
     * @param {unknown[]} rest
     */
    _compile(text, filename, ...rest) {
      const script = isOrdinary(text, rest) ? scriptOf(text, filename, folder, missed) : undefined;
      return script === undefined
        ? Reflect.apply(compile, this, [text, filename, ...rest])
        : Reflect.apply(script.runInThisContext(), this.exports, [
            ...[this.exports, requireOf(this), this],
            ...[filename, dirname(filename)],
          ]);
    },
  });
  try {
    load();
  } finally {
    Object.assign(prototype, { _compile: compile });
  }
  // Functions are compiled when they are called: after a run that went well those are there that the next will call.
  process.on('exit', (code) => {
    if ((process.exitCode ?? code) === 0) {
      keep(folder, missed);
    }
  });
}

/**
 * Whether a text is nothing but a module of CommonJS that neither a shell may start nor imports while it runs: Node alone
 * knows what becomes of the others.
 *
 * @param {string} text
 * @param {unknown[]} rest
 */
function isOrdinary(text, [format]) {
  return text.length >= LEAST && format !== 'module' && !/^#!|\bimport\s*(\(|\/[*/])/.test(text);
}

/**
 * @param {string} text
 * @param {string} filename
 * @param {string} folder
 * @param {Missed} missed
 */
function scriptOf(text, filename, folder, missed) {
  const file = join(folder, digest(`${cachedDataVersionTag()}\n${text}`).toString('hex'));
  const cachedData = kept(file);
  try {
    const columnOffset = -Module.wrap('').indexOf('\n');
    const script = new Script(Module.wrap(text), { filename, cachedData, columnOffset });
    if (script.cachedDataRejected !== false) {
      missed.set(file, script);
    }
    return script;
  } catch {
    // Node says what is wrong with it, or takes it for an ES module.
    return undefined;
  }
}

/**
 * What a module is given to load others by.
 *
 * @param {NodeJS.Module} module
 */
function requireOf(module) {
  const resolve = (/** @type {string} */ request, /** @type {object} */ options) =>
    Reflect.get(Module, '_resolveFilename')(request, module, false, options);
  return Object.assign((/** @type {string} */ id) => module.require(id), { ...require, resolve });
}

/**
 * @param {string} folder
 * @param {Missed} missed
 */
function keep(folder, missed) {
  for (const [file, script] of missed) {
    try {
      mkdirSync(folder, { recursive: true });
      const data = script.createCachedData();
      // Another process may be at the same: it finds the whole file, or none.
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, Buffer.concat([digest(data), data]));
      renameSync(draft, file);
    } catch {
      // Nowhere to keep it: it is compiled again.
    }
  }
}

/**
 * What was kept in a file; nothing where it is not as it was written, since the engine would believe it.
 *
 * @param {string} file
 */
function kept(file) {
  try {
    const all = readFileSync(file);
    const data = all.subarray(DIGEST);
    return digest(data).equals(all.subarray(0, DIGEST)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string | Buffer} of */
function digest(of) {
  return createHash('sha256').update(of).digest();
}

module.exports = { withCompiledCode };
