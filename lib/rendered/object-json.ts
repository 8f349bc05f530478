import {
  ApiObject,
  ApiObjectMetadataDefinition,
  App,
  ImplicitTokenResolver,
  Lazy,
  LazyResolver,
  NumberStringUnionResolver,
} from 'cdk8s';

/** What an object of cdk8s keeps to itself (2.70); where it is not so, the object is asked as it always was. */
interface Inside {
  readonly props?: Readonly<Record<string, unknown>>;
  readonly patches?: readonly unknown[];
}
interface InsideMetadata {
  readonly _additionalAttributes?: Readonly<Record<string, unknown>>;
}

/** Those of cdk8s; they change nothing of plain data. */
const RESOLVERS: readonly unknown[] = [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver];

/** Keys by which cdk8s would take an object for one that is not plain. */
const UNUSUAL_KEYS: readonly string[] = ['constructor', '__proto__'];

/** Something that is not plain data: only cdk8s knows what to make of it. */
const UNUSUAL = Symbol('unusual');

/**
 * What `object.toJson()` gives, in a quarter of its time where the object is plain data and nobody changed how it is
 * rendered: cdk8s resolves, cleans and sorts in passes of their own, and asks for the app at every value.
 */
export function objectJson(object: ApiObject): ReturnType<ApiObject['toJson']> {
  const { props, patches }: Inside = Object(object);
  const isStock =
    typeof props?.apiVersion === 'string' &&
    typeof props.kind === 'string' &&
    object.toJson === ApiObject.prototype.toJson &&
    object.metadata.toJson === ApiObjectMetadataDefinition.prototype.toJson &&
    patches?.length === 0 &&
    App.of(object).resolvers.every((resolver) => RESOLVERS.includes(resolver.constructor)) &&
    process.env.CDK8S_DISABLE_SORT === undefined;
  const json = isStock ? plainJson(object, props) : UNUSUAL;
  return json === UNUSUAL ? object.toJson() : json;
}

function plainJson({ metadata }: ApiObject, props: Readonly<Record<string, unknown>>): unknown {
  const { _additionalAttributes: attributes }: InsideMetadata = Object(metadata);
  if (attributes === undefined) {
    return UNUSUAL;
  }
  const { name, namespace, annotations, finalizers, ownerReferences, labels } = Object(metadata);
  const all = { ...attributes, name, namespace, annotations, finalizers, ownerReferences, labels };
  const meta = plain(all, true);
  const rest = plain({ ...props, apiVersion: undefined, kind: undefined, metadata: undefined }, false);
  return meta === UNUSUAL || rest === UNUSUAL || meta === undefined
    ? UNUSUAL
    : { apiVersion: props.apiVersion, kind: props.kind, metadata: meta, ...Object(rest) };
}

/** The value without what is undefined, its keys in the order of the alphabet; without what is empty if it must be. */
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
  if (value instanceof Lazy) {
    return plain(value.produce(), dropEmpty);
  }
  return typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype
    ? plainMap(Object(value), dropEmpty)
    : UNUSUAL;
}

function plainList(items: readonly unknown[], dropEmpty: boolean): unknown {
  const list: unknown[] = [];
  for (const item of items) {
    const one = plain(item, dropEmpty);
    // What is left out of a list leaves a hole in that of cdk8s.
    if (one === UNUSUAL || one === undefined) {
      return UNUSUAL;
    }
    list.push(one);
  }
  return dropEmpty && list.length === 0 ? undefined : list;
}

function plainMap(fields: Readonly<Record<string, unknown>>, dropEmpty: boolean): unknown {
  const map: Record<string, unknown> = {};
  let isEmpty = true;
  for (const key of Object.keys(fields).sort()) {
    const one = UNUSUAL_KEYS.includes(key) ? UNUSUAL : plain(fields[key], dropEmpty);
    if (one === UNUSUAL) {
      return UNUSUAL;
    }
    if (one !== undefined) {
      map[key] = one;
      isEmpty = false;
    }
  }
  return dropEmpty && isEmpty ? undefined : map;
}
