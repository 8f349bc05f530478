import { ApiObject, type Chart, DependencyGraph } from 'cdk8s';
import { BusinessUnit, MANAGED_BY } from './business-unit';
import { isClusterScoped } from './cluster-scoped';
import { neededObjects } from './needed-objects';
import { Progress } from './progress';
import { said, sentence } from './refusal';
import type { KubernetesObject, RenderedObject } from './rendered-object';
import { yamlText } from './yaml-text';

/** A file of the fleet, before it is written. */
export interface RenderedFile {
  readonly chart: Chart;
  readonly name: string;
  readonly objects: readonly RenderedObject[];
}

/** The first line of the files of a fleet, by which it knows its own; in an environment, of that environment's. */
export function markOf(fleet: string, environment?: string): string {
  const where = environment === undefined ? '' : `, environment "${environment}"`;
  return `# Rendered by ${MANAGED_BY} for fleet "${fleet}"${where}. Change its source and run synth, not this file.`;
}

/**
 * The objects of a chart without those of charts in it, in the order of their dependencies. A list is its items, as it is
 * to kubectl, each in the chart's namespace and with its labels as any other object.
 */
export function objectsOf(chart: Chart): RenderedObject[] {
  return new DependencyGraph(chart.node)
    .topology()
    .filter(ApiObject.isApiObject)
    .filter((object) => object.chart === chart)
    .flatMap((object) => {
      const { path } = object.node;
      return itemsOf(object.toJson(), chart).map((item) => ({ path, object: item }));
    });
}

/** The objects of a list, those of lists in it too; of anything else itself. */
function itemsOf(object: ListOrObject, chart: Chart): KubernetesObject[] {
  // A list of one kind need not say the kind again.
  const { apiVersion, kind, items } = object;
  const ofItem = { apiVersion, kind: kind.slice(0, -'List'.length) };
  return kind.endsWith('List') && Array.isArray(items)
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

/** The texts of files, each under its name. */
export function fileTexts(mark: string, files: readonly RenderedFile[]): ReadonlyMap<string, string> {
  const progress = new Progress('writing YAML', files.length);
  return new Map(files.map((file) => [file.name, progress.after(() => fileText(mark, file))]));
}

/** The text of a file: the mark, who answers for it, its objects. */
function fileText(mark: string, { chart, objects }: RenderedFile): string {
  const header = BusinessUnit.isBusinessUnit(chart) ? [...chart.header(kindsOf(objects)), ...neededLine(objects)] : [];
  const documents = objects.map(({ object }) => yamlText(object));
  return `${[mark, ...header.map((line) => `# ${line}`)].join('\n')}\n${documents.join('---\n')}`;
}

function kindsOf(objects: readonly RenderedObject[]): ReadonlySet<string> {
  return new Set(objects.map(({ object }) => object.kind));
}

function neededLine(objects: readonly RenderedObject[]): string[] {
  const needed = neededObjects(objects);
  return needed.length === 0 ? [] : [`Must be there before the first apply: ${needed.join(', ')}`];
}

/** Charts whose files would have one name, each as a sentence; the later would overwrite the earlier. */
export function sameFile(files: readonly RenderedFile[]): string[] {
  const first = new Map<string, Chart>();
  return files.flatMap(({ chart, name }) => {
    const other = first.get(name);
    first.set(name, other ?? chart);
    return other === undefined
      ? []
      : [
          sentence({
            prop: 'id',
            kind: 'chart',
            id: chart.node.path,
            must: 'give a file name of its own',
            got: said(`"${name}", which "${other.node.path}" has too`),
          }),
        ];
  });
}
