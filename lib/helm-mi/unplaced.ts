import { CHART_VERSIONS, KEYS } from './chart';
import type { Values } from './values';

/** What switches a part of the values on, where nothing else was asked of it. */
const SWITCHES: ReadonlyArray<readonly [prefix: string, because: string]> = [
  ['wso2.deployment.hpa.', 'without effect while wso2.deployment.hpa.enabled is off'],
  ['wso2.deployment.pdb.', 'without effect while wso2.deployment.pdb.enabled is off'],
  ['wso2.deployment.securityContext.seLinux.', 'without effect while seLinux.enabled is off'],
  ['wso2.deployment.configMaps.', 'the image’s own entrypoint runs; nothing is mounted over it'],
  ['wso2.gatewayAPI.ratelimit.', 'without effect: ratelimit.enabled is off, or the class is not "envoy"'],
  ['wso2.gatewayAPI.backendTLS.', 'without effect while backendTLS.enabled is off'],
  ['wso2.gatewayAPI.', 'without effect while wso2.gatewayAPI.enabled is off'],
  ['wso2.ingress.ratelimit.', 'without effect while ratelimit.enabled is off'],
  ['wso2.ingress.', 'without effect: ingress.enabled is off, or gatewayAPI.enabled wins (4.6)'],
  ['wso2.config.icp.', 'without effect: the control plane is off'],
  ['wso2.config.dashboard.', 'without effect: no url'],
  ['wso2.config.opentelemetry.', 'without effect while opentelemetry.enable is off'],
  ['wso2.config.analytics.', 'without effect while analytics.enabled is off'],
  ['wso2.config.serviceCatalog.', 'without effect: it is off, or names no host'],
  ['wso2.config.coordination.', 'changes nothing here: it follows from the url, or there is none'],
  ['wso2.config.vault.', 'without effect: no address'],
  [
    'wso2.config.userStore.',
    'without effect: the templates switch on userstore.ldap, and take no directory beside a file or a database',
  ],
  ['wso2.config.userstore.ldap.', 'the templates switch on it and read wso2.config.userStore.ldap'],
  ['wso2.config.userstore.rdbms.', 'changes nothing here: it follows from the url, or there is none'],
  ['wso2.config.keyStore.transport.', 'without effect: no store of the transport is said'],
  ['wso2.config.trustStore.transport.', 'without effect: no store of the transport is said'],
  ['wso2.subscription.', 'without effect: both username and password are needed'],
  ['aws.secretManager.', 'without effect: provider is not aws, or secureVault.enabled is off'],
  ['aws.storage.', 'without effect: provider is not aws, or mountCapps is off'],
  ['aws.', 'without effect: provider is not aws'],
  ['azure.', 'without effect: provider is not azure, or secureVault.enabled is off'],
  ['gcp.secretManager.', 'without effect: provider is not gcp, or secureVault.enabled is off'],
  ['gcp.', 'without effect: provider is not gcp, or mountCapps is off'],
];

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
    return switchOf(path) ?? 'it stands in a values file or an example of the chart, and no template reads it';
  }
  if (!key.versions.includes(values.version)) {
    const spans = CHART_VERSIONS.filter((version) => key.versions.includes(version));
    return `the chart reads it in ${spans.join(', ')}, not in ${values.version}`;
  }
  return switchOf(path) ?? 'without effect here';
}

function switchOf(path: string): string | undefined {
  return SWITCHES.find(([prefix]) => path.startsWith(prefix))?.[1];
}

/** A key that differs in its case or in its last name only. */
function nearest(path: string): string | undefined {
  const lower = path.toLowerCase();
  const last = path.split('.').at(-1)?.toLowerCase();
  const keys = [...KEYS.keys()];
  const same = keys.filter((key) => key.split('.').at(-1)?.toLowerCase() === last);
  return keys.find((key) => key.toLowerCase() === lower) ?? (same.length === 1 ? same[0] : undefined);
}
