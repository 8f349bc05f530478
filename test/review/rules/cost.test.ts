import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Size } from 'cdk8s';
import { BusinessUnit, MiSize, Quota, Scaling } from '../../../lib';
import { commonObjects } from '../../../lib/diff/common-object';
import { costsOf } from '../../../lib/review/costs';
import { restingCosts } from '../../../lib/review/resting';
import { reviewOf } from '../../../lib/review/review';
import { cost } from '../../../lib/review/rules/cost';
import { workloadsOf } from '../../../lib/review/workload';
import { newFleet } from '../../manifests';
import { app, found, orders, plainPods, retail } from '../changes';

const dist = join(__dirname, '../../../dist');
const everyExample = new Map(
  readdirSync(dist)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(join(dist, name), 'utf8')]),
);

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
    expect.stringMatching(/^notice : the whole fleet costs CPU 1 → 2 /),
  );
  expect(found(cost, two(2), two(2))).toEqual([]);
});

test('the whole fleet counts what the change leaves alone', () => {
  const files = (count: number) => {
    const fleet = newFleet();
    for (const id of ['a', 'b', 'c'])
      app(new BusinessUnit(fleet, id, { contact: 'a@example.com' }), {
        scaling: id === 'a' ? Scaling.fixed(count) : Scaling.auto({ min: 2, max: 4 }),
        env: { NOTE: 'resources:\n  requests: much' },
      });
    return fleet.render();
  };
  const [before, after] = [files(1), files(2)];
  const of = (all: ReadonlyMap<string, string>, ...names: string[]) =>
    new Map([...all].filter(([name]) => names.includes(name)));
  const resting = [...of(after, 'b.k8s.yaml', 'c.k8s.yaml').values()];
  const { findings } = reviewOf(of(before, 'a.k8s.yaml'), of(after, 'a.k8s.yaml'), resting);
  const whole = findings.filter(({ rule, unit }) => rule === 'cost' && unit === undefined);
  const told = reviewOf(before, after).findings.filter(({ rule, unit }) => rule === 'cost' && unit === undefined);
  expect(whole).toEqual(told);
  expect(whole.map(({ says }) => says)).toEqual([
    'the whole fleet costs CPU 2.5 → 3 (at most 9 → 10); memory 5 GiB → 6 GiB (at most 9 GiB → 10 GiB); disk of pods 5 GiB → 6 GiB',
  ]);
});

test('what files cost that are left alone is what the same files cost parsed as a whole', () => {
  const resting = restingCosts(everyExample.values());
  const objects = commonObjects(everyExample).map(({ manifest }) => manifest);
  const claims = objects.filter(({ kind }) => kind === 'PersistentVolumeClaim');
  expect(resting).toEqual(costsOf(workloadsOf(objects), claims));
  expect(resting.pods).toBeGreaterThan(7);
  expect(resting.volumes).toBeGreaterThan(0);
});

test.each([
  ['Deployment', 2],
  ['StatefulSet', 2],
  ['Rollout', 2],
  ['ReplicaSet', 2],
  ['DaemonSet', 1],
])('the pods of a %s are counted, whether its file is left alone or changes', (kind, pods) => {
  const amounts = { cpu: '250m', memory: '1Gi' };
  const files = plainPods({}, { resources: { requests: amounts, limits: amounts } }, kind);
  const resting = restingCosts(files.values());
  expect(resting).toMatchObject({ pods, cpu: pods / 4, memory: pods * 2 ** 30, 'limits.cpu': pods / 4 });
  const objects = commonObjects(files).map(({ manifest }) => manifest);
  expect(costsOf(workloadsOf(objects), [])).toEqual(resting);
});
