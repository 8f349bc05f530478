import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../lib/rules';

const LAWS = [
  'alb-orders',
  'alb-paths',
  'alb-routes',
  'alb-settings',
  'coordination-schemas',
  'csi-handles',
  'readable-texts',
  'secret-bringers',
  'separate-processes',
  'unique-objects',
  'unit-ids',
  'unit-namespaces',
  'valid-names',
];

test('these laws hold for every render', () => {
  expect(Object.keys(RULES)).toEqual(LAWS);
});

test('every law has a file of its own, and a test', () => {
  const folder = (path: string) => readdirSync(join(__dirname, path)).sort();
  expect(folder('../../lib/rules')).toEqual([...LAWS, 'index'].sort().map((name) => `${name}.ts`));
  expect(folder('.')).toEqual([...LAWS, 'rules'].sort().map((name) => `${name}.test.ts`));
});
