import { MI_RELEASES } from '../release/mi-release';
import { literalSecret } from '../secret/literal-secret';
import { CONFIG, KEYS } from './chart';
import { type Code, call, fields } from './code';
import { placeControlPlane } from './control-plane';
import type { Draft } from './draft';
import { endpointOf, NARROW, outside } from './endpoint';
import { placeStores } from './stores';
import { snakePath } from './toml-places';
import { placeUsers } from './users';
import { isFull } from './values';

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
      path,
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
