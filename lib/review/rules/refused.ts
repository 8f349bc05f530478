import { groupOf } from '../../core/api-group';
import { quantity } from '../../core/quantity';
import type { FieldChange } from '../../diff/field-changes';
import type { Manifest } from '../../diff/manifest';
import type { Finding } from '../finding';
import { AGAIN, IMMUTABLE, type Immutable, isSame } from '../immutable-fields';
import { nameOf } from '../object-change';
import { at } from '../read';
import type { ReviewRule } from '../rule';
import { fromTo } from '../words';

/** Objects that the API server will not change so: the apply ends with an error there, and does the rest. */
export const refused: ReviewRule = ({ objects, after: all }) =>
  objects.flatMap(({ unit, tenant, before, after, isUpdate, fields }): Finding[] => {
    if (before === undefined || after === undefined || !isUpdate) {
      return [];
    }
    const laws = [IMMUTABLE[`${groupOf(after.apiVersion)}/${after.kind}`] ?? []].flat();
    const changes = fields.filter((field) => !isSame(field));
    const held = laws
      .filter(({ where }) => where?.(before, after) !== false)
      .flatMap((law) => changes.filter((field) => isImmutable(field, law)));
    const shrinks = sizesOf(after, changes).filter(({ from, to }) => quantity(to) < quantity(from));
    const wrong = [
      ...held.map(({ path }) => `${path} cannot be changed`),
      ...shrinks.map(({ from, to }) => `a claim never shrinks (${fromTo(from, to)})`),
    ];
    const about = { unit, tenant, about: [after] };
    return wrong.length > 0
      ? [
          {
            ...about,
            severity: 'danger',
            says: `the API server refuses ${nameOf(after)}: ${wrong.join(', ')}; ${laws[0]?.out ?? AGAIN}`,
            because: held.map(({ path, from, to }) => `${path}: ${changed(after, from, to)}`),
          },
        ]
      : sizesOf(after, changes)
          .filter(() => !mayGrow(after, all))
          .map(({ from, to }) => ({
            ...about,
            severity: 'warning' as const,
            says: `${nameOf(after)} grows (${fromTo(from, to)}), which the API server refuses where its class has not allowVolumeExpansion`,
          }));
  });

function isImmutable({ path }: FieldChange, { fields, but }: Immutable): boolean {
  return fields.test(path) && but?.test(path) !== true;
}

function changed({ kind }: Manifest, from: unknown, to: unknown): string {
  return kind === 'Secret' ? '(secret)' : fromTo(from, to);
}

function sizesOf({ kind }: Manifest, fields: readonly FieldChange[]): FieldChange[] {
  return kind === 'PersistentVolumeClaim'
    ? fields.filter(({ path }) => path === 'spec.resources.requests.storage')
    : [];
}

/** Whether the class of a claim is in the files, and lets it grow. */
function mayGrow(claim: Manifest, all: readonly Manifest[]): boolean {
  const name = at(claim, 'spec', 'storageClassName');
  return all.some(
    (object) =>
      object.kind === 'StorageClass' && object.metadata.name === name && at(object, 'allowVolumeExpansion') === true,
  );
}
