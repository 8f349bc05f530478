import { Datasource, Endpoint, EnvValue, MiBaseImage, Network } from '../../../lib';
import { network } from '../../../lib/review/rules/network';
import { app, found, plain, retail } from '../changes';

const policy = (port: number, cidr: string) =>
  plain({
    kind: 'NetworkPolicy',
    apiVersion: 'networking.k8s.io/v1',
    spec: { podSelector: {}, egress: [{ to: [{ ipBlock: { cidr } }], ports: [{ port, protocol: 'TCP' }] }] },
  });

test('a way that opens and one that closes', () => {
  expect(found(network, policy(443, '10.0.0.0/8'), policy(5432, '10.0.0.0/8'))).toEqual([
    'notice retail: opens in the network: to 10.0.0.0/8 on 5432/TCP',
    'warning retail: closes in the network: to 10.0.0.0/8 on 443/TCP',
  ]);
});

test('a unit that is shut says what stays open', () => {
  const shut = retail((unit) => app(unit), { network: Network.isolated() });
  expect(
    found(
      network,
      retail((unit) => app(unit)),
      shut,
    ),
  ).toContainEqual(
    expect.stringMatching(
      /^warning retail: NetworkPolicy retail\/default-deny comes: what its pods may do in the network is only what is declared/,
    ),
  );
});

test('whom a tenant of a shut unit may ask, once it has a datasource', () => {
  const prices = Datasource.mysql('prices', {
    at: Endpoint.outside('prices.example.com', 3306, ['10.30.0.0/24']),
    database: 'prices',
    username: EnvValue.fromSecret('prices', 'username'),
    password: EnvValue.fromSecret('prices', 'password'),
  });
  const image = MiBaseImage.fromRegistry('registry.example.com/mi', { release: '4.4.0', drivers: ['mysql'] });
  const shut = (datasources: readonly Datasource[]) =>
    retail((unit) => app(unit, { image: image.withApp('orders', '1.0.0'), config: { datasources } }), {
      network: Network.isolated(),
    });
  expect(found(network, shut([]), shut([prices]))).toEqual([
    'notice retail/orders: opens in the network: to 10.30.0.0/24 on 3306/TCP',
  ]);
});
