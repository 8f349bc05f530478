import type { Log4j2Changes, PodPart } from '../config/pod-part';
import type { MiRelease } from '../release/mi-release';
import { log4j2Properties } from './log4j2';
import { log4j2Complaints } from './log4j2-refusals';

/** The file that says which lines go where, below the product's home. */
export const LOG4J2_PATH = 'conf/log4j2.properties';

/** The file or complaints of what a release's file was changed by, which most tenants of a fleet have in common. */
const made = new Map<string, PodPart>();

/** The file that says what parts change of it together; without a change the image keeps its own. */
export function log4j2Part(release: MiRelease, parts: readonly PodPart[]): PodPart {
  const all = parts.flatMap(({ log4j2 = [] }) => log4j2);
  const changes = {
    levels: Object.assign({}, ...all.map(({ levels }) => levels)),
    own: Object.assign({}, ...all.map(({ own }) => own)),
    console: all.flatMap(({ console = [] }) => console),
    json: [...new Set(all.flatMap(({ json = [] }) => json))],
  };
  if (!Object.values(changes).some((change) => Object.keys(change).length > 0)) {
    return {};
  }
  const told = { ...changes, reads: all.flatMap(({ reads = [] }) => reads) };
  const said = [...Object.values(changes.levels), ...Object.values(changes.own), ...changes.console, ...changes.json];
  return said.every((value) => typeof value === 'string') ? onceMade(release, told) : changedPart(release, told);
}

function onceMade(release: MiRelease, changes: Log4j2Changes): PodPart {
  const key = JSON.stringify([release, changes]);
  const part = made.get(key) ?? changedPart(release, changes);
  made.set(key, part);
  return part;
}

function changedPart(release: MiRelease, changes: Log4j2Changes): PodPart {
  const complaints = log4j2Complaints(release, changes);
  return complaints.length === 0 ? { files: { [LOG4J2_PATH]: log4j2Properties(release, changes) } } : { complaints };
}
