import type { MiConfig, MiRelease, TomlTable } from '../../lib';
import { unreadComplaints } from '../../lib/config/toml-unread';
import { sentence } from '../../lib/core/refusal';
import { imageOf } from '../config-parts';
import { saidOf } from '../manifests';

/** What is said of a configuration on a release. */
function said(release: MiRelease, config: MiConfig): string[] {
  return unreadComplaints(release, config).map((one) => sentence({ kind: 'tenant', id: 'retail/orders', ...one }));
}

const WAY_OUT = 'what a patch or a class of your own reads is named in config.uncheckedKeys';

test('a key that nobody reads is refused, with the nearest that the release reads', () => {
  expect(
    saidOf({ config: { toml: { transport: { http: { blocking: { sender: { so_timeout: 60_000 } } } } } } }),
  ).toEqual([
    'config.toml of tenant "retail/orders" must hold keys that release 4.4.0 reads, ' +
      'got "transport.http.blocking.sender.so_timeout"; is "transport.blocking.http.sender.so_timeout" meant?; ' +
      WAY_OUT,
  ]);
});

test('a key that another release reads is refused with those that do', () => {
  const toml = { icp_config: { icp_url: 'https://icp.example.com' } };
  expect(said('4.6.0', { toml })).toEqual([]);
  expect(said('4.5.0', { toml })).toEqual([
    'config.toml of tenant "retail/orders" must hold keys that release 4.5.0 reads, got "icp_config.icp_url"; ' +
      `4.6.0 reads it; ${WAY_OUT}`,
  ]);
  expect(said('4.1.0', { toml: { analytics: { enabled: true } } })).toEqual([
    'config.toml of tenant "retail/orders" must hold keys that release 4.1.0 reads, got "analytics.enabled"; ' +
      `4.2.0, 4.3.0, 4.4.0, 4.5.0, 4.6.0 read it; ${WAY_OUT}`,
  ]);
});

test('a table that nobody reads is refused once', () => {
  const acme = { a: 1, b: { c: 2 }, list: [{ d: 3 }] };
  const text = (key: string) =>
    `config.toml of tenant "retail/orders" must hold keys that release 4.4.0 reads, got "${key}"; ${WAY_OUT}`;
  expect(said('4.4.0', { toml: { acme } })).toEqual([text('acme')]);
  expect(said('4.4.0', { toml: { server: { acme } } })).toEqual([text('server.acme')]);
  expect(said('4.4.0', { toml: { acme: {} } })).toEqual([text('acme')]);
});

test('an empty table that is known is taken', () => {
  expect(said('4.4.0', { toml: { server: {}, datasource: [], transport: { jms: { sender: [] } } } })).toEqual([]);
});

test('a text in the place of a table is refused', () => {
  const toml: TomlTable = { analytics: 'none' };
  expect(said('4.4.0', { toml, uncheckedKeys: ['analytics'] })).toEqual([
    'config.toml.analytics of tenant "retail/orders" must be a table, got "none"',
  ]);
});

test('a canary of a release that does not read a key is refused too', () => {
  const toml = { server_configuration: { diagnostic_tool_enabled: 'false' } };
  expect(said('4.2.0', { toml })).toEqual([
    'config.toml of tenant "retail/orders" must hold keys that release 4.2.0 reads, ' +
      `got "server_configuration.diagnostic_tool_enabled"; 4.3.0, 4.4.0, 4.5.0, 4.6.0 read it; ${WAY_OUT}`,
  ]);
});

describe('by a word', () => {
  const toml = { acme: { a: 1 }, server: { newer: true }, transport: { jms: { sender: [{ x: 1 }] } } };

  test.each([[['acme', 'server.newer', 'transport.jms.sender[].x']], [['acme', 'server', 'transport']]])(
    '%j lets keys and whole tables through',
    (uncheckedKeys) => {
      expect(saidOf({ image: imageOf('4.6.0'), config: { toml, uncheckedKeys } })).toEqual([]);
    },
  );

  test('a word that lets nothing through is refused', () => {
    const uncheckedKeys = ['acme', 'server.newer', 'transport', 'acm'];
    expect(said('4.6.0', { toml, uncheckedKeys })).toEqual([
      'config.uncheckedKeys of tenant "retail/orders" must name keys or tables of config.toml, got "acm"',
    ]);
  });

  test('no word lets a port through', () => {
    const config: MiConfig = { toml: { server: { offset: 3 } }, uncheckedKeys: ['server.offset'] };
    expect(saidOf({ config })).toEqual([
      'config.toml.server.offset of tenant "retail/orders" must be left alone, got 3; ' +
        'ports, probes and Service count on the stock offset',
    ]);
  });
});

describe('variables in a list of tables', () => {
  const toml = { datasource: [{ id: 'orders', url: 'jdbc:mysql://$env{HOSTNAME}/orders' }] };

  test('are refused on 1.1, which does not resolve them', () => {
    expect(said('1.1.0', { toml })).toEqual([
      'config.toml of tenant "retail/orders" must hold no $env{…} in a list of tables of release 1.1.0, which hands it ' +
        'on as it stands, got "datasource[].url"; take a release from 1.2 on',
    ]);
    expect(said('1.1.0', { toml: { server: { hostname: '$env{HOSTNAME}' } } })).toEqual([]);
  });

  test('are taken from 1.2 on', () => {
    expect(said('1.2.0', { toml })).toEqual([]);
  });
});
