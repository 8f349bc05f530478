import type { Manifest } from '../../diff/manifest';
import { claimsOf } from '../../rendered/object-claims';
import type { KubernetesObject } from '../../rendered/rendered-object';
import type { Change } from '../change';
import type { Finding } from '../finding';
import type { ReviewRule } from '../rule';
import { some } from '../words';

/** Hosts and paths of the outside that open or close. */
export const hosts: ReviewRule = (change) => {
  const [before, after] = [takenOf(change.before), takenOf(change.after)];
  return [
    ...findings(change, 'opens to the outside', after, before, 'notice'),
    ...findings(change, 'closes to the outside', before, after, 'warning'),
  ];
};

/** Every host and path of one side, with the object that takes it. */
function takenOf(objects: readonly Manifest[]): Map<string, Manifest> {
  return new Map(
    objects.flatMap((object) =>
      // Only the parts that lead requests are looked at.
      claimsOf(object as KubernetesObject).map(({ host, path }): [string, Manifest] => [
        `${host}${path ?? ''}`,
        object,
      ]),
    ),
  );
}

function findings(
  { objects }: Change,
  what: string,
  these: ReadonlyMap<string, Manifest>,
  those: ReadonlyMap<string, Manifest>,
  severity: 'notice' | 'warning',
): Finding[] {
  const only = [...these].filter(([claim]) => !those.has(claim));
  const units = new Map(
    objects.flatMap(({ unit, before, after }) => [[before, unit] as const, [after, unit] as const]),
  );
  return [...new Set(only.map(([, object]) => units.get(object)))].map((unit) => {
    const ofUnit = only.filter(([, object]) => units.get(object) === unit);
    return {
      severity,
      unit,
      says: `${what}: ${some([...new Set(ofUnit.map(([claim]) => claim))], 10)}`,
      about: [...new Set(ofUnit.map(([, object]) => object))],
    };
  });
}
