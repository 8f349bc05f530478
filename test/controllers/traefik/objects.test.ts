import { Route } from '../../../lib';
import { errorOf, ofKind, refusalOf } from '../../manifests';
import { traefikUnit } from './fleets';

test('an object says whose it is and whom to call', () => {
  const { unit } = traefikUnit(({ http }) => [Route.http('shop.example.com', { to: http, rateLimit: 5 })]);
  const metadata = {
    namespace: 'retail',
    labels: {
      'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi',
      'app.kubernetes.io/part-of': 'retail',
      'cdk8s-wso2-mi/unit': 'retail',
    },
    annotations: { 'cdk8s-wso2-mi/contact': 'integration@example.com' },
  };
  expect(ofKind(unit, 'Middleware')[0]).toEqual({
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'Middleware',
    metadata: { name: 'routes-public-shop.example.com-rate-limit', ...metadata },
    spec: { rateLimit: { average: 5, burst: 5 } },
  });
});

test('fails when two paths become one in the names of objects', () => {
  const { fleet } = traefikUnit(({ http }) => [
    Route.http('shop.example.com', { path: '/v_1', to: http, rateLimit: 5 }),
    Route.http('shop.example.com', { path: '/v-1', to: http, rateLimit: 5 }),
  ]);
  const name = 'Middleware shop.example.com.v-1-rate-limit';
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'name of Middleware "retail/routes-public-shop.example.com.v-1-rate-limit" must be used once in the fleet, got ' +
        `it from "retail/routes/public/${name}" and from "retail/routes/public/${name} 1"; ` +
        'give one of the two another id',
    ),
  );
});
