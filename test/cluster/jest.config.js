/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testMatch: ['**/*.cluster.ts'],
  testEnvironment: 'node',
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  // Most of the time is spent waiting. One file has the ports of the stand-in (gateways); those on a real node wait for each
  // other (node-suite.ts).
  maxWorkers: 2,
  testTimeout: 300_000,
};
