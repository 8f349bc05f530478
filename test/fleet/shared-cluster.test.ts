import {
  BusinessUnit,
  COORDINATION_ID,
  Datasource,
  Endpoint,
  EnvValue,
  Fleet,
  MiBaseImage,
  MiTenant,
  Scaling,
  SharedVolume,
  VolumeSource,
} from '../../lib';
import { errorOf, refusalOf } from '../manifests';

interface Site {
  readonly suffix: string;
  readonly database?: string;
  readonly share?: string;
}

const base = MiBaseImage.fromRegistry('registry.example.com/mi-base', { release: '4.4.0', drivers: ['mysql'] });
const at = Endpoint.outside('tasks.example.com', 3306, ['10.20.0.0/24']);
const [username, password] = [EnvValue.fromSecret('tasks', 'username'), EnvValue.fromSecret('tasks', 'password')];

function render(sites: Readonly<Record<string, Site>>): string {
  const compose = (fleet: Fleet, { suffix, database = `tasks${suffix}`, share = '//files/a' }: Site) => {
    const unit = new BusinessUnit(fleet, 'retail', { contact: 'somebody@example.com' });
    const tasks = Datasource.mysql(COORDINATION_ID, { at, database, username, password });
    const image = base.withPoller('files', '1.0.0');
    new MiTenant(unit, 'files', { image, scaling: Scaling.coordinated(2, tasks) });
    const source = { driver: 'smb.csi.k8s.io', volumeHandle: 'lab', volumeAttributes: { source: share } };
    new SharedVolume(unit, 'lab', { source: VolumeSource.csi(source) });
  };
  return errorOf(() => Fleet.forEach(sites, compose, { fleet: ({ suffix }) => ({ suffix }) }).render());
}

test('environments of one cluster with a schema each are taken', () => {
  expect(render({ staging: { suffix: '-staging' }, production: { suffix: '' } })).toBe('');
});

test('environments without a suffix live in clusters of their own, whatever they have in common', () => {
  expect(render({ staging: { suffix: '', database: 'tasks' }, production: { suffix: '', share: '//files/b' } })).toBe(
    '',
  );
});

test('fails when two environments of one cluster are coordinated by one schema', () => {
  const sites = { staging: { suffix: '-staging' }, production: { suffix: '' }, trial: { suffix: '-trial' } };
  expect(render({ ...sites, staging: { suffix: '-staging', database: 'tasks' } })).toBe(
    refusalOf(
      'staging, production: scaling of tenant "retail/files" must be coordinated by a schema of its own, ' +
        'got jdbc:mysql://tasks.example.com:3306/tasks, which "retail-staging/files" has too; ' +
        'make a second schema by the script of the release',
    ),
  );
});

test('fails when one handle is mounted in two ways in two environments of one cluster', () => {
  expect(render({ staging: { suffix: '-staging', share: '//files/b' }, production: { suffix: '' } })).toMatch(
    /^nothing was written, since 1 thing is refused:\n- staging, production: volumeHandle of PersistentVolume "retail-lab-/,
  );
});

test('what is wrong in one environment alone is said of that one', () => {
  const compose = (fleet: Fleet, { suffix }: Site) => {
    const tasks = Datasource.mysql(COORDINATION_ID, { at, database: `tasks${suffix}`, username, password });
    for (const id of ['clinic', ...(suffix === '' ? ['retail'] : [])]) {
      const unit = new BusinessUnit(fleet, id, { contact: 'somebody@example.com' });
      new MiTenant(unit, 'files', { image: base.withPoller('files', '1'), scaling: Scaling.coordinated(2, tasks) });
    }
  };
  const sites = { staging: { suffix: '-staging' }, production: { suffix: '' } };
  const error = errorOf(() => Fleet.forEach(sites, compose, { fleet: ({ suffix }) => ({ suffix }) }).render());
  expect(error.split('\n').slice(1)).toEqual([
    expect.stringMatching(
      /^- production: scaling of tenant "retail\/files" must be coordinated by a schema of its own/,
    ),
  ]);
});
