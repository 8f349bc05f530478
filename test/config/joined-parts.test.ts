import type { Container } from '../../imports/k8s';
import { Endpoint, EnvValue, type PodPart } from '../../lib';
import { joinParts, partComplaints } from '../../lib/config/joined-parts';
import { sentence } from '../../lib/core/refusal';

const database = Endpoint.outside('mysql.example.com', 3306, ['10.20.0.0/24']);
const apim = Endpoint.outside('apim.example.com', 9443, ['10.40.0.0/24']);
const container = (name: string): Container => ({ name, resources: { requests: { cpu: '1' } } });

describe('parts as one', () => {
  const nothing: ReturnType<typeof joinParts> = {
    env: {},
    files: {},
    projections: [],
    args: [],
    sidecars: [],
    containers: [],
    initContainers: [],
    volumes: [],
    volumeMounts: [],
    volumeGroups: [],
    labels: {},
    annotations: {},
    endpoints: [],
    managers: [],
    secrets: [],
    configMaps: [],
    complaints: [],
  };

  test('no part is nothing', () => {
    expect(joinParts([])).toEqual(nothing);
    expect(joinParts([{}, {}])).toEqual(nothing);
  });

  test('everything of every part is in the whole; arguments, systems, volumes and sidecars once', () => {
    const a = EnvValue.notSecret('a');
    const one: Required<PodPart> = {
      env: { A: a },
      toml: { a: 1 },
      log4j2: { levels: { root: 'WARN' } },
      files: { 'conf/a': 'x' },
      projections: [{ secret: { name: 'a' } }],
      args: ['-Da=1'],
      sidecars: [container('follow')],
      containers: [container('proxy')],
      initContainers: [container('fetch')],
      volumes: [
        { name: 'scratch', emptyDir: {} },
        { name: 'script', texts: { 'a.sh': 'true' } },
      ],
      volumeMounts: [{ name: 'scratch', mountPath: '/mnt/scratch' }],
      volumeGroups: [3000],
      labels: { team: 'a' },
      annotations: { 'example.com/a': 'b' },
      endpoints: [database],
      managers: [apim],
      secrets: [{ secretName: 'a' }],
      configMaps: [{ name: 'a' }],
      complaints: [{ prop: 'a', must: 'b', got: 'c' }],
    };
    const { toml: _, log4j2: __, ...rest } = one;
    expect(joinParts([one])).toEqual(rest);
    const { volumes, volumeMounts } = one;
    expect(
      joinParts([
        one,
        { sidecars: [container('follow'), container('second')], volumes, volumeMounts },
        { args: ['-Db=1', '-Da=1'], endpoints: [database, apim], env: { B: a } },
      ]),
    ).toEqual({
      ...rest,
      env: { A: a, B: a },
      args: ['-Da=1', '-Db=1'],
      sidecars: [container('follow'), container('second')],
      endpoints: [database, apim],
    });
  });
});

describe('what two parts want for themselves', () => {
  const apart = 'name one of the two otherwise';
  const a = { name: 'a', emptyDir: {} };

  test.each<[string, PodPart, PodPart, string]>([
    [
      'a variable',
      { env: { A: EnvValue.notSecret('a') } },
      { env: { A: EnvValue.notSecret('b') } },
      'set each variable once, got "A"; two of its values would share it; give one of the two another id',
    ],
    [
      'a path of the home',
      { files: { 'conf/a': '' } },
      { projections: [{ secret: { items: [{ key: 'a', path: 'conf/a' }] } }] },
      `put one file at a path, and none where a folder is, got "conf/a"; ${apart}`,
    ],
    [
      'the name of a volume',
      { volumes: [a] },
      { volumes: [{ name: 'a', texts: {} }] },
      `bring one volume under a name, got "a"; ${apart}`,
    ],
    [
      'a path of the container',
      { volumeMounts: [{ name: 'a', mountPath: '/a' }] },
      { volumeMounts: [{ name: 'b', mountPath: '/a' }] },
      `see one volume at a path, got "/a"; ${apart}`,
    ],
    [
      'the name of a text',
      { volumes: [{ name: 'a', texts: { 'run.sh': 'true' } }] },
      { volumes: [{ name: 'b', texts: { 'run.sh': 'false' } }] },
      `bring one text under the name of a file, got "run.sh"; ${apart}`,
    ],
  ])('%s is refused', (_what, one, other, message) => {
    const said = partComplaints([one, other]).map((it) => sentence({ kind: 'tenant', id: 'retail/orders', ...it }));
    expect(said).toEqual([`config of tenant "retail/orders" must ${message}`]);
    expect(partComplaints([one])).toEqual([]);
  });
});
