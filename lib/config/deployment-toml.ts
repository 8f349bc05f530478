import { stringify } from 'smol-toml';
import type { MiFacts } from '../release/mi-release';

/** A value of `deployment.toml`. */
export type TomlValue = string | number | boolean | readonly TomlValue[] | TomlTable;

/** A table of `deployment.toml`: `{ server: { hostname: 'appointments.example.com' } }`. */
export interface TomlTable {
  readonly [key: string]: TomlValue;
}

/** How long a server waits for requests, in seconds. */
interface Waits {
  /** For those in flight, once it was told to stop. */
  readonly drainSeconds: number;
  /** For any of them, where the tenant says it. */
  readonly requestSeconds: number | undefined;
  /** Before it ends a connection on which nothing comes. */
  readonly silentSeconds: number;
}

/**
 * The whole `deployment.toml` of a tenant, since it takes the place of the image's: what the release reads of its own for
 * containers (`deployment.toml.container` of product-micro-integrator) and the drain, over these what the values of the tenant add
 * (certificate, datasources, tracing), and over all what the tenant says itself.
 */
export function deploymentToml(
  facts: MiFacts,
  { drainSeconds, requestSeconds, silentSeconds }: Waits,
  tables: readonly TomlTable[],
): string {
  const { userStore, ownKeystore, storeFolder, readsHotDeployment, drainIsConfigurable, diagnosticsTool } = facts;
  const stock: TomlTable = {
    server: {
      hostname: 'localhost',
      // A file that changes in a running pod is no deployment: a change rolls the pods.
      ...(readsHotDeployment ? { hot_deployment: false } : {}),
      ...(drainIsConfigurable
        ? { graceful_shutdown_enabled: true, graceful_shutdown_timeout: drainSeconds * 1000 }
        : {}),
    },
    ...(requestSeconds === undefined ? {} : { transport: { http: { socket_timeout: silentSeconds * 1000 } } }),
    // It is a second JVM that takes over the heap of the first (product-integrator-mi#4899), and what it dumps is gone
    // with the container. Switched off it ends by itself half a minute after the start.
    ...(diagnosticsTool ? { server_configuration: { diagnostic_tool_enabled: 'false' } } : {}),
    ...(userStore ? { user_store: { type: 'read_only_ldap' } } : {}),
    keystore: {
      [ownKeystore]: {
        file_name: `${storeFolder}wso2carbon.jks`,
        password: 'wso2carbon',
        alias: 'wso2carbon',
        key_password: 'wso2carbon',
      },
    },
    truststore: { file_name: `${storeFolder}client-truststore.jks`, password: 'wso2carbon' },
  };
  return tomlText(tables.reduce(overlay, stock));
}

/** Texts by what they say: most tenants of a fleet say the same. */
const TEXTS = new Map<string, string>();

function tomlText(table: TomlTable): string {
  const key = JSON.stringify(table);
  const text = TEXTS.get(key) ?? stringify(table);
  TEXTS.set(key, text);
  return text;
}

/**
 * `over` laid over `table`, table by table. Lists of tables (`[[datasource]]`) are joined; any other list and a plain
 * value take the place of what stood there.
 */
export function overlay(table: TomlTable, over: TomlTable): TomlTable {
  const merged = Object.entries(over).map(([key, value]): readonly [string, TomlValue] => {
    const under = table[key];
    if (isTable(under) && isTable(value)) {
      return [key, overlay(under, value)];
    }
    return [key, isListOfTables(under) && isListOfTables(value) ? [...under, ...value] : value];
  });
  return { ...table, ...Object.fromEntries(merged) };
}

/** Whether a value is a table. */
export function isTable(value: TomlValue | undefined): value is TomlTable {
  return typeof value === 'object' && !Array.isArray(value);
}

/** What stands at a path of tables; `undefined` if nothing does. */
export function valueAt(table: TomlTable, path: readonly string[]): TomlValue | undefined {
  return path.reduce<TomlValue | undefined>((value, key) => (isTable(value) ? value[key] : undefined), table);
}

function isListOfTables(value: TomlValue | undefined): value is readonly TomlTable[] {
  return Array.isArray(value) && value.length > 0 && value.every(isTable);
}
