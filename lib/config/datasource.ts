import { complaintsOf, refuse, verbatim } from '../core/refusal';
import { requireProps } from '../core/required';
import { DIALECTS, type JdbcDriver } from '../image/jdbc-driver';
import type { MiImage } from '../image/mi-image';
import { releaseComplaints } from '../release/releases-where';
import type { EnvValue } from '../secret/env-value';
import type { Endpoint } from './endpoint';
import type { PartMaker, PodPart } from './pod-part';

/** A database and how to log in to it. */
export interface DatasourceProps {
  /** The server. */
  readonly at: Endpoint;

  /**
   * Further servers of the same database, which the driver tries in this order when one does not answer. Of MySQL and
   * PostgreSQL; other drivers are told by `parameters`.
   *
   * @default - none
   */
  readonly failover?: readonly Endpoint[];

  /** Name of the database; of Oracle, of the service. */
  readonly database: string;

  /** Who logs in. */
  readonly username: EnvValue;

  /** The password; `EnvValue.fromSecret`. It reaches an XML file as it stands, so "&" and "<" in it break that file. */
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

  /**
   * Options of the pool of connections (Tomcat JDBC), laid over those that are rendered: `{ maxWait: 60_000 }`. What
   * `maxConnections` says, `maxActive`, is refused.
   *
   * @default - a connection is tested before it is lent (`testOnBorrow`, `validationQuery`)
   */
  readonly poolOptions?: Readonly<Record<string, string | number | boolean>>;
}

/** Id of the datasource by whose presence Micro Integrator coordinates (TasksDSComponent). */
export const COORDINATION_ID = 'WSO2_COORDINATION_DB';

/**
 * A database of `deployment.toml` (`[[datasource]]`), which artefacts find under its id. Its driver must be in the
 * image (`drivers` of the base image or the application); user and password reach the server as
 * variables.
 */
export class Datasource implements PartMaker {
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
    requireProps('datasource', id, props, {
      at: "Endpoint.outside('mysql.example.com', 3306, ['10.20.0.0/24'])",
      database: "'prices'",
      username: "EnvValue.fromSecret('prices-db', 'username')",
      password: "EnvValue.fromSecret('prices-db', 'password')",
    });
    const { database, parameters = {}, maxConnections = 50, failover = [], poolOptions = {} } = props;
    const about = { kind: 'datasource', id };
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(id)) {
      refuse({ ...about, prop: 'id', must: 'be letters, digits and "_", beginning with a letter', got: id });
    }
    requireUrlPart(id, 'database', database);
    if (failover.length > 0 && !LISTS_SERVERS.includes(driver)) {
      const instead = 'its driver takes another server by a parameter of its own: parameters: { … }';
      const got = verbatim(driver);
      refuse({ ...about, prop: 'failover', must: `be of ${LISTS_SERVERS.join(' or ')}`, got, instead });
    }
    requirePool(id, poolOptions);
    for (const [key, value] of Object.entries(parameters)) {
      requireUrlPart(id, 'parameters', key);
      requireUrlPart(id, key, value);
      if (key.toLowerCase() === 'user' || /(pass|passwd|password|passphrase|pwd|secret|token)\d*$/i.test(key)) {
        const instead = 'write username and password';
        refuse({ ...about, prop: key, must: 'stand in no URL', got: verbatim(`${value.length} characters`), instead });
      }
    }
    if (!Number.isSafeInteger(maxConnections) || maxConnections < 1 || maxConnections > 10_000) {
      refuse({ ...about, prop: 'maxConnections', must: 'be a whole number from 1 to 10000', got: maxConnections });
    }
  }

  public part(image: MiImage): PodPart {
    const { at, username, password, maxConnections = 50, failover = [], poolOptions } = this.props;
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
            pool_options: { maxActive: maxConnections, testOnBorrow: true, validationQuery, ...poolOptions },
          },
        ],
      },
      endpoints: [at, ...failover],
      complaints: [
        ...releaseComplaints(
          `datasource ${this.id}`,
          image.release,
          ({ resolvesInLists }) => resolvesInLists,
          'it resolves no variables in [[datasource]], so user and password would not arrive',
        ),
        ...complaintsOf(`datasource ${this.id}`, [
          [
            image.drivers.includes(this.driver),
            'have its driver in the image',
            verbatim(`${this.driver}, and an image that is said to carry ${image.drivers.join(', ') || 'none'}`),
            `put its JAR into lib of the image and say drivers: ['${this.driver}'] of it`,
          ],
        ]),
      ],
    };
  }

  private url(): string {
    const { at, failover = [], database, parameters = {} } = this.props;
    const dialect = DIALECTS[this.driver];
    const asked = Object.entries(parameters).map(([key, value]) => `${key}=${value}`);
    // Db2 wants its parameters closed by a semicolon.
    const end = asked.length > 0 && this.driver === 'db2' ? ';' : '';
    const query = asked.length === 0 ? '' : `${dialect.first}${asked.join(dialect.next)}${end}`;
    const servers = [at, ...failover].map(({ address }) => address).join(',');
    return `${dialect.prefix}${servers}${dialect.database}${database}${query}`;
  }
}

/** Drivers whose URL names several servers. */
const LISTS_SERVERS: readonly JdbcDriver[] = ['mysql', 'postgresql'];

/** Refuses options that are said elsewhere, or would end the text of an XML file. */
function requirePool(id: string, options: Readonly<Record<string, string | number | boolean>>): void {
  for (const [option, value] of Object.entries(options)) {
    const about = { prop: `poolOptions.${option}`, kind: 'datasource', id };
    if (option === 'maxActive') {
      refuse({ ...about, must: 'be said by maxConnections', got: value });
    }
    if (!/^[A-Za-z][A-Za-z0-9]*$/.test(option)) {
      refuse({ ...about, must: 'be an option of the pool, such as "maxWait"', got: option });
    }
    if (/[<>&"]/.test(String(value)) || (typeof value === 'number' && !Number.isFinite(value))) {
      refuse({ ...about, must: 'be a number, a boolean or a text without "<", ">", "&" and quotes', got: value });
    }
  }
}

/** Refuses what would be more than one part of a URL, or end the text of an XML file. */
function requireUrlPart(id: string, prop: string, got: string): void {
  if (!/^[^\s;&?<>"'\\]+$/.test(got)) {
    const must = 'be without spaces, quotes, "&", ";", "?", "<" and ">"';
    refuse({ prop, kind: 'datasource', id, must, got });
  }
}
