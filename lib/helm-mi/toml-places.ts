import { readersOf } from '../config/toml-keys';
import { isRecord } from '../core/record';
import { refuse } from '../core/refusal';
import { MI_RELEASES } from '../release/mi-release';
import { literalSecret } from '../secret/literal-secret';
import { KEYS } from './chart';
import { fields, literal } from './code';
import type { Draft } from './draft';
import { isFull } from './values';

/** Tables of the chart and where each stands in `deployment.toml`; the first that fits is taken. */
const PLACES: ReadonlyArray<readonly [chart: string, toml: string]> = [
  ['wso2.config.transport.http.nonBlocking', 'transport.http'],
  // The chart writes [transport.http.blocking], which no release reads.
  ['wso2.config.transport.http.blocking', 'transport.blocking.http'],
  ['wso2.config.transport.vfs', 'transport.vfs'],
  ['wso2.config.mediation.flow.tracer', 'mediation.stat.tracer'],
  ['wso2.config.mediation', 'mediation'],
  ['wso2.config.managementApi', 'management_api'],
  ['wso2.config.messageFormatters.nonBlocking', 'message_formatters'],
  ['wso2.config.messageFormatters.blocking', 'blocking.message_formatters'],
  ['wso2.config.messageBuilders.nonBlocking', 'message_builders'],
  ['wso2.config.messageBuilders.blocking', 'blocking.message_builders'],
];

/** Ports that a manifest counts on, without the offset of 10 that stands on them. */
const BASES: Readonly<Record<string, 'http' | 'https' | 'internalHttp' | 'management'>> = {
  'wso2.config.transport.http.nonBlocking.listener.port': 'http',
  'wso2.config.transport.http.nonBlocking.listener.securedPort': 'https',
  'wso2.config.mediation.internalHttpApiPort': 'internalHttp',
  'wso2.config.mediation.internalHttpsApiPort': 'management',
};

/** From here up the chart writes a number as 1e+06. */
const EXPONENT = 1_000_000;

/** Texts of the chart that the release reads as lists. */
const LISTS = new Set(['transport.http.sender.non_proxy_hosts']);

/** Folder of stores that the chart puts before their names. */
export const STORE_FOLDER = 'repository/resources/security/';

/** What the chart only hands on: each key, and where it stands in `config.toml`. */
const HANDED_ON = [...KEYS].flatMap(([path, { kind, versions }]) => {
  const place = PLACES.find(([chart]) => path.startsWith(`${chart}.`));
  const isOne = ['text', 'secret', 'number', 'bool'].includes(kind) && !path.includes('[]');
  return place === undefined || !isOne
    ? []
    : [{ path, toml: `${place[1]}.${snakePath(path.slice(place[0].length + 1))}`, versions }];
});

/** Puts all that the chart only hands on into its place of `config.toml`. */
export function placeTables(draft: Draft): void {
  for (const { path, toml, versions } of HANDED_ON) {
    if (versions.includes(draft.values.version)) {
      placeLeaf(draft, path, toml);
    }
  }
  placeLists(draft);
}

/** Puts one value into its place, where the release reads it and the chart writes it. */
export function placeLeaf(draft: Draft, path: string, toml: string, from = path): void {
  const { values, about } = draft;
  const value = values.at(from);
  if (!isFull(value)) {
    if (value === false || value === 0) {
      draft.lacks(from, `${value} is left out by the chart, so the default of the release holds`);
    }
    return;
  }
  const base = BASES[path];
  if (base !== undefined) {
    requireStockPort(draft, path, MI_RELEASES[about.release].ports[base] - 10);
    return;
  }
  const key = toml.split('.');
  if (!readersOf(key).releases.includes(about.release)) {
    draft.lacks(from, `release ${about.release} does not read ${toml}`);
    return;
  }
  const kind = KEYS.get(path)?.kind;
  if (kind === 'secret' || literalSecret(toml.split('.').slice(-2).join('_'), String(value)) !== undefined) {
    draft.toml(toml, draft.secretReference(from));
    return;
  }
  const number = kind === 'number' && typeof value !== 'boolean' ? Number(value) : Number.NaN;
  const plain = typeof value === 'boolean' || !Number.isNaN(number) ? (Number.isNaN(number) ? value : number) : value;
  const notes =
    typeof value === 'number' && value >= EXPONENT ? [`The chart writes ${value.toExponential()}, a float.`] : [];
  if (LISTS.has(toml)) {
    const all = String(value).split(/[|,]/);
    draft.toml(toml, literal(all), 'The release reads a list; of the text of the chart it takes the letters.');
  } else if (path.endsWith('.fileName')) {
    draft.toml(toml, `${STORE_FOLDER}${String(value)}`);
  } else {
    draft.toml(toml, literal(kind === 'text' ? String(plain) : plain), ...notes);
  }
}

