import { join } from 'node:path';
import { partName, runSuite } from '../cluster/build/suite';
import { HELM_3, HELM_4 } from '../cluster/versions';

// Brings both lines of Helm where they are not there yet, and runs the tests that ask them.

const config = join(__dirname, 'jest.config.js');
process.exitCode = runSuite({ name: 'helm', needs: [HELM_3, HELM_4].map(partName), config }, process.argv.slice(2));
