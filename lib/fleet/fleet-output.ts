import { ArgoCdOutput, type ArgoCdProps } from './gitops/argo-cd';
import { FluxOutput, type FluxProps } from './gitops/flux';
import { type HelmChartProps, type HelmChartsProps, HelmOutput } from './helm/helm-chart';
import type { Output } from './output';
import { YamlOutput } from './yaml-output';

/** What a fleet is written as; one’s own is an object with a method `files`. */
export type FleetOutput = Output;

/** What a fleet can be written as. */
export const FleetOutput = {
  /** A file of YAML for each business unit, load balancer and plain chart. */
  yaml: (): FleetOutput => new YamlOutput(),

  /**
   * One Helm chart of all of it, whose templates render the same objects, with values for what operators change when they
   * install: replicas, hosts, image tags. Helm keeps a release in one Secret of 1 MiB, so a large fleet is a chart a unit.
   */
  helmChart: (props: HelmChartProps): FleetOutput => HelmOutput.ofFleet(props),

  /** A Helm chart for each business unit, load balancer and plain chart, in a folder of its name. */
  helmCharts: (props: HelmChartsProps): FleetOutput => HelmOutput.ofEachUnit(props),

  /** An ApplicationSet of Argo CD that makes an Application for each unit, load balancer and plain chart, of the files of YAML. */
  argoCd: (props: ArgoCdProps): FleetOutput => new ArgoCdOutput(props),

  /** A Kustomization of Flux for each unit, load balancer and plain chart, of the files of YAML. */
  flux: (props: FluxProps): FleetOutput => new FluxOutput(props),
};
