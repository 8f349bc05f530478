import {
  type BusinessUnit,
  Endpoint,
  EnvValue,
  type Fleet,
  type FleetProps,
  Metrics,
  MiTenant,
  type MiTenantProps,
  Monitoring,
  Network,
  Peer,
  Scaling,
} from '../../lib';
import { base, newFleet, newUnit } from '../manifests';

// What a team would only find out by a call that ends: it is told where they look anyway.

function remarksOf(props: Partial<MiTenantProps<'app'>>, fleetProps: FleetProps = {}): readonly string[] {
  const { unit } = withTenant(props, fleetProps);
  return unit.remarks;
}

function withTenant(
  props: Partial<MiTenantProps<'app'>>,
  fleetProps: FleetProps = {},
): { fleet: Fleet; unit: BusinessUnit } {
  const fleet = newFleet({ network: Network.isolated(), ...fleetProps });
  const unit = newUnit(fleet, 'retail');
  new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(1), ...props });
  return { fleet, unit };
}

const told = (prop: string, at: string) =>
  `retail/orders: ${prop} names ${at}, and no call there is declared, so it does not get out; add an Endpoint to calls.`;

test.each<[string, string]>([
  ['https://bank.example.com/api', 'bank.example.com:443'],
  ['http://bank.example.com', 'bank.example.com:80'],
  ['ws://bank.example.com/live', 'bank.example.com:80'],
  ['wss://bank.example.com/live', 'bank.example.com:443'],
  ['https://bank.example.com:8443/a?b=c', 'bank.example.com:8443'],
  ['https://somebody@bank.example.com/', 'bank.example.com:443'],
  ['jms://broker.example.com', 'broker.example.com'],
  ['jdbc:postgresql://db.example.com:5432/orders', 'db.example.com:5432'],
  ['tcp://10.1.2.3:61616', '10.1.2.3:61616'],
  ['https://[2001:db8::7]:8443/', '2001:db8::7:8443'],
])('the URL %s that nobody declared is told', (text, at) => {
  expect(remarksOf({ env: { BANK: EnvValue.notSecret(text) } })).toEqual([told('env.BANK', at)]);
});

test('each URL of a text is told, and those of deployment.toml under their keys', () => {
  expect(
    remarksOf({
      env: { URLS: 'https://a.example.com https://b.example.com' },
      config: { toml: { user_store: { connection_url: 'ldap://ldap.example.com:389' } } },
    }),
  ).toEqual([
    told('env.URLS', 'a.example.com:443'),
    told('env.URLS', 'b.example.com:443'),
    told('config.toml user_store.connection_url', 'ldap.example.com:389'),
  ]);
});

test.each<[string, string]>([
  ['itself', 'http://localhost:8290/orders http://127.0.0.1:9201'],
  ['a variable', `https://$env{BANK}/api`],
  ['a variable of Kubernetes', 'https://$(BANK)/api'],
  ['no URL', 'bank.example.com'],
  ['a file', 'file:///mnt/in'],
  ['a declared host', 'https://declared.example.com/api'],
  ['an address in a range that is declared', 'https://10.40.0.9/'],
  ['a Service by its short name', 'http://prices.shops:8080'],
  ['and by its long one', 'http://prices.shops.svc.cluster.local:8080/x'],
])('not told: %s', (_, text) => {
  const calls = [
    Endpoint.outside('declared.example.com', 443, ['10.40.0.0/28']),
    Endpoint.inCluster('prices', { namespace: 'shops', port: 8080, pods: { app: 'prices' } }),
  ];
  expect(remarksOf({ env: { TEXT: EnvValue.notSecret(text) }, calls })).toEqual([]);
});

test('a declared host by another port is told', () => {
  const calls = [Endpoint.outside('bank.example.com', 8443, ['10.40.0.0/28'])];
  expect(remarksOf({ env: { BANK: 'https://bank.example.com' }, calls })).toEqual([
    told('env.BANK', 'bank.example.com:443'),
  ]);
});

test('a tenant that is called is declared by its name, with its namespace or without it', () => {
  const { unit } = withTenant({});
  const [other] = unit.node.children.filter(MiTenant.isMiTenant);
  if (other === undefined) throw new Error('there must be a tenant');
  new MiTenant(unit, 'billing', {
    image: base.withApp('billing', '1.0.0'),
    scaling: Scaling.fixed(1),
    calls: [other.http],
    env: { A: 'http://orders:8290/a', B: 'http://orders.retail.svc:8290/b', C: 'http://stock:8290/c' },
  });
  expect(unit.remarks).toEqual([told('env.C', 'stock:8290').replace('retail/orders', 'retail/billing')]);
});

test('in an open network nothing is cut off, and in one that is only looked at it is told', () => {
  const env = { BANK: 'https://bank.example.com' };
  expect(remarksOf({ env }, { network: Network.open() })).toEqual([]);
  expect(remarksOf({ env }, { network: Network.audit() })).toEqual([told('env.BANK', 'bank.example.com:443')]);
});

test('metrics that nobody is told to collect are told', () => {
  const config = { metrics: Metrics.prometheus() };
  const scrapers = [Peer.pods('monitoring', { app: 'prometheus' })];
  expect(remarksOf({ config }, { network: Network.isolated({ scrapers }) })).toEqual([
    'retail/orders: config.metrics counts, and no Prometheus is told to ask; say monitoring of the fleet, or tell yours.',
  ]);
  expect(
    remarksOf({ config }, { network: Network.isolated({ scrapers }), monitoring: Monitoring.annotations() }),
  ).toEqual([]);
});

test('it stands in the head of the unit’s file, below how its network is opened', () => {
  const { fleet } = withTenant({ env: { BANK: 'https://bank.example.com' } });
  const head = (fleet.render().get('retail.k8s.yaml') ?? '').split('\n').filter((line) => line.startsWith('# '));
  expect(head.slice(-3)).toEqual([
    '# The network is shut but for what is declared; what gets through: kubectl -n retail describe networkpolicy -l cdk8s-wso2-mi/unit=retail',
    '# Open it until the next apply: kubectl -n retail delete networkpolicy -l cdk8s-wso2-mi/unit=retail',
    `# To be looked at: ${told('env.BANK', 'bank.example.com:443')}`,
  ]);
  const { fleet: open } = withTenant({}, { network: Network.open() });
  expect(open.render().get('retail.k8s.yaml')).not.toContain('The network is');
});
