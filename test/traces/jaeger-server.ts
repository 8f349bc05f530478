import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { program } from '../cluster/build/cache';
import { OwnedProcess } from '../cluster/owned-process';
import { freePorts } from '../cluster/ports';
import { JAEGER } from '../cluster/versions';

/** A tag of a span, or of who sent it. */
interface Tag {
  readonly key: string;
  readonly value: unknown;
}

/** What Jaeger shows of a span. */
export interface ShownSpan {
  readonly operation: string;
  readonly service: string;
  /** Tags of the span, and those of its service. */
  readonly tags: Readonly<Record<string, unknown>>;
}

interface Answer {
  readonly data: ReadonlyArray<{
    readonly spans: ReadonlyArray<{ readonly operationName: string; readonly processID: string; readonly tags: Tag[] }>;
    readonly processes: Readonly<Record<string, { readonly serviceName: string; readonly tags: Tag[] }>>;
  }>;
}

/** Where it takes spans: by OTLP over gRPC, by Zipkin's way, by its own over gRPC, and by that of its agent over UDP. */
export interface JaegerPorts {
  readonly otlp: number;
  readonly zipkin: number;
  readonly collector: number;
  readonly agent: number;
}

/** A real Jaeger that keeps in memory what it is sent. */
export class JaegerServer {
  static async start(folder: string): Promise<JaegerServer> {
    const [otlp = 0, zipkin = 0, collector = 0, agent = 0, query = 0, other = 0] = await freePorts(6);
    const ports = { otlp, zipkin, collector, agent };
    mkdirSync(folder, { recursive: true });
    const config = join(folder, 'jaeger.yaml');
    writeFileSync(config, stringify(configOf(ports, query, other)));
    const file = program(JAEGER, 'jaeger');
    const args = ['--config', config];
    const running = OwnedProcess.start({ name: 'jaeger', file, args, log: join(folder, 'jaeger.log') });
    const server = new JaegerServer(ports, `http://127.0.0.1:${query}`, running);
    await running.ready(60, async () => fetch(`${server.address}/api/services`));
    return server;
  }

  private constructor(
    readonly ports: JaegerPorts,
    private readonly address: string,
    private readonly running: OwnedProcess,
  ) {}

  /** The spans of a service; with tags those that have them. */
  async spansOf(service: string, tags: Readonly<Record<string, string>> = {}): Promise<ShownSpan[]> {
    const query = new URLSearchParams({ service, tags: JSON.stringify(tags) });
    const response = await fetch(`${this.address}/api/traces?${query}`);
    const { data }: Answer = JSON.parse(await response.text());
    return data.flatMap(({ spans, processes }) =>
      spans.map(({ operationName, processID, tags: own }) => {
        const { serviceName = '', tags: whose = [] } = processes[processID] ?? {};
        const all = [...whose, ...own].map(({ key, value }) => [key, value] as const);
        return { operation: operationName, service: serviceName, tags: Object.fromEntries(all) };
      }),
    );
  }

  stop(): Promise<void> {
    return this.running.stop();
  }
}

function configOf({ otlp, zipkin, collector, agent }: JaegerPorts, query: number, other: number) {
  const here = (port: number) => ({ endpoint: `127.0.0.1:${port}` });
  return {
    service: {
      extensions: ['jaeger_storage', 'jaeger_query'],
      pipelines: { traces: { receivers: ['otlp', 'zipkin', 'jaeger'], exporters: ['jaeger_storage_exporter'] } },
      telemetry: { metrics: { level: 'none' } },
    },
    extensions: {
      jaeger_query: { storage: { traces: 'memory' }, http: here(query), grpc: here(other) },
      jaeger_storage: { backends: { memory: { memory: { max_traces: 1000 } } } },
    },
    receivers: {
      otlp: { protocols: { grpc: here(otlp) } },
      zipkin: here(zipkin),
      jaeger: { protocols: { grpc: here(collector), thrift_compact: here(agent) } },
    },
    exporters: { jaeger_storage_exporter: { trace_storage: 'memory' } },
  };
}
