import { Endpoint, type MiRelease, MiTenant, type MiTracer, Scaling, Tracing } from '../../lib';
import { addedBy, imageOf, RELEASES } from '../config-parts';
import { newFleet, newUnit, sentencesOf, serverOf, tomlOf } from '../manifests';

const at = Endpoint.inCluster('collector', { namespace: 'observability', port: 4317, pods: { app: 'collector' } });
const mediation = { flow: { statistics: { capture_all: true } } };

const BY: Readonly<Record<MiTracer, Tracing>> = {
  jaeger: Tracing.jaeger(at),
  zipkin: Tracing.zipkin(at),
  otlp: Tracing.otlp(at),
  log: Tracing.log(),
};

/** All that a release is told but the names of its spans. */
function whereTo(tracing: Tracing, release: MiRelease): object {
  const { env: _, ...others } = addedBy(tracing, imageOf(release));
  return others;
}

test.each<[MiTracer, object]>([
  [
    'otlp',
    {
      type: 'otlp',
      url: 'http://collector.observability.svc:4317',
      // Without one the sender of OTLP does not start from 4.2 to 4.5.
      properties: [{ name: 'x-application', value: 'orders' }],
    },
  ],
  ['zipkin', { type: 'zipkin', url: 'http://collector.observability.svc:4317/api/v2/spans' }],
  ['jaeger', { type: 'jaeger', host: 'collector.observability.svc', port: 4317 }],
])('from 4.2 on %s is a type of [opentelemetry]', (tracer, where) => {
  for (const release of ['4.2.0', '4.5.0'] as const) {
    expect(addedBy(BY[tracer], imageOf(release))).toMatchObject({
      toml: { mediation, opentelemetry: { enable: true, ...where } },
      endpoints: [at],
    });
  }
});

const OTEL = 'service.name=$(MI_TENANT),service.namespace=$(MI_UNIT),service.version=';

test.each<[MiRelease, Tracing, string, string]>([
  ['4.0.0', BY.zipkin, 'SERVICE_NAME', '$(MI_TENANT).$(MI_UNIT)'],
  ['4.1.0', BY.jaeger, 'SERVICE_NAME', '$(MI_TENANT).$(MI_UNIT)'],
  ['4.2.0', BY.otlp, 'SERVICE_NAME', '$(MI_TENANT).$(MI_UNIT)'],
  ['4.4.0', BY.otlp, 'SERVICE_NAME', '$(MI_TENANT).$(MI_UNIT)'],
  ['4.5.0', BY.otlp, 'OTEL_RESOURCE_ATTRIBUTES', `${OTEL}4.5.0`],
  ['4.6.0', BY.otlp, 'OTEL_RESOURCE_ATTRIBUTES', `${OTEL}4.6.0`],
  // To Zipkin nothing but the name is sent.
  ['4.6.0', BY.zipkin, 'OTEL_RESOURCE_ATTRIBUTES', `${OTEL.replace('MI_TENANT)', 'MI_TENANT).$(MI_UNIT)')}4.6.0`],
])('spans of %s are of the tenant and its unit', (release, tracing, name, value) => {
  const unit = newUnit();
  new MiTenant(unit, 'orders', { image: imageOf(release), scaling: Scaling.fixed(1), config: { tracing } });
  const names = ['MI_UNIT', 'MI_TENANT', 'SERVICE_NAME', 'OTEL_RESOURCE_ATTRIBUTES'];
  // In this order: Kubernetes takes in what stands before.
  expect(serverOf(unit).env?.filter((one) => names.includes(`${one.name}`))).toEqual([
    { name: 'MI_UNIT', valueFrom: { fieldRef: { fieldPath: "metadata.labels['cdk8s-wso2-mi/unit']" } } },
    { name: 'MI_TENANT', valueFrom: { fieldRef: { fieldPath: "metadata.labels['cdk8s-wso2-mi/tenant']" } } },
    { name, value },
  ]);
});

