import { ApiObject } from 'cdk8s';
import { errorOf, newFleet, newUnit, refusalOf } from '../manifests';

function fleetOf(order: string) {
  const fleet = newFleet();
  const annotations = { 'alb.ingress.kubernetes.io/group.order': order };
  const metadata = { name: 'shop', annotations };
  new ApiObject(newUnit(fleet), 'shop', { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata });
  return fleet;
}

test.each(['-1001', '1001', '1.5', 'first', ''])('fails for the order "%s"', (order) => {
  expect(errorOf(() => fleetOf(order).render())).toBe(
    refusalOf(`group.order of Ingress "retail/shop" must be a whole number from -1000 to 1000, got "${order}"`),
  );
});

test.each(['-1000', '0', '1000'])('the order %s is one', (order) => {
  expect(errorOf(() => fleetOf(order).render())).toBe('');
});
