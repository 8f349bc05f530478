import {
  EnvValue,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  ManagementLogin,
  type MiConfig,
  type MiTenant,
  Route,
} from '../../lib';
import { errorOf, newFleet, newTenant, refusalOf } from '../manifests';

const from = ['10.20.0.0/16'] as const;

/** What a fleet says whose tenant has this configuration, and these routes. */
function saidOf(config: MiConfig | undefined, routesOf: (tenant: MiTenant) => readonly Route[]): string {
  const fleet = newFleet();
  const via = new LoadBalancer(fleet, 'public', {
    controller: GatewayController.nginx({ clientAddresses: 'direct' }),
    hosts: { 'ops.example.com': 'retail', 'admin.example.com': 'retail' },
  });
  const tenant = newTenant({ config }, fleet);
  new GatewayIngress(tenant.unit, 'routes', { via, routes: routesOf(tenant) });
  return errorOf(() => fleet.render());
}

const toManagement = ({ management }: MiTenant) => [
  Route.management('ops.example.com', { to: management, from }),
  Route.management('admin.example.com', { to: management, from }),
];

test('a Management API is shown to the outside only by a tenant that says who may log in, once', () => {
  expect(saidOf(undefined, toManagement)).toBe(
    refusalOf(
      'config.managementLogin of tenant "retail/orders" must be given, since route ops.example.com/management of gateway ' +
        '"retail/routes" shows its Management API, got none, which is admin with the password admin; take ' +
        'ManagementLogin.of({ username, password }), or ManagementLogin.stock() if that is meant',
    ),
  );
});

const login = { username: EnvValue.fromSecret('login', 'user'), password: EnvValue.fromSecret('login', 'password') };

test.each<readonly [string, MiConfig]>([
  ['a login out of a Secret', { managementLogin: ManagementLogin.of(login) }],
  ['the stock login, in a word', { managementLogin: ManagementLogin.stock() }],
  ['tables of its own', { toml: { internal_apis: { file_user_store: { enable: false } } } }],
])('%s is said', (_, config) => {
  expect(saidOf(config, toManagement)).toBe('');
});

test('metrics, and what no route leads to, ask for no login', () => {
  expect(saidOf({}, ({ metrics }) => [Route.management('ops.example.com', { to: metrics, from })])).toBe('');
  expect(saidOf({}, ({ http }) => [Route.http('ops.example.com', { to: http })])).toBe('');
});
