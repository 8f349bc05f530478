import { join } from 'node:path';
import { partName, runSuite } from '../cluster/build/suite';
import { KUBE_SCORE, NETWORK_JUDGES } from '../cluster/versions';

// Builds the judges where they are not there yet, and asks them.

const needs = [NETWORK_JUDGES, KUBE_SCORE].map(partName);
process.exitCode = runSuite(
  { name: 'judges', needs, config: join(__dirname, 'jest.config.js') },
  process.argv.slice(2),
);
