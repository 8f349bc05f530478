// What a test starts is a program as a user starts it, without what reads the tests here (jest.config.js).
const options = process.env.NODE_OPTIONS?.replace(
  /--import (tsx|\S*told-early\.mjs)|--max-semi-space-size=64/g,
  '',
).trim();
if (options) process.env.NODE_OPTIONS = options;
else delete process.env.NODE_OPTIONS;

// A worker that a test left something open in would outlive the run, and hold it up.
process.once('disconnect', () => process.exit());
