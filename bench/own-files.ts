import { Fleet } from '../lib';
import { compose } from './fleet';

/** This program: the fleet of so many units, a file a unit in a folder, with all checks. */
const fleet = new Fleet({ outdir: process.argv[3] });
compose(fleet, Number(process.argv[2]));
fleet.synth();
