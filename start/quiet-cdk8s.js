const { chmodSync, existsSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

// The cdk8s CLI asks npm for its newest version whenever it runs, and prints a stack where there is no network. Only the
// environment can tell it not to, so the project's own `npx cdk8s` does, unless CDK8S_CHECK_UPGRADE says otherwise.
const command = join('node_modules', '.bin', 'cdk8s');

if (process.platform !== 'win32' && existsSync(command)) {
  // It is a link into the CLI: what is written must take its place.
  rmSync(command);
  writeFileSync(
    command,
    `#!/bin/sh
CDK8S_CHECK_UPGRADE=\${CDK8S_CHECK_UPGRADE-false} exec node "\${0%/*}/../cdk8s-cli/bin/cdk8s" "$@"
`,
  );
  chmodSync(command, 0o755);
}
