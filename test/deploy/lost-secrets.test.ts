import { lostSecretsOf } from '../../lib/deploy/lost-secrets';
import type { Manifest } from '../../lib/diff/manifest';

const metadata = { name: 'shop', namespace: 'retail' };
const reader = (secretName: string): Manifest => {
  const template = { spec: { containers: [], volumes: [{ name: 'shop', secret: { secretName } }] } };
  const object = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { ...metadata, name: 'orders' },
    spec: { template },
  };
  return object;
};
const external: Manifest = { apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata };
const driver = (): Manifest => {
  const spec = { secretObjects: [{ secretName: 'shop' }] };
  const object = { apiVersion: 'secrets-store.csi.x-k8s.io/v1', kind: 'SecretProviderClass', metadata, spec };
  return object;
};

const refused = (pruned: readonly Manifest[], ...objects: readonly Manifest[]) =>
  lostSecretsOf({ part: { id: 'retail', unit: 'retail', namespace: 'retail', objects, needed: [] }, pruned });

test('what left the file is not taken away with a Secret that pods of the file read', () => {
  expect(refused([external], reader('shop'))).toEqual([
    'ExternalSecret shop of unit "retail" must be in its file while pods read Secret "shop", which goes with it, got none, ' +
      'and Deployment orders; to keep the Secret by hand, first run: kubectl -n retail delete externalsecret shop --cascade=orphan',
  ]);
  expect(refused([driver()], reader('shop'))).toEqual([
    'SecretProviderClass shop of unit "retail" must be in its file while pods read Secret "shop", which goes with it, got ' +
      'none, and Deployment orders; let them read a Secret of another name that is there before',
  ]);
});

test('where nobody reads the Secret it goes', () => {
  expect(refused([external, driver()], reader('other'))).toEqual([]);
});
