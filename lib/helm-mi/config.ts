import { isDnsSubdomain } from '../core/dns-name';
import { MI_RELEASES } from '../release/mi-release';
import { literalSecret } from '../secret/literal-secret';
import { KEYS } from './chart';
import { type Code, call, fields, name } from './code';
import { datasourceOf } from './database';
import type { Draft } from './draft';
import { placeLeaf, STORE_FOLDER, snakePath } from './toml-places';
import { isFull } from './values';

const CONFIG = 'wso2.config';

/** Addresses of a system that a values file does not know. */
const ANYWHERE = ['0.0.0.0/0'];
const NARROW = 'A values file knows no addresses: narrow 0.0.0.0/0, by which the unit may call it once it is isolated.';

/** All that Micro Integrator is told beyond the tables that are only handed on. */
export function placeConfig(draft: Draft): void {
  placeServer(draft);
  placeStores(draft);
  placeUsers(draft);
  placeVault(draft);
  placeControlPlane(draft);
  placeTracing(draft);
  placeCatalog(draft);
  placeAnalytics(draft);
  placeFiles(draft);
}

/** An endpoint outside, as code. */
export function outside(host: string, port: number): Code {
  return call('Endpoint.outside', host, port, ANYWHERE);
}

function placeServer(draft: Draft): void {
  const { values } = draft;
  const offset = values.number(`${CONFIG}.portOffset`);
  const hostname = values.text('wso2.deployment.hostname');
  if (hostname !== '') {
    draft.toml('server.hostname', hostname);
  }
  if (offset !== undefined && offset !== 10) {
    draft.lacks(
      `${CONFIG}.portOffset`,
      `${offset} moves every port of the chart by ${offset - 10}; here they keep their numbers (8290, 8253, 9201, 9164), ` +
        'since each pod has an address of its own: whoever calls the Service asks for those',
    );
  }
  if (values.isOn(`${CONFIG}.userstore.file.enabled`)) {
    draft.toml('internal_apis.file_user_store.enable', true);
  } else {
    draft.toml('internal_apis.file_user_store.enable', false);
  }
}

/** Stores of keys: those of the image, or files out of the Secret of `JKSSecretName`. */
function placeStores(draft: Draft): void {
  const { values } = draft;
  const secret = values.text('wso2.deployment.JKSSecretName');
  const files = new Map<string, string>();
  for (const [kind, table] of [
    ['primary', 'keystore.primary'],
    ['internal', 'keystore.internal'],
  ] as const) {
    const path = `${CONFIG}.keyStore.${kind}`;
    const file = values.text(`${path}.fileName`);
    const passwords = ['password', 'keyPassword'].map((key) => values.text(`${path}.${key}`));
    const alias = values.text(`${path}.alias`);
    files.set(file, file);
    const isStock =
      file === 'wso2carbon.jks' &&
      alias === 'wso2carbon' &&
      passwords.every((word) => word === '' || word === 'wso2carbon');
    if (isStock) {
      continue;
    }
    draft.toml(`${table}.file_name`, `${STORE_FOLDER}${file}`);
    draft.toml(`${table}.alias`, alias);
    draft.toml(`${table}.password`, draft.secretReference(`${path}.password`));
    draft.toml(`${table}.key_password`, draft.secretReference(`${path}.keyPassword`));
  }
  const trust = `${CONFIG}.trustStore.primary`;
  const truststore = values.text(`${trust}.fileName`);
  const word = values.text(`${trust}.password`);
  files.set(truststore, truststore);
  if (truststore !== 'client-truststore.jks' || (word !== '' && word !== 'wso2carbon')) {
    draft.toml('truststore.file_name', `${STORE_FOLDER}${truststore}`);
    draft.toml('truststore.password', draft.secretReference(`${trust}.password`));
  }
  for (const side of ['listener', 'sender']) {
    for (const store of ['keystore', 'truststore']) {
      const mounted = `${CONFIG}.transport.http.nonBlocking.${side}.${store}.fileName`;
      const group = store === 'keystore' ? 'keyStore' : 'trustStore';
      const key = values.text(`${CONFIG}.${group}.transport.${side}.fileName`) || values.text(mounted);
      if (values.text(mounted) !== '') {
        files.set(values.text(mounted), key);
      }
    }
  }
  if (secret === '') {
    return;
  }
  for (const [file, key] of files) {
    draft.set(`files/${STORE_FOLDER}${file}`, call('ConfigFile.fromSecret', secret, key));
  }
}

