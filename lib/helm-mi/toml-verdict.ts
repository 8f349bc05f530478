import { readersOf } from '../config/toml-keys';
import { MI_RELEASES } from '../release/mi-release';
import { fieldsOf, listOf } from './here';
import { NO_TOML, tomlOf } from './leaves';
import { better, EQUAL, type Sides, type Verdict, worse } from './verdict';

/** Keys that differ on purpose, and why. */
const KNOWN: ReadonlyArray<readonly [RegExp, string]> = [
  [/^secrets\./, 'passwords come from Secrets; the vault is for $secret{…}'],
  [/^cluster_config\.node_id$/, 'each pod has its own name as its id'],
  [
    /^(dashboard_config\.(node_id|management_hostname|management_port)|icp_config\.runtime)$/,
    'each pod reports under its own name and address',
  ],
  [/^server\.offset$/, 'ports keep their numbers, since each pod has an address of its own'],
];

/** What of a port that the chart writes is the stock one. */
const BASES: Readonly<Record<string, 'http' | 'https' | 'internalHttp' | 'management'>> = {
  'transport.http.listener.port': 'http',
  'transport.http.listener.secured_port': 'https',
  'mediation.internal_http_api_port': 'internalHttp',
  'mediation.internal_https_api_port': 'management',
};

/** What the product has by itself where nothing is said. */
const STOCK: ReadonlyArray<readonly [RegExp, ReadonlyArray<string | number | boolean>]> = [
  [/^server\.offset$/, [10]],
  [/^keystore\.(primary|internal)\.file_name$/, ['repository/resources/security/wso2carbon.jks']],
  [/^keystore\.(primary|internal)\.(alias|password|key_password)$/, ['wso2carbon']],
  [/^truststore\.file_name$/, ['repository/resources/security/client-truststore.jks']],
  [/^truststore\.password$/, ['wso2carbon']],
  [/^super_admin\.(username|password)$/, ['admin']],
  [/^icp_config\.enabled$/, [false]],
];

/** What has become of a key of the chart's `deployment.toml`. */
export function tomlVerdict(path: string, written: string | number | boolean, sides: Sides): Verdict {
  if (written === NO_TOML && path === '') {
    return better('the file of the chart is no TOML, so its server does not start');
  }
  const chart = chartToml(sides.theirs);
  const alias = /^\$secret\{(.*)\}$/.exec(String(written))?.[1];
  const opened = alias === undefined ? written : fieldsOf(chart.secrets)[alias];
  if (opened === undefined) {
    return better('out of a Secret, where the chart names an alias that [secrets] does not define');
  }
  if (path.startsWith('icp_config/') && fieldsOf(chart.icp_config).enabled === false) {
    return EQUAL;
  }
  return keyVerdict(path, typeof opened === 'number' || typeof opened === 'boolean' ? opened : String(opened), sides);
}

