import { stringify } from 'smol-toml';
import type { Keystore } from './keystore';
import type { MiFacts } from './mi-release';

/** A value of `deployment.toml`. */
export type TomlValue = string | number | boolean | readonly TomlValue[] | TomlTable;

/** A table of `deployment.toml`: `{ server: { hostname: 'appointments.example.com' } }`. */
export interface TomlTable {
  readonly [key: string]: TomlValue;
}

/**
 * The whole `deployment.toml` of a tenant, since it takes the place of the image's: the release's own for containers
 * (`deployment.toml.container` of product-micro-integrator), the drain and the certificate, and over these what the
 * tenant says.
 */
export function deploymentToml(facts: MiFacts, tls: Keystore | undefined, own: TomlTable): string {
  const { userStore, ownKeystore, storeFolder, drainIsConfigurable, drainSeconds } = facts;
  const rendered: TomlTable = {
    server: {
      hostname: 'localhost',
      // A file that changes in a running pod is no deployment: a change rolls the pods.
      hot_deployment: false,
      ...(drainIsConfigurable
        ? { graceful_shutdown_enabled: true, graceful_shutdown_timeout: drainSeconds * 1000 }
        : {}),
    },
    ...(userStore ? { user_store: { type: 'read_only_ldap' } } : {}),
    keystore: {
      [ownKeystore]: {
        file_name: `${storeFolder}wso2carbon.jks`,
        password: 'wso2carbon',
        alias: 'wso2carbon',
        key_password: 'wso2carbon',
      },
    },
    truststore: {
      file_name: `${storeFolder}client-truststore.jks`,
      password: 'wso2carbon',
      alias: 'symmetric.key.value',
      algorithm: 'AES',
    },
    ...(tls === undefined ? {} : { transport: { http: { listener: { keystore: tls.asToml(facts) } } } }),
  };
  return stringify(overlay(rendered, own));
}

/** `over` laid over `table`, table by table; a list and a plain value take the place of what stood there. */
function overlay(table: TomlTable, over: TomlTable): TomlTable {
  const merged = Object.entries(over).map(([key, value]): readonly [string, TomlValue] => {
    const under = table[key];
    return [key, isTable(under) && isTable(value) ? overlay(under, value) : value];
  });
  return { ...table, ...Object.fromEntries(merged) };
}

/** Whether a value is a table. */
export function isTable(value: TomlValue | undefined): value is TomlTable {
  return typeof value === 'object' && !Array.isArray(value);
}
