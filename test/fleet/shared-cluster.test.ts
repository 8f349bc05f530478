import { ApiObject, Chart } from 'cdk8s';
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
import { errorOf, refusalOf, sentencesOf } from '../manifests';

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

describe('of one kubeContext', () => {
  const plain = (fleet: Fleet, data: Readonly<Record<string, string>>) =>
    new ApiObject(new Chart(fleet, 'plain', { namespace: 'tools' }), 'map', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'notes' },
      ...{ data },
    });

  function said(
    sites: Readonly<Record<string, { readonly kubeContext?: string; readonly suffix?: string }>>,
    compose: (fleet: Fleet, environment: string) => void,
  ): string[] {
    const fleet = ({ suffix, kubeContext }: { readonly kubeContext?: string; readonly suffix?: string }) => ({
      suffix,
      kubeContext,
    });
    return sentencesOf(() =>
      Fleet.forEach(sites, (member, _, environment) => compose(member, environment), { fleet }).render(),
    );
  }

  const unit = (fleet: Fleet, id = 'retail') => new BusinessUnit(fleet, id, { contact: 'somebody@example.com' });

  test('fails when environments bring the same objects, once for all of them', () => {
    const live = { kubeContext: 'live' };
    const sites = { staging: live, trial: live, production: live };
    expect(said(sites, (fleet) => unit(fleet))).toEqual([
      'staging, trial: suffix of fleet "mi" must tell the objects of environments of one kubeContext apart, ' +
        'got Namespace "retail" and 1 more in both "staging" and "trial"; ' +
        'each apply would overwrite the other; give each a suffix, or the context of a cluster of its own ' +
        '(where contexts of two clusters have one name by chance: kubectl config rename-context …)',
      expect.stringMatching(/^staging, production: .* in both "staging" and "production"; /),
      expect.stringMatching(/^trial, production: .* in both "trial" and "production"; /),
    ]);
  });

  test.each<[string, { readonly kubeContext?: string; readonly suffix?: string }]>([
    ['a suffix', { kubeContext: 'live', suffix: '-staging' }],
    ['another context', { kubeContext: 'test' }],
    ['a context that one of the two does not say', {}],
  ])('%s keeps environments apart', (_, staging) => {
    expect(said({ staging, production: { kubeContext: 'live' } }, (fleet) => unit(fleet))).toEqual([]);
  });

  test('other units need no suffix, but what both use outside is still told', () => {
    const live = { kubeContext: 'live' };
    expect(said({ east: live, west: live }, (fleet, environment) => unit(fleet, environment))).toEqual([]);
    const tasks = Datasource.mysql(COORDINATION_ID, { at, database: 'tasks', username, password });
    const image = base.withPoller('files', '1.0.0');
    expect(
      said({ east: live, west: live }, (fleet, environment) => {
        new MiTenant(unit(fleet, environment), 'files', { image, scaling: Scaling.coordinated(2, tasks) });
      }),
    ).toEqual([expect.stringMatching(/^east, west: scaling of tenant "west\/files" must be coordinated by a schema/)]);
  });

  test('an object of a plain chart may be in both as it stands, but not in two ways', () => {
    const sites = { staging: { kubeContext: 'live', suffix: '-staging' }, production: { kubeContext: 'live' } };
    expect(said(sites, (fleet) => plain(fleet, { text: 'same' }))).toEqual([]);
    expect(said(sites, (fleet, text) => plain(fleet, { text }))).toEqual([
      'staging, production: suffix of fleet "mi" must tell the objects of environments of one kubeContext apart, ' +
        'got ConfigMap "tools/notes" in both "staging" and "production"; ' +
        'each apply would overwrite the other; put fleet.suffix into names that you write',
    ]);
    expect(said(sites, (fleet, text) => plain(fleet, { text }).metadata.addLabel('of', text))).toHaveLength(1);
  });
});

