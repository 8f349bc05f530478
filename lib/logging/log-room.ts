import type { PropertyValue } from '../core/java-properties';
import type { MiRelease } from '../release/mi-release';
import { changedEntries } from './log4j2';

/** What log4j2 keeps of a log whose appender says nothing: its own defaults. In files and mebibytes. */
const UNSAID = { full: 7, mebibytes: 10 };

/** Mebibytes of each unit of log4j2's sizes, whose kilobyte has 1024 bytes (FileSize.java). */
const MEBIBYTES: Readonly<Record<string, number>> = { '': 2 ** -20, K: 2 ** -10, M: 1, G: 2 ** 10, T: 2 ** 20 };

/**
 * Room of all log files of a release at their full rotation, with a tenant's own properties laid over, in mebibytes: of
 * each listed appender that writes a file the file itself, and as many full ones as it keeps. By the stock names, which
 * end with the day, that is a full file a day, and log4j2 deletes none: room for twenty days.
 */
export function logMebibytes(release: MiRelease, own?: Readonly<Record<string, string>>): number {
  return own === undefined ? stockMebibytes(release) : roomOf(changedEntries(release, { own }));
}

/** Of the releases that were asked for: what most tenants ask, and each of them the same. */
const STOCK = new Map<MiRelease, number>();

function stockMebibytes(release: MiRelease): number {
  const room = STOCK.get(release) ?? roomOf(changedEntries(release, {}));
  STOCK.set(release, room);
  return room;
}

function roomOf(entries: ReadonlyMap<string, PropertyValue>): number {
  const textOf = (id: string, key: string) => String(entries.get(`appender.${id}.${key}`) ?? '');
  const rooms = [...(entries.get('appenders') ?? [])]
    .filter((id) => textOf(id, 'fileName') !== '')
    .map((id) => (1 + filesOf(textOf(id, 'strategy.max'))) * mebibytesOf(textOf(id, 'policies.size.size')));
  return Math.ceil(rooms.reduce((sum, room) => sum + room, 0));
}

function filesOf(max: string): number {
  return /^\d+$/.test(max) ? Number(max) : UNSAID.full;
}

function mebibytesOf(size: string): number {
  const [, amount = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([KMGT]?)B?$/i.exec(size.trim()) ?? [];
  return amount === '' ? UNSAID.mebibytes : Number(amount) * (MEBIBYTES[unit.toUpperCase()] ?? 1);
}
