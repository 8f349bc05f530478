import type { TomlTable } from './deployment-toml';
import type { Endpoint } from './endpoint';
import type { MiImage } from './mi-image';
import { MI_RELEASES, type MiTracer } from './mi-release';
import type { PartMaker, PodPart } from './pod-part';
import { said } from './refusal';

/**
 * Where traces of requests go. Which collectors a release knows, its table says: Jaeger up to 4.5, Zipkin from 4.0
 * on, OTLP from 4.2 on (infer.json of product-micro-integrator).
 */
export class Tracing implements PartMaker {
  /** A collector of OpenTelemetry, by OTLP over gRPC (usually port 4317). */
  public static otlp(at: Endpoint): Tracing {
    return new Tracing('otlp', at);
  }

  /** A Zipkin server (usually port 9411). */
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

  public part({ release }: MiImage): PodPart {
    const { tracers, tracingTable } = MI_RELEASES[release];
    return tracingTable === undefined || !tracers.includes(this.tracer)
      ? {
          complaints: [
            {
              prop: 'config.tracing',
              must: `be what release ${release} can do: ${tracers.join(', ') || 'nothing'}`,
              got: said(this.tracer),
            },
          ],
        }
      : {
          toml: {
            // Traces are made of the statistics of flows; without these nothing is ever sent.
            mediation: { flow: { statistics: { capture_all: true } } },
            [tracingTable]: TABLES[tracingTable](this.tracer, this.at),
          },
          endpoints: this.at === undefined ? [] : [this.at],
        };
  }
}

const TABLES = { opentracing, opentelemetry };

function opentracing(tracer: MiTracer, at: Endpoint | undefined): TomlTable {
  const { host = '', port = 0, address = '' } = at ?? {};
  return tracer === 'zipkin'
    ? { enable: true, zipkin: { enable: true, backend: { url: `http://${address}` } } }
    : { enable: true, jaeger: { sender: { agent_host: host, agent_port: port } } };
}

function opentelemetry(type: MiTracer, at: Endpoint | undefined): TomlTable {
  const where: Readonly<Record<MiTracer, TomlTable>> = {
    otlp: { url: `http://${at?.address}` },
    zipkin: { url: `http://${at?.address}` },
    jaeger: { host: at?.host ?? '', port: at?.port ?? 0 },
    log: {},
  };
  return { enable: true, logs: true, type, ...where[type] };
}
