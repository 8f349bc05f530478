import { groupOf } from '../../core/api-group';
import { quantity } from '../../core/quantity';
import type { FieldChange } from '../../diff/field-changes';
import type { Manifest } from '../../diff/manifest';
import type { Finding } from '../finding';
import { AGAIN, IMMUTABLE, type Immutable } from '../immutable-fields';
import { nameOf } from '../object-change';
import type { ReviewRule } from '../rule';
import { fromTo, shown } from '../words';

/** Objects that the API server will not change so: the apply ends with an error there, and does the rest. */
export const refused: ReviewRule = ({ objects }) =>
  objects.flatMap(({ unit, tenant, before, after, isUpdate, fields }): Finding[] => {
    if (before === undefined || after === undefined || !isUpdate) {
      return [];
    }
    const laws = [IMMUTABLE[`${groupOf(after.apiVersion)}/${after.kind}`] ?? []].flat();
    const held = laws
      .filter(({ where }) => where?.(before, after) !== false)
      .flatMap((law) => fields.filter((field) => isImmutable(field, law)));
    const resized = resizing(after, fields);
    return held.length + resized.length === 0
      ? []
      : [
          {
            severity: 'danger',
            unit,
            tenant,
            says: `the API server refuses ${nameOf(after)}: ${[...held.map(({ path }) => `${path} cannot be changed`), ...resized].join(', ')}; ${laws[0]?.out ?? AGAIN}`,
            because: held.map(({ path, from, to }) => `${path}: ${changed(after, from, to)}`),
            about: [after],
          },
        ];
  });

function isImmutable({ path }: FieldChange, { fields, but }: Immutable): boolean {
  return fields.test(path) && but?.test(path) !== true;
}

function changed({ kind }: Manifest, from: unknown, to: unknown): string {
  return kind === 'Secret' ? '(secret)' : fromTo(from, to);
}

/** A claim only grows, and only where its class lets it. */
function resizing({ kind }: Manifest, fields: readonly FieldChange[]): string[] {
  const size = fields.find(({ path }) => path === 'spec.resources.requests.storage');
  if (kind !== 'PersistentVolumeClaim' || size === undefined) {
    return [];
  }
  const [from, to] = [quantity(size.from), quantity(size.to)];
  if (from === to) {
    return [];
  }
  return to < from
    ? [`a claim never shrinks (${fromTo(size.from, size.to)})`]
    : [`a claim of ${shown(size.from)} becomes ${shown(size.to)} only where its class has allowVolumeExpansion`];
}
