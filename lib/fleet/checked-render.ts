import { type App, Chart, Names } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type Attachment, attachmentsOf } from '../core/attachment';
import { kubernetesOf } from '../core/context';
import { Progress } from '../core/progress';
import type { Fault } from '../core/refusal';
import { GatewayIngress } from '../gateway/gateway-ingress';
import { LoadBalancer } from '../gateway/load-balancer';
import type { Render, RenderedObject, Rule } from '../rendered/rendered-object';
import { judged } from '../rendered/schema-judgement';
import { RULES } from '../rules';
import { MiTenant } from '../tenant/mi-tenant';
import { BusinessUnit } from '../unit/business-unit';
import { faultOf } from './faults';
import { objectsOf, type RenderedFile, sameFile } from './rendered-file';

/** The files of a fleet, and all that is wrong with it. */
export interface CheckedRender {
  /** Its files; they are worth writing only if nothing is wrong. */
  readonly files: readonly RenderedFile[];
  /** What goes with them. */
  readonly attachments: readonly Attachment[];
  /** What is refused. */
  readonly wrong: readonly Fault[];
}

/** A construct and what its validation said. */
interface RefusedConstruct {
  readonly construct: IConstruct;
  readonly error: string;
}

/** Renders a fleet and asks every construct and every rule. One pass over the units. */
export function checkedRender(app: App): CheckedRender {
  const nodes = app.node.findAll();
  const refused = refusedOf(nodes);
  const wrong = refused.map(({ construct, error }) =>
    faultOf(located(error, construct.node.path), { fleet: app, objects: [] }, construct),
  );
  const dependent = nodes.some((construct) => construct.node.dependencies.length > 0 || isNested(construct));
  if (dependent && wrong.length > 0) {
    // Nothing can be rendered before cdk8s has validated it again, and it would stop at the first mistake.
    return { files: [], attachments: [], wrong };
  }
  const files = filesOf(app, nodes.filter(isChart), dependent);
  const again = new Set(refused.map(({ construct }) => construct));
  const objects = files.flatMap((file) => file.objects);
  const render = {
    objects: withoutRefused(objects, refused),
    units: nodes.filter(BusinessUnit.isBusinessUnit),
    tenants: nodes.filter(MiTenant.isMiTenant).filter((tenant) => !again.has(tenant)),
    gateways: nodes.filter(GatewayIngress.isGatewayIngress),
    loadBalancers: nodes.filter(LoadBalancer.isLoadBalancer),
    kubernetes: kubernetesOf(app),
  };
  const broken = [...sameFile(files), ...brokenLaws(render)];
  return {
    files,
    attachments: attachmentsOf(nodes),
    wrong: [...wrong, ...broken.map((sentence) => faultOf(sentence, { fleet: app, objects }))],
  };
}

function refusedOf(nodes: readonly IConstruct[]): RefusedConstruct[] {
  const refused: RefusedConstruct[] = [];
  for (const construct of nodes) {
    for (const error of construct.node.validate()) {
      refused.push({ construct, error });
    }
  }
  return refused;
}

function brokenLaws(render: Render): string[] {
  return Object.values(RULES).flatMap((rule) => saidByLaw(rule, render));
}

function saidByLaw(rule: Rule, render: Render): string[] {
  try {
    return rule(render);
  } catch (error) {
    // A law may stumble over what is not of its type. That is said already, and it has its say once that is mended.
    if (judged(render).size === 0) {
      throw error;
    }
    return [];
  }
}

function filesOf(app: App, charts: readonly Chart[], dependent: boolean): RenderedFile[] {
  if (dependent) {
    // cdk8s resolves the dependencies of the whole tree whenever one chart is rendered.
    charts[0]?.toJson();
  }
  const between = dependent && charts.some((chart) => chart.node.dependencies.some(isChart));
  const progress = new Progress('rendering', charts.length);
  return (between ? app.charts : charts)
    .map((chart) => ({ chart, objects: progress.after(() => objectsOf(chart)) }))
    .filter(({ objects }) => objects.length > 0)
    .map(({ chart, objects }, index) => ({
      chart,
      objects,
      name: `${between ? orderOf(index) : ''}${Names.toDnsLabel(chart)}${app.outputFileExtension}`,
    }));
}

/** Charts that depend on one another are numbered in the order to apply them in, as cdk8s does it. */
function orderOf(index: number): string {
  return `${String(index).padStart(4, '0')}-`;
}

function isChart(construct: unknown): construct is Chart {
  return Chart.isChart(construct);
}

function isNested(construct: IConstruct): boolean {
  return isChart(construct) && isChart(construct.node.scope);
}

/** A sentence of ours names its thing; others get the path of the construct that said it. */
function located(error: string, path: string): string {
  return / of .+ ".*" must .+, got /s.test(error) ? error : `[${path}] ${error}`;
}

/** The objects of a refused tenant or volume are not judged again: one mistake is one sentence. */
function withoutRefused(
  objects: readonly RenderedObject[],
  refused: readonly RefusedConstruct[],
): readonly RenderedObject[] {
  if (refused.length === 0) {
    return objects;
  }
  const scopes = new Set<unknown>(refused.flatMap(({ construct }) => (isChart(construct) ? [] : construct)));
  return objects.filter(({ construct: { node } }) => !scopes.has(node.scope));
}
