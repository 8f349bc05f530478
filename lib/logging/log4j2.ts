import type { Log4j2Changes } from '../config/pod-part';
import { javaProperties, type PropertyValue } from '../core/java-properties';
import type { MiRelease } from '../release/mi-release';
import { toConsole, withJson, withLevels } from './log4j2-changes';
import { laidOver } from './log4j2-own';
import { log4j2Entries, stockLog4j2 } from './log4j2-stock';

/** The text of conf/log4j2.properties: the release's own with changes. */
export function log4j2Properties(release: MiRelease, changes: Log4j2Changes): string {
  return javaProperties(changedEntries(release, changes));
}

/** The properties of conf/log4j2.properties by their keys, in the order in which they are written. */
export function changedEntries(release: MiRelease, changes: Log4j2Changes): ReadonlyMap<string, PropertyValue> {
  const { levels = {}, console = [], json = [], own = {} } = changes;
  // The levels come after, since they also see to the thresholds of the appenders.
  const moved = console.reduce(toConsole, withJson(stockLog4j2(release), json, console));
  return laidOver(log4j2Entries(withLevels(moved, levels)), own);
}
