import { Scaling } from '../../lib';
import { changeOf } from '../../lib/review/change';
import { base } from '../manifests';
import { app, orders, plainPods, retail } from './changes';

type Files = ReturnType<typeof orders>;

/** What became of each workload, by kind and name. */
function pairs(before: Files, after: Files): Array<readonly (string | undefined)[]> {
  const named = (side?: { readonly object: { readonly kind: string; readonly metadata: { readonly name: string } } }) =>
    side && `${side.object.kind} ${side.object.metadata.name}`;
  return changeOf(before, after).tenants.map((one) => [named(one.before), named(one.after)]);
}

test('a workload is the same while its kind and name are, though another kind beside it has that name', () => {
  const both = (image: string) =>
    new Map(
      ['Deployment', 'StatefulSet'].flatMap((kind) =>
        [...plainPods({}, { image }, kind).values()].map((text) => [`${kind}.yaml`, text]),
      ),
    );
  expect(pairs(both('registry.example.com/app:1'), both('registry.example.com/app:2'))).toEqual([
    ['Deployment it', 'Deployment it'],
    ['StatefulSet it', 'StatefulSet it'],
  ]);
});

test('a tenant is the same while its unit and id are, whatever its kind is and whatever it runs', () => {
  const alone = retail((unit) => app(unit, { image: base.withApp('another', '2.0.0'), scaling: Scaling.singleton() }));
  expect(pairs(orders(), alone)).toEqual([['Deployment orders', 'StatefulSet orders']]);
});

test('a tenant under another name is known by what it runs', () => {
  const renamed = retail((unit) => app(unit, { image: base.withApp('orders', '1.1.0') }, 'purchases'));
  expect(pairs(orders(), renamed)).toEqual([['Deployment orders', 'Deployment purchases']]);
});

test('one that shares neither leaves, and the other comes', () => {
  const other = retail((unit) => app(unit, {}, 'purchases'));
  expect(pairs(orders(), other)).toEqual([
    ['Deployment orders', undefined],
    [undefined, 'Deployment purchases'],
  ]);
});
