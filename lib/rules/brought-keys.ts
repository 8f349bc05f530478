import { groupBy } from '../core/by-key';
import { sentence } from '../core/refusal';
import { podsMayBreak } from '../rendered/deliberate';
import { podMakers } from '../rendered/of-kind';
import { podReferences } from '../rendered/pod-references';
import { idOf, type KubernetesObject, podSpecOf, type RenderedObject, type Rule } from '../rendered/rendered-object';
import { writtenKeys } from '../rendered/written-keys';
import { SECRET_WRITERS, writtenSecrets } from '../rendered/written-secrets';

/**
 * A pod that asks for a key which its Secret or ConfigMap has not is created and never starts. What the fleet brings
 * itself, and of which all keys are known, is looked at; what others bring is theirs to know.
 */
export const broughtKeys: Rule = ({ objects }) => {
  const bringers = bringersOf(objects);
  return podMakers(objects).flatMap(({ object }) =>
    podReferences(podSpecOf(object) ?? {}).flatMap(({ prop, kind, name, key }) => {
      const brought = key === undefined ? undefined : bringers.get(textOf(kind, object, name));
      const isKnown = brought === undefined || key === undefined || brought.keys.includes(key);
      if (isKnown || podsMayBreak('brought-keys', object)) {
        return [];
      }
      const { by, keys } = brought;
      return sentence({
        prop,
        kind: object.kind,
        id: idOf(object),
        must: `ask ${kind} "${name}" for a key that ${by.kind} "${idOf(by)}" brings: ${keys.join(', ')}`,
        got: key,
        instead:
          'its pods would never start; bring that key too, name one that is there, or where others put it in say ' +
          "deliberately('brought-keys')",
      });
    }),
  );
};

/** What brings a Secret or ConfigMap, and all of its keys. */
interface Bringer {
  readonly by: KubernetesObject;
  readonly keys: readonly string[];
}

/** What alone brings or fills a Secret or ConfigMap of which all keys are known. */
function bringersOf(objects: readonly RenderedObject[]): ReadonlyMap<string, Bringer> {
  const filled = new Set(objects.flatMap(({ object }) => filledNames(object)));
  const brought = objects.flatMap(({ object: by }) => [
    ...(by.kind === 'ConfigMap' ? [{ by, kind: 'ConfigMap', name: by.metadata.name }] : []),
    ...(SECRET_WRITERS.includes(by.kind) ? filledSecrets(by) : []).map((name) => ({ by, kind: 'Secret', name })),
  ]);
  return new Map(
    [...groupBy(brought, ({ by, kind, name }) => textOf(kind, by, name))].flatMap(([text, [first, ...others]]) => {
      const isAlone = first !== undefined && others.length === 0 && !filled.has(first.name);
      const keys = isAlone ? writtenKeys(first.by, first.name) : undefined;
      return first === undefined || keys === undefined ? [] : [[text, { by: first.by, keys }] as const];
    }),
  );
}

/** The Secrets that an object writes, or puts keys into that another brings. */
function filledSecrets(object: KubernetesObject): string[] {
  const { target }: { readonly target?: unknown } = Object(object.spec);
  const {
    name = object.metadata.name,
    creationPolicy,
  }: { readonly name?: unknown; readonly creationPolicy?: unknown } = Object(target);
  const merged = creationPolicy === 'Merge' && typeof name === 'string' ? [name] : [];
  return [...writtenSecrets(object), ...merged];
}

/**
 * The names of Secrets and ConfigMaps that an operator fills, whose keys nobody here knows: a VaultStaticSecret says
 * its `destination`, and the `target` of a Bundle of trust-manager is named as it is, in all namespaces.
 */
function filledNames({ kind, metadata, spec }: KubernetesObject): unknown[] {
  const { destination, target }: { readonly destination?: unknown; readonly target?: unknown } = Object(spec);
  const places = SECRET_WRITERS.includes(kind) ? [] : [destination, target].filter((one) => typeof one === 'object');
  return places.flatMap((place) => {
    const { name }: { readonly name?: unknown } = Object(place);
    return [metadata.name, name];
  });
}

function textOf(kind: string, { metadata }: KubernetesObject, name: string): string {
  return `${kind} ${metadata.namespace ?? ''}/${name}`;
}
