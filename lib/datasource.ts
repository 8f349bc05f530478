import type { ConfigPart, Configures } from './config-part';
import type { Endpoint } from './endpoint';
import type { EnvValue } from './env-value';
import type { MiImage } from './mi-image';
import { refuse, said } from './refusal';

/** A JDBC driver, as images say that they carry it. */
export type JdbcDriver = 'mysql' | 'postgresql' | 'oracle' | 'mssql' | 'db2';

/** A database and how to log in to it. */
export interface DatasourceProps {
  /** The server. */
  readonly at: Endpoint;

  /** Name of the database; of Oracle, of the service. */
  readonly database: string;

  /** Who logs in. */
  readonly username: EnvValue;

  /** The password; `EnvValue.fromSecret`. */
  readonly password: EnvValue;

  /**
   * Further parameters of the URL: `{ useSSL: 'true' }`.
   *
   * @default - none
   */
  readonly parameters?: Readonly<Record<string, string>>;

  /**
   * Connections that each pod opens at the most. From 1 to 10,000; the database sees them times the pods.
   *
   * @default 50
   */
  readonly maxConnections?: number;
}

/** How a kind of database is spoken to. */
interface Dialect {
  readonly driverClass: string;
  readonly prefix: string;
  readonly database: string;
  readonly first: string;
  readonly next: string;
  readonly validationQuery: string;
}

/** The templates write a URL into XML as it stands (master-datasources.xml.j2), so "&" is "&amp;" in it. */
const AND = '&amp;';

const DIALECTS: Readonly<Record<JdbcDriver, Dialect>> = {
  mysql: {
    driverClass: 'com.mysql.cj.jdbc.Driver',
    prefix: 'jdbc:mysql://',
    database: '/',
    first: '?',
    next: AND,
    validationQuery: 'SELECT 1',
  },
  postgresql: {
    driverClass: 'org.postgresql.Driver',
    prefix: 'jdbc:postgresql://',
    database: '/',
    first: '?',
    next: AND,
    validationQuery: 'SELECT 1',
  },
  oracle: {
    driverClass: 'oracle.jdbc.OracleDriver',
    prefix: 'jdbc:oracle:thin:@//',
    database: '/',
    first: '?',
    next: AND,
    validationQuery: 'SELECT 1 FROM DUAL',
  },
  mssql: {
    driverClass: 'com.microsoft.sqlserver.jdbc.SQLServerDriver',
    prefix: 'jdbc:sqlserver://',
    database: ';databaseName=',
    first: ';',
    next: ';',
    validationQuery: 'SELECT 1',
  },
  db2: {
    driverClass: 'com.ibm.db2.jcc.DB2Driver',
    prefix: 'jdbc:db2://',
    database: '/',
    first: ':',
    next: ';',
    validationQuery: 'SELECT 1 FROM SYSIBM.SYSDUMMY1',
  },
};

/** Id of the datasource by whose presence Micro Integrator coordinates (TasksDSComponent). */
export const COORDINATION_ID = 'WSO2_COORDINATION_DB';

/**
 * A database of `deployment.toml` (`[[datasource]]`), which artefacts find under its id. Its driver must be in the
 * image (`drivers` of the base image or the application), its endpoint is opened, user and password reach the server as
 * variables.
 */
export class Datasource implements Configures {
  /** A database of MySQL or MariaDB by MySQL's driver. */
  public static mysql(id: string, props: DatasourceProps): Datasource {
    return new Datasource('mysql', id, props);
  }

  /** A database of PostgreSQL. */
  public static postgresql(id: string, props: DatasourceProps): Datasource {
    return new Datasource('postgresql', id, props);
  }

  /** A service of Oracle. */
  public static oracle(id: string, props: DatasourceProps): Datasource {
    return new Datasource('oracle', id, props);
  }

  /** A database of Microsoft SQL Server. */
  public static mssql(id: string, props: DatasourceProps): Datasource {
    return new Datasource('mssql', id, props);
  }

  /** A database of IBM Db2. */
  public static db2(id: string, props: DatasourceProps): Datasource {
    return new Datasource('db2', id, props);
  }

  private constructor(
    /** The driver that the image must carry. */
    public readonly driver: JdbcDriver,
    /** Id, under which artefacts find it. */
    public readonly id: string,
    private readonly props: DatasourceProps,
  ) {
    const { database, parameters = {}, maxConnections = 50 } = props;
    const about = { kind: 'datasource', id };
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(id)) {
      refuse({ ...about, prop: 'id', must: 'be letters, digits and "_", beginning with a letter', got: id });
    }
    for (const [prop, got] of Object.entries({ database, ...parameters })) {
      if (!/^[^\s;&?<>"'\\]+$/.test(got)) {
        refuse({ ...about, prop, must: 'be without spaces, quotes, "&", ";", "?", "<" and ">"', got });
      }
    }
    for (const [key, value] of Object.entries(parameters)) {
      if (/pass|secret|^user$/i.test(key)) {
        const instead = 'write username and password';
        refuse({ ...about, prop: key, must: 'stand in no URL', got: said(`${value.length} characters`), instead });
      }
    }
    if (!Number.isSafeInteger(maxConnections) || maxConnections < 1 || maxConnections > 10_000) {
      refuse({ ...about, prop: 'maxConnections', must: 'be a whole number from 1 to 10000', got: maxConnections });
    }
  }

  public part(image: MiImage): ConfigPart {
    const { at, username, password, maxConnections = 50 } = this.props;
    const { driverClass, validationQuery } = DIALECTS[this.driver];
    const name = this.id.toUpperCase();
    return {
      env: { [`${name}_USERNAME`]: username, [`${name}_PASSWORD`]: password },
      toml: {
        datasource: [
          {
            id: this.id,
            url: this.url(),
            username: `$env{${name}_USERNAME}`,
            password: `$env{${name}_PASSWORD}`,
            driver: driverClass,
            pool_options: { maxActive: maxConnections, testOnBorrow: true, validationQuery },
          },
        ],
      },
      endpoints: [at],
      complaints: image.drivers.includes(this.driver)
        ? []
        : [
            {
              prop: `datasource ${this.id}`,
              must: 'have its driver in the image',
              got: said(`${this.driver}, and an image that is said to carry ${image.drivers.join(', ') || 'none'}`),
              instead: `put its JAR into lib of the image and say drivers: ['${this.driver}'] of it`,
            },
          ],
    };
  }

  private url(): string {
    const { at, database, parameters = {} } = this.props;
    const dialect = DIALECTS[this.driver];
    const asked = Object.entries(parameters).map(([key, value]) => `${key}=${value}`);
    // Db2 wants its parameters closed by a semicolon.
    const end = asked.length > 0 && this.driver === 'db2' ? ';' : '';
    const query = asked.length === 0 ? '' : `${dialect.first}${asked.join(dialect.next)}${end}`;
    return `${dialect.prefix}${at.address}${dialect.database}${database}${query}`;
  }
}
