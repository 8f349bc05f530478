import { ApiObject, type Chart, DependencyGraph } from 'cdk8s';
import { BusinessUnit } from './business-unit';
import { said, sentence } from './refusal';
import type { RenderedObject } from './rendered-object';
import { yamlText } from './yaml-text';

/** A file of the fleet, before it is written. */
export interface RenderedFile {
  readonly chart: Chart;
  readonly name: string;
  readonly objects: readonly RenderedObject[];
}

/** The objects of a chart without those of charts in it, in the order of their dependencies. */
export function objectsOf(chart: Chart): RenderedObject[] {
  return new DependencyGraph(chart.node)
    .topology()
    .filter(ApiObject.isApiObject)
    .filter((object) => object.chart === chart)
    .map((object) => ({ path: object.node.path, object: object.toJson() }));
}

/** The text of a file: the mark, who answers for it, its objects. */
export function fileText(mark: string, { chart, objects }: RenderedFile): string {
  const header = BusinessUnit.isBusinessUnit(chart) ? chart.header : [];
  const documents = objects.map(({ object }) => yamlText(object));
  return `${[mark, ...header.map((line) => `# ${line}`)].join('\n')}\n${documents.join('---\n')}`;
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
