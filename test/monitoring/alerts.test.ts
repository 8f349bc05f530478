import { Duration } from 'cdk8s';
import { type AlertProps, BusinessUnit, DeadLetters, Metrics, MiTenant, Monitoring, Scaling } from '../../lib';
import { ALERT_NAMES } from '../../lib/monitoring/alert-name';
import { base, errorOf, named, newFleet } from '../manifests';

interface Rule {
  readonly alert?: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
}

function rulesOf(alerts?: AlertProps): Rule[] {
  const unit = new BusinessUnit(newFleet({ monitoring: Monitoring.serviceMonitors() }), 'retail', { contact: 'x' });
  new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    config: { metrics: Metrics.prometheus() },
    alerts,
  });
  const groups: ReadonlyArray<{ rules: Rule[] }> = JSON.parse(
    JSON.stringify(named(unit, 'PrometheusRule', 'orders').spec?.groups),
  );
  return groups.flatMap(({ rules }) => rules);
}

function expressionOf(name: string, alerts?: AlertProps): string | undefined {
  return rulesOf(alerts).find(({ alert }) => alert === name)?.expr;
}

test('every limit reaches its alert', () => {
  const limits: Required<Omit<AlertProps, 'labels' | 'off' | 'volume'>> = {
    errorRatio: 0.01,
    latency: Duration.millis(500),
    heap: 0.8,
    restarts: 7,
    silence: Duration.hours(2),
    deadLetters: DeadLetters.artemis('orders.dlq'),
  };
  expect(expressionOf('MiErrorRatio', limits)).toMatch(/ > 0\.01$/);
  expect(expressionOf('MiLatency', limits)).toMatch(/ > 0\.5$/);
  expect(expressionOf('MiHeapNearLimit', limits)).toMatch(/ > 0\.8$/);
  expect(expressionOf('MiRestartLoop', limits)).toMatch(/ >= 7$/);
  expect(expressionOf('MiPollerSilent', limits)).toMatch(/\[7200s\]\)\) == 0 and .* > 7200$/);
  expect(expressionOf('MiDeadLetters', limits)).toBe('max(artemis_message_count{queue="orders.dlq"}) > 0');
});

test('labels for Alertmanager are on every alert and on no recording', () => {
  const rules = rulesOf({ labels: { team: 'shop' } });
  expect(rules.filter(({ labels }) => labels.team === 'shop')).toEqual(
    rules.filter(({ alert }) => alert !== undefined),
  );
});

test('an alert that nobody wants is not there; a fleet may have none of a tenant', () => {
  expect(expressionOf('MiLatency')).toBeDefined();
  expect(expressionOf('MiLatency', { off: ['MiLatency'] })).toBeUndefined();
  expect(rulesOf({ off: ALERT_NAMES }).filter(({ alert }) => alert !== undefined)).toEqual([]);
});

test('a pattern of pods takes those of its workload and no neighbour’s, cut off as the API server cuts it', () => {
  const patternOf = (id: string) => {
    const unit = new BusinessUnit(newFleet({ monitoring: Monitoring.serviceMonitors() }), 'retail', { contact: 'x' });
    new MiTenant(unit, id, { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) });
    const [, like = ''] = /pod=~\\"([^"\\]*)/.exec(JSON.stringify(named(unit, 'PrometheusRule', id).spec)) ?? [];
    return new RegExp(`^(?:${like})$`);
  };
  const short = patternOf('orders');
  expect(['orders-7d4b9c6f5d-x2k4z', 'orders-x2-x2k4z'].map((pod) => short.test(pod))).toEqual([true, true]);
  const foreign = ['orders-v2-7d4b9c6f5d-x2k4z', 'orders-canary-7d4b9c6f5d-x2k4z', 'orders-0', 'orders-poller-0'];
  expect(foreign.map((pod) => short.test(pod))).toEqual([false, false, false, false]);
  const id = 'orders-of-the-northern-warehouses-and-of-all-their-shops';
  expect(patternOf(id).test(`${`${id}-7d4b9c6f5d-`.slice(0, 58)}x2k4z`)).toBe(true);
});

test('dead letters are counted by whoever holds them', () => {
  expect(expressionOf('MiDeadLetters')).toBeUndefined();
  const asked = (deadLetters: DeadLetters) => expressionOf('MiDeadLetters', { deadLetters });
  expect(asked(DeadLetters.rabbitmq('a"b'))).toBe(
    String.raw`max({__name__=~"rabbitmq_(detailed_)?queue_messages(_ready)?",queue="a\"b"}) > 0`,
  );
  expect(asked(DeadLetters.artemis('dlq', { atMost: 3 }))).toBe('max(artemis_message_count{queue="dlq"}) > 3');
  expect(asked(DeadLetters.query('sum(stored{store="x"})'))).toBe('sum(stored{store="x"}) > 0');
  expect(errorOf(() => DeadLetters.query(' '))).toBe(
    'expression of dead letters "query" must be an expression of PromQL, got " "',
  );
  expect(errorOf(() => DeadLetters.rabbitmq('dlq', { atMost: -1 }))).toBe(
    'atMost of dead letters "queue dlq" must be a whole number from 0 up, got -1',
  );
});
