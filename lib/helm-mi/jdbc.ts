import type { JdbcDriver } from '../image/jdbc-driver';

/** A server of a database. */
interface Server {
  readonly host: string;
  readonly port: number;
}

/** A JDBC URL taken apart. */
export interface JdbcUrl {
  readonly driver: JdbcDriver;
  readonly servers: readonly [Server, ...Server[]];
  readonly database: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** How each driver's URL begins, what stands between servers and database and before parameters, and its port. */
const FORMS: ReadonlyArray<readonly [RegExp, JdbcDriver, number]> = [
  [/^jdbc:(?:mysql|mariadb):\/\/(?<servers>[^/?]+)\/(?<database>[^?]+)(?:\?(?<parameters>.*))?$/, 'mysql', 3306],
  [/^jdbc:postgresql:\/\/(?<servers>[^/?]+)\/(?<database>[^?]+)(?:\?(?<parameters>.*))?$/, 'postgresql', 5432],
  [/^jdbc:oracle:thin:@\/\/(?<servers>[^/?]+)\/(?<database>[^?]+)(?:\?(?<parameters>.*))?$/, 'oracle', 1521],
  [/^jdbc:sqlserver:\/\/(?<servers>[^;]+);databaseName=(?<database>[^;]+)(?:;(?<parameters>.*))?$/, 'mssql', 1433],
  [/^jdbc:db2:\/\/(?<servers>[^/:]+(?::\d+)?)\/(?<database>[^:;]+)(?::(?<parameters>.*))?$/, 'db2', 50_000],
];

/** Takes a URL apart; `undefined` for what no database of the library has, such as variables in it. */
export function parseJdbcUrl(url: string): JdbcUrl | undefined {
  const found = FORMS.map(([form, driver, port]) => ({ groups: form.exec(url)?.groups, driver, port })).find(
    ({ groups }) => groups !== undefined,
  );
  if (found?.groups === undefined) {
    return undefined;
  }
  const { servers = '', database = '', parameters = '' } = found.groups;
  const [first, ...others] = servers.split(',').map((server) => serverOf(server, found.port));
  const pairs = parameters
    .split(/&amp;|[&;]/)
    .filter((pair) => pair !== '')
    .map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')] as const);
  return first === undefined
    ? undefined
    : { driver: found.driver, servers: [first, ...others], database, parameters: Object.fromEntries(pairs) };
}

function serverOf(text: string, usual: number): Server {
  const [host = '', port = `${usual}`] = text.split(':');
  return { host, port: Number(port) };
}
