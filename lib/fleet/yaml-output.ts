import { kubeContextOf } from '../core/context';
import { Progress } from '../core/progress';
import { yamlText } from '../core/yaml-text';
import { fileHeader } from './file-header';
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

function fileText(mark: string, file: RenderedFile): string {
  const kubeContext = kubeContextOf(file.chart);
  const context = kubeContext === undefined ? [] : [`Context of kubectl: ${kubeContext}`];
  const documents = file.objects.map(({ object }) => yamlText(object));
  const lines = [mark, ...context, ...fileHeader(file)].map((line) => `# ${line}`);
  return `${lines.join('\n')}\n${documents.join('---\n')}`;
}
