/** Programs as a user starts them: each loads a compiler or the cdk8s CLI, which takes seconds. */
module.exports = {
  rootDir: '../..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/programs/*.test.ts'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  // Each test starts programs that compile.
  testTimeout: 120_000,
};
