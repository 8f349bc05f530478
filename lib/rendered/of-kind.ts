import { groupBy } from '../core/by-key';
import { podSpecOf, type Render, type RenderedObject } from './rendered-object';

type Objects = Render['objects'];

/** Looked for once, however many laws ask. */
const KINDS = new WeakMap<Objects, ReadonlyMap<string, readonly RenderedObject[]>>();
const POD_MAKERS = new WeakMap<Objects, readonly RenderedObject[]>();

/** The objects of a kind: a law looks at those that it is about, not at all of a fleet. */
export function ofKind(objects: Objects, kind: string): readonly RenderedObject[] {
  const known = KINDS.get(objects) ?? groupBy(objects, ({ object }) => object.kind);
  KINDS.set(objects, known);
  return known.get(kind) ?? [];
}

/** The objects that make pods, whatever their kind. */
export function podMakers(objects: Objects): readonly RenderedObject[] {
  const known = POD_MAKERS.get(objects) ?? objects.filter(({ object }) => podSpecOf(object) !== undefined);
  POD_MAKERS.set(objects, known);
  return known;
}
