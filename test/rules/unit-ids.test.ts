import { Construct } from 'constructs';
import { UnitNamespace } from '../../lib';
import { BusinessUnit } from '../../lib/unit/business-unit';
import { errorOf, newFleet, newUnit, refusalOf } from '../manifests';

test('fails when two units have one id under different constructs', () => {
  const fleet = newFleet();
  newUnit(fleet, 'retail');
  new BusinessUnit(new Construct(fleet, 'west'), 'retail', {
    contact: 'integration@example.com',
    namespace: UnitNamespace.own('retail-west'),
  });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf('id of business unit "retail" must be used once in the fleet, got it at "retail" and at "west/retail"'),
  );
});

test('units of different ids may stand under constructs', () => {
  const fleet = newFleet();
  newUnit(fleet, 'retail');
  new BusinessUnit(new Construct(fleet, 'west'), 'clinic', { contact: 'integration@example.com' });
  expect(errorOf(() => fleet.render())).toBe('');
});
