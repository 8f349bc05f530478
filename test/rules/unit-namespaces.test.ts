import { Construct } from 'constructs';
import { BusinessUnit, UnitNamespace } from '../../lib';
import { errorOf, newFleet, refusalOf } from '../manifests';

function render(units: Readonly<Record<string, UnitNamespace | undefined>>): string {
  const fleet = newFleet();
  for (const [id, namespace] of Object.entries(units)) {
    new BusinessUnit(fleet, id, { contact: 'integration@example.com', namespace });
  }
  return errorOf(() => fleet.render());
}

const sentence = (id: string, namespace: string, owner: string) =>
  `namespace of business unit "${id}" must not be the own namespace of another unit, ` +
  `got "${namespace}", which is of unit "${owner}"; ` +
  'units that share one both take UnitNamespace.existing(…), made by somebody else';

const twice = (name: string, first: string, second: string) =>
  `name of Namespace "${name}" must be used once in the fleet, ` +
  `got it from "${first}/Namespace" and from "${second}/Namespace"; give one of the two another id`;

test('fails when two units have one namespace of their own', () => {
  expect(render({ retail: UnitNamespace.own('shops'), clinic: UnitNamespace.own('shops') })).toBe(
    refusalOf(twice('shops', 'retail', 'clinic'), sentence('clinic', 'shops', 'retail')),
  );
});

test('fails when a unit names as its own what is another’s by its id', () => {
  expect(render({ retail: undefined, clinic: UnitNamespace.own('retail') })).toBe(
    refusalOf(twice('retail', 'retail', 'clinic'), sentence('clinic', 'retail', 'retail')),
  );
});

test('fails when a unit moves into the own namespace of another, whichever is declared first', () => {
  expect(render({ retail: undefined, clinic: UnitNamespace.existing('retail') })).toBe(
    refusalOf(sentence('clinic', 'retail', 'retail')),
  );
  expect(render({ clinic: UnitNamespace.existing('retail'), retail: undefined })).toBe(
    refusalOf(sentence('clinic', 'retail', 'retail')),
  );
});

test('fails when the units stand under plain constructs', () => {
  const fleet = newFleet();
  const contact = 'integration@example.com';
  new BusinessUnit(new Construct(fleet, 'europe'), 'retail', { contact });
  const namespace = UnitNamespace.existing('retail');
  new BusinessUnit(new Construct(fleet, 'asia'), 'clinic', { contact, namespace });
  expect(errorOf(() => fleet.render())).toBe(refusalOf(sentence('clinic', 'retail', 'retail')));
});

test('units may share a namespace that none of them makes', () => {
  expect(render({ retail: UnitNamespace.existing('shops'), clinic: UnitNamespace.existing('shops') })).toBe('');
});

test('units may have namespaces of their own', () => {
  expect(render({ retail: undefined, clinic: UnitNamespace.own('health') })).toBe('');
});
