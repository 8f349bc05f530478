import {
  ApiObject,
  ApiObjectMetadataDefinition,
  App,
  ImplicitTokenResolver,
  JsonPatch,
  Lazy,
  LazyResolver,
  NumberStringUnionResolver,
} from 'cdk8s';
import type { IConstruct } from 'constructs';
import { alphabetical } from '../core/alphabetical';

/** What an object of cdk8s keeps to itself (2.70); where it is not so, the object is asked as it always was. */
interface Inside {
  readonly props?: Readonly<Record<string, unknown>>;
  readonly patches?: readonly JsonPatch[];
}
interface InsideMetadata {
  readonly _additionalAttributes?: Readonly<Record<string, unknown>>;
}

/** Those of cdk8s; they change nothing of plain data. */
const RESOLVERS: readonly unknown[] = [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver];

/** Something that is not plain data: only cdk8s knows what to make of it. */
const UNUSUAL = Symbol('unusual');

/**
 * What `object.toJson()` gives, in a quarter of its time where the object is plain data and nobody changed how it is
 * rendered: cdk8s resolves, cleans and sorts in passes of their own, and asks for the app at every value.
 */
export function objectJson(object: ApiObject, isStockApp = rendersAsStock(object)): ReturnType<ApiObject['toJson']> {
  const { props, patches }: Inside = Object(object);
  const isStock =
    typeof props?.apiVersion === 'string' &&
    typeof props.kind === 'string' &&
    object.toJson === ApiObject.prototype.toJson &&
    object.metadata.toJson === ApiObjectMetadataDefinition.prototype.toJson &&
    patches !== undefined &&
    isStockApp;
  const json = isStock ? plainJson(object, props) : UNUSUAL;
  if (json === UNUSUAL) {
    return object.toJson();
  }
  return patches === undefined || patches.length === 0 ? json : patched(object, json, patches);
}

/** Whether nobody has told the app of a construct to render otherwise than cdk8s does by itself. */
export function rendersAsStock(construct: IConstruct): boolean {
  return (
    App.of(construct).resolvers.every((resolver) => RESOLVERS.includes(resolver.constructor)) &&
    process.env.CDK8S_DISABLE_SORT === undefined
  );
}

/** A patch changes what it is given, and that may be what the object was made of. */
function patched(object: ApiObject, json: unknown, patches: readonly JsonPatch[]): unknown {
  try {
    const { apiVersion, kind, metadata, ...rest } = JsonPatch.apply(copy(json), ...patches);
    return { apiVersion, kind, metadata, ...rest };
  } catch {
    // It says what is wrong in the words of cdk8s.
    return object.toJson();
  }
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(copy);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, copy(child)]))
    : value;
}

function plainJson({ metadata }: ApiObject, props: Readonly<Record<string, unknown>>): unknown {
  const { _additionalAttributes: attributes }: InsideMetadata = Object(metadata);
  if (attributes === undefined) {
    return UNUSUAL;
  }
  const { annotations, finalizers, labels, name, namespace, ownerReferences } = Object(metadata);
  // In the order of the alphabet, so that it is not sorted; what was added beside it comes after.
  const known = { annotations, finalizers, labels: sharedLabels(labels), name, namespace, ownerReferences };
  const json: Record<string, unknown> = {
    apiVersion: props.apiVersion,
    kind: props.kind,
    metadata: plain(Object.assign({ ...known }, attributes, known), true),
  };
  let isPlain = json.metadata !== UNUSUAL && json.metadata !== undefined;
  for (const key of alphabetical(Object.keys(props))) {
    const one = Object.hasOwn(json, key) ? undefined : plainField(props, key, false);
    isPlain &&= one !== UNUSUAL;
    if (one !== undefined) {
      json[key] = one;
    }
  }
  return isPlain ? json : UNUSUAL;
}

/** The labels that were rendered last, and how many there are. */
let last: Readonly<Record<string, unknown>> = {};
let count = 0;

/** The objects of a tenant have the same labels, one after the other: once rendered, they are one for all of them. */
function sharedLabels(labels: unknown): unknown {
  const own: Readonly<Record<string, unknown>> = Object(labels);
  const keys = Object.keys(own);
  if (keys.length !== count || keys.some((key) => own[key] === undefined || own[key] !== last[key])) {
    const json = plain(labels, true);
    if (json === UNUSUAL || json === undefined) {
      return labels;
    }
    // Not those of the one object, which may get others.
    last = Object.freeze({ ...Object(json) });
    count = Object.keys(last).length;
  }
  return last;
}

/** By these keys cdk8s would take an object for one that is not plain. */
function plainField(fields: Readonly<Record<string, unknown>>, key: string, dropEmpty: boolean): unknown {
  return key === 'constructor' || key === '__proto__' ? UNUSUAL : plain(fields[key], dropEmpty);
}

/**
 * The value without what is undefined, its keys in the order of the alphabet; without what is empty if it must be. What is
 * so already is not copied.
 */
function plain(value: unknown, dropEmpty: boolean): unknown {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (value === undefined || value === null) {
    return undefined;
  }
  if (Array.isArray(value)) {
    return plainList(value, dropEmpty);
  }
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return plainMap(Object(value), dropEmpty);
  }
  return value instanceof Lazy ? plain(value.produce(), dropEmpty) : UNUSUAL;
}

function plainList(items: readonly unknown[], dropEmpty: boolean): unknown {
  let list: unknown[] | undefined;
  for (let index = 0; index < items.length; index++) {
    const one = plain(items[index], dropEmpty);
    // What is left out of a list leaves a hole in that of cdk8s.
    if (one === UNUSUAL || one === undefined) {
      return UNUSUAL;
    }
    if (one !== items[index]) {
      // One that grew by push would have room for 16 more.
      list ??= items.slice();
      list[index] = one;
    }
  }
  return dropEmpty && items.length === 0 ? undefined : (list ?? items);
}

function plainMap(fields: Readonly<Record<string, unknown>>, dropEmpty: boolean): unknown {
  const own = Object.keys(fields);
  const keys = alphabetical(own);
  let map: Record<string, unknown> | undefined = keys === own ? undefined : {};
  let isEmpty = true;
  for (const key of keys) {
    const value = fields[key];
    const one = plainField(fields, key, dropEmpty);
    if (one === UNUSUAL) {
      return UNUSUAL;
    }
    if (map === undefined && (one === undefined || one !== value)) {
      map = before(key, fields);
    }
    if (one !== undefined) {
      isEmpty = false;
      if (map !== undefined) {
        map[key] = one;
      }
    }
  }
  return dropEmpty && isEmpty ? undefined : (map ?? fields);
}

/** The fields that stand before one. */
function before(end: string, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  for (const key in fields) {
    if (key === end) {
      break;
    }
    map[key] = fields[key];
  }
  return map;
}
