import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Size } from 'cdk8s';
import {
  BusinessUnit,
  EnvValue,
  Fleet,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  MiBaseImage,
  MiSize,
  MiTenant,
  type MiTenantProps,
  Route,
  Scaling,
  SharedVolume,
  type TomlTable,
  VolumeSource,
} from '../../../lib';
import type { Cluster } from '../cluster';
import { DryRun } from '../dry-run';
import { judge } from '../judged-fleet';

const TEXTS = [
  'a\u0085b: c',
  'a\u2028b: c',
  'a\u2029kind: c',
  'a\u0000b',
  'a\u0007b',
  'a\u007fb',
  '\ufeffa',
  'a\ufffeb',
  'a\ud800b',
  '0o7',
  '-_.3',
  '-_1',
];

const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '4.4.0' });

type Write = (fleet: Fleet) => unknown;

/** A table as a program hands it over that the compiler has not seen. */
function unchecked(table: unknown): TomlTable {
  return table as TomlTable;
}

function unit(fleet: Fleet, contact = 'somebody@example.com', id = 'clinic'): BusinessUnit {
  return new BusinessUnit(fleet, id, { contact });
}

function tenant(fleet: Fleet, props: Partial<MiTenantProps<'app'>>, id = 'orders'): MiTenant<'app'> {
  const image = base.withApp('orders', '1.0.0');
  return new MiTenant(unit(fleet), id, { image, scaling: Scaling.fixed(2), ...props });
}

function loadBalancer(fleet: Fleet, id: string): LoadBalancer {
  return new LoadBalancer(fleet, id, { controller: GatewayController.nginx(), hosts: { '*': 'clinic' } });
}

const PLACES: readonly (readonly [string, (fleet: Fleet, text: string) => unknown])[] = [
  ['a contact', (fleet, text) => unit(fleet, text)],
  ['a variable', (fleet, text) => tenant(fleet, { env: { A_NAME: text } })],
  ['a value of deployment.toml', (fleet, text) => tenant(fleet, { config: { toml: { server: { hostname: text } } } })],
];

// What the random fleets of any-fleet.cluster.ts came upon.
const FOUND: readonly (readonly [string, Write])[] = [
  ...PLACES.flatMap(([place, write]) =>
    TEXTS.map((text): readonly [string, Write] => [
      `${place} of ${JSON.stringify(text).replace(/[^ -~]/g, escaped)}`,
      (fleet) => write(fleet, text),
    ]),
  ),
  ['a key that looks like a number', (fleet) => tenant(fleet, { env: { A_NAME: EnvValue.fromSecret('a', '-_.3') } })],
  ['memory of an exbibyte', (fleet) => tenant(fleet, { size: MiSize.of({ memory: Size.mebibytes(2 ** 40) }) })],
  [
    'a capacity of an exbibyte',
    (fleet) => {
      const source = VolumeSource.nfs('nfs01.example.com', '/export');
      return new SharedVolume(unit(fleet), 'files', { source, capacity: Size.mebibytes(2 ** 40) });
    },
  ],
  ['a unit whose id has a line break', (fleet) => unit(fleet, undefined, 'a\nb')],
  ['an image whose app has a line break', () => base.withApp('a\nb', '1.0.0')],
  ['a variable whose name has a line break', (fleet) => tenant(fleet, { env: { 'a\nb': 'c' } })],
  [
    'a table of deployment.toml that is a text',
    (fleet) => tenant(fleet, { config: { toml: unchecked({ server: 'a\nb' }) } }),
  ],
  [
    'a table of deployment.toml that is a list',
    (fleet) => tenant(fleet, { config: { toml: unchecked({ server: ['a\nb'] }) } }),
  ],
  [
    'a table of deployment.toml that is an empty list',
    (fleet) => tenant(fleet, { config: { toml: unchecked({ server: [] }) } }),
  ],
  ['two units of one id', (fleet) => [unit(fleet), unit(fleet)]],
  ['a load balancer with the id of a unit', (fleet) => [unit(fleet), loadBalancer(fleet, 'clinic')]],
  ['a unit without an id', (fleet) => unit(fleet, undefined, '')],
  ['a unit with the name of a property of every object', (fleet) => unit(fleet, undefined, 'constructor')],
  ['a tenant with the id of its unit’s namespace object', (fleet) => tenant(fleet, {}, 'namespace')],
  ['a tenant without an id', (fleet) => tenant(fleet, {}, '')],
  [
    'two default backends in one gateway',
    (fleet) => {
      const via = loadBalancer(fleet, 'public');
      const route = Route.defaultBackend(tenant(fleet, {}).http);
      const [clinic] = fleet.node.children.filter(BusinessUnit.isBusinessUnit);
      return clinic && new GatewayIngress(clinic, 'routes', { via, routes: [route, route] });
    },
  ],
];

/** What was found is refused in the house grammar, or taken by the API server as it was written. */
export function describeFound(cluster: () => Cluster): void {
  const judged = FOUND.map(([name, write]) => ({ name, judgement: judge(() => written(write)) }));

  test.each(judged)('$name is rendered, or refused in the house grammar', ({ judgement }) => {
    if ('ungrammatical' in judgement) expect(judgement.ungrammatical).toEqual([]);
  });

  test('the API server takes all that is rendered', async () => {
    const server = new DryRun(cluster().kubectl);
    const rendered = judged.flatMap(({ name, judgement }) =>
      'accepted' in judgement ? [{ name, fleet: judgement.accepted }] : [],
    );
    if ((await server.complaint(rendered.map(({ fleet }) => fleet))) === undefined) return;
    // One by one only to say which.
    for (const { name, fleet } of rendered) expect([name, await server.complaint([fleet])]).toEqual([name, undefined]);
  });
}

function written(write: Write): Fleet {
  const fleet = new Fleet({ outdir: join(tmpdir(), 'never-written') });
  write(fleet);
  return fleet;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
