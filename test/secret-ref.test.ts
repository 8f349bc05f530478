import { namedSecret } from '../lib/secret-ref';
import { errorOf } from './manifests';

test('a name is the Secret of that name', () => {
  expect(namedSecret('Secret', 'stock-api')).toEqual({ secretName: 'stock-api' });
});

test('what brings a Secret is itself', () => {
  const brought = { secretName: 'stock-api', csi: { driver: 'secrets-store.csi.k8s.io' } };
  expect(namedSecret('Secret', brought)).toBe(brought);
});

test.each(['', 'Stock', 'stock api', 'stock_api', '-stock', 'a..b', 'a'.repeat(254)])(
  'fails for %j, by whichever way it is named',
  (secretName) => {
    const text = `name of keystore "${secretName}" must be a DNS subdomain, as Kubernetes names objects, got "${secretName}"`;
    expect(errorOf(() => namedSecret('keystore', secretName))).toBe(text);
    expect(errorOf(() => namedSecret('keystore', { secretName }))).toBe(text);
  },
);
