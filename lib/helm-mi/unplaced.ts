import { CHART_VERSIONS, KEYS } from './chart';
import type { Values } from './values';
import { withoutEffect } from './without-effect';

/** What has its place elsewhere, whatever else the values say. */
const ELSEWHERE: ReadonlyArray<readonly [prefix: string, because: string]> = [
  ['wso2.deployment.configMaps.', 'the image’s own entrypoint runs; nothing is mounted over it'],
  ['wso2.config.userstore.ldap.', 'the templates switch on it and read wso2.config.userStore.ldap'],
];

/** Keys that say what another one says already. */
const FOLLOWS: Readonly<Record<string, string>> = {
  'wso2.config.coordination.rdbms.jdbc.driver': 'the driver follows from the url',
  'wso2.config.userstore.rdbms.jdbc.driver': 'the driver follows from the url',
};

/** Names of objects, which are written in code here. */
const NAMES = new Set(['cloudName', 'fullnameOverride', 'nameOverride']);

/** Why what nobody asked of a values file has no place, each in a sentence. */
export function unaskedReasons(values: Values): string[] {
  return values
    .unasked(isWhole)
    .filter(isSaid)
    .map(([path]) => `${path}: ${reasonOf(path, values)}`);
}

/** Paths of all that a values file says, but for what is empty or off. */
export function saidLeaves(values: Values): string[] {
  return values
    .leaves(isWhole)
    .filter(([, value]) => value !== false && value !== 0)
    .filter(isSaid)
    .map(([path]) => path);
}

/** Whether a key holds a table or a list that is one value. */
function isWhole(path: string): boolean {
  return ['map', 'list'].includes(KEYS.get(path)?.kind ?? '');
}

function isSaid([path, value]: readonly [path: string, value: unknown]): boolean {
  return path !== '' && value !== null && value !== '' && !isEmpty(value);
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Why a key of a values file has no effect. */
export function reasonOf(path: string, values: Values): string {
  const key = KEYS.get(path);
  if (NAMES.has(path)) {
    return 'objects have the ids that are written in code';
  }
  if (key === undefined) {
    const meant = nearest(path);
    return `no version of the chart reads it${meant === undefined ? '' : `; is ${meant} meant?`}`;
  }
  if (key.versions.length === 0) {
    return elsewhere(path) ?? 'it stands in a values file or an example of the chart, and no template reads it';
  }
  if (!key.versions.includes(values.version)) {
    const spans = CHART_VERSIONS.filter((version) => key.versions.includes(version));
    return `the chart reads it in ${spans.join(', ')}, not in ${values.version}`;
  }
  return (
    elsewhere(path) ??
    withoutEffect(path, values) ??
    FOLLOWS[path] ??
    'changes nothing here: the program is the same without it'
  );
}

function elsewhere(path: string): string | undefined {
  return ELSEWHERE.find(([prefix]) => path.startsWith(prefix))?.[1];
}

/** A key that differs in its case or in its last name only. */
function nearest(path: string): string | undefined {
  const lower = path.toLowerCase();
  const last = path.split('.').at(-1)?.toLowerCase();
  const keys = [...KEYS.keys()];
  const same = keys.filter((key) => key.split('.').at(-1)?.toLowerCase() === last);
  return keys.find((key) => key.toLowerCase() === lower) ?? (same.length === 1 ? same[0] : undefined);
}
