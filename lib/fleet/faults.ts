import type { IConstruct } from 'constructs';
import { groupBy } from '../core/by-key';
import { placesOf } from '../core/declaration';
import type { Fault } from '../core/refusal';
import { idOf, type RenderedObject } from '../rendered/rendered-object';

/** What a sentence is about: `<prop> of <kind> "<id>" must …`. */
const ABOUT = /^.*? of ((?:(?! of )[A-Za-z ])+) "([^"]*)" must /;

/** A fleet, and what it renders. */
export interface Rendering {
  readonly fleet: IConstruct;
  readonly objects: readonly RenderedObject[];
}

/** A fault of an environment. */
export interface EnvironmentFault extends Fault {
  readonly environment: string;
}

/**
 * A sentence over a finished render, with the places of what it is about: of an object, of whoever renders it; of what the
 * fleet does not know by that name, of the construct that said it.
 */
export function faultOf(sentence: string, rendering: Rendering, by?: IConstruct): Fault {
  const about = aboutOf(sentence, rendering) ?? by;
  return { sentence, places: about === undefined ? [] : placesOf(about) };
}

function aboutOf(sentence: string, { fleet, objects }: Rendering): IConstruct | undefined {
  const [, kind = '', id = ''] = ABOUT.exec(sentence) ?? [];
  if (kind === 'fleet') {
    return fleet;
  }
  const isObject = /^[A-Z][A-Za-z]+$/.test(kind);
  const declared = isObject ? undefined : at(fleet, id);
  return (
    declared ??
    idsOf(objects)
      .get(id)
      ?.find(({ object }) => object.kind === kind || !isObject)?.construct
  );
}

/** A fleet may be wrong in all of its objects, each of which is looked for by its id. */
const IDS = new WeakMap<Rendering['objects'], ReadonlyMap<string, readonly RenderedObject[]>>();

function idsOf(objects: Rendering['objects']): ReadonlyMap<string, readonly RenderedObject[]> {
  const ids = IDS.get(objects) ?? groupBy(objects, ({ object }) => idOf(object));
  IDS.set(objects, ids);
  return ids;
}

/** The construct of a path. */
function at(root: IConstruct, path: string): IConstruct | undefined {
  return path.split('/').reduce<IConstruct | undefined>((above, id) => above?.node.tryFindChild(id), root);
}
