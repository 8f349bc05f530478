import { groupBy } from '../core/by-key';
import type { Manifest } from '../diff/manifest';
import type { Change } from './change';
import type { Finding, Severity } from './finding';
import { nameOf, type ObjectChange, sidesOf } from './object-change';
import { fromTo, shown, some } from './words';

/** Fields that change nothing at run time: words about an object or an alert, and labels that nothing selects by. */
const WORDS = /^metadata\.(labels|annotations)\b|^spec\.groups\b.*\.(labels\.release$|annotations\b)/;

/** What follows from a pod by itself, and stands in it. */
const FOLLOWS = new Set(['ConfigMap']);

/** Changes that no finding speaks of, so that nothing is hidden: those of words alone are quiet. */
export function othersOf({ objects }: Change, told: readonly Finding[]): Finding[] {
  const spoken = new Set(told.flatMap(({ about }) => about));
  const left = objects.filter((change) => !isSpoken(change, spoken));
  return [...groupBy(left, ({ unit = '', tenant = '' }) => `${unit} ${tenant}`).values()].flatMap((ofOne) => {
    const come = ofOne.filter(({ before }) => before === undefined);
    const there = ofOne.filter(({ before, after }) => before !== undefined && after !== undefined);
    const quiet = there.filter(({ fields }) => fields.every(({ path }) => WORDS.test(path)));
    return [
      ...together(come, 'notice', (names) => `comes: ${names}`),
      ...there.filter((change) => !quiet.includes(change)).map(findingOf),
      ...together(
        quiet,
        'quiet',
        (names) => `nothing happens at run time: only labels and annotations change of ${names}`,
      ),
    ];
  });
}

/** One finding for several changes of one tenant or unit. */
function together(changes: readonly ObjectChange[], severity: Severity, says: (names: string) => string): Finding[] {
  const [{ unit, tenant } = {}] = changes;
  const objects = changes.flatMap((change) => sidesOf(change).slice(-1));
  return objects.length === 0
    ? []
    : [{ severity, unit, tenant, says: says(some(objects.map(nameOf), 8)), about: objects }];
}

function isSpoken({ before, after }: ObjectChange, spoken: ReadonlySet<Manifest>): boolean {
  return [before, after].some((side) => side !== undefined && (spoken.has(side) || isFollowing(side)));
}

/** A configuration is told by the keys that roll its pods. */
function isFollowing({ kind, metadata }: Manifest): boolean {
  return FOLLOWS.has(kind) && /-config-[0-9a-f]{10}$/.test(metadata.name);
}

function findingOf({ unit, tenant, before, after, fields }: ObjectChange): Finding {
  const about = sidesOf({ before, after });
  const [one] = about;
  const value = (side: unknown) => (one?.kind === 'Secret' && side !== undefined ? '(secret)' : brief(side));
  const because = fields.map(({ path, from, to }) => `${path}: ${fromTo(value(from), value(to))}`);
  return { severity: 'notice', unit, tenant, says: `${one === undefined ? '' : nameOf(one)} changes`, because, about };
}

function brief(value: unknown): string | undefined {
  const text = shown(value);
  return value === undefined ? undefined : text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
