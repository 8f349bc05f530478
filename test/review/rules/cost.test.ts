import { Size } from 'cdk8s';
import { BusinessUnit, MiSize, Quota, Scaling } from '../../../lib';
import { cost } from '../../../lib/review/rules/cost';
import { newFleet } from '../../manifests';
import { app, found, orders, retail } from '../changes';

test('what a unit reserves and may use, before and after', () => {
  expect(found(cost, orders(), orders({ scaling: Scaling.auto({ min: 3, max: 6 }) }))).toEqual([
    'notice retail: costs CPU 1 → 1.5 (at most 2 → 6); memory 2 GiB → 3 GiB (at most 2 GiB → 6 GiB); disk of pods 2 GiB → 3 GiB',
  ]);
});

test('what its quota has left', () => {
  const of = (gibibytes: number) =>
    retail((unit) => app(unit, { size: MiSize.of({ memory: Size.gibibytes(gibibytes) }) }), {
      quota: Quota.ofTenants(),
    });
  expect(found(cost, of(1), of(2))).toEqual([
    expect.stringMatching(
      /\[quota left with all tenants at their most: pods 11 of 13, CPU requested 5\.25 of 6\.25, memory requested 21 GiB of 25 GiB\]$/,
    ),
  ]);
});

test('of several units the sum too; of what costs the same nothing', () => {
  const two = (count: number) => {
    const fleet = newFleet();
    for (const id of ['a', 'b'])
      app(new BusinessUnit(fleet, id, { contact: 'a@example.com' }), { scaling: Scaling.fixed(count) });
    return fleet.render();
  };
  expect(found(cost, two(1), two(2))).toContainEqual(
    expect.stringMatching(/^notice : all units of this change: costs CPU 1 → 2 /),
  );
  expect(found(cost, two(2), two(2))).toEqual([]);
});
