/** A JDBC driver, as images say that they carry it. */
export type JdbcDriver = 'mysql' | 'postgresql' | 'oracle' | 'mssql' | 'db2';

/** How a kind of database is spoken to. */
export interface Dialect {
  readonly driverClass: string;
  readonly prefix: string;
  /** Port of a server of which none is said. */
  readonly port: number;
  readonly database: string;
  readonly first: string;
  readonly next: string;
  readonly validationQuery: string;
}

/** The templates write a URL into XML as it stands (master-datasources.xml.j2), so "&" is "&amp;" in it. */
const AND = '&amp;';

/** Parameters as most URLs have them. */
const QUERY = { first: '?', next: AND } as const;

/** How each kind of database is spoken to. */
export const DIALECTS: Readonly<Record<JdbcDriver, Dialect>> = {
  mysql: {
    driverClass: 'com.mysql.cj.jdbc.Driver',
    prefix: 'jdbc:mysql://',
    port: 3306,
    database: '/',
    ...QUERY,
    validationQuery: 'SELECT 1',
  },
  postgresql: {
    driverClass: 'org.postgresql.Driver',
    prefix: 'jdbc:postgresql://',
    port: 5432,
    database: '/',
    ...QUERY,
    validationQuery: 'SELECT 1',
  },
  oracle: {
    driverClass: 'oracle.jdbc.OracleDriver',
    prefix: 'jdbc:oracle:thin:@//',
    port: 1521,
    database: '/',
    ...QUERY,
    validationQuery: 'SELECT 1 FROM DUAL',
  },
  mssql: {
    driverClass: 'com.microsoft.sqlserver.jdbc.SQLServerDriver',
    prefix: 'jdbc:sqlserver://',
    port: 1433,
    database: ';databaseName=',
    first: ';',
    next: ';',
    validationQuery: 'SELECT 1',
  },
  db2: {
    driverClass: 'com.ibm.db2.jcc.DB2Driver',
    prefix: 'jdbc:db2://',
    port: 446,
    database: '/',
    first: ':',
    next: ';',
    validationQuery: 'SELECT 1 FROM SYSIBM.SYSDUMMY1',
  },
};