function requireStockPort({ values }: Draft, path: string, stock: number): void {
  const got = values.at(path);
  if (Number(got) !== stock) {
    const about = { prop: path, kind: 'values file', id: `of chart ${values.version}` };
    refuse({
      ...about,
      must: `be ${stock}, to which the stock offset of 10 is added`,
      got,
      instead: 'ports, probes and Service count on it',
    });
  }
}

/** Lists and maps, whose items the chart writes as tables. */
function placeLists(draft: Draft): void {
  const config = 'wso2.config';
  for (const [kind, table] of [
    ['messageFormatters', 'custom_message_formatters'],
    ['messageBuilders', 'custom_message_builders'],
  ] as const) {
    items(draft, `${config}.${kind}.custom.nonBlocking`, table, { contentType: 'content_type', class: 'class' });
    items(draft, `${config}.${kind}.custom.blocking`, `blocking.${table}`, {
      contentType: 'content_type',
      class: 'class',
    });
  }
  items(draft, `${config}.synapseHandlers`, 'synapse_handlers', { name: 'name', class: 'class' });
  for (const transport of ['jms', 'rabbitmq']) {
    for (const side of ['listener', 'sender']) {
      transportItems(draft, `${config}.transport.${transport}.${side}`, `transport.${transport}`, side);
    }
  }
  jndi(draft);
  for (const side of ['listener', 'sender']) {
    const path = `${config}.transport.vfs.${side}.customParameters`;
    const parameters = draft.values.table(path);
    if (isFull(parameters)) {
      draft.toml(`transport.vfs.${side}.parameter`, draft.parameters(path, parameters));
    }
  }
  for (const resource of draft.values.list(`${config}.managementApi.authorizationHandler.resources`)) {
    draft.tomlItem('management_api.authorization_handler.resources', literal({ path: String(resource) }));
  }
  const headers = draft.values.list(`${config}.transport.http.nonBlocking.preserveHttpHeaders`);
  if (headers.length > 0) {
    draft.toml('transport.http.preserve_http_headers', literal(headers.map(String)));
  }
  synapseProperties(draft);
}

function items(draft: Draft, path: string, toml: string, keys: Readonly<Record<string, string>>): void {
  for (const item of draft.values.list(path)) {
    const entries = Object.entries(keys).map(([key, name]) => [name, Object(item)[key]] as const);
    if (entries.every(([, value]) => isFull(value))) {
      draft.tomlItem(toml, literal(Object.fromEntries(entries)));
    } else {
      draft.lacks(path, 'an item of it is empty, for which the chart writes "key = ", which is no TOML');
    }
  }
}

function transportItems(draft: Draft, path: string, toml: string, side: string): void {
  const all = draft.values.list(path);
  const full = all.filter((item) => isRecord(item) && isFull(item.name));
  if (full.length > 0) {
    draft.toml(`${toml}.${side}_enable`, true);
  }
  full.forEach((item, index) => {
    const { name, parameters } = Object(item);
    const parameter = draft.parameters(`${path}.${index}`, isRecord(parameters) ? parameters : {});
    draft.tomlItem(`${toml}.${side}`, fields({ name: String(name), parameter }));
  });
  if (full.length < all.length) {
    draft.lacks(path, 'an item of it has no name');
  }
}

const JNDI: ReadonlyArray<readonly [list: string, table: string, key: string, value: string]> = [
  ['connectionFactories', 'connection_factories', 'name', 'url'],
  ['queue', 'queue', 'jndiName', 'physicalName'],
  ['topic', 'topic', 'jndiName', 'physicalName'],
];

function jndi(draft: Draft): void {
  for (const [list, table, key, value] of JNDI) {
    const path = `wso2.config.transport.jndi.${list}`;
    for (const item of draft.values.list(path).map(Object)) {
      if (isFull(item[key]) && isFull(item[value])) {
        const url = String(item[value]);
        const shown = literalSecret(table, url) === undefined ? url : draft.secretReference(`${path}.${item[key]}`);
        draft.toml(['transport', 'jndi', table, String(item[key])], shown);
      } else {
        draft.lacks(path, 'an item of it is empty');
      }
    }
  }
}

/** The chart writes them unquoted, so a text has quotes of its own. */
function synapseProperties(draft: Draft): void {
  for (const [key, value] of Object.entries(draft.values.table('wso2.config.synapseProperties'))) {
    const text = typeof value === 'string' ? value.replace(/^(["'])(.*)\1$/s, '$2') : value;
    draft.toml(['synapse_properties', key], literal(text));
  }
}

/** `listener.sslProfile.filePath` as `listener.ssl_profile.file_path`. */
export function snakePath(path: string): string {
  return path
    .replace(/\bfileName$/, 'location')
    .replace(/warnOnHttp500$/, 'warn_on_http_500')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
