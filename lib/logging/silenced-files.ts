import type { Log4j2Changes } from '../config/pod-part';
import type { PropertyValue } from '../core/java-properties';
import { type Complaint, verbatim } from '../core/refusal';
import type { MiLogFile, MiRelease } from '../release/mi-release';
import { changedEntries } from './log4j2';

type Entries = ReadonlyMap<string, PropertyValue>;

/** Log files that a destination reads and that the tenant's own levels and properties leave without a line. */
export function silencedComplaints(
  release: MiRelease,
  changes: Log4j2Changes,
  reads: readonly MiLogFile[],
): Complaint[] {
  const { levels, own, ...moved } = changes;
  const told: ReadonlyArray<readonly [prop: string, changes: Log4j2Changes]> = [
    ['config.logLevels', { ...moved, levels }],
    ['config.log4j2', { ...moved, own }],
  ];
  return reads
    .filter((file) => isFed(changedEntries(release, moved), file) && !isFed(changedEntries(release, changes), file))
    .map((file) => {
      const by = told.filter(([, one]) => !isFed(changedEntries(release, one), file)).map(([prop]) => prop);
      const props = by.length === 0 ? told.map(([prop]) => prop) : by;
      return {
        prop: 'logging',
        must: 'read files that have lines',
        got: verbatim(`${file}, which ${props.join(' and ')} ${props.length === 1 ? 'leaves' : 'leave'} without any`),
        instead: 'the sidecar would find it empty; keep one of the two',
      };
    });
}

/** A logger, as far as it decides where lines go. */
interface Speaker {
  /** Its name; empty for the one above all. */
  readonly name: string;
  readonly isHeard: boolean;
  readonly isAdditive: boolean;
  readonly refs: readonly string[];
}

/** Whether any logger that says something writes to a file of the log folder. What only the server can know counts as said. */
function isFed(entries: Entries, file: MiLogFile): boolean {
  const appenders = feeding(entries, file);
  const speakers = [
    speakerOf(entries, 'rootLogger', ''),
    ...idsOf(entries, 'loggers').map((id) => ofLogger(entries, id)),
  ];
  const heard = speakers.filter(({ isHeard }) => isHeard);
  return speakers
    .filter(({ refs }) => refs.some((ref) => ref.includes('${') || appenders.has(ref)))
    .some((to) => heard.some((from) => from === to || (from.isAdditive && isBelow(from, to))));
}

function isBelow({ name }: Speaker, above: Speaker): boolean {
  return above.name === '' || name.startsWith(`${above.name}.`);
}

function ofLogger(entries: Entries, id: string): Speaker {
  return speakerOf(entries, `logger.${id}`, textOf(entries, `logger.${id}.name`));
}

function speakerOf(entries: Entries, prefix: string, name: string): Speaker {
  return {
    name,
    isHeard: textOf(entries, `${prefix}.level`).toUpperCase() !== 'OFF',
    isAdditive: textOf(entries, `${prefix}.additivity`).toLowerCase() !== 'false',
    refs: refsBelow(entries, `${prefix}.appenderRef.`),
  };
}

/** Names of the appenders that write to the file, and of those that hand lines on to such. */
function feeding(entries: Entries, file: MiLogFile): ReadonlySet<string> {
  const ids = idsOf(entries, 'appenders');
  const names = new Set<string>();
  const nameOf = (id: string) => textOf(entries, `appender.${id}.name`);
  for (let last = -1; last < names.size; ) {
    last = names.size;
    for (const id of ids) {
      if (writesTo(entries, id, file) || refsBelow(entries, `appender.${id}.`).some((ref) => names.has(ref))) {
        names.add(nameOf(id));
      }
    }
  }
  return names;
}

function writesTo(entries: Entries, id: string, file: MiLogFile): boolean {
  const path = textOf(entries, `appender.${id}.fileName`) || textOf(entries, `appender.${id}.filePattern`);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isElsewhere = path.startsWith('/') && !path.includes('${') && !path.includes('/repository/logs/');
  const isShut = textOf(entries, `appender.${id}.filter.threshold.level`).toUpperCase() === 'OFF';
  return !isElsewhere && !isShut && (name === file || name.includes('${'));
}

function refsBelow(entries: Entries, prefix: string): string[] {
  return [...entries.keys()]
    .filter((key) => key.startsWith(prefix) && key.endsWith('.ref'))
    .map((key) => textOf(entries, key));
}

function idsOf(entries: Entries, list: 'appenders' | 'loggers'): readonly string[] {
  return [entries.get(list) ?? []].flat();
}

function textOf(entries: Entries, key: string): string {
  const value = entries.get(key);
  return typeof value === 'string' ? value : '';
}
