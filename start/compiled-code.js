const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { Module } = require('node:module');
const { dirname, join, sep } = require('node:path');
const { Script } = require('node:vm');

/** Less text is compiled sooner than what is kept of it is read. */
const LEAST = 10_000;

/** Bytes of a digest. */
const DIGEST = 32;

/**
 * Keeps what the engine has compiled of packages, and takes that the next time. Node does so by itself from 22.8 on; 20 is
 * told how here. What is kept stands under a digest of its text and of the engine, so that it is never that of another.
 *
 * @param {string} folder
 */
function keepCompiledCode(folder) {
  const own = Reflect.get(Module, 'enableCompileCache');
  if (own !== undefined) {
    own(folder);
  } else {
    new CompiledCode(folder).use();
  }
}

class CompiledCode {
  /** @param {string} folder */
  constructor(folder) {
    /** @private */
    this.folder = folder;
    /**
     * What was not kept yet, by its file.
     *
     * @private
     * @type {Map<string, Script>}
     */
    this.missed = new Map();
  }

  use() {
    const { prototype } = Module;
    const compile = Reflect.get(prototype, '_compile');
    const { run } = this;
    // What would import(), and what a shell may start, is left to Node, which alone knows how.
    const isKept = (/** @type {string} */ text, /** @type {string} */ filename) =>
      text.length >= LEAST && filename.includes(`${sep}node_modules${sep}`) && !/^#!|\bimport\s*\(/.test(text);
    Object.assign(prototype, {
      /**
       * @this {NodeJS.Module}
       * @param {string} text
       * @param {string} filename
       */
      _compile(text, filename) {
        return isKept(text, filename) ? run(this, text, filename) : Reflect.apply(compile, this, [text, filename]);
      },
    });
    // Functions are compiled when they are called: at the end all are there that this program needs.
    process.on('exit', () => this.keep());
  }

  /** @private */
  run = (/** @type {NodeJS.Module} */ module, /** @type {string} */ text, /** @type {string} */ filename) => {
    const file = join(this.folder, digest(`${process.version} ${process.arch}\n${text}`).toString('hex'));
    const cachedData = kept(file);
    const script = new Script(Module.wrap(text), { filename, cachedData });
    if (script.cachedDataRejected !== false) {
      this.missed.set(file, script);
    }
    const { exports } = module;
    const require = Module.createRequire(filename);
    Reflect.apply(script.runInThisContext(), exports, [exports, require, module, filename, dirname(filename)]);
  };

  /** @private */
  keep() {
    try {
      for (const [file, script] of this.missed) {
        mkdirSync(this.folder, { recursive: true });
        const data = script.createCachedData();
        // Another process may be at the same: it finds the whole file, or none.
        const draft = `${file}.${process.pid}`;
        writeFileSync(draft, Buffer.concat([digest(data), data]));
        renameSync(draft, file);
      }
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

module.exports = { keepCompiledCode };
