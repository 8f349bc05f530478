#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { join } = require('node:path');

// Run on every save: it waits for no other command to load.
if (process.argv[2] === 'synth') {
  require('./synth').synth(process.argv.slice(3));
} else {
  // Built when the package is packed; a checkout runs its sources, as its scripts do.
  const built = join(__dirname, '../build/lib/cli.js');
  if (existsSync(built)) {
    require(built).main();
  } else {
    const [asTypeScript, sources] = ['tsx/cjs', '../lib/cli'];
    require(asTypeScript);
    require(sources).main();
  }
}
