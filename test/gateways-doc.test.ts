import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { availabilityDoc } from '../docs/availability';
import { gatewaysDoc } from '../docs/gateways';
import { reachabilityDoc } from '../docs/reachability';
import { releasesDoc } from '../docs/releases';
import { routesDoc } from '../docs/routes';
import { changes, upgradingDoc } from '../docs/upgrading';
import { GATEWAY_CONTROLLERS } from '../lib/controllers';
import { MI_RELEASES } from '../lib/release/mi-release';
import { ALL_GATEWAY_FEATURES } from '../lib/route/feature';

const docs = join(__dirname, '..', 'docs');

test.each([
  ['gateways.md', gatewaysDoc],
  ['releases.md', releasesDoc],
  ['routes.md', routesDoc],
  ['upgrading.md', upgradingDoc],
  ['availability.md', availabilityDoc],
  ['reachability.md', reachabilityDoc],
])('docs/%s is as npm run docs writes it', (name, text) => {
  expect(readFileSync(join(docs, name), 'utf8')).toBe(text());
});

test('the table says of every feature whether each controller has it, and why not', () => {
  const text = gatewaysDoc();
  const rows = text.split('\n').flatMap((line) => {
    const [, feature, , ...cells] = line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''));
    const [name = ''] = line.slice(2).split(' | ');
    return feature !== undefined && name.startsWith('`') ? [{ name: name.replaceAll('`', ''), cells }] : [];
  });
  expect(rows.map(({ name }) => name)).toEqual(ALL_GATEWAY_FEATURES);
  expect(text).toContain(GATEWAY_CONTROLLERS.map(({ name }) => name).join(' | '));
  for (const { name: controller, cannot } of GATEWAY_CONTROLLERS) {
    for (const [feature, reason] of Object.entries(cannot)) {
      const note = text.split('\n').find((line) => line.toLowerCase().endsWith(`: ${reason.toLowerCase()}.`));
      expect([controller, feature, note]).toEqual([controller, feature, expect.stringMatching(/^\[\^\d+\]: /)]);
    }
  }
});

test('an upgrade tells what changed, and of what did not change nothing', () => {
  expect(changes(MI_RELEASES['4.4.0'], MI_RELEASES['4.4.0'])).toEqual([]);
  const [line = '', ...others] = changes(
    { ...MI_RELEASES['4.4.0'], liveness: { port: 'http', path: '/alive' } },
    MI_RELEASES['4.4.0'],
  );
  expect([line, others]).toEqual([
    'A pod is restarted when it no longer answers: `GET /alive` on port http says yes.',
    [],
  ]);
  for (const release of Object.keys(MI_RELEASES).slice(1)) {
    expect(upgradingDoc()).toContain(` to ${release}\n`);
  }
});

test('no two controllers have one name, by which messages and the table know them', () => {
  const names = GATEWAY_CONTROLLERS.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
