import { verbatim } from '../core/refusal';
import type { MiImage } from '../image/mi-image';
import { MI_RELEASES, type MiTracer } from '../release/mi-release';
import { EnvValue } from '../secret/env-value';
import type { TomlTable } from './deployment-toml';
import type { Endpoint } from './endpoint';
import type { PartMaker, PodPart } from './pod-part';

/** Variables that the names of spans are made of. */
const OWNER = { MI_UNIT: EnvValue.fromPod('unit'), MI_TENANT: EnvValue.fromPod('tenant') };

/**
 * Where traces of requests go. A span has the correlation id of the request's log lines from 4.4 on, as attribute
 * `CorrelationId` (SpanTagger of wso2-synapse). Every request is traced: no release samples, a collector on the way can.
 * Spans are of the service `<tenant>` in the namespace of its unit from 4.5 on, as the log records of
 * `LoggingSidecar.toOtlp`, and of the service `<tenant>.<unit>` 4.0 to 4.4; those of 1.2 are all of one. Which collectors a
 * release knows, its table says: Jaeger up to 4.5, Zipkin from 4.0 on, OTLP from 4.2 on (infer.json of
 * product-micro-integrator).
 */
export class Tracing implements PartMaker {
  /** A collector of OpenTelemetry, by OTLP over gRPC (usually port 4317); its header `x-application` says the application. */
  public static otlp(at: Endpoint): Tracing {
    return new Tracing('otlp', at);
  }

  /** A Zipkin server (usually port 9411), under its path `/api/v2/spans`. */
  public static zipkin(at: Endpoint): Tracing {
    return new Tracing('zipkin', at);
  }

  /** Jaeger: its agent up to 4.1 (UDP, usually port 6831), its collector from 4.2 on (usually port 14250). */
  public static jaeger(at: Endpoint): Tracing {
    return new Tracing('jaeger', at);
  }

  /** The log file of traces, `wso2-mi-open-telemetry.log`. */
  public static log(): Tracing {
    return new Tracing('log', undefined);
  }

  private constructor(
    /** The kind of collector. */
    public readonly tracer: MiTracer,
    private readonly at: Endpoint | undefined,
  ) {}

  public part({ release, app }: MiImage): PodPart {
    const { tracers, tracingTable, tracesNamedBy } = MI_RELEASES[release];
    return tracingTable === undefined || !tracers.includes(this.tracer)
      ? {
          complaints: [
            {
              prop: 'config.tracing',
              must: `be what release ${release} can do: ${tracers.join(', ') || 'nothing'}`,
              got: verbatim(this.tracer),
            },
          ],
        }
      : {
          ...(tracesNamedBy === undefined
            ? {}
            : { env: { ...OWNER, [tracesNamedBy]: EnvValue.notSecret(NAMES[tracesNamedBy](release, this.tracer)) } }),
          toml: {
            // Traces are made of the statistics of flows; without these nothing is ever sent.
            mediation: { flow: { statistics: { capture_all: true } } },
            [tracingTable]: TABLES[tracingTable](this.tracer, app, this.at),
          },
          endpoints:
            this.at === undefined
              ? []
              : [this.tracer === 'jaeger' && tracingTable === 'opentracing' ? this.at.overUdp() : this.at],
        };
  }
}

/** As a Service is called: two units may have tenants of one name. Kubernetes puts in what the labels of the pod say. */
const AS_SERVICE = '$(MI_TENANT).$(MI_UNIT)';

const NAMES = {
  SERVICE_NAME: () => AS_SERVICE,
  OTEL_RESOURCE_ATTRIBUTES: (release: string, tracer: MiTracer) => {
    // To Zipkin nothing but the name is sent.
    const name = tracer === 'zipkin' ? AS_SERVICE : '$(MI_TENANT)';
    return [`service.name=${name}`, 'service.namespace=$(MI_UNIT)', `service.version=${release}`].join(',');
  },
};

const TABLES = { opentracing, opentelemetry };

function opentracing(tracer: MiTracer, _: string, at: Endpoint | undefined): TomlTable {
  const { host = '', port = 0, address = '' } = at ?? {};
  return tracer === 'zipkin'
    ? { enable: true, zipkin: { enable: true, backend: { url: spansUrl(address) } } }
    : { enable: true, jaeger: { sender: { agent_host: host, agent_port: port } } };
}

function opentelemetry(type: MiTracer, app: string, at: Endpoint | undefined): TomlTable {
  const where: Readonly<Record<MiTracer, TomlTable>> = {
    // Properties are headers of what is sent; most releases do not start the sender of OTLP without one.
    otlp: { url: `http://${at?.address}`, properties: [{ name: 'x-application', value: app }] },
    zipkin: { url: spansUrl(at?.address ?? '') },
    jaeger: { host: at?.host ?? '', port: at?.port ?? 0 },
    log: {},
  };
  return { enable: true, type, ...where[type] };
}

/** Where Zipkin takes spans; every release asks the URL as it is. */
function spansUrl(address: string): string {
  return `http://${address}/api/v2/spans`;
}
