import { ApiObject, Chart } from 'cdk8s';
import {
  BusinessUnit,
  type FleetProps,
  MiTenant,
  type MiTenantProps,
  Scaling,
  SharedVolume,
  UnitNamespace,
  VolumeSource,
} from '../../lib';
import { type Difference, differenceOf } from '../../lib/diff/difference';
import { base, newFleet } from '../manifests';

const contact = 'somebody@example.com';

interface Given extends Partial<MiTenantProps<'app'>> {
  readonly fleet?: FleetProps;
  readonly namespace?: UnitNamespace;
  readonly server?: string;
  readonly plain?: (unit: BusinessUnit) => void;
}

/** The files of a fleet with one unit, a tenant and a volume. */
function filesOf({
  fleet: props,
  namespace,
  server = 'nfs01.example.com',
  plain,
  ...tenant
}: Given = {}): ReadonlyMap<string, string> {
  const fleet = newFleet(props);
  const unit = new BusinessUnit(fleet, 'clinic', { contact, namespace });
  const volume = new SharedVolume(unit, 'files', { source: VolumeSource.nfs(server, '/export') });
  const mounts = [volume.at('/mnt/in')];
  new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    mounts,
    ...tenant,
  });
  plain?.(unit);
  return fleet.render();
}

/** What differs, in short. */
function short({ objects }: Difference): string[] {
  return objects.flatMap(({ kind, name, from, to, changes }) => {
    if (from === undefined || to === undefined) {
      return [`${from === undefined ? '+' : '-'} ${kind} ${name}`];
    }
    return changes.map((change) => `${kind} ${name} ${change.path}: ${change.from} → ${change.to}`);
  });
}

function diff(from: Given, to: Given): string[] {
  return short(differenceOf(filesOf(from), filesOf(to)));
}

test('a volume on another server differs in its server, and in no name that follows from it', () => {
  expect(diff({}, { server: 'nfs02.example.com' })).toEqual([
    'PersistentVolume files spec.nfs.server: nfs01.example.com → nfs02.example.com',
  ]);
});

describe('what only the place makes is no difference', () => {
  test.each<[string, Given, Given]>([
    ['a suffix', { fleet: { suffix: '-staging' } }, {}],
    ['a suffix and another', { fleet: { suffix: '-staging' } }, { fleet: { suffix: '-dev-2' } }],
    ['the name of a namespace', { namespace: UnitNamespace.own('clinic-a') }, { namespace: UnitNamespace.own('b') }],
    [
      'a namespace that others made, and a suffix',
      { namespace: UnitNamespace.existing('shared-a'), fleet: { suffix: '-staging' } },
      { namespace: UnitNamespace.existing('shared-b') },
    ],
    [
      'the names that a singleton goes by',
      { namespace: UnitNamespace.existing('shared'), fleet: { suffix: '-a' }, scaling: Scaling.singleton() },
      { namespace: UnitNamespace.existing('shared'), scaling: Scaling.singleton() },
    ],
    ['the environment', { fleet: { name: 'a' } }, { fleet: { name: 'b' } }],
  ])('%s', (_, from, to) => {
    expect(filesOf(from)).not.toEqual(filesOf(to));
    expect(diff(from, to)).toEqual([]);
    expect(diff(to, from)).toEqual([]);
  });

  test('a namespace of the unit’s own and one that others made: only the Namespace itself', () => {
    const shared = { namespace: UnitNamespace.existing('shared'), fleet: { suffix: '-staging' } };
    expect(diff(shared, {})).toEqual(['+ Namespace clinic']);
    expect(diff({}, shared)).toEqual(['- Namespace clinic']);
  });

  test('equal objects are counted', () => {
    expect(differenceOf(filesOf({ fleet: { suffix: '-staging' } }), filesOf())).toEqual({ objects: [], equal: 8 });
  });
});

