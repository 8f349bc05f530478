/** The pipelines that users get, run by act, gitlab-ci-local and Groovy against a registry and a control plane here. */
module.exports = {
  rootDir: __dirname,
  testMatch: ['**/*.pipeline.ts'],
  testEnvironment: 'node',
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  maxWorkers: 2,
  // Maven, buildah and npm in turns: half a minute, and many times that on a machine with much else to do.
  testTimeout: 600_000,
};
