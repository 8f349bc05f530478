import { groupOf } from '../core/api-group';
import type { FieldChange } from '../diff/field-changes';
import type { Manifest } from '../diff/manifest';

/** What becomes of one thing: an object, its successor under another name, or only one of them. */
export interface ObjectChange {
  /**
   * The unit that it is of.
   *
   * @default - it is of no unit
   */
  readonly unit?: string;
  /**
   * The tenant that it is of.
   *
   * @default - it is of the unit as a whole
   */
  readonly tenant?: string;
  /**
   * The object as it was.
   *
   * @default - it comes
   */
  readonly before?: Manifest;
  /**
   * The object as it will be.
   *
   * @default - it leaves
   */
  readonly after?: Manifest;
  /** Whether both sides are one object of the cluster: of one kind, namespace and name. */
  readonly isUpdate: boolean;
  /** The fields that differ between two sides. */
  readonly fields: readonly FieldChange[];
}

/** What tells objects of a cluster apart. */
export function keyOf({ apiVersion, kind, metadata }: Manifest): string {
  return [groupOf(apiVersion), kind, metadata.namespace ?? '', metadata.name].join(' ');
}

/** An object as a reviewer finds it: `Deployment retail/orders`. */
export function nameOf({ kind, metadata: { namespace, name } }: Manifest): string {
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

/** The sides of a change that are there. */
export function sidesOf({ before, after }: Pick<ObjectChange, 'before' | 'after'>): Manifest[] {
  return [before, after].flatMap((side) => side ?? []);
}
