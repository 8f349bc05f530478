import { GATEWAY_CONTROLLERS } from '../../lib/controllers';

test('each controller has a name of its own', () => {
  const names = GATEWAY_CONTROLLERS.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

test('none but the Gateway API reaches a tenant of another unit', () => {
  const reaching = GATEWAY_CONTROLLERS.filter(({ cannot }) => cannot.crossUnit === undefined);
  expect(reaching.map(({ name }) => name)).toEqual(['gateway-api']);
});
