import { type Cidr, Endpoint, type InClusterProps } from '../../lib';
import { errorOf } from '../manifests';

const RANGES: readonly [Cidr, ...Cidr[]] = ['10.20.0.0/24', 'fd00::/64'];

test('a system outside is a host and a port for URLs, and ranges for network policies', () => {
  const endpoint = Endpoint.outside('mysql.example.com', 3306, RANGES);
  expect({ ...endpoint, address: endpoint.address }).toEqual({
    host: 'mysql.example.com',
    port: 3306,
    address: 'mysql.example.com:3306',
    peers: [{ ipBlock: { cidr: '10.20.0.0/24' } }, { ipBlock: { cidr: 'fd00::/64' } }],
    protocol: 'TCP',
    text: 'mysql.example.com (10.20.0.0/24, fd00::/64)',
  });
});

test.each([
  ['10.20.0.7', '10.20.0.7:5432'],
  ['fd00::7', '[fd00::7]:5432'],
  ['localhost', 'localhost:5432'],
])('the host %s is written into a URL as %s', (host, address) => {
  expect(Endpoint.outside(host, 5432, RANGES).address).toBe(address);
});

test('every prop of a Service of the cluster reaches name, port and peers', () => {
  const everything: Required<InClusterProps> = {
    namespace: 'observability',
    port: 4317,
    pods: { 'app.kubernetes.io/name': 'otel-collector', tier: 'gateway' },
  };
  const endpoint = Endpoint.inCluster('otel-collector', everything);
  expect({ ...endpoint, address: endpoint.address }).toEqual({
    host: 'otel-collector.observability.svc',
    port: 4317,
    address: 'otel-collector.observability.svc:4317',
    protocol: 'TCP',
    text: 'pods app.kubernetes.io/name=otel-collector,tier=gateway of namespace observability',
    peers: [
      {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'observability' } },
        podSelector: { matchLabels: { 'app.kubernetes.io/name': 'otel-collector', tier: 'gateway' } },
      },
    ],
  });
});

test('the labels of the pods are taken over, so a later change of the program’s object changes nothing', () => {
  const pods: Record<string, string> = { app: 'otel' };
  const endpoint = Endpoint.inCluster('otel', { namespace: 'observability', port: 4317, pods });
  pods.app = 'other';
  expect(endpoint.peers[0]?.podSelector).toEqual({ matchLabels: { app: 'otel' } });
});

test.each([1, 65_535])('port %d is one', (port) => {
  expect(Endpoint.outside('mysql.example.com', port, RANGES).port).toBe(port);
});

describe('refusals', () => {
  test.each([
    '',
    'MySQL.example.com',
    'mysql_1.example.com',
    'https://mysql.example.com',
    'mysql.example.com:3306',
    'a b',
  ])('fails when the host is %j', (host) => {
    expect(errorOf(() => Endpoint.outside(host, 3306, RANGES))).toBe(
      `host of endpoint "${host}" must be a host name or an address, got "${host}"`,
    );
  });

  test.each([0, -1, 65_536, 3306.5, Number.NaN])('fails when the port is %d', (port) => {
    const must = `must be a whole number from 1 to 65535, got ${port}`;
    expect(errorOf(() => Endpoint.outside('mysql.example.com', port, RANGES))).toBe(
      `port of endpoint "mysql.example.com" ${must}`,
    );
    expect(errorOf(() => Endpoint.inCluster('otel', { namespace: 'monitoring', port, pods: { app: 'otel' } }))).toBe(
      `port of endpoint "otel.monitoring.svc" ${must}`,
    );
  });

  test.each<[string, string, InClusterProps, string]>([
    ['service', 'otel.monitoring', { namespace: 'monitoring', port: 4317, pods: { app: 'otel' } }, 'otel.monitoring'],
    ['namespace', 'otel', { namespace: 'Monitoring', port: 4317, pods: { app: 'otel' } }, 'Monitoring'],
  ])('fails when the %s is no name of Kubernetes', (prop, service, props, got) => {
    expect(errorOf(() => Endpoint.inCluster(service, props))).toBe(
      `${prop} of endpoint "${service}" must be a name that Kubernetes takes, got "${got}"`,
    );
  });

  test('fails when no label of the pods is said, since a network policy could not name them', () => {
    expect(errorOf(() => Endpoint.inCluster('otel', { namespace: 'monitoring', port: 4317, pods: {} }))).toBe(
      'pods of endpoint "otel" must name labels of its pods, got none; a NetworkPolicy sees pods, not Services',
    );
  });

  test('fails when a label of the pods is none of Kubernetes', () => {
    expect(errorOf(() => Endpoint.inCluster('otel', { namespace: 'a', port: 4317, pods: { 'a b': 'otel' } }))).toBe(
      'pods of endpoint "otel" must have keys such as "team" or "example.com/team", got "a b"',
    );
  });

  test.each([
    ['10.20.0.0', '; one address is "10.20.0.0/32"'],
    ['2001:db8::7', '; one address is "2001:db8::7/128"'],
    ['10.20.0.0/33', ''],
    ['mysql.example.com/24', ''],
  ])('fails when a range is %s', (range, instead) => {
    expect(errorOf(() => Endpoint.outside('mysql.example.com', 3306, [range as Cidr]))).toBe(
      `ranges of endpoint "mysql.example.com" must be ranges of addresses, such as "10.20.0.0/16", got "${range}"${instead}`,
    );
  });

  test('fails when no range is said, which only a program without a compiler can write', () => {
    const none = JSON.parse('[]') as [Cidr];
    expect(errorOf(() => Endpoint.outside('mysql.example.com', 3306, none))).toBe(
      'ranges of endpoint "mysql.example.com" must have at least one range of addresses, got none',
    );
  });
});
