import type { PodPart } from '../config/pod-part';
import type { MiRelease } from '../release/mi-release';
import { log4j2Properties } from './log4j2';
import { log4j2Complaints } from './log4j2-refusals';

/** The file that says which lines go where, below the product's home. */
export const LOG4J2_PATH = 'conf/log4j2.properties';

/** The file that says what parts change of it together; without a change the image keeps its own. */
export function log4j2Part(release: MiRelease, parts: readonly PodPart[]): PodPart {
  const all = parts.flatMap(({ log4j2 = [] }) => log4j2);
  const changes = {
    levels: Object.assign({}, ...all.map(({ levels }) => levels)),
    own: Object.assign({}, ...all.map(({ own }) => own)),
    console: all.flatMap(({ console = [] }) => console),
  };
  const isChanged = Object.values(changes).some((change) => Object.keys(change).length > 0);
  const complaints = log4j2Complaints(release, changes);
  return isChanged && complaints.length === 0
    ? { files: { [LOG4J2_PATH]: log4j2Properties(release, changes) } }
    : { complaints };
}
