import type { MiImage } from '../image/mi-image';
import { MI_RELEASES } from '../release/mi-release';
import type { PartMaker, PodPart } from './pod-part';

/** What a tenant counts, and for whom. */
export class Metrics implements PartMaker {
  /** Counters for Prometheus, on port 9201 under `/metric-service/metrics` (docs-mi, monitoring with Prometheus). */
  public static prometheus(): Metrics {
    return new Metrics();
  }

  private constructor() {}

  public part({ release }: MiImage): PodPart {
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
