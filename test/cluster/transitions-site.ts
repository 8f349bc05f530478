import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../manifests';
import type { Pod } from './pod-watch';
import { type Cell, filesOf, type State } from './transitions-cells';

/** Name of the unit of a cell, from its words. */
export function unitOf({ name }: Cell): string {
  return `u-${name.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`;
}

/** What a `get` takes to find all of the unit of a cell, wherever it lives. */
export function ours(cell: Cell): string[] {
  return ['-A', '-l', `app.kubernetes.io/part-of=${unitOf(cell)}`];
}

/** Whether a pod is of the unit of a cell. */
export function isIn(cell: Cell): (pod: Pod) => boolean {
  return ({ metadata }) => metadata.labels?.['app.kubernetes.io/part-of'] === unitOf(cell);
}

/** The pods of the tenant that is looked at, under its old name or its new one, in the old namespace or the new one. */
export function answersIn(cell: Cell): (pod: Pod) => boolean {
  const names = ['orders', 'orders-2', `${unitOf(cell)}-orders`];
  return (pod) => isIn(cell)(pod) && names.includes(pod.spec.serviceAccountName);
}

/** What tells an object from others. */
export function placeOf({ kind, metadata }: { kind: string; metadata: { name: string; namespace?: string } }): string {
  return `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
}

/** A step of the documents, of the unit of a cell. */
export function inCell(cell: Cell, step: string): string {
  return step.replaceAll('retail', unitOf(cell));
}

/** The objects of a cell in a state. */
export function objectsOf(cell: Cell, state: State): Manifest[] {
  return [...filesOf(unitOf(cell), state).values()].flatMap((text) =>
    parseAllDocuments(text).map((document) => document.toJS() as Manifest),
  );
}

/** What tells the pods of the old poller from those of the new: the tenant, or the kind of workload. */
export function generationOf(cell: Cell): (pod: Pod) => string | undefined {
  return (pod) =>
    isIn(cell)(pod)
      ? `${pod.metadata.namespace} ${pod.spec.serviceAccountName} ${/-\d+$/.test(pod.metadata.name)}`
      : undefined;
}
