/** What log4j2 itself makes of the rendered files. Needs a JDK and log4j2 (Debian: default-jdk-headless, liblog4j2-java). */
module.exports = {
  rootDir: '../..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/log4j2/*.test.ts'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
};
