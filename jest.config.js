/** The everyday tests: no cluster, no network, seconds. */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/*.test.ts', '<rootDir>/test/rules/*.test.ts'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
};
