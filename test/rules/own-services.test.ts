import { ApiObject } from 'cdk8s';
import { BusinessUnit, deliberately, MiTenant, Patch, Scaling, UnitNamespace } from '../../lib';
import { base, errorOf, newFleet, newUnit, refusalOf } from '../manifests';

const part = 'app.kubernetes.io/part-of';
const instance = 'app.kubernetes.io/instance';
const props = { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) };

/** What is said of a Service with this selector in a unit of the tenants "orders" and "prices". */
function saidOf(selector: object | undefined, annotations = {}): string {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  new MiTenant(unit, 'orders', props);
  new MiTenant(unit, 'prices', props);
  const spec = { selector, ports: [{ port: 8290 }] };
  new ApiObject(unit, 'extra', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'extra', annotations }, spec });
  return errorOf(() => fleet.render());
}

const mixed = refusalOf(
  'selector of Service "retail/extra" must select the pods of one workload, got those of Deployment "retail/orders" and ' +
    'those of Deployment "retail/prices"; it sends requests to all of them; select by app.kubernetes.io/instance too, ' +
    "or say deliberately('own-services')",
);

test('fails when a Service mixes the pods of two tenants', () => {
  expect(saidOf({ [part]: 'retail' })).toBe(mixed);
  expect(saidOf({ 'app.kubernetes.io/component': 'app' })).toBe(mixed);
});

test('a Service of one tenant, of other pods, of none, or said to be meant is taken', () => {
  expect(saidOf({ [part]: 'retail', [instance]: 'orders' })).toBe('');
  expect(saidOf({ app: 'elsewhere' })).toBe('');
  expect(saidOf({})).toBe('');
  expect(saidOf(undefined)).toBe('');
  expect(saidOf({ [part]: 'retail' }, deliberately('own-services'))).toBe('');
});

test('fails when a Service selects pods of another unit in a namespace that units share', () => {
  const fleet = newFleet();
  const namespace = UnitNamespace.existing('shared');
  const [retail, finance] = ['retail', 'finance'].map((id) => new BusinessUnit(fleet, id, { contact: 'x', namespace }));
  if (retail !== undefined && finance !== undefined) {
    new MiTenant(retail, 'orders', props);
    const spec = { selector: { [part]: 'retail', [instance]: 'orders' }, ports: [{ port: 8290 }] };
    new ApiObject(finance, 'extra', { apiVersion: 'v1', kind: 'Service', spec });
  }
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'selector of Service "shared/finance-extra" must select pods of its own unit "finance", got ' +
        'app.kubernetes.io/instance=orders, app.kubernetes.io/part-of=retail, which are of unit "retail"; ' +
        "declare it in that unit, or say deliberately('own-services')",
    ),
  );
});

test.each([
  ['another tenant', 'prices', 'those of Deployment "retail/prices"'],
  ['nobody', 'nobody', 'none'],
])('fails when a JsonPatch leads the Service of a tenant to %s', (_, value, got) => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const tenant = new MiTenant(unit, 'orders', props);
  new MiTenant(unit, 'prices', props);
  const service = tenant.node.findChild('service');
  if (ApiObject.isApiObject(service)) {
    const render = service.toJson.bind(service);
    service.toJson = () => {
      const { spec, ...rest } = render();
      return { ...rest, spec: { ...spec, selector: { ...spec.selector, [instance]: value } } };
    };
  }
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(`selector of Service "retail/orders" must select the pods of its tenant and no others, got ${got}`),
  );
});

test('fails when a Patch makes the selector of a tenant’s Service broader: the Patch itself', () => {
  const unit = newUnit();
  const tenant = new MiTenant(unit, 'orders', props);
  expect(errorOf(() => Patch.of(tenant, 'Service').remove('/spec/selector/app.kubernetes.io~1instance'))).toBe(
    'path of patch "Service orders" must leave kind, name, namespace, selectors, what they select, and immutable data, ' +
      'got "/spec/selector/app.kubernetes.io~1instance"; by these the cluster knows the object',
  );
});
