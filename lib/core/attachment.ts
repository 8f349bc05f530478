import type { IConstruct } from 'constructs';

/** Folders below that of a render, each for one kind of file. */
export const ATTACHMENT_FOLDERS = ['dashboards', 'rules', 'logs'] as const;

/** A file that goes with a render beside its manifests: a dashboard, an index template. No apply takes it. */
export interface Attachment {
  /** Its path below the folder of the render, in the folder of its kind: `dashboards/mi-fleet.json`. */
  readonly name: `${(typeof ATTACHMENT_FOLDERS)[number]}/${string}`;
  /** Its text, given what its first line must say of the fleet that it belongs to. */
  text(mark: string): string;
}

/** Key of what a construct attaches, in its own metadata. */
const KEY = 'cdk8s-wso2-mi/attachment';

/** Lets a file go with the render of the fleet that a construct stands in. */
export function attach(construct: IConstruct, attachment: Attachment): void {
  construct.node.addMetadata(KEY, attachment);
}

/** The files that constructs attach, in the order of their names. */
export function attachmentsOf(constructs: readonly IConstruct[]): Attachment[] {
  return constructs
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === KEY)
    .map(({ data }): Attachment => data)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * A value as JSON whose first line says the mark, which is its first text: where JSON knows no comment, a description is
 * one. Before it stand names of fields alone.
 */
export function markedJson(value: unknown, mark: string): string {
  const text = JSON.stringify(value, undefined, 2);
  const said = text.indexOf(JSON.stringify(mark));
  return `${text.slice(0, said).replace(/\s*\n\s*/g, ' ')}${text.slice(said)}\n`;
}
