import { MiBaseImage } from '../../../lib';
import { baseImage } from '../../../lib/review/rules/base-image';
import { app, found, retail } from '../changes';

const built = (build: number) => {
  const base = MiBaseImage.fromRegistry('registry.example.com/mi-base', { release: '4.4.0', build });
  return retail((unit) => ['orders', 'prices'].map((id) => app(unit, { image: base.withApp(id, '1.0.0') }, id)));
};

test('a base that rolls everything says how much that is', () => {
  expect(found(baseImage, built(3), built(4))).toEqual([
    'warning : another base rolls 2 tenants in 1 unit, 4 pods and more, all at the same time [base image: 4.4.0-3 → 4.4.0-4]',
  ]);
  expect(found(baseImage, built(3), built(3))).toEqual([]);
});
