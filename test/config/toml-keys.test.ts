import { TOML_TABLE } from '../../imports/toml-keys';
import { nearestKey, readersOf, tomlKeys } from '../../lib/config/toml-keys';
import { MI_RELEASES, type MiRelease } from '../../lib/release/mi-release';

const RELEASES = Object.keys(MI_RELEASES) as MiRelease[];

/** The releases that read a key, as the first and the last of them. */
function span(key: string): string {
  const { releases } = readersOf(key.split('.'));
  return releases.length === 0 ? 'none' : `${releases[0]} to ${releases.at(-1)}`;
}

// One key of each kind of change from a release to the next, from the templates and sources of product-micro-integrator.
test.each([
  ['server.hostname', '1.1.0 to 4.6.0'],
  ['server.hot_deployment', '1.2.0 to 4.6.0'],
  ['server.graceful_shutdown_timeout', '4.5.0 to 4.6.0'],
  ['keystore.tls.file_name', '1.1.0 to 1.1.0'],
  ['keystore.primary.file_name', '1.2.0 to 4.6.0'],
  ['transport.http.listener.keystore.file_name', '1.1.0 to 1.1.0'],
  ['transport.http.listener.keystore.location', '1.2.0 to 4.6.0'],
  ['transport.blocking.http.sender.so_timeout', '1.1.0 to 4.6.0'],
  ['transport.http.blocking.sender.so_timeout', 'none'],
  ['mediation.inbound.core_threads', '1.1.0 to 4.6.0'],
  ['mediation.synapse.inbound.core_threads', 'none'],
  ['transport.jms.sender[].enable', 'none'],
  ['transport.mail.sender[].enable', 'none'],
  ['transport.jms.sender_enable', '1.2.0 to 4.6.0'],
  ['transport.rabbitmq.listener_enable', '1.2.0 to 4.6.0'],
  ['dashboard_config.management_hostname', '4.1.0 to 4.6.0'],
  ['internal_apis.users[].user.is_admin', '4.1.0 to 4.6.0'],
  ['analytics.enabled', '4.2.0 to 4.6.0'],
  ['opentracing.zipkin.backend.url', '4.0.0 to 4.1.0'],
  ['opentelemetry.url', '4.2.0 to 4.6.0'],
  ['opentelemetry.logs', 'none'],
  ['icp_config.icp_url', '4.6.0 to 4.6.0'],
  ['truststore.alias', 'none'],
  ['keystore.secondary[].alias', '4.4.0 to 4.6.0'],
])('%s is read by %s', (key, releases) => {
  expect(span(key)).toBe(releases);
});

test.each([
  ['a parameter of a transport', 'transport.jms.listener[].parameter.acme', true],
  ['an alias of the vault', 'secrets.db', true],
  ['a property of Synapse', 'synapse_properties.acme', true],
  ['an option of a pool', 'datasource[].pool_options.maxActive', false],
])('%s is known', (_, key, free) => {
  expect(readersOf(key.split('.'))).toEqual({ releases: RELEASES, free });
});

test('of a pool of connections and of a resolver of tasks the names are known, so another is not read', () => {
  expect(span('datasource[].pool_options.maxActiv')).toBe('none');
  expect(span('task_resolver[].task_server')).toBe('none');
  expect(span('task_resolver[].task_nodes')).toBe('1.2.0 to 4.6.0');
});

test('a name with dots of its own is one name', () => {
  expect(readersOf(['synapse_properties', 'synapse.timeout']).releases).toEqual(RELEASES);
});

test('a list of plain values is a key like any other', () => {
  expect(span('transport.http.preserve_http_headers')).toBe('1.1.0 to 4.6.0');
});

// The mistakes of the page for those who come from helm-mi, and slips of the hand.
test.each([
  ['transport.http.blocking.sender.so_timeout', 'transport.blocking.http.sender.so_timeout'],
  ['mediation.synapse.inbound.core_threads', 'mediation.inbound.core_threads'],
  ['transport.http.listener.truststore.file_name', 'transport.http.listener.truststore.location'],
  ['transport.vfs.listener.keystore.file_name', 'transport.vfs.listener.keystore.location'],
  ['transport.jms.sender[].enable', 'transport.jms.sender_enable'],
  ['transport.rabbitmq.listener[].enable', 'transport.rabbitmq.listener_enable'],
  ['transport.http.sender.proxyHost', 'transport.http.sender.proxy_host'],
  ['synapse_handler[].name', 'synapse_handlers[].name'],
  ['servre.hostname', 'server.hostname'],
  ['datasource.id', 'datasource[].id'],
  ['truststore.algorithm', undefined],
  ['acme.a', undefined],
])('%s is nearest to %s', (key, nearest) => {
  expect(nearestKey(key.split('.'), '4.4.0')).toBe(nearest);
});

test('a key of another release is near to nothing', () => {
  expect(nearestKey(['icp_config', 'icp_ulr'], '4.5.0')).toBeUndefined();
  expect(nearestKey(['icp_config', 'icp_ulr'], '4.6.0')).toBe('icp_config.icp_url');
});

test('every key of a table is found, through tables and lists of them', () => {
  const table = { a: { b: 1, c: [{ d: 2 }, { d: 3 }], e: [4] }, f: {}, g: [] };
  expect(tomlKeys(table).map(([key]) => key.join('.'))).toEqual(['a.b', 'a.c[].d', 'a.c[].d', 'a.e', 'f', 'g']);
});

test('the table is small enough to read', () => {
  expect(TOML_TABLE.length).toBeLessThan(40 * 1024);
});
