import { ConfigFile } from '../../lib';
import { errorOf } from '../manifests';

test('a file of a Secret is its key at a path, and says which Secret it needs', () => {
  const path = 'repository/resources/security/partner.jks';
  expect(ConfigFile.fromSecret('partner', 'store.jks').at(path)).toEqual({
    projections: [{ secret: { name: 'partner', items: [{ key: 'store.jks', path }] } }],
    secrets: [{ secretName: 'partner' }],
  });
});

test('a file of a ConfigMap is its key at a path, and needs no Secret', () => {
  expect(ConfigFile.fromConfigMap('site.settings', 'site.properties').at('conf/site.properties')).toEqual({
    projections: [
      { configMap: { name: 'site.settings', items: [{ key: 'site.properties', path: 'conf/site.properties' }] } },
    ],
    configMaps: [{ name: 'site.settings' }],
  });
});

test('text that looks like a secret and is none stands in the open', () => {
  expect(ConfigFile.notSecret('password=none').at('conf/demo.properties')).toEqual({
    files: { 'conf/demo.properties': 'password=none' },
  });
});

test('what brings the Secret is handed on', () => {
  const secret = { secretName: 'partner', csi: { driver: 'secrets-store.csi.k8s.io' } };
  expect(ConfigFile.fromSecret(secret, 'store.jks').at('conf/x').secrets?.[0]).toBe(secret);
});

const KEY = 'must be letters, digits, "-", "_" and ".", not "." and not beginning with ".."';

test.each<[string, () => unknown, string]>([
  [
    'a Secret that cannot be',
    () => ConfigFile.fromSecret('Partner', 'a'),
    'name of Secret "Partner" must be a DNS subdomain, as Kubernetes names objects, got "Partner"',
  ],
  [
    'a ConfigMap that cannot be',
    () => ConfigFile.fromConfigMap('Site', 'a'),
    'name of ConfigMap "Site" must be a DNS subdomain, as Kubernetes names objects, got "Site"',
  ],
  ['no key of a Secret', () => ConfigFile.fromSecret('partner', ''), `key of Secret "partner" ${KEY}, got ""`],
  ['a path for a key', () => ConfigFile.fromConfigMap('site', 'a/b'), `key of ConfigMap "site" ${KEY}, got "a/b"`],
])('fails for %s', (_, make, text) => {
  expect(errorOf(make)).toBe(text);
});
