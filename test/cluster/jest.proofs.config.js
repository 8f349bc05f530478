const suite = require('./jest.config.js');

/** What is seen once and not at each change, since its programs take long to build. @type {import('jest').Config} */
module.exports = { ...suite, testMatch: ['**/*.proof.ts'] };
