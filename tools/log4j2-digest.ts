import { readFileSync } from 'node:fs';
import { digestOf } from '../test/log4j2/properties';

/** Prints the digest of the log4j2.properties of a release, for `test/log4j2/properties.ts`. */
const [, , file = ''] = process.argv;
console.log(digestOf(readFileSync(file, 'utf8')));
