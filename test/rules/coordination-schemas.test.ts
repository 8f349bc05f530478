import { COORDINATION_ID, Datasource, Endpoint, EnvValue, MiBaseImage, MiTenant, Scaling } from '../../lib';
import { errorOf, newFleet, newUnit, refusalOf } from '../manifests';

const base = MiBaseImage.fromRegistry('registry.example.com/mi-base', { release: '4.4.0', drivers: ['mysql'] });
const at = Endpoint.outside('mysql.example.com', 3306, ['10.20.0.0/24']);

function schema(database: string): Datasource {
  const [username, password] = ['username', 'password'].map((key) => EnvValue.fromSecret('tasks', key));
  if (username === undefined || password === undefined) throw new Error('expected two');
  return Datasource.mysql(COORDINATION_ID, { at, database, username, password });
}

function render(schemas: Readonly<Record<string, string>>): string {
  const fleet = newFleet();
  for (const [id, database] of Object.entries(schemas)) {
    new MiTenant(newUnit(fleet, id), 'files', {
      image: base.withPoller('files', '1.0.0'),
      scaling: Scaling.coordinated(2, schema(database)),
    });
  }
  return errorOf(() => fleet.render());
}

test('tenants with a schema each may be coordinated by one server', () => {
  expect(render({ retail: 'retail_tasks', clinic: 'clinic_tasks' })).toBe('');
});

test('fails when two tenants share a schema, also from two units', () => {
  expect(render({ retail: 'tasks', clinic: 'tasks', depot: 'depot_tasks' })).toBe(
    refusalOf(
      'scaling of tenant "clinic/files" must be coordinated by a schema of its own, ' +
        'got jdbc:mysql://mysql.example.com:3306/tasks, which "retail/files" has too; ' +
        'make a second schema by the script of the release',
    ),
  );
});

describe('what is one schema', () => {
  const postgres = MiBaseImage.fromRegistry('registry.example.com/mi-base', {
    release: '4.4.0',
    drivers: ['mysql', 'postgresql', 'mssql', 'db2'],
  });
  const [username, password] = [EnvValue.fromSecret('tasks', 'username'), EnvValue.fromSecret('tasks', 'password')];
  const props = { at, database: 'tasks', username, password };

  function isRefused(one: Datasource, other: Datasource): boolean {
    const fleet = newFleet();
    for (const [id, datasource] of Object.entries({ clinic: one, retail: other })) {
      const image = postgres.withPoller('files', '1.0.0');
      new MiTenant(newUnit(fleet, id), 'files', { image, scaling: Scaling.coordinated(2, datasource) });
    }
    return errorOf(() => fleet.render()).includes('must be coordinated by a schema of its own');
  }

  test.each(['mysql', 'postgresql', 'mssql', 'db2'] as const)('a parameter makes no other schema of %s', (driver) => {
    const plain = Datasource[driver](COORDINATION_ID, props);
    const parameters = { encrypt: 'true' };
    expect(isRefused(plain, Datasource[driver](COORDINATION_ID, { ...props, parameters }))).toBe(true);
    expect(isRefused(plain, Datasource[driver](COORDINATION_ID, { ...props, database: 'others' }))).toBe(false);
  });

  test('currentSchema names another schema of PostgreSQL', () => {
    const of = (currentSchema: string) =>
      Datasource.postgresql(COORDINATION_ID, { ...props, parameters: { currentSchema, ssl: 'true' } });
    expect(isRefused(of('a'), of('b'))).toBe(false);
    expect(isRefused(of('a'), of('a'))).toBe(true);
  });

  test('a further server of the same database makes no other schema', () => {
    const of = (more: object) => Datasource.mysql(COORDINATION_ID, { ...props, ...more });
    const standby = Endpoint.outside('standby.example.com', 3306, ['10.20.0.0/24']);
    expect(isRefused(of({}), of({ failover: [standby] }))).toBe(true);
    expect(isRefused(of({}), of({ at: standby }))).toBe(false);
  });
});
