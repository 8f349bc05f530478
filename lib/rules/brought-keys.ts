import { groupBy } from '../core/by-key';
import { sentence } from '../core/refusal';
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
      const [by, ...others] = bringers.get(textOf(kind, object, name)) ?? [];
      const keys = by === undefined || others.length > 0 ? undefined : writtenKeys(by, name);
      if (by === undefined || keys === undefined || key === undefined || keys.includes(key)) {
        return [];
      }
      return sentence({
        prop,
        kind: object.kind,
        id: idOf(object),
        must: `ask ${kind} "${name}" for a key that ${by.kind} "${idOf(by)}" brings: ${keys.join(', ')}`,
        got: key,
        instead: 'its pods would never start; bring that key too, or name one that is there',
      });
    }),
  );
};

/** What brings or fills each Secret and ConfigMap. */
function bringersOf(objects: readonly RenderedObject[]): ReadonlyMap<string, readonly KubernetesObject[]> {
  const brought = objects.flatMap(({ object }) => [
    ...(object.kind === 'ConfigMap' ? [{ object, text: textOf('ConfigMap', object, object.metadata.name) }] : []),
    ...(SECRET_WRITERS.includes(object.kind) ? filledSecrets(object) : []).map((name) => ({
      object,
      text: textOf('Secret', object, name),
    })),
  ]);
  return new Map(
    [...groupBy(brought, ({ text }) => text)].map(([text, all]) => [text, all.map(({ object }) => object)]),
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

function textOf(kind: string, { metadata }: KubernetesObject, name: string): string {
  return `${kind} ${metadata.namespace ?? ''}/${name}`;
}
