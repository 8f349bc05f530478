import { Datasource, type DatasourceProps, Endpoint, EnvValue, MiTenant, Patch, Scaling } from '../../../lib';
import { coordination } from '../../../lib/review/rules/coordination';
import { base } from '../../manifests';
import { found, retail } from '../changes';

const DRIVERS = ['mysql', 'postgresql', 'oracle', 'mssql', 'db2'] as const;
const image = { ...base.withPoller('files', '1.0.0'), drivers: DRIVERS };
const server = (host: string) => Endpoint.outside(host, 3306, ['10.20.0.0/24']);

function tasks(props: Partial<DatasourceProps> = {}, driver: (typeof DRIVERS)[number] = 'mysql') {
  return Datasource[driver]('WSO2_COORDINATION_DB', {
    at: server('tasks.example.com'),
    database: 'tasks',
    username: EnvValue.fromSecret('tasks', 'username'),
    password: EnvValue.fromSecret('tasks', 'password'),
    ...props,
  });
}

const poller = (scaling: Scaling<'poller'>) => retail((unit) => new MiTenant(unit, 'files', { image, scaling }));
const by = (datasource = tasks()) => poller(Scaling.coordinated(2, datasource));

test('pods that share out their work by another database do it beside those of before; what to delete first is told', () => {
  expect(found(coordination, by(), by(tasks({ database: 'other' })))).toEqual([
    'danger retail/files: two generations run at once where there must be one: the old pods share out their work by one ' +
      'database and the new ones by another, so both do all of it; neither an apply nor deploy stops the old ones first ' +
      '[WSO2_COORDINATION_DB: jdbc:mysql://tasks.example.com:3306/tasks → jdbc:mysql://tasks.example.com:3306/other] ' +
      '$ kubectl -n retail delete deployment/files --cascade=foreground  # before the apply; returns when the last pod is gone',
  ]);
});

test.each(DRIVERS)('of %s another database and another server are other tables', (driver) => {
  const told = (props: Partial<DatasourceProps>) =>
    found(coordination, by(tasks({}, driver)), by(tasks(props, driver)));
  expect(told({ database: 'other' })).toHaveLength(1);
  expect(told({ at: server('other.example.com') })).toHaveLength(1);
  expect(told({ parameters: { currentSchema: 'other' } })).toHaveLength(1);
});

test.each(DRIVERS)('of %s a login, a pool and what else a driver is told move no table', (driver) => {
  const told = (props: Partial<DatasourceProps>) =>
    found(coordination, by(tasks({}, driver)), by(tasks(props, driver)));
  expect(told({ username: EnvValue.fromSecret('other', 'username') })).toEqual([]);
  expect(told({ maxConnections: 10, poolOptions: { maxWait: 60_000 } })).toEqual([]);
  expect(told({ parameters: { useSSL: 'true', socketTimeout: '60' } })).toEqual([]);
});

test('a path, a colon and a question mark of what a driver is told move no table', () => {
  const told = (driver: (typeof DRIVERS)[number], parameters: Readonly<Record<string, string>>) =>
    found(coordination, by(tasks({}, driver)), by(tasks({ parameters }, driver)));
  expect(told('mysql', { trustCertificateKeyStoreUrl: 'file:///mnt/trust.p12' })).toEqual([]);
  expect(told('mssql', { trustStore: '/mnt/trust.p12' })).toEqual([]);
  expect(told('oracle', { 'oracle.net.wallet_location': '/mnt/wallet' })).toEqual([]);
});

test('a further server of the same database is no other database', () => {
  const two = tasks({ failover: [server('standby.example.com')] });
  expect(found(coordination, by(), by(two))).toEqual([]);
  expect(found(coordination, by(two), by(tasks({ at: server('standby.example.com') })))).toEqual([]);
});

test('where nothing runs before, or nothing after, no two generations meet', () => {
  const parked = (datasource = tasks()) => poller(Scaling.coordinated(2, datasource).parked());
  const other = tasks({ database: 'other' });
  expect(found(coordination, parked(), by(other))).toEqual([]);
  expect(found(coordination, by(), parked(other))).toEqual([]);
});

test('a strategy that stops all pods first lets no two generations meet', () => {
  const recreated = (database: string) =>
    retail((unit) => {
      const scaling = Scaling.coordinated(2, tasks({ database }));
      const tenant = new MiTenant(unit, 'files', { image, scaling });
      Patch.of(tenant, 'Deployment').replace('/spec/strategy', { type: 'Recreate' });
    });
  expect(found(coordination, recreated('tasks'), recreated('other'))).toEqual([]);
});

test('a poller that begins to share out its work, or is another object, is told of by others', () => {
  expect(found(coordination, poller(Scaling.singleton()), by())).toEqual([]);
  const renamed = retail((unit) => {
    const scaling = Scaling.coordinated(2, tasks({ database: 'other' }));
    return new MiTenant(unit, 'files-2', { image, scaling });
  });
  expect(found(coordination, by(), renamed)).toEqual([]);
});
