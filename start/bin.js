#!/usr/bin/env node
// Run on every save: it waits for no other command to load.
if (process.argv[2] === 'synth') {
  require('./synth').synth(process.argv.slice(3));
} else {
  require('../build/lib/cli').main();
}
