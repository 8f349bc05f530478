import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawn, signalsDoc } from '../docs/signals';
import { ALERT_NAMES } from '../lib/monitoring/alert-name';
import { UNIT_ALERTS } from '../lib/monitoring/unit-alerts';

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
