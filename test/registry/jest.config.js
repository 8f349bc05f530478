/** Images built, pushed, locked and pulled by real tools. Debian: buildah skopeo docker-registry crun apache2-utils busybox-static. */
module.exports = {
  rootDir: __dirname,
  testMatch: ['**/*.registry.ts'],
  testEnvironment: 'node',
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  testTimeout: 600_000,
};
