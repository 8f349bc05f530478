/** The library as its users get it: packed, installed and run in an empty project. Needs the npm registry. */
module.exports = {
  rootDir: '../..',
  // Each file packs the library anew.
  maxWorkers: 1,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/package/*.test.ts'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
};
