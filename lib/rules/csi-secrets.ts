import { sentence, verbatim } from '../core/refusal';
import { podsMayBreak } from '../rendered/deliberate';
import { ofKind, podMakers } from '../rendered/of-kind';
import { podReferences } from '../rendered/pod-references';
import { idOf, type KubernetesObject, podSpecOf, type Rule } from '../rendered/rendered-object';
import { writtenSecrets } from '../rendered/written-secrets';

/**
 * The Secrets Store CSI driver makes a Secret while a pod mounts its SecretProviderClass, and never if none does. Who
 * names the Secret must mount it, or another pod of the namespace.
 */
export const csiSecrets: Rule = ({ objects }) => {
  const classes = ofKind(objects, 'SecretProviderClass').flatMap(({ object }) =>
    writtenSecrets(object).map((name) => [textOf(object, name), object.metadata.name] as const),
  );
  if (classes.length === 0) {
    return [];
  }
  const classOf = new Map(classes);
  const makers = podMakers(objects);
  const mounted = new Set(objects.flatMap(({ object }) => mountedClasses(object)));
  return makers.flatMap(({ object }) => {
    const names = podReferences(podSpecOf(object) ?? {}).flatMap(({ kind, name }) => (kind === 'Secret' ? [name] : []));
    return [...new Set(names)].flatMap((name) => {
      const provider = classOf.get(textOf(object, name));
      const isMade = provider === undefined || mounted.has(textOf(object, provider));
      return isMade || podsMayBreak('csi-secrets', object) ? [] : neverMade(object, name, provider);
    });
  });
};

function neverMade(object: KubernetesObject, name: string, provider: string): string {
  return sentence({
    prop: 'volumes',
    kind: object.kind,
    id: idOf(object),
    must: `mount SecretProviderClass "${provider}", since its pods name Secret "${name}"`,
    got: verbatim('no pod that mounts it'),
    instead:
      'the driver makes the Secret only while one does; hand over the CsiSecret in the place of its name, ' +
      "EnvValue.fromSecret(csiSecret, …), or where pods of others mount it say deliberately('csi-secrets')",
  });
}

/** Namespace and name of the classes that the pods of an object mount; an operator may have its pods anywhere. */
function mountedClasses(object: KubernetesObject): string[] {
  const pod = podSpecOf(object);
  return namedClasses(pod === undefined ? object.spec : pod.volumes).map((name) => textOf(object, name));
}

function namedClasses(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const { secretProviderClass: name }: { readonly secretProviderClass?: unknown } = Object(value);
  return [...(typeof name === 'string' ? [name] : []), ...Object.values(value).flatMap(namedClasses)];
}

function textOf({ metadata }: KubernetesObject, name: string): string {
  return `${metadata.namespace ?? ''}/${name}`;
}