test('spans of 1.2 are of the service wso2-synapse, which nothing changes', () => {
  expect(addedBy(BY.jaeger, imageOf('1.2.0'))).not.toHaveProperty('env');
});

test('the log file needs no way out', () => {
  expect(whereTo(BY.log, '4.4.0')).toEqual({
    toml: { mediation, opentelemetry: { enable: true, type: 'log' } },
    endpoints: [],
  });
});

test('before 4.2 Jaeger’s agent is told of in [opentracing]', () => {
  for (const release of ['1.2.0', '4.0.0', '4.1.0'] as const) {
    expect(whereTo(BY.jaeger, release)).toEqual({
      toml: {
        mediation,
        opentracing: {
          enable: true,
          jaeger: { sender: { agent_host: 'collector.observability.svc', agent_port: 4317 } },
        },
      },
      endpoints: [at.overUdp()],
    });
  }
});

test('before 4.2 Zipkin is told of in [opentracing] by its URL', () => {
  for (const release of ['4.0.0', '4.1.0'] as const) {
    expect(whereTo(BY.zipkin, release)).toEqual({
      toml: {
        mediation,
        opentracing: {
          enable: true,
          zipkin: { enable: true, backend: { url: 'http://collector.observability.svc:4317/api/v2/spans' } },
        },
      },
      endpoints: [at],
    });
  }
});

// infer.json and key-mappings.json of each release.
const KNOWN: ReadonlyArray<readonly [string, readonly MiTracer[]]> = [
  ['1.1.0', []],
  ['1.2.0', ['jaeger']],
  ['4.0.0', ['jaeger', 'zipkin']],
  ['4.1.0', ['jaeger', 'zipkin']],
  ['4.2.0', ['jaeger', 'zipkin', 'otlp', 'log']],
  ['4.3.0', ['jaeger', 'zipkin', 'otlp', 'log']],
  ['4.4.0', ['jaeger', 'zipkin', 'otlp', 'log']],
  ['4.5.0', ['jaeger', 'zipkin', 'otlp', 'log']],
  ['4.6.0', ['zipkin', 'otlp', 'log']],
];

test.each(RELEASES)('release %s refuses every collector that it cannot send to', (release) => {
  const known = KNOWN.find(([name]) => name === release)?.[1] ?? [];
  for (const [tracer, tracing] of Object.entries(BY)) {
    const added = addedBy(tracing, imageOf(release));
    if (known.some((one) => one === tracer)) {
      expect(added).not.toHaveProperty('refused');
    } else {
      expect(added).toEqual({
        refused: [
          `config.tracing of tenant "retail/orders" must be what release ${release} can do: ` +
            `${known.join(', ') || 'nothing'}, got ${tracer}`,
        ],
      });
    }
  }
});

test('fails in a fleet when 4.6 is to send to Jaeger, which it no longer knows', () => {
  const fleet = newFleet();
  const config = { tracing: Tracing.jaeger(at) };
  new MiTenant(newUnit(fleet), 'orders', { image: imageOf('4.6.0'), scaling: Scaling.fixed(2), config });
  expect(sentencesOf(() => fleet.render())).toEqual([
    'config.tracing of tenant "retail/orders" must be what release 4.6.0 can do: zipkin, otlp, log, got jaeger',
  ]);
});

test('what a tenant says itself is laid over it', () => {
  const unit = newUnit();
  const toml = { mediation: { stat: { tracer: { collect_payloads: true } } }, opentelemetry: { protocol: 'http' } };
  const config = { tracing: Tracing.otlp(at), toml };
  new MiTenant(unit, 'orders', { image: imageOf('4.6.0'), scaling: Scaling.fixed(2), config });
  expect(tomlOf(unit)).toMatchObject({
    mediation: { flow: { statistics: { capture_all: true } }, stat: { tracer: { collect_payloads: true } } },
    opentelemetry: { enable: true, protocol: 'http', type: 'otlp', url: 'http://collector.observability.svc:4317' },
  });
});
