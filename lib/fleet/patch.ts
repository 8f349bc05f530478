import { isDeepStrictEqual } from 'node:util';
import { ApiObject, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { isPlaceIn, pointerParts, pointerTo, type Reach, reach } from '../core/json-pointer';
import { type Complaint, refuse } from '../core/refusal';

/** What can stand in a manifest. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The parts of a rendered object that say what it is and what it belongs with. */
interface Rendered {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly immutable?: unknown;
  readonly data?: unknown;
  readonly metadata?: { readonly name?: unknown; readonly namespace?: unknown };
  readonly spec?: {
    readonly selector?: { readonly matchLabels?: Readonly<Record<string, unknown>> };
    readonly podSelector?: unknown;
    readonly template?: { readonly metadata?: { readonly labels?: Readonly<Record<string, unknown>> } };
  };
}

/**
 * The last resort, for a field that no prop sets: a change of one rendered object, by JSON pointers (RFC 6901), in which
 * a "/" of a key is written "~1".
 *
 * ```ts
 * Patch.of(tenant, 'Deployment')
 *   .add('/spec/template/spec/priorityClassName', 'integration')
 *   .add('/spec/template/metadata/annotations/example.com~1team', 'clinic');
 * ```
 *
 * It changes the object as it is written, after the types of cdk8s, which drop from a patch what they do not know
 * (https://github.com/cdk8s-team/cdk8s/issues/2172). Each line is checked against the object as it is rendered then. The
 * path is no promise of this library: what it renders may change with any version, and a pointer that no longer
 * leads anywhere fails.
 */
export class Patch {
  /**
   * The one object of a kind that stands in `scope`: a tenant, a volume, a unit.
   *
   * @param name its name in the cluster, where there are several of its kind
   */
  public static of(scope: Construct, kind: string, name?: string): Patch {
    const all = scope.node.findAll().filter(ApiObject.isApiObject);
    const [object, ...others] = all.filter((one) => one.kind === kind && (name === undefined || one.name === name));
    const [prop, got] = name === undefined ? ['kind', kind] : ['name', `${kind} ${name}`];
    if (object === undefined) {
      const instead = `there is ${all.map(title).join(', ') || 'nothing'}`;
      return refuse({ prop, kind: 'patch', id: scope.node.path, must: 'be of an object in it', got, instead });
    }
    if (others.length > 0) {
      const [must, instead] = [
        'mean one object',
        `name one of ${[object, ...others].map(({ name: own }) => own).join(', ')}`,
      ];
      return refuse({ prop, kind: 'patch', id: scope.node.path, must, got, instead });
    }
    return new Patch(object);
  }

  private constructor(private readonly object: ApiObject) {}

  /** Puts in what is not there yet: a key into an object, an item into a list before that index, or at its end by "-". */
  public add(path: string, value: JsonValue): this {
    return this.change(path, JsonPatch.add(path, structuredClone(value)), notAddable);
  }

  /** Puts something else in the place of what is there. */
  public replace(path: string, value: JsonValue): this {
    return this.change(path, JsonPatch.replace(path, structuredClone(value)), notThere);
  }

  /** Takes out what is there. */
  public remove(path: string): this {
    return this.change(path, JsonPatch.remove(path), notThere);
  }

  private change(
    path: string,
    patch: JsonPatch,
    wrongWith: (document: unknown, parts: readonly string[]) => Wrong,
  ): this {
    const parts = pointerParts(path);
    if (parts === undefined) {
      return this.refuse({ must: 'be a JSON pointer, such as "/spec/replicas"', got: path });
    }
    const render = this.object.toJson.bind(this.object);
    const wrong = wrongWith(render(), parts);
    if (wrong !== undefined) {
      return this.refuse({ ...wrong, got: path });
    }
    const patched = () => JsonPatch.apply(render(), patch);
    if (!isDeepStrictEqual(identity(render()), identity(patched()))) {
      const must = 'leave kind, name, namespace, selectors, what they select, and immutable data';
      return this.refuse({ must, got: path, instead: 'by these the cluster knows the object' });
    }
    this.object.toJson = patched;
    return this;
  }

  private refuse(complaint: Omit<Complaint, 'prop'>): never {
    return refuse({ prop: 'path', kind: 'patch', id: title(this.object), ...complaint });
  }
}

type Wrong = Omit<Complaint, 'prop' | 'got'> | undefined;

function title({ kind, name }: ApiObject): string {
  return `${kind} ${name}`;
}

function notThere(document: unknown, parts: readonly string[]): Wrong {
  const found = reach(document, parts);
  return found.depth === parts.length ? undefined : { must: 'lead to what is there', instead: nearest(parts, found) };
}

function notAddable(document: unknown, parts: readonly string[]): Wrong {
  const [above, last = ''] = [parts.slice(0, -1), parts.at(-1)];
  const parent = reach(document, above);
  if (parent.depth < above.length || typeof parent.value !== 'object' || parent.value === null) {
    return { must: 'lead into what is there', instead: nearest(parts, parent) };
  }
  if (Array.isArray(parent.value)) {
    const must = 'lead to a place in the list';
    return isPlaceIn(parent.value, last) ? undefined : { must, instead: `${nearest(parts, parent)}; "-" is its end` };
  }
  const must = 'lead to what is not there yet';
  return Object.hasOwn(parent.value, last) ? { must, instead: 'write replace, or a path below it' } : undefined;
}

/** The last part of a path that is there, and what is in it, in the spelling of a path. */
function nearest(parts: readonly string[], { depth, value }: Reach): string {
  const place = depth === 0 ? 'the object' : pointerTo(parts.slice(0, depth));
  if (Array.isArray(value)) {
    return `${place} is a list of ${value.length}`;
  }
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  return keys.length === 0
    ? `${place} has nothing in it`
    : `${place} has ${keys.map((key) => pointerTo([key]).slice(1)).join(', ')}`;
}

function identity({ apiVersion, kind, metadata, spec, immutable, data }: Rendered): unknown {
  const labels = spec?.template?.metadata?.labels;
  return {
    apiVersion,
    kind,
    name: metadata?.name,
    namespace: metadata?.namespace,
    selectors: [spec?.selector, spec?.podSelector],
    selected: Object.keys(spec?.selector?.matchLabels ?? {}).map((label) => labels?.[label]),
    data: immutable === true ? data : undefined,
  };
}
