import { bakeText } from '../../lib/images/bake-file';
import type { ProjectImage } from '../../lib/images/image-project';

const base: ProjectImage = {
  name: 'mi-base',
  version: '4.4.0-3',
  reference: 'registry.example.com/mi-base:4.4.0-3',
  release: '4.4.0',
  folder: 'images/mi-base',
};
const orders: ProjectImage = {
  name: 'orders',
  version: '1.0.0',
  reference: 'registry.example.com/orders:1.0.0-mi4.4.0-3',
  release: '4.4.0',
  base: base.reference,
  folder: 'images/orders',
};

test('a bake file builds tenants from the base beside them, which alone knows the release', () => {
  expect(JSON.parse(bakeText([base, orders], { PRODUCT: 'wso2mi:1' }))).toEqual({
    '//': 'Written by cdk8s-wso2-mi images build, out of what the program of the fleet declares.',
    group: { default: { targets: ['mi-base_4_4_0-3', 'orders_1_0_0'] } },
    target: {
      'mi-base_4_4_0-3': {
        context: 'images/mi-base',
        args: { RELEASE: '4.4.0', PRODUCT: 'wso2mi:1' },
        labels: { 'org.opencontainers.image.title': 'mi-base', 'org.opencontainers.image.version': '4.4.0-3' },
        tags: [base.reference],
        attest: ['type=provenance,disabled=true'],
      },
      orders_1_0_0: {
        context: 'images/orders',
        args: { BASE: base.reference },
        contexts: { [base.reference]: 'target:mi-base_4_4_0-3' },
        labels: {
          'org.opencontainers.image.title': 'orders',
          'org.opencontainers.image.version': '1.0.0',
          'org.opencontainers.image.base.name': base.reference,
        },
        tags: [orders.reference],
        attest: ['type=provenance,disabled=true'],
      },
    },
  });
});

test('a tenant of a base that is built elsewhere is built from what its registry has', () => {
  const { target } = JSON.parse(bakeText([orders], {})) as { target: Record<string, object> };
  expect(target.orders_1_0_0).toMatchObject({ args: { BASE: base.reference } });
  expect(target.orders_1_0_0).not.toHaveProperty('contexts');
});
