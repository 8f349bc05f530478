import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Monitoring } from '../../lib';
import { program } from '../cluster/build/cache';
import { GRAFANA_DASHBOARD } from '../cluster/versions';
import { ofKind } from '../manifests';
import { watchedFleet } from './watched-fleet';

// Grafana's own types read the dashboards strictly: a field that Grafana does not know, or of another type, is told.

const folder = mkdtempSync(join(tmpdir(), 'dashboards-'));
afterAll(() => rmSync(folder, { recursive: true }));

function saidOf(text: string): string {
  const file = join(folder, 'dashboard.json');
  writeFileSync(file, text);
  const { stdout, stderr } = spawnSync(program(GRAFANA_DASHBOARD, 'grafana-dashboard'), [file], { encoding: 'utf8' });
  return `${stdout}${stderr}`.replaceAll(file, '');
}

const files = watchedFleet().render();
const NAMES = ['mi-fleet', 'mi-tenant'];

test.each(NAMES)('%s is a dashboard to the last field, as a file and in its ConfigMap', (name) => {
  expect(saidOf(files.get(`dashboards/${name}.json`) ?? '')).toBe('');
  const maps = watchedFleet(Monitoring.podMonitors({ dashboardsIn: 'monitoring' })).charts.flatMap((chart) =>
    ofKind(chart, 'ConfigMap').flatMap(({ data }) => data?.[`${name}.json`] ?? []),
  );
  expect(maps.map(saidOf)).toEqual(['']);
});

test('a field that Grafana does not know is seen, in a panel too, and so is a value of another type', () => {
  const text = files.get('dashboards/mi-fleet.json') ?? '';
  expect(saidOf(text.replace('"uid": "mi-fleet"', '"uid": "mi-fleet", "uids": 1'))).toContain('uids');
  expect(saidOf(text.replace('"graphMode"', '"grafMode"'))).toContain('grafMode');
  expect(saidOf(text.replace('"editable": true', '"editable": "yes"'))).toContain('editable');
});
