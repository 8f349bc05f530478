/** What the AWS Load Balancer Controller makes of the rendered objects, by its own code. Needs Go once, to build it. */
module.exports = {
  rootDir: '../..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/aws/*.test.ts'],
  testTimeout: 120_000,
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
};
