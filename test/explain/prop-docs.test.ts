import { defaultOf, propAt } from '../../lib/explain/prop-docs';
import * as values from '../../lib/fleet/variants/other-values';

// Compiled away, the comments are read as they stand in the sources; what is published keeps them.

const groups = [
  ['tenant', values.tenantValues()],
  ['lifecycle', values.lifecycleValues()],
  ['config', values.configValues()],
  ['pod', values.podValues()],
  ['unit', values.unitValues()],
  ['fleet', values.fleetValues()],
] as const;

test('every prop that can be left out says what holds then', () => {
  const silent = groups.flatMap(([of, props]) =>
    Object.keys(props)
      .filter((prop) => defaultOf(of, prop) === '')
      .map((prop) => `${of}.${prop}`),
  );
  expect(silent).toEqual(['tenant.scaling', 'unit.contact']);
});

test('it is the text of the comment, on one line', () => {
  expect(defaultOf('lifecycle', 'minReady')).toBe('Duration.seconds(30)');
  expect(defaultOf('lifecycle', 'startBudget')).toBe(
    'three times what WSO2 measured for the CPU limit (24 core-seconds; docs-mi, resource-allocation-and-performance.md), at least 180 s',
  );
});

test.each([
  ['lifecycle.drain', 'lifecycle', 'drain'],
  ['config.files["conf/a.txt"]', 'config', 'files'],
  ['mounts[0]', 'tenant', 'mounts'],
  ['config', 'tenant', 'config'],
])('%s is a prop of %s', (path, of, prop) => {
  expect(propAt(path)).toEqual([of, prop]);
});
