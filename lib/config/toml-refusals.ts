import { type Complaint, complaintsOf, refuse, verbatim } from '../core/refusal';
import { secretComplaints } from '../secret/literal-secret';
import type { Configured } from './configured';
import { COORDINATION_ID } from './datasource';
import type { TomlTable, TomlValue } from './deployment-toml';
import type { MiConfig } from './mi-config';
import { reservedBecause } from './reserved-keys';
import { leaves } from './toml-leaves';
import { referenceComplaints } from './toml-references';

const TLS_KEYS = /^(transport\.http\.listener\.keystore|internal_api_ssl_config\.key_store)(\.|$)/;

/** Refuses what TOML cannot say, as an unchecked program may hand it over, and a table written as a dotted key. */
export function requireToml(id: string, table: TomlTable): void {
  for (const key of dottedKeys(table)) {
    const instead = 'write tables: { server: { hostname: … } }';
    refuse({ prop: 'config.toml', kind: 'tenant', id, must: 'have keys without a dot', got: key, instead });
  }
  for (const text of textsIn(table)) {
    // A text with half a character cannot be written as TOML at all.
    if (/\p{Surrogate}/u.test(text)) {
      refuse({ prop: 'config.toml', kind: 'tenant', id, must: 'be text of whole characters', got: text });
    }
  }
  for (const [key, value] of leaves(table, 'config.toml')) {
    if (!['string', 'boolean', 'bigint'].includes(typeof value) && !Number.isFinite(value)) {
      refuse({ prop: key, kind: 'tenant', id, must: 'be a text, a number, a boolean, a list or a table', got: value });
    }
  }
}

/** What is wrong with the tables that a tenant lays over its `deployment.toml`. */
export function tomlComplaints(configured: Configured): Complaint[] {
  const { toml = {} } = configured.config;
  return [
    ...leafComplaints(toml, configured),
    ...referenceComplaints(configured),
    ...coordinationComplaints(configured),
    ...datasourceComplaints(configured),
  ];
}

/** The datasource by whose mere presence Micro Integrator coordinates belongs to the scaling. */
function coordinationComplaints({ config }: Configured): Complaint[] {
  const ids = [
    ...(config.datasources ?? []).map(({ id }) => ['config.datasources', id] as const),
    ...leaves(config.toml?.datasource ?? [], 'config.toml.datasource').filter(([key]) => key.endsWith('.id')),
  ];
  return ids
    .filter(([, id]) => id === COORDINATION_ID)
    .map(([prop]) => ({
      prop,
      must: `leave ${COORDINATION_ID} to scaling`,
      got: COORDINATION_ID,
      instead: 'write Scaling.coordinated(replicas, Datasource…), which gives each pod an id too',
    }));
}

/** Artefacts find a datasource by its id, and its variables are named by it, in capital letters. */
function datasourceComplaints({ config: { datasources = [] } }: Configured): Complaint[] {
  const ids = datasources.map(({ id }) => id.toUpperCase());
  return datasources
    .filter((_, index) => ids.indexOf(ids[index] ?? '') < index)
    .map(({ id }) => ({ prop: 'config.datasources', must: 'have ids that differ in more than their case', got: id }));
}

function leafComplaints(table: TomlTable, { tls, config }: Configured): Complaint[] {
  return leaves(table, '').flatMap(([key, value]): Complaint[] => {
    const prop = `config.toml.${key}`;
    const reserved = reservedBecause(key);
    return [
      ...complaintsOf(prop, [
        [
          typeof value === 'string' || !/^task_resolver\.\d+\./.test(key),
          'be a text, since Micro Integrator starts with no other',
          value,
        ],
        [reserved === undefined, 'be left alone', value, reserved],
        [
          tls?.isOwn !== true || !TLS_KEYS.test(key),
          'be left to tls',
          verbatim('both'),
          'say it in Keystore.fromSecret',
        ],
      ]),
      ...(isCipherText(key, value) ? cipherComplaints(prop, config) : openComplaints(prop, key, value)),
    ];
  });
}

/** What `ciphertool` leaves in `[secrets]` of the image's file: base64 of what the vault's key encrypted. */
function isCipherText(key: string, value: unknown): boolean {
  return key.startsWith('secrets.') && /^[A-Za-z0-9+/]{40,}={0,2}$/.test(String(value));
}

function cipherComplaints(prop: string, { vault }: MiConfig): Complaint[] {
  const instead = 'write config: { vault: SecureVault.fromSecret(…) }; without its password the server waits for one';
  return complaintsOf(prop, [[vault !== undefined, 'have a vault that opens it', verbatim('none'), instead]]);
}

/** A value of a table; the sentence names the whole key. */
function openComplaints(prop: string, key: string, value: unknown): Complaint[] {
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
  const instead = 'write "$env{NAME}" and set env.NAME to EnvValue.fromSecret(…)';
  return secretComplaints({ prop, from: 'the environment', instead }, name, String(value));
}

/** Tables whose keys are names of others, dots and all: properties of Synapse, of JNDI, of a transport. */
const NAMES = /^\.synapse_properties$|^\.transport\.jndi(\.[a-z_]+)?$|\.parameters?$|^\.system\.parameter$/;

/** All keys and texts of a table. */
function textsIn(value: TomlValue): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries<TomlValue>(value).flatMap(([key, child]) => [key, ...textsIn(child)])
    : [];
}

/** Keys that would be written as one quoted key, which is another than the table that was meant. */
function dottedKeys(value: TomlValue, path = ''): string[] {
  return typeof value === 'object' && value !== null
    ? Object.entries<TomlValue>(value).flatMap(([key, child]) => [
        ...(key.includes('.') && !NAMES.test(path) ? [key] : []),
        ...dottedKeys(child, `${path}.${key}`),
      ])
    : [];
}
