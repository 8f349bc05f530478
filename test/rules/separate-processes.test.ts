import { ApiObject, JsonPatch } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { MiTenant, Scaling } from '../../lib';
import { base, errorOf, newFleet, newUnit, refusalOf, SAFE } from '../manifests';

function withSharedProcesses(kind: 'Deployment' | 'StatefulSet'): string {
  const fleet = newFleet();
  const tenant = new MiTenant(newUnit(fleet), 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: kind === 'StatefulSet' ? Scaling.singleton() : Scaling.fixed(2),
  });
  for (const object of tenant.node.findAll().filter(ApiObject.isApiObject)) {
    if (object.kind === kind) {
      object.addJsonPatch(JsonPatch.add('/spec/template/spec/shareProcessNamespace', true));
    }
  }
  return errorOf(() => fleet.render());
}

test.each(['Deployment', 'StatefulSet'] as const)(
  'fails when the pods of a tenant’s %s share their processes',
  (kind) => {
    expect(withSharedProcesses(kind)).toBe(
      refusalOf(
        `shareProcessNamespace of ${kind} "retail/orders" must be left out, got true; ` +
          'it breaks the drain before stop; a sidecar sees files over a volume, not over processes',
      ),
    );
  },
);

test('is not said beside another refusal of the same tenant, which has one sentence', () => {
  const fleet = newFleet();
  const tenant = new MiTenant(newUnit(fleet), 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    env: { CARBON_HOME: '/opt/mi' },
  });
  const workload = tenant.node.findChild('workload');
  if (ApiObject.isApiObject(workload)) {
    workload.addJsonPatch(JsonPatch.add('/spec/template/spec/shareProcessNamespace', true));
  }
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'env.CARBON_HOME of tenant "retail/orders" must not be set by hand, got "CARBON_HOME"; ' +
        'the tenant sets it, from its other props',
    ),
  );
});

test('a workload that is no Micro Integrator may share them', () => {
  const fleet = newFleet();
  const labels = { app: 'debug' };
  new k8s.KubeDeployment(newUnit(fleet), 'debug', {
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          shareProcessNamespace: true,
          containers: [{ name: 'debug', image: 'registry.example.com/debug:1', ...SAFE }],
        },
      },
    },
  });
  expect(errorOf(() => fleet.render())).toBe('');
});