describe('what differs', () => {
  test('the number of pods, once: not again in the words of the description', () => {
    expect(diff({}, { scaling: Scaling.fixed(6) })).toEqual(['Deployment orders spec.replicas: 2 → 6']);
  });

  test('across a suffix and namespaces too', () => {
    const from = { fleet: { suffix: '-staging' }, namespace: UnitNamespace.existing('shared') };
    const to = { namespace: UnitNamespace.existing('other'), scaling: Scaling.fixed(6) };
    expect(diff(from, to)).toEqual(['Deployment orders spec.replicas: 2 → 6']);
  });

  test('a configuration: one object, though its name is another', () => {
    const changed = differenceOf(
      filesOf({ config: { toml: { mediation: { synapse: { max_threads: 40 } } } } }),
      filesOf(),
    );
    expect(changed.objects.map(({ kind, name }) => [kind, name])).toEqual([['ConfigMap', 'orders-config']]);
    const [{ from = '', to = '', changes } = { changes: [] }] = changed.objects;
    expect(from).toMatch(/^clinic\/orders-config-[0-9a-f]{10}$/);
    expect(to).not.toBe(from);
    expect(changes.map(({ path }) => path)).toEqual(['data["deployment.toml"]']);
  });

  test('an object that only one side has', () => {
    expect(diff({ scaling: Scaling.auto({ min: 2, max: 3 }) }, {})).toEqual([
      'Deployment orders spec.replicas: undefined → 2',
      '- HorizontalPodAutoscaler orders',
    ]);
  });

  test('a workload of another kind is another object', () => {
    expect(diff({}, { scaling: Scaling.singleton() })).toEqual(
      expect.arrayContaining(['- Deployment orders', '+ StatefulSet orders']),
    );
  });

  test('a unit that only one side has', () => {
    const more = newFleet();
    new BusinessUnit(more, 'retail', { contact });
    const difference = differenceOf(more.render(), filesOf());
    expect(difference.objects.map(({ unit, to }) => [unit, to === undefined])).toEqual([
      ...Array(8).fill(['clinic', false]),
      ['retail', true],
    ]);
  });

  test('a text of the user’s own that only looks like a name stays what it is', () => {
    const env = { HOME_PAGE: 'https://clinic-staging.example.com/clinic-staging', UNIT: 'clinic-staging' };
    expect(diff({ fleet: { suffix: '-staging' }, env }, { env: { ...env, UNIT: 'clinic' } })).toEqual([
      'Deployment orders spec.template.spec.containers[micro-integrator].env[UNIT].value: clinic-staging → clinic',
    ]);
  });

  test('the value of a secret is never repeated', () => {
    const secret = (data: object) => ({
      plain: (unit: BusinessUnit) => void new ApiObject(unit, 's', { apiVersion: 'v1', kind: 'Secret', ...data }),
    });
    const one = secret({ stringData: { a: 'hunter2', b: 'same' } });
    const other = secret({ stringData: { a: 'hunter3', b: 'same' }, data: { c: 'aHVudGVy' } });
    expect(diff(one, other)).toEqual([
      'Secret s data: undefined → (secret)',
      'Secret s stringData.a: (secret) → (secret)',
    ]);
  });

  test('a description that somebody wrote by hand', () => {
    const described = (text: string) => ({
      plain: (unit: BusinessUnit) =>
        void new ApiObject(unit, 'notes', {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { annotations: { 'kubernetes.io/description': text } },
        }),
    });
    expect(diff(described('in clinic'), described('in town'))).toEqual([
      'ConfigMap notes metadata.annotations["kubernetes.io/description"]: in clinic → in town',
    ]);
    expect(diff({ ...described('in clinic-staging'), fleet: { suffix: '-staging' } }, described('in clinic'))).toEqual(
      [],
    );
  });
});

describe('objects of plain charts', () => {
  function plain(namespace: string, name: string, suffix = ''): ReadonlyMap<string, string> {
    const fleet = newFleet({ suffix });
    new BusinessUnit(fleet, 'clinic', { contact });
    const chart = new Chart(fleet, 'plain', { namespace });
    new ApiObject(chart, 'notes', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
    return fleet.render();
  }

  test('are matched in the namespace of a unit, whatever that is called', () => {
    expect(short(differenceOf(plain('clinic-staging', 'notes', '-staging'), plain('clinic', 'notes')))).toEqual([]);
  });

  test('are others in another namespace or under another name', () => {
    expect(short(differenceOf(plain('tools', 'notes'), plain('clinic', 'notes')))).toHaveLength(2);
    expect(short(differenceOf(plain('tools', 'notes'), plain('tools', 'note')))).toHaveLength(2);
  });
});

test('none is lost where two have one name', () => {
  const text = (value: number) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  x: "${value}"\n`;
  const files = (...values: number[]) => new Map([['a.yaml', values.map(text).join('---\n')]]);
  expect(short(differenceOf(files(1, 2), files(1, 3)))).toEqual(['ConfigMap a data.x: 2 → 3']);
  expect(short(differenceOf(files(1, 2), files(1)))).toEqual(['- ConfigMap a']);
});

test('a newer version of a kind’s API is a change of the object, another group another object', () => {
  const object = (apiVersion: string) =>
    new Map([['a.yaml', `apiVersion: ${apiVersion}\nkind: Job\nmetadata: { name: a }\n`]]);
  expect(short(differenceOf(object('batch/v1beta1'), object('batch/v1')))).toEqual([
    'Job a apiVersion: batch/v1beta1 → batch/v1',
  ]);
  expect(short(differenceOf(object('batch/v1'), object('example.com/v1')))).toHaveLength(2);
});

test.each([
  ['is no YAML', 'a: [', /^text of manifest "a\.yaml" must be YAML, got /],
  [
    'is no object',
    'kind: ConfigMap\n',
    /^text of manifest "a\.yaml" must be objects of Kubernetes, got document 1 without a text for apiVersion, kind or metadata\.name$/,
  ],
])('fails when a file %s', (_, text, message) => {
  expect(() => differenceOf(new Map([['a.yaml', text]]), new Map())).toThrow(message);
});

test('empty documents are none', () => {
  expect(differenceOf(new Map([['a.yaml', '---\n---\n# only words\n']]), new Map())).toEqual({ objects: [], equal: 0 });
});
