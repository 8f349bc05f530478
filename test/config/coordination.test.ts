import { Datasource, Endpoint, EnvValue, MiBaseImage, MiTenant, Scaling } from '../../lib';
import { RELEASES, secretVariable } from '../config-parts';
import { errorOf, newFleet, newUnit, ofKind, podOf, sentencesOf, serverOf, theOne, tomlOf } from '../manifests';

const tasks = Datasource.mysql('WSO2_COORDINATION_DB', {
  at: Endpoint.outside('mysql.example.com', 3306, ['10.20.0.0/24']),
  database: 'orders_tasks',
  username: EnvValue.fromSecret('tasks-db', 'username'),
  password: EnvValue.fromSecret('tasks-db', 'password'),
});

function poller(release: (typeof RELEASES)[number] = '4.4.0') {
  const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release, drivers: ['mysql'] });
  return base.withPoller('lab-results', '1.0.0');
}

function coordinated(pods = 2, fleet = newFleet(), release: (typeof RELEASES)[number] = '4.4.0') {
  const scaling = Scaling.coordinated(pods, tasks);
  return new MiTenant(newUnit(fleet), 'orders', { image: poller(release), scaling });
}

test('each pod has an id of its own, its name, which the server reads before every other place', () => {
  expect(serverOf(coordinated().unit).env).toEqual([
    { name: 'JVM_MEM_OPTS', value: '-Xms512m -Xmx512m' },
    secretVariable('WSO2_COORDINATION_DB_USERNAME', 'tasks-db', 'username'),
    secretVariable('WSO2_COORDINATION_DB_PASSWORD', 'tasks-db', 'password'),
    { name: 'nodeId', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
  ]);
});

test('the datasource by whose presence the server coordinates is in deployment.toml, and no node id is', () => {
  const toml = tomlOf(coordinated().unit);
  expect(toml.datasource).toEqual([
    {
      id: 'WSO2_COORDINATION_DB',
      url: 'jdbc:mysql://mysql.example.com:3306/orders_tasks',
      username: '$env{WSO2_COORDINATION_DB_USERNAME}',
      password: '$env{WSO2_COORDINATION_DB_PASSWORD}',
      driver: 'com.mysql.cj.jdbc.Driver',
      pool_options: { maxActive: 50, testOnBorrow: true, validationQuery: 'SELECT 1' },
    },
  ]);
  expect(toml).not.toHaveProperty('cluster_config');
});

test('the database is a way out of the tenant', () => {
  expect(coordinated().endpoints.map(({ address }) => address)).toEqual(['mysql.example.com:3306']);
});

test('pollers that coordinate are a Deployment of that many pods, with a disruption budget', () => {
  const { unit } = coordinated(3);
  expect(theOne(unit, 'Deployment').spec).toMatchObject({
    replicas: 3,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
  });
  expect(theOne(unit, 'PodDisruptionBudget').spec).toMatchObject({ maxUnavailable: 1 });
  expect(ofKind(unit, 'StatefulSet')).toEqual([]);
});

test('every prop of a rollout reaches it', () => {
  const unit = newUnit();
  const rollout = { maxSurge: 2, maxUnavailable: 1, maxEvictions: 2 };
  new MiTenant(unit, 'orders', { image: poller(), scaling: Scaling.coordinated(4, tasks, rollout) });
  expect(theOne(unit, 'Deployment').spec).toMatchObject({
    strategy: { rollingUpdate: { maxSurge: 2, maxUnavailable: 1 } },
  });
  expect(theOne(unit, 'PodDisruptionBudget').spec).toMatchObject({ maxUnavailable: 2 });
});

test('an application may coordinate too, for its scheduled tasks beside its requests', () => {
  const fleet = newFleet();
  const base = MiBaseImage.fromRegistry('registry.example.com/mi', { release: '4.4.0', drivers: ['mysql'] });
  const image = base.withApp('orders', '1.0.0');
  new MiTenant(newUnit(fleet), 'orders', { image, scaling: Scaling.coordinated(2, tasks) });
  expect(errorOf(() => fleet.render())).toBe('');
});

test('a tenant that does not coordinate has no id of a node and no datasource', () => {
  const unit = newUnit();
  new MiTenant(unit, 'orders', { image: poller(), scaling: Scaling.singleton() });
  expect(serverOf(unit).env).toEqual([{ name: 'JVM_MEM_OPTS', value: '-Xms512m -Xmx512m' }]);
  expect(tomlOf(unit)).not.toHaveProperty('datasource');
});

test('the pods are told apart by their names also in a namespace that the ids of others share', () => {
  const [, , , node] = serverOf(coordinated().unit).env ?? [];
  // Neither the label nor the name of the Deployment, which every pod has.
  expect(JSON.stringify(node)).toBe('{"name":"nodeId","valueFrom":{"fieldRef":{"fieldPath":"metadata.name"}}}');
  expect(podOf(coordinated().unit)).not.toHaveProperty('hostname');
});

describe('refusals', () => {
  test.each(RELEASES)('release %s coordinates from 1.2 on', (release) => {
    const fleet = newFleet();
    coordinated(2, fleet, release);
    expect(sentencesOf(() => fleet.render())).toEqual(
      release === '1.1.0'
        ? [
            'scaling of tenant "retail/orders" must be for releases from 1.2 on, got release 1.1.0; ' +
              'take Scaling.singleton(), or a newer release',
          ]
        : [],
    );
  });

  test('fails when the image carries no driver for the database', () => {
    const fleet = newFleet();
    const image = MiBaseImage.fromRegistry('registry.example.com/mi', { release: '4.4.0' }).withPoller(
      'files',
      '1.0.0',
    );
    new MiTenant(newUnit(fleet), 'orders', { image, scaling: Scaling.coordinated(2, tasks) });
    expect(sentencesOf(() => fleet.render())).toEqual([
      'datasource WSO2_COORDINATION_DB of tenant "retail/orders" must have its driver in the image, got mysql, ' +
        "and an image that is said to carry none; put its JAR into lib of the image and say drivers: ['mysql'] of it",
    ]);
  });

  test('fails when a tenant sets the id of its nodes by hand', () => {
    const fleet = newFleet();
    const scaling = Scaling.coordinated(2, tasks);
    new MiTenant(newUnit(fleet), 'orders', { image: poller(), scaling, env: { nodeId: 'one' } });
    expect(sentencesOf(() => fleet.render())).toEqual([
      'env.nodeId of tenant "retail/orders" must not be set by hand, got "nodeId"; ' +
        'the tenant sets it, from its other props',
    ]);
  });

  test.each([0, 1, 1.5, -1, Number.NaN, 100_001])('fails when %d pods are to coordinate', (replicas) => {
    expect(errorOf(() => Scaling.coordinated(replicas, tasks))).toBe(
      `replicas of scaling "coordinated(${replicas})" must be a whole number from 2 to 100000, got ${replicas}`,
    );
  });

  test('fails for a datasource of another name, which would not coordinate', () => {
    const orders = Datasource.mysql('orders', {
      at: Endpoint.outside('mysql.example.com', 3306, ['10.20.0.0/24']),
      database: 'orders',
      username: EnvValue.fromSecret('orders-db', 'username'),
      password: EnvValue.fromSecret('orders-db', 'password'),
    });
    expect(errorOf(() => Scaling.coordinated(2, orders))).toBe(
      'by of scaling "coordinated(2)" must be a datasource named WSO2_COORDINATION_DB, got "orders"',
    );
  });

  // COORDINATED_TASK_TABLE has the primary key TASK_NAME and no column for a group (mysql_cluster.sql).
  test('fails when two tenants share one schema, since each would take the other’s tasks for its own', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    for (const id of ['orders', 'prices']) {
      new MiTenant(unit, id, { image: poller(), scaling: Scaling.coordinated(2, tasks) });
    }
    expect(sentencesOf(() => fleet.render())).not.toEqual([]);
  });
});
