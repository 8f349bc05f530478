const { pathToFileURL } = require('node:url');

/** The everyday tests: no cluster, no network, seconds. */
module.exports = async () => {
  // tsx reads the TypeScript of tests and library, in each worker and, for a single one, in this process; what a test
  // starts does not inherit it (test/bare-node.js).
  const imports = `--import tsx --import ${pathToFileURL(require.resolve('./test/told-early.mjs'))}`;
  // A twentieth of the time: what a test makes is gone with it, and need not be moved to where it would stay.
  const room = '--max-semi-space-size=64';
  process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, imports, room].filter(Boolean).join(' ');
  await import('tsx');
  return {
    // In bare Node a file of tests finds the library loaded by the one before it; loading took half of the time. This
    // runner knows no limit in time: what starts a program gives it one.
    runner: ['jest-light-runner', { runtime: 'child_process' }],
    testMatch: ['<rootDir>/test/**/*.test.ts'],
    // Those that need more than Node have configurations of their own.
    testPathIgnorePatterns: [
      '/node_modules/',
      '<rootDir>/test/(aws|browser|cluster|helm|judges|log4j2|package|programs|signals)/',
      // Setups of WSO2's chart are no part of this repository; whoever has them says where they are.
      ...(process.env.HELM_MI_SETUPS === undefined ? ['<rootDir>/test/helm-mi/setups'] : []),
    ],
    setupFiles: ['<rootDir>/test/bare-node.js'],
    // By itself jest would leave one processor out.
    maxWorkers: '100%',
    reporters: ['<rootDir>/test/failures-and-summary.js', 'summary'],
  };
};
