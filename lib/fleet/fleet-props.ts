import type { IResolver } from 'cdk8s';
import type { PodUser } from '../core/context';
import type { KubernetesVersion } from '../core/kubernetes-version';
import type { LogStore } from '../logging/log-store';
import type { Monitoring } from '../monitoring/monitoring';
import type { Network } from '../network/network';
import type { Output } from './output';

/** What a fleet is called that says no name. */
export const DEFAULT_NAME = 'mi';

/** A fleet as a whole. */
export interface FleetProps {
  /**
   * Name of the fleet. It stands in the first line of every file; only files with that line are replaced or removed, so
   * two fleets that write into one folder need two names.
   *
   * @default 'mi'
   */
  readonly name?: string;

  /**
   * The oldest minor version of Kubernetes among the clusters that the files are applied to. From 1.29 on, logging
   * sidecars outlive the drain; before it they are refused.
   *
   * @default '1.29'
   */
  readonly kubernetes?: KubernetesVersion;

  /**
   * Who says which user the pods run as: Micro Integrator's release (802 or 10802, as in WSO2's image), or the namespace,
   * as OpenShift's `restricted-v2` gives each a range of its own. With `'namespace'` no user, group or `fsGroup` is
   * written; the image must let group 0 write to the product's home (docs/composing.md, "On OpenShift"), and what would
   * need a known user is refused: volumes that are written without a `group`, containers with a `runAsUser`.
   *
   * @default 'release'
   */
  readonly podUser?: PodUser;

  /**
   * What the names of units end with in the cluster, so that two environments can live in one: `-staging` makes unit
   * `clinic` live in namespace `clinic-staging`. Ids in code, host books and file names stay as they are. Objects of
   * plain charts keep their names too; `fleet.suffix` is there for them.
   *
   * @default '' - names are ids
   */
  readonly suffix?: string;

  /**
   * Name of the context of kubectl that the files are for, as `kubectl config get-contexts` says it. It stands at the top
   * of each file, and `cdk8s-wso2-mi deploy`, `rollback` and `teardown` refuse any other. Environments whose contexts are
   * equal are taken to live in one cluster, and compared: where two clusters have contexts of one name by chance,
   * `kubectl config rename-context` gives one of them another.
   *
   * @default - the files name none, and each command must be told one by `--context`
   */
  readonly kubeContext?: string;

  /**
   * Folder that the files are written into; a relative one is below the folder in which synth is started, as for every
   * cdk8s app.
   *
   * @default - what the cdk8s CLI says by CDK8S_OUTDIR, else 'dist'
   */
  readonly outdir?: string;

  /**
   * What is written: a file of YAML for each unit, or whatever one's own output makes of the same objects.
   *
   * @default FleetOutput.yaml()
   */
  readonly output?: Output;

  /**
   * How the fleet is watched: `Monitoring.serviceMonitors({ labels: { release: 'kube-prometheus-stack' } })` brings a
   * ServiceMonitor to each tenant with `config.metrics`, alerts to all, and dashboards.
   *
   * @default - it is not; metrics are shown to whoever asks, and nobody is told to
   */
  readonly monitoring?: Monitoring;

  /**
   * What the pods of its units may talk to, for units that say no `network` of their own: who collects metrics, who
   * operates, who answers for names, and whether all that is enforced.
   *
   * @default Network.isolated() - nothing gets in or out but what is declared
   */
  readonly network?: Network;

  /**
   * Where the lines go that `LoggingSidecar.toOpenSearch` or `toElasticsearch` sends: its index template, retention and
   * view are written as files (`logs/`).
   *
   * @default - none; whoever runs the store says what it keeps
   */
  readonly logStore?: LogStore;

  /**
   * What else is written of the same objects, each into a folder of its own: `{ chart: FleetOutput.helmChart({ … }) }`.
   * Not into `outdir`, where kubectl would take a chart for manifests.
   *
   * @default - nothing
   */
  readonly beside?: Readonly<Record<string, Output>>;

  /**
   * Resolvers of cdk8s, which may replace any value while it is rendered.
   *
   * @default - none but those of cdk8s
   */
  readonly resolvers?: IResolver[];
}

/** What environments have in common, and what of the fleet differs. */
export interface EnvironmentsProps<Site = unknown, Environment extends string = string> {
  /**
   * Name of the fleet, in all environments.
   *
   * @default 'mi'
   */
  readonly name?: string;

  /**
   * Folder that holds a folder for each environment.
   *
   * @default - what the cdk8s CLI says by CDK8S_OUTDIR, else 'dist'
   */
  readonly outdir?: string;

  /**
   * Props of the fleet of an environment: `(site) => ({ kubernetes: site.kubernetes, suffix: site.suffix })`.
   *
   * @default () => ({})
   */
  readonly fleet?: (site: Site, environment: Environment) => Omit<FleetProps, 'name' | 'outdir'>;
}
