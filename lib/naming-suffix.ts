import type { IConstruct } from 'constructs';
import { refuse } from './refusal';

/** Where the tree keeps it, so that whoever stands in it can ask without knowing the fleet. */
const CONTEXT = 'cdk8s-wso2-mi/suffix';

/** Lets the names of all units below `root` end with `suffix`; before the first of them is made. */
export function setNamingSuffix(root: IConstruct, fleet: string, suffix: string): void {
  if (!/^(-[a-z0-9]+)*$/.test(suffix)) {
    refuse({
      prop: 'suffix',
      kind: 'fleet',
      id: fleet,
      must: 'be lower-case letters and digits, with a "-" before each word',
      got: suffix,
      instead: 'write it like "-staging"',
    });
  }
  root.node.setContext(CONTEXT, suffix);
}

/** What the names of units end with where `construct` stands; nothing outside of a fleet. */
export function namingSuffixOf(construct: IConstruct): string {
  const suffix: unknown = construct.node.tryGetContext(CONTEXT);
  return typeof suffix === 'string' ? suffix : '';
}
