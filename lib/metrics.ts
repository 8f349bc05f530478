import type { ConfigPart, Configures } from './config-part';
import type { MiImage } from './mi-image';
import { MI_RELEASES } from './mi-release';

/** What a tenant counts, and for whom. */
export class Metrics implements Configures {
  /** Counters for Prometheus, on port 9201 under `/metric-service/metrics` (docs-mi, monitoring with Prometheus). */
  public static prometheus(): Metrics {
    return new Metrics();
  }

  private constructor() {}

  public part({ release }: MiImage): ConfigPart {
    const { metricHandler } = MI_RELEASES[release];
    return {
      args: ['-DenablePrometheusApi=true'],
      toml:
        metricHandler === undefined
          ? {}
          : { synapse_handlers: [{ name: 'CustomObservabilityHandler', class: metricHandler }] },
    };
  }
}
