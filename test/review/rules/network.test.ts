import { Datasource, Endpoint, EnvValue, MiBaseImage, Network, Peer } from '../../../lib';
import { reviewOf } from '../../../lib/review/review';
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

const policies = (...all: ReadonlyArray<readonly [name: string, spec: object]>) =>
  all.map(([name, spec]) => ({
    kind: 'NetworkPolicy',
    apiVersion: 'networking.k8s.io/v1',
    metadata: { name },
    spec: { podSelector: {}, ...spec },
  }));
const pods = (app: string) => ({
  kind: 'Deployment',
  apiVersion: 'apps/v1',
  metadata: { name: app },
  spec: { template: { metadata: { labels: { app } }, spec: { containers: [] } } },
});
const of = (app: string) => ({ podSelector: { matchLabels: { app } } });
const DENY = ['deny', { policyTypes: ['Ingress', 'Egress'] }] as const;
const OPEN = ['open', { policyTypes: ['Ingress', 'Egress'], ingress: [{}], egress: [{}] }] as const;
const CALLS = ['calls', { policyTypes: ['Ingress'], ingress: [{ ports: [{ port: 80 }] }], ...of('it') }] as const;
const ADDS = 'comes beside others and opens in the network, since policies add up:';

test('a policy beside one that shuts a namespace opens, whatever it says', () => {
  expect(found(network, plain(...policies(DENY)), plain(...policies(DENY, OPEN)))).toEqual([
    `warning retail: NetworkPolicy retail/open ${ADDS} from anywhere on any port, to anywhere on any port`,
  ]);
  const narrow = ['narrow', { policyTypes: ['Ingress'], ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }] }];
  expect(
    found(network, plain(...policies(DENY)), plain(...policies(DENY, [String(narrow[0]), Object(narrow[1])]))),
  ).toEqual([`notice retail: NetworkPolicy retail/narrow ${ADDS} from 10.0.0.0/8 on any port`]);
});

test('a second policy that lets nothing through changes nothing', () => {
  const second = ['second', { policyTypes: ['Ingress'] }] as const;
  expect(found(network, plain(...policies(DENY)), plain(...policies(DENY, second)))).toEqual([]);
});

test('a policy that is the first to select its pods shuts all else, in the directions that it has', () => {
  const ONE_WAY =
    'warning retail: NetworkPolicy retail/calls comes: what gets to its pods in the network is only what is';
  expect(found(network, plain(pods('it')), plain(pods('it'), ...policies(CALLS)))).toEqual([
    `${ONE_WAY} declared: from anywhere on 80/TCP`,
  ]);
  const [other] = policies(['other', { ...CALLS[1], ...of('other') }]);
  expect(
    found(network, plain(pods('it'), Object(other)), plain(pods('it'), Object(other), ...policies(CALLS))),
  ).toEqual([`${ONE_WAY} declared: from anywhere on 80/TCP`]);
});

test('a policy whose pods are selected in one direction opens that one and shuts the other', () => {
  const ingress = [{ ports: [{ port: 81 }] }];
  const both = ['both', { ...CALLS[1], ingress, policyTypes: ['Ingress', 'Egress'] }] as const;
  expect(found(network, plain(...policies(CALLS)), plain(...policies(CALLS, both)))).toEqual([
    `warning retail: NetworkPolicy retail/both ${ADDS} from anywhere on 81/TCP`,
    'warning retail: NetworkPolicy retail/both comes: what its pods get to in the network is only what is declared, which is nothing',
  ]);
});

test('a policy for pods of which some are selected already opens for these and shuts the others', () => {
  const before = [pods('it'), pods('other'), ...policies(CALLS)];
  const all = ['all', { policyTypes: ['Ingress'], ingress: [{}] }] as const;
  expect(found(network, plain(...before), plain(...before, ...policies(all)))).toEqual([
    `warning retail: NetworkPolicy retail/all ${ADDS} from anywhere on any port`,
    'warning retail: NetworkPolicy retail/all comes: of pods that no policy selected yet, what gets to its pods in the ' +
      'network is only what is declared: from anywhere on any port',
  ]);
  const selected = [pods('it'), ...policies(CALLS)];
  expect(found(network, plain(...selected), plain(...selected, ...policies(all)))).toEqual([
    `warning retail: NetworkPolicy retail/all ${ADDS} from anywhere on any port`,
  ]);
});

test('a policy that does not change counts, whichever file it is in', () => {
  const resting = [...plain(...policies(DENY)).values()];
  const told = (texts: readonly string[]) =>
    reviewOf(new Map(), plain(...policies(OPEN)), texts).findings.map(({ says }) => says);
  expect(told(resting)).toEqual([expect.stringContaining(ADDS)]);
  expect(told([])).toEqual([expect.stringContaining('comes: what its pods may do in the network is only')]);
});

test('a tenant that comes to a unit that is shut opens its own ways', () => {
  const unit = (ids: readonly string[]) =>
    retail((of) => ids.map((id) => app(of, { callers: [Peer.ranges('10.9.0.0/28')] }, id)), {
      network: Network.isolated(),
    });
  expect(found(network, unit(['a']), unit(['a', 'b']))).toEqual([
    `notice retail/b: NetworkPolicy retail/b ${ADDS} from 10.9.0.0/28 on 8253/TCP, from 10.9.0.0/28 on 8290/TCP`,
  ]);
});

