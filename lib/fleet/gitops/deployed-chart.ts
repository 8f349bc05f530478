import { Chart, Names } from 'cdk8s';
import { namingSuffixOf } from '../../core/context';
import { GatewayIngress } from '../../gateway/gateway-ingress';
import type { KubernetesObject } from '../../rendered/rendered-object';
import { BusinessUnit } from '../../unit/business-unit';
import type { RenderedFile } from '../rendered-file';

/** A chart of the fleet, as a controller of GitOps brings it to a cluster. */
export interface DeployedChart {
  /** Its name in the cluster: that of the unit, or the id of a load balancer or plain chart with the fleet's suffix. */
  readonly name: string;
  /** Name of its file of YAML. */
  readonly file: string;
  /** The namespace of a unit; undefined for what is no unit. */
  readonly namespace: string | undefined;
  /** Names of the charts that must be there first: load balancers that its routes are on, and what it depends on. */
  readonly after: readonly string[];
  /** Its objects. */
  readonly objects: readonly KubernetesObject[];
}

/** The charts of a fleet, each after those that must be there first. */
export function deployedCharts(files: readonly RenderedFile[]): DeployedChart[] {
  const names = new Map(files.map(({ chart }) => [chart, nameOf(chart)]));
  const charts = files.map(({ chart, name: file, objects }) => ({
    name: nameOf(chart),
    file,
    namespace: BusinessUnit.isBusinessUnit(chart) ? chart.namespaceName : undefined,
    after: [...new Set(neededBy(chart).flatMap((needed) => names.get(needed) ?? []))].sort(),
    objects: objects.map(({ object }) => object),
  }));
  return charts.sort((one, other) => stepOf(one, charts) - stepOf(other, charts));
}

/** How many charts must be there one after the other before this one. (No circle passes the render.) */
export function stepOf({ after }: DeployedChart, charts: readonly DeployedChart[]): number {
  const before = charts.filter(({ name }) => after.includes(name));
  return before.length === 0 ? 0 : 1 + Math.max(...before.map((chart) => stepOf(chart, charts)));
}

function nameOf(chart: Chart): string {
  return BusinessUnit.isBusinessUnit(chart) ? chart.name : `${Names.toDnsLabel(chart)}${namingSuffixOf(chart)}`;
}

function neededBy(chart: Chart): Chart[] {
  const gateways = chart.node.findAll().filter(GatewayIngress.isGatewayIngress);
  return [
    ...gateways.flatMap(({ loadBalancers }) => loadBalancers),
    ...chart.node.dependencies.filter((one): one is Chart => Chart.isChart(one)),
  ];
}
