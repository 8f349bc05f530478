#!/usr/bin/env node
import { run } from './diff/command';

// A reader that has seen enough, such as head, is no failure.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') {
    throw error;
  }
});
process.exitCode = run(process.argv.slice(2), process);
