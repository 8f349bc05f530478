import { availability, Canary, MiTenant, Scaling } from '../../lib';
import { base, newFleet, newUnit } from '../manifests';

test('says of each tenant how many of its pods are sure to be ready, whatever happens', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const image = base.withApp('orders', '1.0.0');
  const scalings = {
    alone: Scaling.singleton(),
    auto: Scaling.auto({ min: 1, max: 6 }),
    careless: Scaling.fixed(3, { maxEvictions: 'unlimited' }),
    fixed: Scaling.fixed(5, { maxUnavailable: 2, maxEvictions: 3 }),
    one: Scaling.fixed(1),
    parked: Scaling.fixed(3).parked(),
  };
  for (const [id, scaling] of Object.entries(scalings)) {
    new MiTenant(unit, id, { image, scaling });
  }
  const trial = Canary.percent(10, { image: base.withApp('orders', '1.1.0') });
  new MiTenant(unit, 'tried', { image, scaling: Scaling.fixed(4), canary: trial });
  expect(availability(fleet)).toBe(
    [
      '| tenant | scaling | always | in an update | a node lost | both | nodes drained |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      '| retail/alone | `singleton()` | 1 | 0 | 0 | 0 | 0 |',
      '| retail/auto | `auto(1 to 6)` | 1 | 1 | 0 | 0 | 0 |',
      '| retail/careless | `fixed(3)` | 3 | 3 | 2 | 2 | 0 |',
      '| retail/fixed | `fixed(5)` | 5 | 3 | 4 | 2 | 2 |',
      '| retail/one | `fixed(1)` | 1 | 1 | 0 | 0 | 0 |',
      '| retail/parked | `fixed(3).parked()` | 0 | 0 | 0 | 0 | 0 |',
      '| retail/tried | `fixed(4)` | 4 | 4 | 3 | 3 | 3 |',
      '| retail/tried/canary | `fixed(1)` | 1 | 1 | 0 | 0 | 0 |',
      '',
    ].join('\n'),
  );
});
