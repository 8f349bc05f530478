/** The everyday tests: no cluster, no network, seconds. */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Those that need more than Node have configurations of their own.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/(aws|cluster|helm|log4j2|package|signals)/',
    // Setups of WSO2's chart are no part of this repository; whoever has them says where they are.
    ...(process.env.HELM_MI_SETUPS === undefined ? ['<rootDir>/test/helm-mi/setups'] : []),
  ],
  // Most of the time is spent in a few files that start programs; the others run beside them.
  maxWorkers: '100%',
  reporters: ['<rootDir>/test/failures-and-summary.js', 'summary'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
};
