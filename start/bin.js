#!/usr/bin/env node
// Run on every save: it waits for no other command to load.
if (process.argv[2] === 'synth') {
  require('./synth').synth(process.argv.slice(3));
} else {
  // Built when the package is packed: the type check of a checkout finds none.
  const built = '../build/lib/cli';
  require(built).main();
}
