import {
  ControlPlane,
  type DashboardProps,
  Endpoint,
  EnvValue,
  type IcpProps,
  type MiRelease,
  MiTenant,
  Scaling,
} from '../../lib';
import { addedBy, imageOf, RELEASES, secretVariable } from '../config-parts';
import { errorOf, newFleet, newUnit, sentencesOf } from '../manifests';

const at = Endpoint.outside('icp.example.com', 9743, ['10.30.0.0/24']);
const podName = { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } };
const podAddress = { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } };
const secret = EnvValue.fromSecret('icp', 'secret');

test('every prop of the dashboard reaches deployment.toml, and each pod says its own name and address', () => {
  const everything: Required<DashboardProps> = { at, group: 'retail' };
  expect(addedBy(ControlPlane.dashboard(everything), imageOf('4.4.0'))).toEqual({
    env: [podName, podAddress],
    toml: {
      dashboard_config: {
        dashboard_url: 'https://icp.example.com:9743/dashboard/api/',
        group_id: 'retail',
        node_id: '$env{POD_NAME}',
        management_hostname: '$env{POD_IP}',
        management_port: 9164,
      },
    },
    endpoints: [at],
    managers: [at],
  });
});

test('every prop of the Integration Control Plane reaches deployment.toml, the secret by a variable', () => {
  const everything: Required<IcpProps> = {
    at,
    environment: 'production',
    project: 'retail',
    secret,
    integration: 'order-desk',
  };
  expect(addedBy(ControlPlane.icp(everything), imageOf('4.6.0'))).toEqual({
    env: [podName, secretVariable('ICP_SECRET', 'icp', 'secret')],
    toml: {
      icp_config: {
        enabled: true,
        icp_url: 'https://icp.example.com:9743',
        environment: 'production',
        project: 'retail',
        integration: 'order-desk',
        runtime: '$env{POD_NAME}',
        secret: '$env{ICP_SECRET}',
      },
    },
    endpoints: [at],
  });
});

test('what is left out is named after the application', () => {
  expect(addedBy(ControlPlane.dashboard({ at }), imageOf('4.4.0'))).toMatchObject({
    toml: { dashboard_config: { group_id: 'orders' } },
  });
  const icp = ControlPlane.icp({ at, environment: 'production', project: 'retail', secret });
  expect(addedBy(icp, imageOf('4.6.0'))).toMatchObject({ toml: { icp_config: { integration: 'orders' } } });
});

// Constants.java of the initializer of each release: [dashboard_config] from 4.0, [icp_config] from 4.6.
const REPORTS_TO: Readonly<Record<MiRelease, 'dashboard' | 'icp' | undefined>> = {
  '1.1.0': undefined,
  '1.2.0': undefined,
  '4.0.0': 'dashboard',
  '4.1.0': 'dashboard',
  '4.2.0': 'dashboard',
  '4.3.0': 'dashboard',
  '4.4.0': 'dashboard',
  '4.5.0': 'dashboard',
  '4.6.0': 'icp',
};

test.each(RELEASES)('release %s takes the one that it reports to, and refuses the other', (release) => {
  const to = REPORTS_TO[release];
  const kinds = {
    dashboard: ControlPlane.dashboard({ at }),
    icp: ControlPlane.icp({ at, environment: 'production', project: 'retail', secret }),
  };
  for (const [kind, value] of Object.entries(kinds)) {
    const added = addedBy(value, imageOf(release));
    if (kind === to) {
      expect(added).not.toHaveProperty('refused');
    } else {
      expect(added).toEqual({
        refused: [
          `config.controlPlane of tenant "retail/orders" must be what release ${release} reports to: ` +
            `${to ?? 'nothing'}, got ${kind}; ${to === undefined ? 'leave it out' : `write ControlPlane.${to}(…)`}`,
        ],
      });
    }
  }
});

test('fails in a fleet when a variable of the tenant takes the place of the pod’s name', () => {
  const fleet = newFleet();
  new MiTenant(newUnit(fleet), 'orders', {
    image: imageOf('4.4.0'),
    scaling: Scaling.fixed(2),
    env: { POD_NAME: 'orders' },
    config: { controlPlane: ControlPlane.dashboard({ at }) },
  });
  expect(sentencesOf(() => fleet.render())).toEqual([
    'env.POD_NAME of tenant "retail/orders" must not be set by hand, got "POD_NAME"; ' +
      'the tenant sets it, from its other props',
  ]);
});

test('the secret of the two has at least 32 bytes, where it can be seen', () => {
  const icp = (text: string) => () =>
    ControlPlane.icp({ at, environment: 'production', project: 'retail', secret: EnvValue.notSecret(text) });
  expect(errorOf(icp('s'.repeat(31)))).toBe(
    'secret of control plane "icp.example.com:9743" must have at least 32 bytes, got 31',
  );
  expect(errorOf(icp('s'.repeat(32)))).toBe('');
  // Bytes, not letters.
  expect(errorOf(icp('ü'.repeat(16)))).toBe('');
});
