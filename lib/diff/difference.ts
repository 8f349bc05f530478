import { type CommonObject, commonObjects, DESCRIPTION } from './common-object';
import { type FieldChange, fieldChanges } from './field-changes';
import { pairsOf } from './pairs';

/** An object that differs between two environments. A side that does not have it says nothing. */
export interface ObjectDifference {
  /**
   * The unit that it is of.
   *
   * @default - it is of no unit
   */
  readonly unit?: string;
  /** Its kind. */
  readonly kind: string;
  /** Its name without what only an environment adds: suffix, namespace, hash of the content. */
  readonly name: string;
  /**
   * Namespace and name on the one side.
   *
   * @default - only the other has it
   */
  readonly from?: string;
  /**
   * Namespace and name on the other side.
   *
   * @default - only the one has it
   */
  readonly to?: string;
  /** The fields that differ; none if one side alone has the object. */
  readonly changes: readonly FieldChange[];
}

/** Two environments beside each other. */
export interface Difference {
  /** The objects that differ, those of a unit together. */
  readonly objects: readonly ObjectDifference[];
  /** How many do not. */
  readonly equal: number;
}

/** Compares the files of two environments, each a text under its name. */
export function differenceOf(from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>): Difference {
  const pairs = pairsOf(commonObjects(from), commonObjects(to));
  const objects = pairs.flatMap(({ before, after }) => differences(before, after));
  return { objects: objects.sort(byUnitAndName), equal: pairs.length - objects.length };
}

function differences(from: CommonObject | undefined, to: CommonObject | undefined): ObjectDifference[] {
  const [one] = [from, to].flatMap((object) => object ?? []);
  if (one === undefined) {
    return [];
  }
  const { unit, kind, name } = one;
  const changes = from === undefined || to === undefined ? [] : shownChanges(from, to);
  const isSame = from !== undefined && to !== undefined && changes.length === 0;
  return isSame ? [] : [{ unit, kind, name, from: fullName(from), to: fullName(to), changes }];
}

/** Changes as they are shown: nothing that only repeats others in words, and the value of a secret not at all. */
function shownChanges(from: CommonObject, to: CommonObject): FieldChange[] {
  const isRepeated = ({ path }: FieldChange) =>
    path === 'metadata.name' || (from.isTenants && to.isTenants && path === DESCRIPTION_PATH);
  const isHidden = ({ path }: FieldChange) => to.kind === 'Secret' && /^(data|stringData)\b/.test(path);
  return fieldChanges(from.fields, to.fields)
    .filter((change) => !isRepeated(change))
    .map((change) =>
      isHidden(change) ? { path: change.path, from: hidden(change.from), to: hidden(change.to) } : change,
    );
}

const DESCRIPTION_PATH = `metadata.annotations["${DESCRIPTION}"]`;

function hidden(value: unknown): string | undefined {
  return value === undefined ? undefined : '(secret)';
}

function fullName(object: CommonObject | undefined): string | undefined {
  return object?.namespace === undefined ? object?.fullName : `${object.namespace}/${object.fullName}`;
}

function byUnitAndName(a: ObjectDifference, b: ObjectDifference): number {
  return compare(a.unit ?? '', b.unit ?? '') || compare(a.name, b.name) || compare(a.kind, b.kind);
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