test('a policy that is opened for everybody is to be looked at', () => {
  expect(found(network, plain(...policies(DENY)), plain(...policies(['deny', { ...DENY[1], ingress: [{}] }])))).toEqual(
    ['warning retail: opens in the network: from anywhere on any port'],
  );
});

const IT = 'NetworkPolicy retail/it';
const ranges = (...cidrs: readonly string[]) => cidrs.map((cidr) => ({ ipBlock: { cidr } }));
const TEN = { egress: [{ to: ranges('10.0.0.0/8') }] };
const FREE = 'warning retail: opens in the network, for pods that no policy selects any more:';
const becomes = (from: object, to: object, ...beside: ReadonlyArray<object & { readonly kind: string }>) =>
  found(network, plain(...beside, ...policies(['it', from])), plain(...beside, ...policies(['it', to])));

test('a direction that is decided no more opens to everywhere, unless another policy decides about it', () => {
  const both = { policyTypes: ['Ingress', 'Egress'], ...TEN };
  const ingress = { policyTypes: ['Ingress'] };
  expect(becomes(both, ingress)).toEqual([`${FREE} to anywhere on any port`]);
  expect(becomes(both, ingress, ...policies(DENY))).toEqual([
    'warning retail: closes in the network: to 10.0.0.0/8 on any port',
  ]);
  expect(becomes({ ...both, egress: [{}] }, ingress)).toEqual([]);
});

test('a direction that is decided for the first time shuts all else, unless it lets everything through', () => {
  expect(becomes({}, TEN)).toEqual([
    `warning retail: ${IT} shuts more: what its pods get to in the network is only what is declared: to 10.0.0.0/8 on any port`,
  ]);
  expect(becomes({}, TEN, ...policies(DENY))).toEqual([
    'notice retail: opens in the network: to 10.0.0.0/8 on any port',
  ]);
  expect(becomes({}, { egress: [{}] })).toEqual([]);
});

test('a policy for more pods shuts the others, unless a policy selects them already', () => {
  const [one, all] = [{ ...CALLS[1] }, { ...CALLS[1], podSelector: {} }];
  const there = [pods('it'), pods('other')];
  const shut = [
    `warning retail: ${IT} shuts more: of pods that no policy selected yet, what gets to its pods in the network is only ` +
      'what is declared: from anywhere on 80/TCP',
  ];
  expect(becomes(one, all, ...there)).toEqual(shut);
  expect(becomes(one, all)).toEqual(shut);
  expect(becomes(one, all, ...there, ...policies(DENY))).toEqual([
    'warning retail: opens in the network: from anywhere on 80/TCP',
  ]);
  expect(becomes(one, all, pods('it'))).toEqual([]);
});

test('a policy for fewer pods opens the others, unless a policy selects them still', () => {
  const [one, all] = [{ ...CALLS[1] }, { ...CALLS[1], podSelector: {} }];
  const there = [pods('it'), pods('other')];
  expect(becomes(all, one, ...there)).toEqual([`${FREE} from anywhere on any port`]);
  expect(becomes(all, one)).toEqual([`${FREE} from anywhere on any port`]);
  expect(becomes(all, one, ...there, ...policies(DENY))).toEqual([
    'warning retail: closes in the network: from anywhere on 80/TCP',
  ]);
  expect(becomes(all, one, pods('it'))).toEqual([]);
});

test('pods that get other labels together with their policy keep what they have', () => {
  const labelled = (app: string) =>
    plain({ ...pods(app), metadata: { name: 'it' } }, ...policies(['it', { ...CALLS[1], ...of(app) }]));
  expect(found(network, labelled('a'), labelled('b'))).toEqual([]);
});

test('what a range leaves out is part of the way', () => {
  const without = (...except: readonly string[]) => ({
    policyTypes: ['Egress'],
    egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8', except } }], ports: [{ port: 1, endPort: 9 }] }],
  });
  const [one, two] = ['10.1.0.0/16', '10.2.0.0/16'];
  expect(becomes(without(one), without())).toEqual(['notice retail: opens in the network: to 10.0.0.0/8 on 1-9/TCP']);
  expect(becomes(without(one, two), without(one))).toEqual([
    'notice retail: opens in the network: to 10.0.0.0/8 without 10.1.0.0/16 on 1-9/TCP',
  ]);
  expect(becomes(without(), without(one, two))).toEqual([
    'warning retail: closes in the network: to 10.0.0.0/8 on 1-9/TCP',
  ]);
  expect(becomes(without(one, two), without(two, one))).toEqual([]);
});

test('a way that moves to another policy for the same pods neither opens nor closes', () => {
  const lets = (...cidrs: readonly string[]) => ({ policyTypes: ['Ingress'], ingress: [{ from: ranges(...cidrs) }] });
  const one = plain(...policies(['it', lets('10.1.0.0/16', '10.2.0.0/16')]));
  const split = plain(...policies(['it', lets('10.1.0.0/16')], ['too', lets('10.2.0.0/16')]));
  expect(found(network, one, split)).toEqual([]);
  expect(found(network, one, plain(...policies(['it', lets('10.1.0.0/16')], ['too', lets('10.3.0.0/16')])))).toEqual([
    'warning retail: closes in the network: from 10.2.0.0/16 on any port',
    `notice retail: NetworkPolicy retail/too ${ADDS} from 10.3.0.0/16 on any port`,
  ]);
});
