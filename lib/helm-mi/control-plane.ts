import { MI_RELEASES } from '../release/mi-release';
import { CONFIG } from './chart';
import { call, fields } from './code';
import type { Draft } from './draft';
import { endpointOf, NARROW, outside } from './endpoint';
import { isFull } from './values';

/** What the pods report to: the dashboard, or the Integration Control Plane from 4.6 of the chart on. */
export function placeControlPlane(draft: Draft): void {
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
        path,
        known === 'dashboard' ? 'its url names no host' : `release ${about.release} reports to no dashboard`,
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
