import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { MiTenant, Scaling } from '../../lib';
import { base, errorOf, newFleet, newUnit, refusalOf } from '../manifests';

const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'notes' } };

test('fails when two objects of one kind have one name, and says where both are', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  new ApiObject(unit, 'one', configMap);
  new ApiObject(unit, 'other', configMap);
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'name of ConfigMap "retail/notes" must be used once in the fleet, ' +
        'got it from "retail/one" and from "retail/other"; give one of the two another id',
    ),
  );
});

test('fails across files, for whichever is applied last would win', () => {
  const fleet = newFleet();
  new ApiObject(newUnit(fleet), 'one', configMap);
  new ApiObject(new Chart(fleet, 'plain', { namespace: 'retail' }), 'other', configMap);
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'name of ConfigMap "retail/notes" must be used once in the fleet, ' +
        'got it from "retail/one" and from "plain/other"; give one of the two another id',
    ),
  );
});

test('fails when two versions of one API name one object', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const autoscaler = { kind: 'HorizontalPodAutoscaler', metadata: { name: 'orders' } };
  new ApiObject(unit, 'v1', { apiVersion: 'autoscaling/v1', ...autoscaler });
  new ApiObject(unit, 'v2', { apiVersion: 'autoscaling/v2', ...autoscaler });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'name of HorizontalPodAutoscaler "retail/orders" must be used once in the fleet, ' +
        'got it from "retail/v1" and from "retail/v2"; give one of the two another id',
    ),
  );
});

test('fails when two tenants of a unit have one id under different constructs', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const props = { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(1) };
  new MiTenant(unit, 'orders', props);
  new MiTenant(new Construct(unit, 'east'), 'orders', props);
  expect(errorOf(() => fleet.render()).split('\n')).toContain(
    '- name of Deployment "retail/orders" must be used once in the fleet, ' +
      'got it from "retail/orders/workload" and from "retail/east/orders/workload"; give one of the two another id',
  );
});

test('fails when plain charts of two namespaces name one object of the whole cluster, or say no namespace at all', () => {
  const fleet = newFleet();
  const reader = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'reader' } };
  new ApiObject(new Chart(fleet, 'one', { namespace: 'one' }), 'role', reader);
  new ApiObject(new Chart(fleet, 'two', { namespace: 'two' }), 'role', reader);
  new ApiObject(new Chart(fleet, 'none'), 'role', reader);
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'name of ClusterRole "two/reader" must be used once in the fleet, ' +
        'got it from "one/role" and from "two/role"; give one of the two another id',
      'name of ClusterRole "reader" must be used once in the fleet, ' +
        'got it from "one/role" and from "none/role"; give one of the two another id',
    ),
  );
});

test('one name may be used by another kind, in another namespace and in another API', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const named = { metadata: { name: 'notes' } };
  new ApiObject(unit, 'map', configMap);
  new ApiObject(unit, 'secret', { apiVersion: 'v1', kind: 'Secret', ...named });
  new ApiObject(newUnit(fleet, 'clinic'), 'map', configMap);
  new ApiObject(unit, 'core', { apiVersion: 'v1', kind: 'Service', ...named });
  new ApiObject(unit, 'serving', { apiVersion: 'serving.example.com/v1', kind: 'Service', ...named });
  expect(errorOf(() => fleet.render())).toBe('');
});
