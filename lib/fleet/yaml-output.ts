import { kubeContextOf } from '../core/context';
import { Progress } from '../core/progress';
import { yamlText } from '../core/yaml-text';
import type { RenderedObject } from '../rendered/rendered-object';
import { BusinessUnit } from '../unit/business-unit';
import { neededObjects } from './needed-objects';
import type { Output, OutputFile, OutputRender } from './output';
import type { RenderedFile } from './rendered-file';

/** A file of YAML for each chart, with who answers for it at its top; what goes with them in folders below. */
export class YamlOutput implements Output {
  public *files({ mark, charts, attachments }: OutputRender): Generator<OutputFile> {
    const progress = new Progress('writing YAML', charts.length);
    for (const file of charts) {
      yield { name: file.name, text: progress.after(() => fileText(mark, file)) };
    }
    for (const attachment of attachments) {
      yield { name: attachment.name, text: attachment.text(mark) };
    }
  }
}

function fileText(mark: string, { chart, objects }: RenderedFile): string {
  const kubeContext = kubeContextOf(chart);
  const context = kubeContext === undefined ? [] : [`Context of kubectl: ${kubeContext}`];
  const header = BusinessUnit.isBusinessUnit(chart) ? [...chart.header(kindsOf(objects)), ...neededLine(objects)] : [];
  const documents = objects.map(({ object }) => yamlText(object));
  return `${[mark, ...context, ...header].map((line) => `# ${line}`).join('\n')}\n${documents.join('---\n')}`;
}

function kindsOf(objects: readonly RenderedObject[]): ReadonlySet<string> {
  return new Set(objects.map(({ object }) => object.kind));
}

function neededLine(objects: readonly RenderedObject[]): string[] {
  const needed = neededObjects(objects);
  return needed.length === 0 ? [] : [`Must be there before the first apply: ${needed.join(', ')}`];
}
