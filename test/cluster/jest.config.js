/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testMatch: ['**/*.cluster.ts'],
  testEnvironment: 'node',
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  // One after the other: each file has the ports of the stand-in and both cores for itself.
  maxWorkers: 1,
  testTimeout: 120_000,
};
