import { ApiObject, type Chart, DependencyGraph } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { alphabetical } from '../core/alphabetical';
import { repeats } from '../core/by-key';
import { isClusterScoped } from '../core/cluster-scoped';
import { isRecord } from '../core/record';
import { sentence, verbatim } from '../core/refusal';
import { requireHead } from '../rendered/object-head';
import { objectJson, rendersAsStock } from '../rendered/object-json';
import type { KubernetesObject, RenderedObject } from '../rendered/rendered-object';
import { withServerDefaults } from '../rendered/server-defaults';
import { BusinessUnit, CONTACT_ANNOTATION } from '../unit/business-unit';

/** What a chart of a fleet renders. */
export interface RenderedFile {
  /** The chart: a business unit, a load balancer or a plain one. */
  readonly chart: Chart;
  /** Name of its file of YAML: `clinic.k8s.yaml`. */
  readonly name: string;
  /** Its objects, in the order to apply them in. */
  readonly objects: readonly RenderedObject[];
}

/**
 * The objects of a chart without those of charts in it, in the order of their dependencies. A list is its items, as it is
 * to kubectl, each in the chart's namespace and with its labels as any other object. What the API server fills in is
 * written, and who answers for it.
 */
export function objectsOf(chart: Chart): RenderedObject[] {
  const unit = chart.node.scopes.findLast(BusinessUnit.isBusinessUnit);
  const all: RenderedObject[] = [];
  let isStockApp: boolean | undefined;
  for (const construct of inOrder(chart)) {
    if (ApiObject.isApiObject(construct) && construct.chart === chart) {
      isStockApp ??= rendersAsStock(chart);
      for (const item of itemsOf(objectJson(construct, isStockApp), chart)) {
        requireHead(item, construct);
        all.push({ construct, unit, object: withServerDefaults(owned(item, unit)) });
      }
    }
  }
  return all;
}

/** The constructs of a chart, each after what it depends on. */
function inOrder({ node }: Chart): IConstruct[] {
  const all = node.findAll();
  return all.some((construct) => construct.node.dependencies.length > 0) ? new DependencyGraph(node).topology() : all;
}

/** The object with who answers for it, so that whoever finds it knows. */
export function owned(object: KubernetesObject, unit: BusinessUnit | undefined): KubernetesObject {
  if (unit === undefined) {
    return object;
  }
  const { annotations, ...metadata } = object.metadata;
  if (annotations === undefined) {
    return { ...object, metadata: { annotations: { [CONTACT_ANNOTATION]: unit.contact }, ...metadata } };
  }
  if (!isRecord(annotations)) {
    return object;
  }
  const keys = Object.keys(annotations);
  if (CONTACT_ANNOTATION in annotations && alphabetical(keys) === keys) {
    return object;
  }
  const all: Readonly<Record<string, string>> = { [CONTACT_ANNOTATION]: unit.contact, ...annotations };
  const sorted = Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)));
  return { ...object, metadata: { annotations: sorted, ...metadata } };
}

/** The objects of a list, those of lists in it too; of anything else itself. */
function itemsOf(object: ListOrObject, chart: Chart): KubernetesObject[] {
  // A list of one kind need not say the kind again.
  const { apiVersion, kind, items }: ListOrObject = Object(object);
  const ofItem = { apiVersion, kind: `${kind}`.slice(0, -'List'.length) };
  return `${kind}`.endsWith('List') && Array.isArray(items)
    ? items.flatMap((item) => itemsOf(inChart({ ...ofItem, ...item }, chart), chart))
    : [object];
}

function inChart(item: ListItem, { namespace, labels }: Chart): KubernetesObject {
  const all = { ...labels, ...item.metadata?.labels };
  const metadata = {
    ...(namespace === undefined || isClusterScoped(item.kind) ? {} : { namespace }),
    name: '',
    ...item.metadata,
    ...(Object.keys(all).length === 0 ? {} : { labels: all }),
  };
  return { ...item, metadata };
}

type ListOrObject = KubernetesObject & { readonly items?: readonly ListItem[] };

/** An object as somebody wrote it into a list, where nothing makes sure that it has a name. */
type ListItem = Omit<KubernetesObject, 'metadata'> & { readonly metadata?: Partial<KubernetesObject['metadata']> };

/** Charts whose files would have one name, each as a sentence; the later would overwrite the earlier. */
export function sameFile(files: readonly RenderedFile[]): string[] {
  return repeats(files, ({ name }) => name).map(([{ chart, name }, first]) =>
    sentence({
      prop: 'id',
      kind: 'chart',
      id: chart.node.path,
      must: 'give a file name of its own',
      got: verbatim(`"${name}", which "${first.chart.node.path}" has too`),
    }),
  );
}
