import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BREAKABLE_LAWS } from '../../lib/rendered/deliberate';
import { RULES } from '../../lib/rules';

const LAWS = [
  'alb-orders',
  'alb-paths',
  'alb-quotas',
  'alb-routes',
  'alb-settings',
  'brought-keys',
  'canary-routes',
  'coordination-schemas',
  'csi-handles',
  'csi-secrets',
  'deliberate-breaches',
  'known-fields',
  'management-logins',
  'object-sizes',
  'one-budget',
  'one-scaler',
  'own-hosts',
  'own-namespaces',
  'own-pods',
  'own-ports',
  'own-services',
  'pinned-images',
  'pod-security',
  'readable-texts',
  'secret-bringers',
  'separate-processes',
  'service-ports',
  'time-to-stop',
  'unique-objects',
  'unit-ids',
  'unit-namespaces',
  'valid-amounts',
  'valid-claims',
  'valid-ingresses',
  'valid-names',
  'valid-places',
  'valid-pods',
  'valid-policies',
  'valid-probes',
  'valid-scalers',
  'valid-selectors',
  'valid-services',
  'valid-variables',
  'valid-volumes',
  'valid-workloads',
];

test('these laws hold for every render', () => {
  expect(Object.keys(RULES).sort()).toEqual(LAWS);
});

test('those that an object may break on purpose are among them', () => {
  expect(LAWS).toEqual(expect.arrayContaining([...BREAKABLE_LAWS]));
});

test('every law has a file of its own, and a test', () => {
  const folder = (path: string) => readdirSync(join(__dirname, path)).sort();
  expect(folder('../../lib/rules')).toEqual([...LAWS, 'index'].sort().map((name) => `${name}.ts`));
  expect(folder('.')).toEqual([...LAWS, 'rules'].sort().map((name) => `${name}.test.ts`));
});
