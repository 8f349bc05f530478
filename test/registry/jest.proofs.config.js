const suite = require('./jest.config.js');

/** What needs a docker, which this machine may not have. */
module.exports = { ...suite, testMatch: ['**/*.proof.ts'] };
