import { stringify } from 'yaml';
import { groupBy } from '../core/by-key';
import { oneLine } from '../core/refusal';
import type { Difference, ObjectDifference } from './difference';
import type { FieldChange } from './field-changes';
import { lineChanges } from './line-changes';

/** A difference for people: unit by unit, objects that differ in the same way under one heading. */
export function differenceText(from: string, to: string, { objects, equal }: Difference): string {
  if (objects.length === 0) {
    return `${from} and ${to} are equal: ${counted(equal, 'object')}\n`;
  }
  const units = [...new Set(objects.map(({ unit }) => unit))];
  const blocks = units.map((unit) =>
    [
      oneLine(unit ?? '(no unit)'),
      ...headed(
        objects.filter((object) => object.unit === unit),
        from,
        to,
      ),
    ].join('\n'),
  );
  return `${[`${from} → ${to}`, ...blocks, summary(from, to, objects, equal)].join('\n\n')}\n`;
}

function summary(from: string, to: string, objects: readonly ObjectDifference[], equal: number): string {
  const only = (side: 'from' | 'to') => objects.filter((object) => object[side] === undefined).length;
  const changed = objects.length - only('from') - only('to');
  return [
    `${counted(changed, 'object')} changed`,
    `${only('to')} only in ${from}`,
    `${only('from')} only in ${to}`,
    `${equal} equal`,
  ].join(', ');
}

/** Headings and what is below them. */
function headed(objects: readonly ObjectDifference[], from: string, to: string): string[] {
  return [...groupBy(objects, (object) => bodyOf(object, from, to))].map(([body, alike]) => {
    const names = alike.map(({ kind, name }) => oneLine(`${kind} ${name}`));
    return `  ${body.slice(0, 2)}${names.join(', ')}${body.slice(2)}`;
  });
}

/** A sign, and what follows the names of those that differ so. */
function bodyOf({ from, to, changes }: ObjectDifference, oneSide: string, otherSide: string): string {
  if (from === undefined || to === undefined) {
    return from === undefined ? `+ : only in ${otherSide}` : `- : only in ${oneSide}`;
  }
  return ['~ ', ...changes.flatMap(linesOf).map((line) => `      ${line}`)].join('\n');
}

function linesOf({ path, from, to }: FieldChange): string[] {
  if (typeof from === 'string' && typeof to === 'string' && `${from}${to}`.includes('\n')) {
    return [oneLine(path), ...lineChanges(from, to).map(({ sign, line }) => `  ${sign} ${oneLine(line)}`)];
  }
  if (from === undefined || to === undefined) {
    return [`${from === undefined ? '+' : '-'} ${oneLine(path)}: ${shown(from ?? to)}`];
  }
  return [`${oneLine(path)}: ${shown(from)} → ${shown(to)}`];
}

/** A value in one line, a text such that it cannot be taken for a number. */
function shown(value: unknown): string {
  const isCollection = typeof value === 'object' && value !== null;
  const isLong = typeof value === 'string' && value.includes('\n');
  return oneLine(isCollection || isLong ? JSON.stringify(value) : stringify(value, { lineWidth: 0 }).trimEnd());
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