/** Who may log in: a file, a directory or a database. */
function placeUsers(draft: Draft): void {
  const { values } = draft;
  const admin = `${CONFIG}.admin`;
  const [user, password] = ['username', 'password'].map((key) => values.text(`${admin}.${key}`));
  const isStock = (user === '' || user === 'admin') && (password === '' || password === 'admin');
  if (!isStock) {
    draft.toml('super_admin.username', user ?? '');
    draft.toml('super_admin.password', draft.secretReference(`${admin}.password`));
  }
  draft.toml('super_admin.create_admin_account', values.isOn(`${admin}.createAdminAccount`));
  const byFile = values.isOn(`${CONFIG}.userstore.file.enabled`) && values.version !== '4.2';
  const database = `${CONFIG}.userstore.rdbms`;
  if (values.text(`${database}.url`) !== '') {
    const code = datasourceOf(draft, database, 'WSO2CarbonDB');
    if (code !== undefined) {
      draft.before.push({ notes: [NARROW], name: 'users', code });
      draft.set('config/datasources', [name('users')]);
    }
    if (!byFile) {
      draft.toml('user_store.type', 'database');
      draft.toml('user_store.class', 'org.wso2.micro.integrator.security.user.core.jdbc.JDBCUserStoreManager');
    }
    return;
  }
  if (values.isOn(`${database}`)) {
    draft.lacks(database, 'its url is empty: the chart writes a datasource that leads nowhere');
  }
  placeDirectory(draft, byFile);
}

/** The templates switch on `userstore.ldap` and read `userStore.ldap`. */
function placeDirectory(draft: Draft, byFile: boolean): void {
  const { values } = draft;
  const [theirs, meant] = [`${CONFIG}.userStore.ldap`, `${CONFIG}.userstore.ldap`];
  if (
    !values.isOn(meant) ||
    byFile ||
    values.text(`${meant}.connectionUrl`) + values.text(`${theirs}.connectionUrl`) === ''
  ) {
    return;
  }
  for (const path of KEYS.keys()) {
    if (path.startsWith(`${theirs}.`)) {
      const key = path.slice(theirs.length + 1);
      const from = isFull(values.at(path)) ? path : `${meant}.${key}`;
      values.at(`${meant}.${key}`);
      placeLeaf(draft, path, `user_store.${snakePath(key)}`, from);
    }
  }
}

function placeVault(draft: Draft): void {
  const path = `${CONFIG}.vault.hashicorp`;
  const vault = draft.values.table(path);
  if (!isFull(vault) || !isFull(vault.address)) {
    return;
  }
  const entries = Object.entries(vault)
    .filter(([, value]) => isFull(value))
    .map(([key, value]): [string, Code] => {
      const isSecret = KEYS.get(`${path}.${key}`)?.kind === 'secret' || key === 'roleId';
      return [key, isSecret ? draft.secretReference(`${path}.${key}`) : String(value)];
    });
  draft.tomlItem('external_vault', fields(Object.fromEntries([['name', 'hashicorp'], ...entries])));
}

function placeControlPlane(draft: Draft): void {
  const { values, about } = draft;
  const known = MI_RELEASES[about.release].controlPlane;
  if (values.version === '4.6') {
    if (values.isOn(`${CONFIG}.icp.enabled`)) {
      placeIcp(draft);
    }
    return;
  }
  const path = values.version === '4.2' ? `${CONFIG}.dashboard` : `${CONFIG}.icp`;
  const at = endpointOf(values.text(`${path}.url`), 9743);
  if (at === undefined || known !== 'dashboard') {
    if (values.text(`${path}.url`) !== '') {
      draft.lacks(
        `${path}.url`,
        known === 'dashboard' ? 'names no host' : `release ${about.release} reports to no dashboard`,
      );
    }
    return;
  }
  const group = values.text(`${path}.groupId`) || about.tenant;
  draft.set(
    'config/controlPlane',
    call('ControlPlane.dashboard', fields({ at: outside(at.host, at.port), group })),
    NARROW,
  );
  const interval = values.number(`${path}.heartbeatInterval`);
  if (interval) {
    draft.toml('dashboard_config.heartbeat_interval', interval);
  }
  const own: ReadonlyArray<readonly [string, string]> = [
    ['nodeId', 'each pod reports under its own name; one id for all would make them one'],
    ['managementHostname', 'the dashboard asks each pod by its own address, not one of them by a name they share'],
    ['managementPort', 'the port of the Management API is that of the release'],
  ];
  for (const [key, because] of own.filter(([key]) => isFull(values.at(`${path}.${key}`)))) {
    draft.lacks(`${path}.${key}`, because);
  }
}

