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
