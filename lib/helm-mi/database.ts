import { isDnsSubdomain } from '../core/dns-name';
import { ipFamily } from '../core/ip-family';
import { refuse } from '../core/refusal';
import { type Code, call, fields, literal } from './code';
import type { Draft } from './draft';
import { parseJdbcUrl } from './jdbc';

/** The datasource of a part of the values file, as code. */
export function datasourceOf(draft: Draft, path: string, id: string): Code {
  const { values } = draft;
  const url = values.text(`${path}.url`);
  const parsed = parseJdbcUrl(url);
  if (parsed === undefined || !parsed.servers.every(({ host }) => isDnsSubdomain(host) || ipFamily(host) !== 0)) {
    const about = { prop: `${path}.url`, kind: 'values file', id: `of chart ${values.version}` };
    return refuse({
      ...about,
      must: 'be a JDBC URL with a host and a database',
      got: url,
      instead: 'of MySQL, PostgreSQL, Oracle (//host:port/service), SQL Server (databaseName) or Db2',
    });
  }
  const { driver, servers, database, parameters } = parsed;
  const [at, ...failover] = servers.map(({ host, port }) => call('Endpoint.outside', host, port, ['0.0.0.0/0']));
  const { maxActive, ...pool } = values.table(`${path}.jdbc.poolParameters`);
  values.at(`${path}.jdbc.driver`);
  draft.drivers.add(driver);
  return call(
    `Datasource.${driver}`,
    id,
    fields({
      at,
      failover: failover.length === 0 ? undefined : failover,
      database,
      username: call('EnvValue.notSecret', values.text(`${path}.username`)),
      password: draft.secretValue(`${path}.password`),
      parameters: Object.keys(parameters).length === 0 ? undefined : literal(parameters),
      maxConnections: maxActive === undefined ? undefined : Number(maxActive),
      poolOptions: Object.keys(pool).length === 0 ? undefined : literal(pool),
    }),
  );
}
