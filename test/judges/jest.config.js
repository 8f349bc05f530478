/** What programs of others say of the rendered objects: evaluators of policies, a judge of manifests. Needs Go once. */
module.exports = {
  rootDir: '../..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/judges/*.test.ts'],
  testTimeout: 300_000,
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
};
