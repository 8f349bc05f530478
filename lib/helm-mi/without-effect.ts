import { KEYS } from './chart';
import type { Values } from './values';

/** What is in the way of a part of the values: `wso2.ingress.enabled is off`; nothing if its condition holds. */
type Condition = (values: Values) => string | undefined;

/** That a key, where the chart reads it, is what a template takes for true. */
function on(key: string): Condition {
  const { kind = 'text', versions = [] } = KEYS.get(key) ?? {};
  const word = kind === 'bool' || kind === 'switch' ? 'off' : 'empty';
  return (values) => (!versions.includes(values.version) || values.isOn(key) ? undefined : `${key} is ${word}`);
}

/** That it is not. */
function off(key: string): Condition {
  const { kind = 'text', versions = [] } = KEYS.get(key) ?? {};
  const word = kind === 'bool' || kind === 'switch' ? 'on' : 'set';
  return (values) => (versions.includes(values.version) && values.isOn(key) ? `${key} is ${word}` : undefined);
}

/** That it has one value. */
function equal(key: string, value: string): Condition {
  return (values) => (values.text(key) === value ? undefined : `${key} is not "${value}"`);
}

const INGRESS = [off('wso2.gatewayAPI.enabled'), on('wso2.ingress.enabled')];
const GATEWAY = [on('wso2.gatewayAPI.enabled')];
const MADE = [...GATEWAY, on('wso2.gatewayAPI.createGateway')];
const VAULT = on('wso2.config.secureVault.enabled');
const APPLICATIONS = on('wso2.deployment.mountCapps');

/** Stores of the transport are files only where the transport and a Secret name them. */
const STORES = ['keyStore', 'trustStore'].flatMap((group) =>
  ['listener', 'sender'].map((side): readonly [string, readonly Condition[]] => [
    `wso2.config.${group}.transport.${side}.`,
    [
      on('wso2.deployment.JKSSecretName'),
      on(`wso2.config.transport.http.nonBlocking.${side}.${group.toLowerCase()}.fileName`),
    ],
  ]),
);

/** What must hold for values below a prefix to have an effect; the first prefix that fits. */
const CONDITIONS: ReadonlyArray<readonly [prefix: string, conditions: readonly Condition[]]> = [
  ['wso2.deployment.hpa.', [on('wso2.deployment.hpa.enabled')]],
  ['wso2.deployment.pdb.', [on('wso2.deployment.pdb.enabled')]],
  ['wso2.deployment.securityContext.seLinux.', [on('wso2.deployment.securityContext.seLinux.enabled')]],
  [
    'wso2.gatewayAPI.ratelimit.',
    [...GATEWAY, on('wso2.gatewayAPI.ratelimit.enabled'), equal('wso2.gatewayAPI.gatewayClassName', 'envoy')],
  ],
  ['wso2.gatewayAPI.backendTLS.', [...GATEWAY, on('wso2.gatewayAPI.backendTLS.enabled')]],
  ['wso2.gatewayAPI.tlsSecret', MADE],
  ['wso2.gatewayAPI.httpListener.', MADE],
  ['wso2.gatewayAPI.gatewayClassName', MADE],
  ['wso2.gatewayAPI.', GATEWAY],
  ['wso2.ingress.ratelimit.', [...INGRESS, on('wso2.ingress.ratelimit.enabled')]],
  ['wso2.ingress.', INGRESS],
  ['wso2.config.icp.', [on('wso2.config.icp.enabled'), on('wso2.config.icp.url')]],
  ['wso2.config.dashboard.', [on('wso2.config.dashboard.url')]],
  ['wso2.config.opentelemetry.', [on('wso2.config.opentelemetry.enable')]],
  ['wso2.config.analytics.', [on('wso2.config.analytics.enabled')]],
  [
    'wso2.config.serviceCatalog.',
    [on('wso2.config.serviceCatalog.enabled'), on('wso2.config.serviceCatalog.apimHost')],
  ],
  ['wso2.config.coordination.rdbms.', [on('wso2.config.coordination.rdbms.url')]],
  ['wso2.config.vault.', [on('wso2.config.vault.hashicorp.address')]],
  [
    'wso2.config.userStore.ldap.',
    [
      on('wso2.config.userstore.ldap'),
      off('wso2.config.userstore.rdbms.url'),
      // Chart 4.2 writes the directory beside the file.
      (values) => (values.version === '4.2' ? undefined : off('wso2.config.userstore.file.enabled')(values)),
    ],
  ],
  ['wso2.config.userstore.rdbms.', [on('wso2.config.userstore.rdbms.url')]],
  ...STORES,
  ['wso2.subscription.', [on('wso2.subscription.username'), on('wso2.subscription.password')]],
  ['aws.secretManager.', [equal('provider', 'aws'), VAULT]],
  ['aws.region', [equal('provider', 'aws'), VAULT]],
  ['aws.storage.', [equal('provider', 'aws'), APPLICATIONS]],
  ['aws.', [equal('provider', 'aws')]],
  ['azure.', [equal('provider', 'azure'), VAULT]],
  ['gcp.secretManager.', [equal('provider', 'gcp'), VAULT]],
  ['gcp.', [equal('provider', 'gcp'), APPLICATIONS]],
];

/** Why a value has no effect, if others of these values keep it from one. */
export function withoutEffect(path: string, values: Values): string | undefined {
  const [, conditions = []] = CONDITIONS.find(([prefix]) => path.startsWith(prefix)) ?? [];
  const [first] = conditions.flatMap((condition) => condition(values) ?? []);
  return first === undefined ? undefined : `without effect while ${first}`;
}
