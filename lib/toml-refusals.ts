import { isTable, type TomlTable, type TomlValue } from './deployment-toml';
import { literalSecret } from './literal-secret';
import { type Complaint, refuse, said } from './refusal';

/** Keys that would move what the manifest relies on: ports, probes, the drain. */
const RESERVED: ReadonlyArray<readonly [RegExp, string]> = [
  [/^server\.offset$/, 'ports, probes and Service count on the stock offset'],
  [
    /^server\.graceful_shutdown_(enabled|timeout)$/,
    'the grace period of the pod follows from the drain of the release',
  ],
  [/^transport\.http\.listener\.(port|secured_port)$/, 'ports, probes and Service count on 8290 and 8253'],
  [/^mediation\.internal_https?_api_port$/, 'the probes ask 9201, and 9164 is the management port'],
];
const TLS_KEYS = /^transport\.http\.listener\.keystore(\.|$)/;

/** Tables that the tenant writes into; anything else in their place would take its keys away. */
const TABLES = [['server'], ['transport'], ['transport', 'http'], ['transport', 'http', 'listener'], ['mediation']];

/** Refuses what TOML cannot say, as an unchecked program may hand it over, and a table written as a dotted key. */
export function requireToml(id: string, table: TomlTable): void {
  for (const key of dottedKeys(table)) {
    const instead = 'write tables: { server: { hostname: … } }';
    refuse({ prop: 'deploymentToml', kind: 'tenant', id, must: 'have keys without a dot', got: key, instead });
  }
  for (const [key, value] of leaves(table, 'deploymentToml')) {
    if (!['string', 'boolean', 'bigint'].includes(typeof value) && !Number.isFinite(value)) {
      refuse({ prop: key, kind: 'tenant', id, must: 'be a text, a number, a boolean, a list or a table', got: value });
    }
  }
}

/** What is wrong with the tables that a tenant lays over its `deployment.toml`. */
export function tomlComplaints(table: TomlTable, hasTls: boolean): Complaint[] {
  const noTables = TABLES.map((path) => [path.join('.'), valueAt(table, path)] as const)
    .filter(([, value]) => value !== undefined && !isTable(value))
    .map(([key, got]) => ({ prop: `deploymentToml.${key}`, must: 'be a table', got }));
  return [...noTables, ...leafComplaints(table, hasTls)];
}

function leafComplaints(table: TomlTable, hasTls: boolean): Complaint[] {
  return leaves(table, '').flatMap(([key, value]): Complaint[] => {
    const prop = `deploymentToml.${key}`;
    const reserved = RESERVED.find(([pattern]) => pattern.test(key));
    return [
      ...(reserved === undefined ? [] : [{ prop, must: 'be left alone', got: value, instead: reserved[1] }]),
      ...(hasTls && TLS_KEYS.test(key)
        ? [{ prop, must: 'be left to tls', got: said('both'), instead: 'say it in Keystore.fromSecret' }]
        : []),
      ...secretComplaints(prop, key, value),
    ];
  });
}

function secretComplaints(prop: string, key: string, value: unknown): Complaint[] {
  if (typeof value === 'boolean') {
    return [];
  }
  // [secrets] is where ciphertool finds what it is to encrypt: plain text by its nature.
  // Of any other table the key and the one above it are judged: what is farther up is about something larger.
  const name = key.startsWith('secrets.')
    ? 'SECRET'
    : key
        .replace(/(\.\d+)+$/, '')
        .split('.')
        .slice(-2)
        .join('_');
  const secret = literalSecret(name, String(value));
  return secret === undefined
    ? []
    : [
        {
          prop,
          must: 'take a secret from the environment',
          got: said(secret),
          instead: 'write "$env{NAME}" and set env.NAME to EnvValue.fromSecret(…)',
        },
      ];
}

function valueAt(table: TomlTable, path: readonly string[]): TomlValue | undefined {
  return path.reduce<TomlValue | undefined>((value, key) => (isTable(value) ? value[key] : undefined), table);
}

/** Keys that would be written as one quoted key, which is another than the table that was meant. */
function dottedKeys(value: TomlValue): string[] {
  return typeof value === 'object' && value !== null
    ? Object.entries<TomlValue>(value).flatMap(([key, child]) => [
        ...(key.includes('.') ? [key] : []),
        ...dottedKeys(child),
      ])
    : [];
}

/** Every value that is no table and no list, with the dotted key under which it stands. */
function leaves(value: TomlValue, path: string): ReadonlyArray<readonly [string, unknown]> {
  return typeof value === 'object' && value !== null
    ? Object.entries<TomlValue>(value).flatMap(([key, child]) => leaves(child, path === '' ? key : `${path}.${key}`))
    : [[path, value]];
}