function keyVerdict(
  path: string,
  theirs: string | number | boolean,
  { here, release, theirs: objects }: Sides,
): Verdict {
  const keys = path.split('/').filter((key) => key !== '');
  const dotted = keys.filter((key) => !/^(\[.*\]|\d+)$/.test(key)).join('.');
  const key = dotted.replace(/^transport\.http\.blocking\b/, 'transport.blocking.http');
  const ours = valueAt(here.toml, key === dotted ? keys : ['transport', 'blocking', 'http', ...keys.slice(3)]);
  if (ours !== undefined && String(ours) === String(theirs)) {
    return isExponent(objects, theirs) ? better('an integer, where the chart writes a float') : EQUAL;
  }
  if (typeof ours === 'string' && ours.startsWith('$env{')) {
    return /^\$(env|secret)\{/.test(String(theirs)) || !isSecretKey(key)
      ? sameReference(theirs, ours)
      : better('out of a Secret, where the chart writes it into a ConfigMap');
  }
  const base = BASES[key];
  if (base !== undefined && Number(theirs) === MI_RELEASES[release].ports[base] - 10) {
    return EQUAL;
  }
  const [, side = '', parameter = ''] = /^transport\.vfs\.(listener|sender)\.parameter\.(.+)$/.exec(key) ?? [];
  if (
    side !== '' &&
    String(valueAt(here.toml, ['transport', 'vfs', side, 'parameter', parameter])) === String(theirs)
  ) {
    return better('one parameter with dots in its name, where the chart writes tables in tables');
  }
  if (/_url$/.test(key) && plainUrl(ours) === plainUrl(theirs)) {
    return EQUAL;
  }
  if (keys[1] === '[WSO2_COORDINATION_DB]' && fieldsOf(here.toml.cluster_config).node_id === undefined) {
    return better('no database of tasks, since one pod has nobody to share work with');
  }
  const known = KNOWN.find(([pattern]) => pattern.test(key));
  if (STOCK.some(([pattern, values]) => pattern.test(key) && values.includes(theirs))) {
    return EQUAL;
  }
  if (known !== undefined) {
    return theirs === '$env{POD_NAME}' ? EQUAL : better(known[1]);
  }
  if (theirs === '') {
    return better('nothing, where the chart writes an empty text over the default');
  }
  return otherwise(keys, key, theirs, ours, release);
}

function otherwise(
  keys: readonly string[],
  key: string,
  theirs: string | number | boolean,
  ours: unknown,
  release: Sides['release'],
): Verdict {
  const table = keys.map((name) => (/^(\[.*\]|\d+)$/.test(name) ? '' : name)).filter((name) => name !== '');
  const listed = keys.flatMap((name, index) =>
    /^(\[.*\]|\d+)$/.test(keys[index + 1] ?? '') ? [`${name}[]`] : /^(\[.*\]|\d+)$/.test(name) ? [] : [name],
  );
  const isRead = [key.split('.'), table, listed].some((path) => readersOf(path).releases.includes(release));
  if (!isRead) {
    return better('left out, since the release does not read it');
  }
  if (
    key === 'datasource.url' &&
    typeof ours === 'string' &&
    ours.replaceAll('&amp;', '&') === String(theirs).replaceAll('&amp;', '&')
  ) {
    return better('"&" as it has to stand in the XML that it ends up in');
  }
  if (key === 'datasource.driver' && typeof ours === 'string') {
    return better('the class that the driver has today');
  }
  if (/^opentelemetry\.type$/.test(key) && ours === undefined) {
    return better('the release sends no traces there, which the import says');
  }
  if (/^opentelemetry\.|^mediation\.flow/.test(key) && ours === undefined) {
    return better('the release sends no traces there, which the import says');
  }
  if (key === 'dashboard_config.dashboard_url') {
    return /\/dashboard\/api\/?$/.test(String(theirs))
      ? worse(ours)
      : better('with the path that the dashboard listens on');
  }
  return worse(ours);
}

function sameReference(theirs: unknown, ours: string): Verdict {
  return String(theirs).startsWith('$')
    ? better(`a variable of the tenant (${ours}) in the place of ${theirs}`)
    : better('out of a Secret');
}

function isSecretKey(key: string): boolean {
  return /pass|secret|token|role_?id|credential/i.test(key);
}

/** A URL without what it says by itself: the port of its scheme, a slash at its end. */
function plainUrl(url: unknown): string {
  return String(url)
    .replace(/^(https:\/\/[^/:]+):443(?=\/|$)/, '$1')
    .replace(/\/$/, '');
}

/** The `deployment.toml` of the chart; nothing where it is none. */
export function chartToml(objects: Sides['theirs']): Readonly<Record<string, unknown>> {
  const text = objects.map(({ data }) => fieldsOf(data)['deployment.toml']).find((one) => typeof one === 'string');
  return fieldsOf(tomlOf(String(text ?? '')));
}

/** Whether the chart writes a number so that it becomes a float. */
function isExponent(objects: Sides['theirs'], value: unknown): boolean {
  return (
    typeof value === 'number' &&
    value >= 1_000_000 &&
    objects.some(({ data }) => /e\+0?\d+/.test(String(fieldsOf(data)['deployment.toml'] ?? '')))
  );
}

function valueAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((found, key) => {
    const named = /^\[(.*)\]$/.exec(key)?.[1];
    return named === undefined
      ? fieldsOf(found)[key]
      : listOf(found).find((item) => fieldsOf(item).name === named || fieldsOf(item).id === named);
  }, value);
}
