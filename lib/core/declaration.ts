import type { IConstruct } from 'constructs';
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

/** Frames of a stack: those of the library stand before the program's own. */
const FRAMES = 50;

/** Takes note of how a construct is declared, where the program is asked for it. */
export function declare({ node }: IConstruct, props: object): void {
  if (process.env[QUESTION] !== undefined) {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = FRAMES;
    node.addMetadata(KEY, { props, places: callersOf(new Error()) });
    Error.stackTraceLimit = limit;
  }
}

/** How a construct is declared; where the program was asked for it. */
export function declarationOf<P extends object>({ node }: IConstruct): Declaration<P> {
  return node.metadata.find(({ type }) => type === KEY)?.data;
}
