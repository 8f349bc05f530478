import { pipeline } from 'node:stream/promises';
import { Fleet } from '../lib';
import { compose } from './fleet';

/** This program: the fleet of so many units to one stream, with all checks. */
const fleet = new Fleet();
compose(fleet, Number(process.argv[2]));
void pipeline(fleet.stream(), process.stdout);
