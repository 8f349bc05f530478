import { ApiObject } from 'cdk8s';
import { errorOf, newFleet, newUnit, refusalOf } from '../manifests';

function fleetOf(path: string, pathType: string, ingressClassName = 'alb') {
  const fleet = newFleet();
  const annotations: Record<string, string> =
    ingressClassName === 'alb' ? { 'alb.ingress.kubernetes.io/target-type': 'ip' } : {};
  const backend = { service: { name: 'shop', port: { number: 80 } } };
  new ApiObject(newUnit(fleet), 'shop', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'shop', annotations },
    spec: { ingressClassName, rules: [{ host: 'shop.example.com', http: { paths: [{ path, pathType, backend }] } }] },
  });
  return fleet;
}

test.each([
  ['/*', 'Prefix'],
  ['/orders/?', 'Exact'],
])('fails for %s of type %s', (path, pathType) => {
  expect(errorOf(() => fleetOf(path, pathType).render())).toBe(
    refusalOf(
      `path of Ingress "retail/shop" must have no "*" and no "?" where pathType is ${pathType}, got "${path}"; ` +
        'a prefix takes all below it; wildcards are for ImplementationSpecific',
    ),
  );
});

test('a wildcard is for the type that is the controller’s own, and for other controllers none of its matters', () => {
  expect(errorOf(() => fleetOf('/*', 'ImplementationSpecific').render())).toBe('');
  expect(errorOf(() => fleetOf('/*', 'Prefix', 'nginx').render())).toBe('');
});
