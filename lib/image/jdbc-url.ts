import { DIALECTS, type JdbcDriver } from './jdbc-driver';

/**
 * The schema that a JDBC URL leads to, once for each of its servers: two URLs that have one of these texts in common lead
 * to the same tables, whatever else the driver is told. Of a URL of another form it is what stands before the parameters.
 */
export function schemasOf(url: string): string[] {
  for (const { driver, form } of FORMS) {
    const { servers, database, parameters = '' } = form.exec(url)?.groups ?? {};
    if (servers !== undefined) {
      const { prefix, database: before, port } = DIALECTS[driver];
      const named = [...parameters.matchAll(NAMES_A_SCHEMA)].map(
        ([, key = '', name]) => `${key.toLowerCase()}=${name}`,
      );
      const name = database ?? NAMES_THE_DATABASE.exec(parameters)?.[1] ?? '';
      const places = servers.split(',').map((server) => prefix + withPort(server.toLowerCase(), port));
      return [...new Set(places)].map((place) => [`${place}${before}${name}`, ...named.sort()].join(' '));
    }
  }
  return [url.replace(/[?;].*/s, '')];
}

/** Parameters that lead to another schema, or to another server. */
const NAMES_A_SCHEMA = /[?;&:](currentSchema|instanceName|serverName|portNumber)=([^;&]*)/gi;

/** What SQL Server calls its database, in a parameter. */
const NAMES_THE_DATABASE = /;database(?:Name)?=([^;]*)/i;

/** The ways to write a URL; Oracle has one with a service and one with a SID. */
const FORMS: ReadonlyArray<{ readonly driver: JdbcDriver; readonly form: RegExp }> = [
  {
    driver: 'mysql',
    form: /^jdbc:(?:mysql|mariadb)(?::\w+)?:\/\/(?<servers>[^/?]*)\/(?<database>[^?]*)(?<parameters>.*)$/s,
  },
  { driver: 'postgresql', form: /^jdbc:postgresql:\/\/(?<servers>[^/?]*)\/(?<database>[^?]*)(?<parameters>.*)$/s },
  {
    driver: 'oracle',
    form: /^jdbc:oracle:thin:@(?:\/\/)?(?<servers>[^/?(@[]*?(?::\d+)?)[:/](?<database>[a-z][^/?:]*)(?<parameters>.*)$/is,
  },
  { driver: 'mssql', form: /^jdbc:sqlserver:\/\/(?<servers>[^;]*)(?<parameters>.*)$/s },
  { driver: 'db2', form: /^jdbc:db2:\/\/(?<servers>[^/]*)\/(?<database>[^:;]*)(?<parameters>.*)$/s },
];

function withPort(server: string, port: number): string {
  return /:\d+$/.test(server) ? server : `${server}:${port}`;
}
