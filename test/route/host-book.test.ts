import { type HostOwner, Keystore, MiTenant, type Path, Route, Scaling } from '../../lib';
import { domainOf, entryOf, ownerOf, ownersOf } from '../../lib/route/host-book';
import { base, newUnit } from '../manifests';

const tenant = new MiTenant(newUnit(), 'orders', {
  image: base.withApp('orders', '1.0.0'),
  scaling: Scaling.fixed(2),
  tls: Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' }),
});

const hosts = new Map<string, HostOwner>([
  ['*.wso2.com', 'clinic'],
  ['shop.wso2.com', { '/bar': 'retail', '/bar/lab': 'clinic' }],
  ['*', 'platform'],
]);

test.each([
  ['appointments.wso2.com', '*.wso2.com'],
  ['a.b.wso2.com', '*.b.wso2.com'],
  ['*.wso2.com', '*.wso2.com'],
  ['*', '*'],
])('the domain of %s is %s', (host, domain) => {
  expect(domainOf(host)).toBe(domain);
});

test.each([
  ['shop.wso2.com', 'shop.wso2.com'],
  ['appointments.wso2.com', '*.wso2.com'],
  ['*.wso2.com', '*.wso2.com'],
  ['*', '*'],
  ['wso2.com', undefined],
  ['a.b.wso2.com', undefined],
  ['*.b.wso2.com', undefined],
])('the entry of %s is %s', (host, name) => {
  expect(entryOf(hosts, host)).toEqual(name && { name, owner: hosts.get(name) });
});

test.each<[Path, string | undefined]>([
  ['/', undefined],
  ['/bar', 'retail'],
  ['/bar/x', 'retail'],
  ['/barn', undefined],
  ['/bar/lab', 'clinic'],
  ['/bar/lab/x', 'clinic'],
  ['/bar/laboratory', 'retail'],
])('where a host is split by paths, %s is of %s', (path, unit) => {
  const owner = { '/bar': 'retail', '/bar/lab': 'clinic' };
  expect(ownerOf({ name: 'shop.wso2.com', owner }, Route.http('shop.wso2.com', { path, to: tenant.http }))).toBe(unit);
});

test('a host that is a unit’s is so with every path', () => {
  const entry = { name: '*.wso2.com', owner: 'clinic' };
  expect(ownerOf(entry, Route.http('a.wso2.com', { path: '/x', to: tenant.http }))).toBe('clinic');
});

test('the owners of an entry are one, or one for each path', () => {
  expect(ownersOf('clinic')).toEqual(['clinic']);
  expect(ownersOf({ '/': 'platform', '/bar': 'retail', '/foo': 'retail' })).toEqual(['platform', 'retail', 'retail']);
});
