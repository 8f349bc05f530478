import { BusinessUnit, UnitNamespace } from '../../lib';
import { errorOf, newFleet, theOne } from '../manifests';

test('a namespace of its own is made, under the given name or none', () => {
  expect(UnitNamespace.own().rendered).toBe(true);
  expect(UnitNamespace.own().nameFor('retail', '')).toBe('retail');
  expect(UnitNamespace.own('shops').nameFor('retail', '')).toBe('shops');
});

test('a namespace of its own may have labels by which others know it, and none that the unit relies on', () => {
  const namespace = UnitNamespace.own(undefined, { labels: { 'istio-injection': 'enabled' } });
  const unit = new BusinessUnit(newFleet(), 'retail', { contact: 'a@example.com', namespace });
  expect(theOne(unit, 'Namespace').metadata.labels).toMatchObject({
    'istio-injection': 'enabled',
    'pod-security.kubernetes.io/enforce': 'restricted',
    'cdk8s-wso2-mi/unit': 'retail',
  });
  const own = (labels: Record<string, string>) => errorOf(() => UnitNamespace.own('shops', { labels }));
  expect(own({ 'pod-security.kubernetes.io/enforce': 'baseline' })).toBe(
    'labels of namespace "shops" must have keys of one’s own, such as "example.com/team", ' +
      'got "pod-security.kubernetes.io/enforce"; UnitNamespace.existing(…) takes a namespace with others',
  );
  expect(own({ 'a b': 'c' })).toBe(
    'labels of namespace "shops" must have keys of one’s own, such as "example.com/team", got "a b"',
  );
  expect(own({ team: 'a b' })).toBe('labels of namespace "shops" must have values that Kubernetes takes, got "a b"');
});

test.each([
  'pod-security.kubernetes.io/warn',
  'cdk8s-wso2-mi/unit',
  'elbv2.k8s.aws/pod-readiness-gate-inject',
  'kubernetes.io/metadata.name',
  'app.kubernetes.io/part-of',
])('the label %s of a namespace is the unit’s', (key) => {
  expect(errorOf(() => UnitNamespace.own('shops', { labels: { [key]: 'x' } }))).toBe(
    `labels of namespace "shops" must have keys of one’s own, such as "example.com/team", got "${key}"; ` +
      'UnitNamespace.existing(…) takes a namespace with others',
  );
});

test('a namespace that exists is not made', () => {
  expect(UnitNamespace.existing('shops').rendered).toBe(false);
  expect(UnitNamespace.existing('shops').nameFor('retail', '')).toBe('shops');
});

test('a namespace that is made ends with the suffix of the fleet, one that exists is called what it is called', () => {
  expect(UnitNamespace.own().nameFor('retail', '-staging')).toBe('retail-staging');
  expect(UnitNamespace.own('shops').nameFor('retail', '-staging')).toBe('shops-staging');
  expect(UnitNamespace.existing('shops').nameFor('retail', '-staging')).toBe('shops');
});

test.each(['4u', 'shops-2', 'n'.repeat(63)])('a namespace may be named %s', (name) => {
  expect(errorOf(() => UnitNamespace.own(name))).toBe('');
  expect(errorOf(() => UnitNamespace.existing(name))).toBe('');
});

test.each(['Shops', 'shops.prod', '', '-shops', 'shops-', 'sh ops', 'n'.repeat(64)])(
  'fails when a namespace is named "%s"',
  (name) => {
    const text = `name of namespace "${name}" must be a DNS label, got "${name}"`;
    expect(errorOf(() => UnitNamespace.own(name))).toBe(text);
    expect(errorOf(() => UnitNamespace.existing(name))).toBe(text);
  },
);
