import { ApiObject, Chart } from 'cdk8s';
import { BusinessUnit, deliberately, UnitNamespace } from '../../lib';
import { errorOf, newFleet, newUnit, refusalOf } from '../manifests';

function notes(namespace: string, annotations = {}) {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'notes', namespace, annotations } };
}

const refusal = refusalOf(
  'namespace of ConfigMap "clinic/notes" must be "retail", that of its unit "retail", got "clinic", which is of unit ' +
    '"clinic"; declare it in that unit, or say deliberately(\'own-namespaces\')',
);

test('fails when an object of one unit stands in the namespace of another', () => {
  const fleet = newFleet();
  newUnit(fleet, 'clinic');
  new ApiObject(newUnit(fleet), 'notes', notes('clinic'));
  expect(errorOf(() => fleet.render())).toBe(refusal);
});

test('fails for what is in a list, too', () => {
  const fleet = newFleet();
  newUnit(fleet, 'clinic');
  new ApiObject(newUnit(fleet), 'all', { apiVersion: 'v1', kind: 'List', items: [notes('clinic')] });
  expect(errorOf(() => fleet.render())).toBe(refusal);
});

test('a namespace of no unit, of several, of the platform’s chart, or one that is meant is taken', () => {
  const fleet = newFleet();
  const retail = newUnit(fleet);
  newUnit(fleet, 'clinic');
  const namespace = UnitNamespace.existing('shared');
  const [bank] = ['bank', 'till'].map((id) => new BusinessUnit(fleet, id, { contact: 'x', namespace }));
  new ApiObject(retail, 'outside', notes('monitoring'));
  new ApiObject(new Chart(fleet, 'platform'), 'notes', notes('clinic'));
  new ApiObject(bank ?? retail, 'shared', notes('shared'));
  expect(errorOf(() => fleet.render())).toBe('');
  const meant = newFleet();
  newUnit(meant, 'clinic');
  new ApiObject(newUnit(meant), 'notes', notes('clinic', deliberately('own-namespaces')));
  expect(errorOf(() => meant.render())).toBe('');
});
