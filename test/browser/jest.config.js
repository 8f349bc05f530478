/** The fleet as a page, in a real browser. Needs the Debian package chromium, or another in CHROMIUM. */
module.exports = {
  rootDir: '../..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/browser/*.test.ts'],
  testTimeout: 240_000,
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
};
