import { Duration } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { PartMaker, PodPart } from '../config/pod-part';
import { isDnsLabel, isLabelValue, isQualifiedName } from '../core/dns-name';
import { refuse, verbatim } from '../core/refusal';
import { wholeSeconds } from '../core/whole-seconds';
import type { MiImage } from '../image/mi-image';
import { METRICS_PATH, MI_RELEASES } from '../release/mi-release';

/** How a fleet is watched, however its pods are found. */
export interface MonitoringProps {
  /**
   * Labels of ServiceMonitors, PodMonitors and PrometheusRules, by which a Prometheus of the operator selects its own:
   * `{ release: 'kube-prometheus-stack' }`.
   *
   * @default - none; a Prometheus that selects all of them takes these too
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * How often metrics are asked for; alerts look at ranges of five minutes and more. From 5 s to 2 minutes.
   *
   * @default Duration.seconds(30)
   */
  readonly interval?: Duration;

  /**
   * Namespace in which Grafana's sidecar finds the dashboards, as ConfigMaps with the label `grafana_dashboard`. It is
   * there already.
   *
   * @default - dashboards are files alone: `dashboards/mi-fleet.json`, `dashboards/mi-tenant.json`
   */
  readonly dashboardsIn?: string;

  /**
   * Where the runbooks are read; each alert adds `#` and its name in small letters.
   *
   * @default 'docs/runbooks.md' - as this library brings them; synth says that no message opens it
   */
  readonly runbooks?: string;

  /**
   * How long before its end a certificate in a namespace of the fleet must be a new one.
   *
   * @default Duration.days(14)
   */
  readonly certificateNotice?: Duration;
}

/** How Prometheus finds the pods of tenants with `config.metrics`. */
export type ScrapeKind = 'ServiceMonitor' | 'PodMonitor' | 'annotations';

/**
 * How a fleet is watched: who asks its metrics, who is called when, what dashboards show. Each tenant says its limits in
 * `alerts`; those that count need `config.metrics`.
 */
export class Monitoring implements PartMaker {
  /** By a ServiceMonitor and a PrometheusRule for each tenant (Prometheus operator). */
  public static serviceMonitors(props: MonitoringProps = {}): Monitoring {
    return new Monitoring('ServiceMonitor', props);
  }

  /** By a PodMonitor and a PrometheusRule for each tenant (Prometheus operator). */
  public static podMonitors(props: MonitoringProps = {}): Monitoring {
    return new Monitoring('PodMonitor', props);
  }

  /**
   * By annotations of the pods (`prometheus.io/scrape`, `port`, `path`), without the operator: rules are files for
   * `rule_files` of Prometheus (`rules/<unit>.<tenant>.rules`, a name that neither kubectl nor Flux takes for a manifest), and its scrape configuration is in docs/signals.md.
   */
  public static annotations(props: MonitoringProps = {}): Monitoring {
    return new Monitoring('annotations', props);
  }

  /** Labels of the objects that Prometheus' operator selects. */
  public readonly labels: Readonly<Record<string, string>>;
  /** How often metrics are asked for, in seconds. */
  public readonly intervalSeconds: number;
  /** Namespace of the dashboards; `undefined` where they are files alone. */
  public readonly dashboardsIn: string | undefined;
  /** Where the runbooks are read. */
  public readonly runbooks: string;
  /** How long before its end a certificate must be a new one, in seconds. */
  public readonly certificateNoticeSeconds: number;

  private constructor(
    /** How Prometheus finds the pods. */
    public readonly scrape: ScrapeKind,
    props: MonitoringProps,
  ) {
    const { labels = {}, interval = Duration.seconds(30), certificateNotice = Duration.days(14) } = props;
    const about = { kind: 'monitoring', id: scrape };
    const seconds = wholeSeconds('interval', about.kind, about.id, interval, 5);
    if (seconds > MOST_INTERVAL) {
      const instead = 'rates over five minutes would have too few of them';
      refuse({ ...about, prop: 'interval', must: 'be at most two minutes', got: verbatim(`${seconds} s`), instead });
    }
    for (const [key, value] of Object.entries(labels)) {
      if (!isQualifiedName(key) || !isLabelValue(value)) {
        refuse({ ...about, prop: 'labels', must: 'be labels that Kubernetes takes', got: `${key}: ${value}` });
      }
    }
    const { dashboardsIn } = props;
    if (dashboardsIn !== undefined && !isDnsLabel(dashboardsIn)) {
      refuse({ ...about, prop: 'dashboardsIn', must: 'name a namespace', got: dashboardsIn });
    }
    this.labels = labels;
    this.intervalSeconds = seconds;
    this.dashboardsIn = dashboardsIn;
    this.runbooks = props.runbooks ?? 'docs/runbooks.md';
    this.certificateNoticeSeconds = certificateNotice.toSeconds();
  }

  /** What it adds to a pod with metrics: annotations, where pods are found by them. */
  public part({ release }: Pick<MiImage, 'release'>): PodPart {
    return this.scrape === 'annotations'
      ? {
          annotations: {
            'prometheus.io/scrape': 'true',
            'prometheus.io/port': `${MI_RELEASES[release].ports.internalHttp}`,
            'prometheus.io/path': METRICS_PATH,
            [RELEASE_ANNOTATION]: release,
          },
        }
      : {};
  }
}

/** Annotation of pods that Prometheus finds by annotations: the release whose metrics they show. */
const RELEASE_ANNOTATION = 'cdk8s-wso2-mi/release';

/** A rate needs two samples and better four; rules look back five minutes at the least. */
const MOST_INTERVAL = 120;

/** Where the tree keeps it, so that whoever stands in it can ask without knowing the fleet. */
const KEY = 'cdk8s-wso2-mi/monitoring';

/** Tells all below `root` how they are watched; before the first of them is made. */
export function setMonitoring(root: IConstruct, monitoring: Monitoring | undefined): void {
  root.node.setContext(KEY, monitoring);
}

/** How whoever stands in a fleet is watched; `undefined` if it is not. */
export function monitoringOf(construct: IConstruct): Monitoring | undefined {
  return construct.node.tryGetContext(KEY);
}
