/** What the real Prometheus makes of rules and dashboards, and the real log4j2 and OpenSearch of log lines. */
module.exports = {
  rootDir: '../..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/signals/**/*.test.ts'],
  testTimeout: 120_000,
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
};