describe('folders that pollers read', () => {
  const lab = VolumeSource.nfs('nfs01.example.com', '/export/lab');
  const poller: PollerOf = (unit, source) => {
    const volume = new SharedVolume(unit, 'lab', { source });
    const image = base.withPoller('files', '1.0.0');
    new MiTenant(unit, 'files', { image, scaling: Scaling.singleton(), mounts: [volume.at('/mnt/in')] });
  };

  type PollerOf = (unit: BusinessUnit, source: VolumeSource, environment: string) => void;

  function said(sourceOf: (environment: string) => VolumeSource, of: PollerOf = poller, suffix = '-staging'): string[] {
    const sites = { staging: { suffix }, production: { suffix: '' } };
    const compose = (fleet: Fleet, _: unknown, environment: string) => {
      of(new BusinessUnit(fleet, 'retail', { contact: 'somebody@example.com' }), sourceOf(environment), environment);
    };
    return sentencesOf(() => Fleet.forEach(sites, compose, { fleet: (site) => site }).render());
  }

  const refused = (files: string) => [
    `staging, production: mounts of tenant "retail/files" must poll files of one environment, got ${files} ` +
      'in both "staging" and "production"; each would take files of the other; give each environment a folder ' +
      '(or access point) of its own as source, or leave one parked or with readOnlyAt',
  ];

  test.each<[string, VolumeSource]>([
    ['nfs01.example.com:/export/lab', lab],
    ['efs.csi.aws.com fs-0123456789abcdef0', VolumeSource.efs('fs-0123456789abcdef0')],
    ['smb.csi.k8s.io lab', VolumeSource.csi({ driver: 'smb.csi.k8s.io', volumeHandle: 'lab' })],
  ])('fails when a poller of two environments writes to %s', (files, source) => {
    expect(said(() => source)).toEqual(refused(files));
  });

  test('pods that share work out by a database share it in one environment alone', () => {
    const shared: PollerOf = (unit, source, environment) => {
      const tasks = Datasource.mysql(COORDINATION_ID, { at, database: environment, username, password });
      const mounts = [new SharedVolume(unit, 'lab', { source }).at('/mnt/in')];
      new MiTenant(unit, 'files', {
        image: base.withPoller('files', '1.0.0'),
        scaling: Scaling.coordinated(2, tasks),
        mounts,
      });
    };
    expect(said(() => lab, shared)).toEqual(refused('nfs01.example.com:/export/lab'));
  });

  test('a folder each is right, and so is a cluster each, where one name may be two servers', () => {
    expect(said((environment) => VolumeSource.nfs('nfs01.example.com', `/export/${environment}`))).toEqual([]);
    expect(said(() => lab, poller, '')).toEqual([]);
  });

  test.each<[string, PollerOf]>([
    [
      'one that only reads',
      (unit, source) => {
        const mounts = [new SharedVolume(unit, 'lab', { source }).readOnlyAt('/mnt/in')];
        new MiTenant(unit, 'files', { image: base.withPoller('files', '1'), scaling: Scaling.singleton(), mounts });
      },
    ],
    [
      'one that is parked in staging',
      (unit, source, environment) => {
        const mounts = [new SharedVolume(unit, 'lab', { source }).at('/mnt/in')];
        const scaling = environment === 'staging' ? Scaling.singleton().parked() : Scaling.singleton();
        new MiTenant(unit, 'files', { image: base.withPoller('files', '1'), scaling, mounts });
      },
    ],
    [
      'an application, which writes what it is asked to',
      (unit, source) => {
        const mounts = [new SharedVolume(unit, 'lab', { source, group: 2000 }).at('/mnt/out')];
        new MiTenant(unit, 'orders', { image: base.withApp('orders', '1'), scaling: Scaling.fixed(2), mounts });
      },
    ],
    [
      'two pollers that are not the same',
      (unit, source, environment) => {
        const mounts = [new SharedVolume(unit, 'lab', { source }).at('/mnt/in')];
        const image = base.withPoller(environment, '1');
        new MiTenant(unit, environment, { image, scaling: Scaling.singleton(), mounts });
      },
    ],
    [
      'a share that nobody mounts',
      (unit, source) => {
        new SharedVolume(unit, 'lab', { source });
        new MiTenant(unit, 'files', { image: base.withPoller('files', '1'), scaling: Scaling.singleton() });
      },
    ],
  ])('%s is taken on one share', (_, of) => {
    expect(said(() => lab, of)).toEqual([]);
  });
});
