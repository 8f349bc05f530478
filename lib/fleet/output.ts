import type { Attachment } from '../core/attachment';
import { refuse, verbatim } from '../core/refusal';
import { isMarked } from './mark';
import type { RenderedFile } from './rendered-file';

/** A file of an output folder, before it is written. */
export interface OutputFile {
  /** Its name in the folder: `clinic.k8s.yaml`, or `templates/clinic.yaml` in a folder of its own. */
  readonly name: string;
  /** Its text. The first line has the mark in it, in whatever is a comment there. */
  readonly text: string;
}

/** A fleet of which nothing is refused. */
export interface OutputRender {
  /** What the first line of each file says, so that the fleet knows its own: `# ${mark}` in YAML. */
  readonly mark: string;
  /** What its charts render, in their order. */
  readonly charts: readonly RenderedFile[];
  /** Files that go with them and that no apply takes: dashboards, rules, index templates. */
  readonly attachments: readonly Attachment[];
}

/** What a fleet is written as. */
export interface Output {
  /** The files, one by one: what is written of one need not be held while the next is made. */
  files(render: OutputRender): Iterable<OutputFile>;
}

/** The files of an output, each looked at before it is handed on. */
export function* outputFiles(output: Output, render: OutputRender): Generator<OutputFile> {
  const names = new Set<string>();
  for (const file of output.files(render)) {
    requireFile(file, render.mark, names);
    names.add(file.name);
    yield file;
  }
}

/** The texts of all files of an output, each under its name. */
export function textsOf(output: Output, render: OutputRender): ReadonlyMap<string, string> {
  return new Map([...outputFiles(output, render)].map(({ name, text }) => [name, text]));
}

function requireFile({ name, text }: OutputFile, mark: string, names: ReadonlySet<string>): void {
  const about = { kind: 'output file', id: name };
  const elements = name.split('/');
  if (elements.some((element) => /^\.*$/.test(element) || /[\\\p{Cc}]/u.test(element))) {
    refuse({ ...about, prop: 'name', must: 'be a path below the folder, its parts joined by "/"', got: name });
  }
  if (names.has(name)) {
    refuse({ ...about, prop: 'name', must: 'be given once', got: verbatim('it again') });
  }
  if (!isMarked(text, mark)) {
    const [first = ''] = text.split('\n', 1);
    const instead = 'without it the file could never be replaced or removed';
    refuse({
      ...about,
      prop: 'text',
      must: 'say the mark of its fleet, and nothing else, in the first line',
      got: first,
      instead,
    });
  }
}
