const everyday = require(require.resolve('../../jest.config.js'));

/** Programs as a user starts them, beside others and until they are killed: Node, a compiler, the cdk8s CLI, git. */
module.exports = async () => ({
  ...(await everyday()),
  rootDir: '../..',
  testMatch: ['<rootDir>/test/programs/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
});
