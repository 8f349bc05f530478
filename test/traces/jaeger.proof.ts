import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConsoleLogging, Endpoint, type MiRelease, MiTenant, Scaling, Tracing } from '../../lib';
import { log4j2Properties } from '../../lib/logging/log4j2';
import { until } from '../cluster/wait';
import { imageOf } from '../config-parts';
import { type FloodOrder, floodCommand } from '../log4j2/flood';
import { newUnit } from '../manifests';
import { type JaegerPorts, JaegerServer, type ShownSpan } from './jaeger-server';
import { type Libraries, send } from './senders';

// A real Jaeger shows whose a span is that was sent as a rendered tenant is told, by the libraries that its release has.

const HOST = 'jaeger.observability.svc';
const BY: Readonly<Record<keyof JaegerPorts, (at: Endpoint) => Tracing>> = {
  otlp: Tracing.otlp,
  zipkin: Tracing.zipkin,
  collector: Tracing.jaeger,
  agent: Tracing.jaeger,
};

/** What tells 4.5 and later apart: they take more from their environment than the name of a service. */
const UTIL = 'TelemetryUtil=';

const WAYS: ReadonlyArray<readonly [MiRelease, keyof JaegerPorts, Libraries, knows: readonly string[]]> = [
  ['1.2.0', 'agent', 'opentracing', ['JaegerTracingManager=wso2-synapse']],
  ['4.0.0', 'agent', 'opentracing', []],
  ['4.0.0', 'zipkin', 'opentracing', []],
  ['4.1.0', 'agent', 'opentracing', []],
  ['4.1.0', 'zipkin', 'opentracing', []],
  ['4.2.0', 'otlp', 'otel-1.11', []],
  ['4.2.0', 'zipkin', 'otel-1.13', []],
  ['4.2.0', 'collector', 'otel-1.11', []],
  ['4.3.0', 'otlp', 'otel-1.11', []],
  ['4.3.0', 'zipkin', 'otel-1.13', []],
  ['4.3.0', 'collector', 'otel-1.11', []],
  ['4.4.0', 'otlp', 'otel-1.11', []],
  ['4.4.0', 'zipkin', 'otel-1.13', []],
  ['4.4.0', 'collector', 'otel-1.11', []],
  ['4.5.0', 'otlp', 'otel-1.11', [UTIL]],
  ['4.5.0', 'zipkin', 'otel-1.13', [UTIL]],
  ['4.5.0', 'collector', 'otel-1.11', [UTIL]],
  ['4.6.0', 'otlp', 'otel-1.57', [UTIL]],
  ['4.6.0', 'zipkin', 'otel-1.57', [UTIL]],
];

/** By whose name docs/signals.md says that spans are found, and what they say more of it. */
function named(
  [release, at]: readonly [MiRelease, keyof JaegerPorts, ...unknown[]],
  tenant: string,
): readonly [service: string, tags: Readonly<Record<string, string>>] {
  if (release === '1.2.0') return ['wso2-synapse', {}];
  return release < '4.5.0' || at === 'zipkin'
    ? [`${tenant}.retail`, {}]
    : [tenant, { 'service.namespace': 'retail', 'service.version': release }];
}

describe('a real Jaeger', () => {
  const folder = mkdtempSync(join(tmpdir(), 'traces-'));
  const hosts = join(folder, 'hosts');
  let jaeger: JaegerServer;

  beforeAll(async () => {
    writeFileSync(hosts, `127.0.0.1 ${HOST}\n`);
    jaeger = await JaegerServer.start(join(folder, 'jaeger'));
  }, 90_000);

  afterAll(async () => {
    await jaeger?.stop();
    rmSync(folder, { recursive: true });
  });

  /** Sends one span as a tenant of that name would; gives nothing but its word that it went. */
  function sent(tenant: string, [release, at, libraries, knows]: (typeof WAYS)[number]): void {
    const [service = '', namespace = ''] = HOST.split('.');
    const endpoint = Endpoint.inCluster(service, { namespace, port: jaeger.ports[at], pods: { app: 'jaeger' } });
    const unit = newUnit();
    new MiTenant(unit, tenant, {
      image: imageOf(release),
      scaling: Scaling.fixed(1),
      config: { tracing: BY[at](endpoint) },
    });
    expect(send(unit, { libraries, knows, hosts, folder })).toEqual({ status: 0, stderr: '' });
  }

  function shown(service: string, tags: Readonly<Record<string, string>> = {}): Promise<ShownSpan[]> {
    return until(`a span of ${service}`, 20, async () => {
      const spans = await jaeger.spansOf(service, tags);
      return spans.length > 0 && spans;
    });
  }

  test('shows nothing of whom nobody sent a span', async () => {
    expect(await jaeger.spansOf('quotes.retail')).toEqual([]);
  });

  test.each(WAYS)(
    '%s, to its port %s: a span has the name of its tenant and unit',
    async (release, at, libraries, knows) => {
      const tenant = `quotes-${release.replaceAll('.', '-')}-${at}`;
      sent(tenant, [release, at, libraries, knows]);
      const [service, tags] = named([release, at], tenant);
      // Zipkin's names are in small letters.
      const operation = at === 'zipkin' ? 'ordersapi' : 'OrdersAPI';
      expect(await shown(service)).toEqual([{ operation, service, tags: expect.objectContaining(tags) }]);
    },
  );

  // SpanTagger hangs it on a span from 4.4 on, ContextAwareLogger gives log4j2 the same.
  test.each<[MiRelease, FloodOrder['version'], Libraries, string[]]>([
    ['4.4.0', '2.17.1', 'otel-1.11', []],
    ['4.5.0', '2.17.1', 'otel-1.11', [UTIL]],
    ['4.6.0', '2.25.4', 'otel-1.57', [UTIL]],
  ])(
    '%s: the correlation id of a log line finds the trace of its request',
    async (release, version, libraries, knows) => {
      const { log4j2: changes = {} } = ConsoleLogging.json().part({ release });
      const log4j2 = log4j2Properties(release, changes);
      const order = { version, folder, log4j2, events: 8, pause: 0, loggers: ['com.example.shop'] };
      const [java, ...args] = floodCommand(order);
      const { stdout } = spawnSync(java, args, { encoding: 'utf8' });
      const ids = stdout
        .trimEnd()
        .split('\n')
        .map((line): string => JSON.parse(line).correlation_id);
      expect(ids).toHaveLength(8);
      const tenant = `found-${release.replaceAll('.', '-')}`;
      for (const id of ids) sent(tenant, [release, 'otlp', libraries, [...knows, `CorrelationId=${id}`]]);
      const [service] = named([release, 'otlp'], tenant);
      const found = await shown(service, { CorrelationId: `${ids[5]}` });
      expect(found.map(({ tags }) => tags.CorrelationId)).toEqual([ids[5]]);
    },
  );
});