function placeIcp(draft: Draft): void {
  const { values } = draft;
  const path = `${CONFIG}.icp`;
  const at = endpointOf(values.text(`${path}.icpUrl`) || 'https://localhost:9445', 9445) ?? {
    host: 'localhost',
    port: 9445,
  };
  const text = (key: string, usual: string) => values.text(`${path}.${key}`) || usual;
  draft.set(
    'config/controlPlane',
    call(
      'ControlPlane.icp',
      fields({
        at: outside(at.host, at.port),
        environment: text('environment', 'production'),
        project: text('project', 'default'),
        integration: text('integration', 'default'),
        secret: draft.secretValue(`${path}.secret`),
      }),
    ),
    `${NARROW} Micro Integrator signs with at least 32 bytes of secret.`,
  );
  if (values.at(`${path}.sslVerify`) !== undefined) {
    draft.toml('icp_config.ssl_verify', values.isOn(`${path}.sslVerify`));
  }
  const interval = values.number(`${path}.heartbeatInterval`);
  if (interval) {
    draft.toml('icp_config.heartbeat_interval', interval);
  }
  if (values.text(`${path}.runtime`) !== '') {
    draft.lacks(`${path}.runtime`, 'each pod reports under its own name; one for all would make them one');
  }
  const authority = values.text(`${path}.caCertSecretName`);
  if (authority !== '') {
    draft.set(
      'config/truststore',
      call('Truststore.withAuthorities', [call('ConfigFile.fromSecret', authority, 'ca.crt')]),
    );
  }
}

function placeTracing(draft: Draft): void {
  const { values, about } = draft;
  const path = `${CONFIG}.opentelemetry`;
  if (!values.isOn(`${path}.enable`)) {
    return;
  }
  const type = values.text(`${path}.type`) || 'jaeger';
  const { tracers } = MI_RELEASES[about.release];
  if (!tracers.some((tracer) => tracer === type)) {
    draft.lacks(
      `${path}.type`,
      `release ${about.release} sends no traces to ${type}; it knows ${tracers.join(', ')}: Tracing.otlp(…)`,
    );
    return;
  }
  values.at(`${path}.port`);
  const at = endpointOf(values.text(`${path}.url`), 9411) ?? {
    host: values.text(`${path}.host`),
    port: values.number(`${path}.port`) ?? 0,
  };
  const code = type === 'log' ? call('Tracing.log') : call(`Tracing.${type}`, outside(at.host, at.port));
  draft.set('config/tracing', code, ...(type === 'log' ? [] : [NARROW]));
  if (isFull(values.at(`${path}.logs`))) {
    draft.lacks(`${path}.logs`, 'no release reads it');
  }
}

function placeCatalog(draft: Draft): void {
  const { values } = draft;
  const path = `${CONFIG}.serviceCatalog`;
  const at = endpointOf(values.text(`${path}.apimHost`), 443);
  if (!values.isOn(`${path}.enabled`) || at === undefined) {
    if (values.isOn(`${path}.enabled`)) {
      draft.lacks(`${path}.apimHost`, 'names no host');
    }
    return;
  }
  draft.set(
    'config/serviceCatalog',
    call(
      'ServiceCatalog.of',
      fields({
        at: outside(at.host, at.port),
        username: call('EnvValue.notSecret', values.text(`${path}.username`)),
        password: draft.secretValue(`${path}.password`),
      }),
    ),
    NARROW,
  );
}

function placeAnalytics(draft: Draft): void {
  const { values } = draft;
  const path = `${CONFIG}.analytics`;
  if (!values.isOn(`${path}.enabled`)) {
    return;
  }
  draft.toml('analytics.enabled', true);
  for (const key of ['publisher', 'id', 'prefix']) {
    const text = values.text(`${path}.${key}`);
    if (text !== '') {
      draft.toml(`analytics.${key}`, text);
    }
  }
  for (const key of ['apiAnalytics', 'proxyServiceAnalytics', 'sequenceAnalytics', 'endpointAnalytics']) {
    if (values.at(`${path}.${key}`) !== undefined) {
      draft.toml(`analytics.${snakePath(key)}.enabled`, values.isOn(`${path}.${key}`));
    }
  }
}

/** `conf/file.properties`, of which what looks like a secret moves to one as a whole. */
function placeFiles(draft: Draft): void {
  const properties = draft.values.table(`${CONFIG}.fileProperties`);
  const lines = Object.keys(properties)
    .sort()
    .map((key) => `${key}=${String(properties[key])}\n`);
  if (lines.length === 0) {
    return;
  }
  const secret = Object.entries(properties).some(([key, value]) => literalSecret(key, String(value)) !== undefined);
  draft.set(
    'files/conf/file.properties',
    secret
      ? call('ConfigFile.fromSecret', draft.secretName, draft.secretKey(`${CONFIG}.fileProperties`))
      : lines.join(''),
    ...(secret ? ['Some of it looks like a secret, so all of it comes from one: key=value, a line each.'] : []),
  );
}

/** The port of each scheme. */
const PORTS: Readonly<Record<string, number>> = { https: 443, http: 80 };

/** Host and port of a URL; `undefined` where it names no host. */
function endpointOf(url: string, usual: number): { readonly host: string; readonly port: number } | undefined {
  const [, scheme = '', host = '', port] = /^(?:([a-z]+):\/\/)?([^/:]+)(?::(\d+))?(?:\/.*)?$/i.exec(url) ?? [];
  const known = PORTS[scheme.toLowerCase()] ?? usual;
  return isDnsSubdomain(host) ? { host, port: port === undefined ? known : Number(port) } : undefined;
}
