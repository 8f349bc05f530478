import { ConfigMap } from 'cdk8s-plus-27';
import { ConfigFile, EnvSource, EnvValue, MiTenant, Scaling } from '../../lib';
import { namedConfigMap } from '../../lib/secret/config-map-ref';
import { base, errorOf, newFleet, newUnit, theOne } from '../manifests';

test('a ConfigMap is meant by its name', () => {
  expect(namedConfigMap('site.settings')).toEqual({ name: 'site.settings' });
});

test('one of cdk8s-plus is meant by its name and namespace; one that is there already by its name', () => {
  const unit = newUnit(newFleet());
  const own = new ConfigMap(unit, 'site', { metadata: { name: 'site' }, data: { region: 'north' } });
  expect(namedConfigMap(own)).toEqual({ name: 'site', namespace: 'retail' });
  const there = ConfigMap.fromConfigMapName(unit, 'there', 'settings');
  expect(namedConfigMap(there)).toEqual({ name: 'settings', namespace: undefined });
});

test.each(['', 'Site', 'a/b'])('a ConfigMap that cannot be named %j is refused', (name) => {
  const message = `name of ConfigMap "${name}" must be a DNS subdomain, as Kubernetes names objects, got "${name}"`;
  expect(() => namedConfigMap(name)).toThrow(new Error(message));
});

test('a tenant reads one of cdk8s-plus, whatever it is named, as a variable, as all variables and as a file', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const site = new ConfigMap(unit, 'site', { data: { region: 'north' } });
  new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    env: { REGION: EnvValue.fromConfigMap(site, 'region') },
    envFrom: [EnvSource.configMap(site)],
    config: { files: { 'conf/region': ConfigFile.fromConfigMap(site, 'region') } },
  });
  expect(errorOf(() => fleet.render())).toBe('');
  const pod = theOne(unit, 'Deployment').spec?.template?.spec;
  const [container] = pod?.containers ?? [];
  expect(container?.env).toContainEqual({
    name: 'REGION',
    valueFrom: { configMapKeyRef: { name: site.name, key: 'region' } },
  });
  expect(container?.envFrom).toEqual([{ configMapRef: { name: site.name } }]);
  expect(pod?.volumes).toMatchObject([
    {
      projected: {
        sources: [{}, { configMap: { name: site.name, items: [{ key: 'region', path: 'conf/region' }] } }],
      },
    },
  ]);
});
