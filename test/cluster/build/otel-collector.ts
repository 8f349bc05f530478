import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './digest';
import type { GoProgram } from './go-program';

/** The collector's list of components, and a receiver that writes down what it has answered for. */
const SOURCE = join(__dirname, '..', '..', 'signals', 'otlp');
const PROGRAMS = ['collector', 'receiver'] as const;

/** Releases of the modules that make one release of the collector. */
export interface CollectorRelease {
  readonly collector: string;
  readonly stable: string;
  readonly contrib: string;
}

/** The OpenTelemetry Collector with what a sidecar's configuration names; other source of ours is another version. */
export function otelCollector({ collector, stable, contrib }: CollectorRelease): GoProgram {
  const own = (path: string, version: string) => ({
    path: `go.opentelemetry.io/collector/${path}`,
    version: `v${version}`,
  });
  const others = 'github.com/open-telemetry/opentelemetry-collector-contrib';
  return {
    component: 'otel-collector',
    version: `${collector}-${digestOf(...PROGRAMS.map((name) => join(SOURCE, name)))}`,
    binaries: { collector: 'build/sources/collector', receiver: 'build/sources/receiver' },
    module: (workspace) => {
      for (const name of PROGRAMS) cpSync(join(SOURCE, name), join(workspace, 'sources', name), { recursive: true });
      return {
        require: [
          own('otelcol', collector),
          own('exporter/otlpexporter', collector),
          own('exporter/otlphttpexporter', collector),
          own('processor/memorylimiterprocessor', collector),
          own('confmap/provider/envprovider', stable),
          own('confmap/provider/fileprovider', stable),
          own('pdata', stable),
          { path: `${others}/receiver/filelogreceiver`, version: `v${contrib}` },
          { path: `${others}/extension/storage/filestorage`, version: `v${contrib}` },
        ],
      };
    },
    linkerValues: {},
  };
}
