import type { RunningState } from './cluster-source';
import type { Finding } from './finding';
import { keyOf, nameOf } from './object-change';
import type { ReviewRule } from './rule';
import { fromTo } from './words';

/** Fields that somebody changed by hand, or a controller: an apply of another value ends with a conflict there. */
export function byHand({ byHand: owners }: RunningState): ReviewRule {
  return ({ objects }) =>
    objects.flatMap(({ unit, tenant, before, after, isUpdate, fields }): Finding[] => {
      if (before === undefined || after === undefined || !isUpdate) {
        return [];
      }
      const owned = owners.get(keyOf(after));
      const kept = fields.flatMap(({ path, from, to }) => {
        const owner = owned?.get(path);
        return owner === undefined || to === undefined ? [] : [`${path}: ${fromTo(from, to)} (${owner})`];
      });
      const { kind, metadata } = after;
      const target = `${kind.toLowerCase()} ${metadata.name}`;
      const inside = metadata.namespace === undefined ? '' : `-n ${metadata.namespace} `;
      return kept.length === 0
        ? []
        : [
            {
              severity: 'danger',
              unit,
              tenant,
              says: `somebody else than the last apply changed ${nameOf(after)}: the apply ends with a conflict and leaves it as it is. When the files are right, hand it back`,
              because: kept,
              run: [
                `kubectl ${inside}patch ${target} --type=merge -p "metadata: {managedFields: [$(kubectl ${inside}get ${target} --show-managed-fields -o jsonpath='{range .metadata.managedFields[?(@.operation=="Apply")]}{@},{end}')]}"`,
              ],
              about: [after],
            },
          ];
    });
}
