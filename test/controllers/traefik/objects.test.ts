import { Route } from '../../../lib';
import { errorOf, ofKind } from '../../manifests';
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

test('two paths that read alike have objects of two names', () => {
  const { fleet, unit } = traefikUnit(({ http }) => [
    Route.http('shop.example.com', { path: '/v_1', to: http, rateLimit: 5 }),
    Route.http('shop.example.com', { path: '/v-1', to: http, rateLimit: 5 }),
  ]);
  expect(errorOf(() => fleet.render())).toBe('');
  expect(ofKind(unit, 'Middleware').map(({ metadata }) => metadata.name)).toEqual([
    expect.stringMatching(/^routes-public-shop\.example\.com\.v-1-[0-9a-f]{10}-rate-limit$/),
    'routes-public-shop.example.com.v-1-rate-limit',
    'routes-public-redirect',
  ]);
});
