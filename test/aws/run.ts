import { join } from 'node:path';
import { partName, runSuite } from '../cluster/build/suite';
import { AWS_MODEL } from '../cluster/versions';

// Builds the controller's model builder where it is not there yet, and runs the tests that ask it.

const config = join(__dirname, 'jest.config.js');
process.exitCode = runSuite({ name: 'aws', needs: [partName(AWS_MODEL)], config }, process.argv.slice(2));
