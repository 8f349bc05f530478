import { DEFAULT_KUBERNETES, hasNativeSidecars, type KubernetesVersion } from '../../lib/core/kubernetes-version';

const VERSIONS: Readonly<Record<KubernetesVersion, boolean>> = {
  '1.27': false,
  '1.28': false,
  '1.29': true,
  '1.30': true,
  '1.31': true,
  '1.32': true,
  '1.33': true,
  '1.34': true,
  '1.35': true,
  '1.36': true,
};

test.each(Object.entries(VERSIONS) as [KubernetesVersion, boolean][])(
  'Kubernetes %s has native sidecars switched on: %s',
  (version, expected) => {
    expect(hasNativeSidecars(version)).toBe(expected);
  },
);

test('where nobody names a version, the oldest that keeps sidecars through the drain is assumed', () => {
  expect(DEFAULT_KUBERNETES).toBe('1.29');
  expect(hasNativeSidecars(DEFAULT_KUBERNETES)).toBe(true);
});
