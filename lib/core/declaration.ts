import type { IConstruct, MetadataEntry } from 'constructs';
import { callersOf, type SourcePlace } from './caller';

/** What somebody wrote to declare a construct, and where. */
export interface Declaration<P> {
  readonly props: P;
  /** The line of its constructor, then the lines that led there: of a function of one's own, those that call it. */
  readonly places: readonly SourcePlace[];
}

/**
 * Variable that holds a question, as JSON. A program run with it answers why fields of a tenant are as they are, and
 * writes no manifest: so `cdk8s-wso2-mi explain` learns it from the code that decides.
 */
export const QUESTION = 'CDK8S_WSO2_MI_EXPLAIN';

/** Key of how a construct is declared, in its own metadata. */
const KEY = 'cdk8s-wso2-mi/declaration';

/** Frames that are kept of each: this function, the constructor, and who called that. Each frame more takes its time. */
const FRAMES = 6;

/** Takes note of how a construct is declared. Its stack is put into words when somebody asks: of most nobody does. */
export function declare({ node }: IConstruct, props: object): void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  node.addMetadata(KEY, { props, stack: new Error() });
  Error.stackTraceLimit = limit;
}

/** How a construct is declared. */
export function declarationOf<P extends object>(construct: IConstruct): Declaration<P> {
  const { props, stack } = noteOf(construct)?.data ?? {};
  return { props, places: stack === undefined ? [] : callersOf(stack) };
}

/** Where a construct is declared, or the nearest that it stands in; of a fleet only if it is asked for itself. */
export function placesOf(construct: IConstruct): readonly SourcePlace[] {
  const { root, scopes } = construct.node;
  const found = scopes.reverse().find((one) => noteOf(one) !== undefined);
  return found === undefined || (found === root && construct !== root) ? [] : declarationOf(found).places;
}

function noteOf({ node }: IConstruct): MetadataEntry | undefined {
  return node.metadata.find(({ type }) => type === KEY);
}
