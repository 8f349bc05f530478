import { groupBy } from '../core/by-key';
import type { Manifest } from '../diff/manifest';
import type { Change } from './change';
import { isMeta, isWords, keyOf, perKey } from './field-words';
import type { Finding, Severity } from './finding';
import { nameOf, type ObjectChange, sidesOf } from './object-change';
import { fromTo, shown, some } from './words';

/** What follows from a pod by itself, and stands in it. */
const FOLLOWS = new Set(['ConfigMap']);

/** Changes that no finding speaks of, so that nothing is hidden: those of words alone are quiet. */
export function othersOf({ objects }: Change, told: readonly Finding[]): Finding[] {
  const spoken = new Set(told.flatMap(({ about }) => about));
  const left = objects.filter((change) => !isSpoken(change, spoken));
  return [...groupBy(left, ({ unit = '', tenant = '' }) => `${unit} ${tenant}`).values()].flatMap((ofOne) => {
    const come = ofOne.filter(({ before }) => before === undefined);
    const there = ofOne.filter(({ before, after }) => before !== undefined && after !== undefined);
    const quiet = there.filter(({ fields }) => fields.every(isWords));
    const read = there.filter(
      ({ fields }) => !fields.every(isWords) && fields.every((one) => isWords(one) || isMeta(one)),
    );
    return [
      ...together(come, 'notice', (names) => `comes: ${names}`),
      ...there.filter((change) => !quiet.includes(change) && !read.includes(change)).map(findingOf),
      ...readFindings(read),
      ...together(
        quiet,
        'quiet',
        (names) => `nothing happens at run time: only labels and annotations change of ${names}`,
      ),
    ];
  });
}

/** Labels and annotations that others may read: what they do is not known here. */
function readFindings(changes: readonly ObjectChange[]): Finding[] {
  const [spaces, others] = [changes.filter(isNamespace), changes.filter((change) => !isNamespace(change))];
  return [
    ...together(
      spaces,
      'notice',
      (names) =>
        `labels and annotations change of ${names}: what reads them, as injectors and policies do, acts on it, on some pods only when they start`,
    ),
    ...together(
      others,
      'notice',
      (names) =>
        `nothing restarts by it, but labels and annotations change of ${names}: the controllers that read them act on them`,
    ),
  ];
}

function isNamespace({ after }: ObjectChange): boolean {
  return after?.kind === 'Namespace';
}

/** One finding for several changes of one tenant or unit. */
function together(changes: readonly ObjectChange[], severity: Severity, says: (names: string) => string): Finding[] {
  const [{ unit, tenant } = {}] = changes;
  const objects = changes.flatMap((change) => sidesOf(change).slice(-1));
  return objects.length === 0
    ? []
    : [
        {
          severity,
          unit,
          tenant,
          says: says(some(objects.map(nameOf), 8)),
          because: readFields(changes),
          about: objects,
        },
      ];
}

/** The labels and annotations that somebody may act on, each once. */
function readFields(changes: readonly ObjectChange[]): string[] | undefined {
  const fields = changes.flatMap((change) => perKey(change.fields)).filter((field) => isMeta(field) && !isWords(field));
  const lines = fields.map((field) => `${keyOf(field)}: ${fromTo(brief(field.from), brief(field.to))}`);
  return lines.length === 0 ? undefined : [...new Set(lines)].slice(0, 8);
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
