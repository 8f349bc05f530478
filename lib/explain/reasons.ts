import { groupBy } from '../core/by-key';
import { type Field, type FieldChange, fieldChanges, fieldsOf } from '../diff/field-changes';
import type { TenantObjects } from '../fleet/variants/composition';
import type { Decider, Variant } from '../fleet/variants/variants';
import type { KubernetesObject } from '../rendered/rendered-object';
import { readable } from './readable';

/** What a field would be if one thing were declared otherwise. */
export interface Otherwise {
  /** The release of Micro Integrator, where that is the thing. */
  readonly name: string;
  /**
   * The value.
   *
   * @default - the field would not be there
   */
  readonly value?: unknown;
}

/** Something that decides a field. */
export interface Reason {
  readonly decider: Decider | 'program' | 'library';
  /** What it is: the path of a prop, a release, a load balancer. */
  readonly name: string;
  readonly isSaid: boolean;
  readonly otherwise: readonly Otherwise[];
}

/** A field of an object of a tenant, and all that decides it. */
export interface FieldReasons extends Field {
  /** Kind and name of its object. */
  readonly object: string;
  /** Whether it is there; one that is not may be asked for all the same. */
  readonly isThere: boolean;
  /** The nearest first; never none. */
  readonly reasons: readonly Reason[];
}

/** What is rendered for a tenant, and what the library makes of other declarations. */
export interface Rendered {
  readonly rendered: TenantObjects;
  readonly composed: TenantObjects;
  readonly variants: readonly Variant[];
  /** Its release of Micro Integrator. */
  readonly release: string;
}

/** Stands for an object as a whole: that it is there. */
const WHOLE = '(the object)';

/** What nothing that was asked decides. */
const LIBRARY: Reason = { decider: 'library', name: 'fixed: no prop changes it', isSaid: false, otherwise: [] };

/** What the program did to the object after the library had made it. */
const PROGRAM: Reason = { decider: 'program', name: 'what else the program says', isSaid: true, otherwise: [] };

/** The fields of all objects of a tenant, and those that something else would bring. */
export function fieldReasons({ rendered, composed, variants, release }: Rendered): FieldReasons[] {
  return Object.entries(rendered).flatMap(([path, object]) => {
    const own = composed[path];
    const changes = variants.map((variant) => ({ variant, changes: changesOf(own, variant.objects[path]) }));
    return reasonsOf(object, own, changes).map((field) => ({
      ...field,
      reasons: field.reasons.map((one) => (one.decider === 'release' ? { ...one, name: release } : one)),
    }));
  });
}

/** A variant and what it changes of one object. */
interface VariantChanges {
  readonly variant: Variant;
  readonly changes: readonly FieldChange[];
}

function reasonsOf(
  object: KubernetesObject,
  own: KubernetesObject | undefined,
  variants: readonly VariantChanges[],
): FieldReasons[] {
  const name = `${object.kind} ${object.metadata.name}`;
  const shown = readable(object);
  const further = own === undefined ? undefined : fieldChanges(readable(own), shown);
  const isAdded = (path: string) => further === undefined || further.some((one) => isIn(path, one.path));
  const there = [{ path: WHOLE, value: object.kind }, ...fieldsOf(shown)].map((field) => {
    const reasons = ordered(variants.flatMap((one) => reasonOf(one, field.path)));
    const added = isAdded(field.path) ? [PROGRAM] : [];
    const all = [...added, ...reasons];
    return { ...field, object: name, isThere: true, reasons: all.length === 0 ? [LIBRARY] : all };
  });
  const absent = new Set(
    variants.flatMap(({ changes }) =>
      changes.filter(({ path, from }) => from === undefined && !isAdded(path)).map(({ path }) => path),
    ),
  );
  return [
    ...there,
    ...[...absent].map((path) => ({
      path,
      value: undefined,
      object: name,
      isThere: false,
      reasons: ordered(variants.flatMap((one) => reasonOf(one, path))),
    })),
  ];
}

function changesOf(own: KubernetesObject | undefined, other: KubernetesObject | undefined): FieldChange[] {
  if (own === undefined || other === undefined) {
    return own === other ? [] : [{ path: WHOLE, from: own?.kind, to: other?.kind }];
  }
  return fieldChanges(readable(own), readable(other));
}

function reasonOf({ variant, changes }: VariantChanges, path: string): Reason[] {
  const change = changes.find((one) => isIn(path, one.path));
  const { decider, name, isSaid } = variant;
  return change === undefined
    ? []
    : [{ decider, name, isSaid, otherwise: change.path === path ? [{ name, value: change.to }] : [] }];
}

/** Whether a path is another, or leads into it. */
function isIn(path: string, other: string): boolean {
  return path === other || (path.startsWith(other) && /^[.[]/.test(path.slice(other.length)));
}

/** What is nearest to whoever declares the tenant comes first; what was left to its default last. */
const ORDER: ReadonlyArray<Reason['decider']> = [
  'id',
  'prop',
  'image',
  'release',
  'load balancer',
  'unit',
  'fleet',
  'default',
];

/** Each reason once; all releases are one. A prop of which a part is one already is not told beside that. */
function ordered(reasons: readonly Reason[]): Reason[] {
  const byThing = groupBy(reasons, ({ decider, name }) => (decider === 'release' ? decider : `${decider} ${name}`));
  const each = [...byThing.values()].flatMap((all) => {
    const [first] = all;
    return first === undefined ? [] : [{ ...first, otherwise: all.flatMap(({ otherwise }) => otherwise) }];
  });
  const whole = each.filter(({ name }) => !each.some((other) => other.name !== name && isIn(other.name, name)));
  const rank = ({ decider, isSaid }: Reason) => (isSaid ? 0 : ORDER.length) + ORDER.indexOf(decider);
  return whole.sort((one, other) => rank(one) - rank(other));
}
