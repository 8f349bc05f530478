/** The everyday tests: no cluster, no network, seconds. */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/*.test.ts', '<rootDir>/test/{rules,diff,examples}/*.test.ts'],
  // Most of the time is spent in a few files that start programs; the others run beside them.
  maxWorkers: '100%',
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
};
