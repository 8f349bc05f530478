import * as cdk8s from 'cdk8s';
import * as library from '../../lib';
import type { ChartVersion } from '../../lib/helm-mi/chart';
import { type Imported, type ImportProps, importValues } from '../../lib/helm-mi/import';
import { run } from '../../lib/helm-mi/run';
import { readValues } from '../../lib/helm-mi/values';

/** What a program may name. */
const NAMES = { ...library, Size: cdk8s.Size, Duration: cdk8s.Duration };

/** A values file as a program. */
export function imported(text: string, version: ChartVersion = '4.6', props: Partial<ImportProps> = {}): Imported {
  const about = { version, release: 'orders', namespace: 'retail', file: 'values.yaml', ...props };
  return importValues(readValues('values.yaml', text), about);
}

/** The fleet that such a program makes. */
export function fleetOf({ statements }: Imported): library.Fleet {
  const fleet = run(statements, NAMES).get('fleet');
  if (!(fleet instanceof library.Fleet)) {
    throw new Error('expected a fleet');
  }
  return fleet;
}
