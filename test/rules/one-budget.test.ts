import { ApiObject } from 'cdk8s';
import { Patch, Scaling } from '../../lib';
import { errorOf, newFleet, newTenant, refusalOf } from '../manifests';
import { saidOfObject } from '../plain-objects/object';
import { REFUSED_BUDGETS } from '../plain-objects/selectors';

const instance = 'app.kubernetes.io/instance';

/** What is said of a disruption budget with this selector beside the tenant "retail/orders". */
function saidOf(selector: object | undefined, scaling = Scaling.fixed(2), namespace?: string): string {
  const fleet = newFleet();
  const { unit } = newTenant({ scaling }, fleet);
  const metadata = { name: 'extra', namespace };
  const spec = { maxUnavailable: 1, selector };
  new ApiObject(unit, 'extra', { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec });
  return errorOf(() => fleet.render());
}

test.each([[{ matchLabels: { [instance]: 'orders' } }], [{}]])(
  'fails when the pods of a tenant get a second budget: %j',
  (selector) => {
    expect(saidOf(selector)).toBe(
      refusalOf(
        'selector of PodDisruptionBudget "retail/extra" must select pods that no other budget has, got those of ' +
          'Deployment "retail/orders", which "retail/orders" has; leave it out, or say ' +
          "scaling: …({ maxEvictions: 'unlimited' }) of the tenant, which renders none",
      ),
    );
  },
);

test('one of other pods, of none, or in the place of the tenant’s is taken', () => {
  expect(saidOf({ matchLabels: { app: 'other' } })).toBe('');
  expect(saidOf(undefined)).toBe('');
  expect(saidOf({}, undefined, 'elsewhere')).toBe('');
  const without = Scaling.fixed(2, { maxEvictions: 'unlimited' });
  expect(saidOf({ matchLabels: { [instance]: 'orders' } }, without)).toBe('');
});

test.each(REFUSED_BUDGETS)('fails for $what, as by a patch', ({ object, prop, must }) => {
  expect(saidOfObject(object)).toEqual([`${prop} of PodDisruptionBudget "app" must ${must}`]);
  const fleet = newFleet();
  Patch.of(newTenant({}, fleet), 'PodDisruptionBudget').add('/spec/minAvailable', 1);
  expect(errorOf(() => fleet.render())).toBe(refusalOf(`${prop} of PodDisruptionBudget "retail/orders" must ${must}`));
});
