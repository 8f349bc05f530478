import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { drawn, signalsDoc } from '../docs/signals';
import * as lib from '../lib';
import { ALERT_NAMES } from '../lib/monitoring/alert-name';
import { UNIT_ALERTS } from '../lib/monitoring/unit-alerts';
import { base, errorOf, newFleet, newUnit } from './manifests';

const docs = join(__dirname, '..', 'docs');
const page = (name: string) => readFileSync(join(docs, name), 'utf8');

test('the table of metrics and the drawings of the dashboards are as npm run docs writes them', () => {
  expect(page('signals.md')).toBe(signalsDoc(page('signals.md')));
  expect(page('mi-fleet.svg')).toBe(drawn('mi-fleet'));
  expect(page('mi-tenant.svg')).toBe(drawn('mi-tenant'));
});

test('every alert has its runbook, and is named in the table', () => {
  const all = [...ALERT_NAMES, ...Object.keys(UNIT_ALERTS)];
  const headings = [...page('runbooks.md').matchAll(/^## (Mi\w+)$/gm)].map(([, name]) => name);
  expect(headings.sort()).toEqual([...all].sort());
  expect(all.filter((name) => !page('signals.md').includes(`\`${name}\``))).toEqual([]);
});

const short = page('composing.md').split('## Signals')[1]?.split('\n## ')[0] ?? '';
const examples = [...`${short}${page('signals.md')}`.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block = '']) => block);

test.each(examples)('an example is taken as it stands: %s', (example) => {
  const { code } = transformSync(`${example}\nexports.own = typeof watched === 'undefined' ? undefined : watched;`, {
    loader: 'ts',
    format: 'cjs',
  });
  const fleet = newFleet();
  const told = { ...lib, base, retail: newUnit(fleet) };
  const exports: { own?: lib.Fleet } = {};
  new Function('require', 'exports', ...Object.keys(told), code)(require, exports, ...Object.values(told));
  const { own = fleet } = exports;
  expect(errorOf(() => own.render())).toBe('');
  expect(own.render().size).toBeGreaterThan(0);
});

test('there are examples of metrics, logs and traces, and a short one of all', () => {
  expect(examples).toHaveLength(4);
});
