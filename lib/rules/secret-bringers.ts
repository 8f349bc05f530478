import { repeats } from '../core/by-key';
import { sentence, verbatim } from '../core/refusal';
import { idOf, type KubernetesObject, type Rule } from '../rendered/rendered-object';

type Fields = Readonly<Record<string, unknown>>;

/** What writes a Secret, by its kind: the names that it writes to. */
const WRITTEN: Readonly<Record<string, (object: KubernetesObject) => unknown[]>> = {
  Secret: ({ metadata }) => [metadata.name],
  SealedSecret: ({ metadata }) => [metadata.name],
  Certificate: ({ spec }) => [fields(spec).secretName],
  ExternalSecret: ({ metadata, spec }) => {
    const { name = metadata.name, creationPolicy } = fields(fields(spec).target);
    // Merge puts keys into a Secret that another brings, and None brings none.
    return creationPolicy === 'Merge' || creationPolicy === 'None' ? [] : [name];
  },
  SecretProviderClass: ({ spec }) => [fields(spec).secretObjects ?? []].flat().map((one) => fields(one).secretName),
  Ingress: (object) =>
    isIssued(object) ? [fields(object.spec).tls ?? []].flat().map((one) => fields(one).secretName) : [],
};

/** An Ingress with one of these makes cert-manager write the Secrets of its `tls`. */
const ISSUER = /^cert-manager\.io\/(cluster-)?issuer$/;

/** Two that write one Secret overwrite each other, and taking out the one takes the Secret from the other. */
export const secretBringers: Rule = ({ objects }) => {
  const written = objects.flatMap(({ object }) =>
    [...new Set(WRITTEN[object.kind]?.(object) ?? [])]
      .filter((name) => typeof name === 'string')
      .map((name) => ({ object, name })),
  );
  return (
    repeats(written, ({ object, name }) => `${object.metadata.namespace ?? ''}/${name}`)
      // Two objects of one kind and name are refused as such.
      .filter(([{ object }, first]) => first.object.kind !== object.kind || idOf(first.object) !== idOf(object))
      .map(([{ object, name }, { object: other }]) =>
        sentence({
          prop: 'Secret',
          kind: object.kind,
          id: idOf(object),
          must: 'be written by one object',
          got: verbatim(`"${name}", which ${other.kind} "${idOf(other)}" writes too`),
          instead: 'let one bring it and the others name it (Tls.secret)',
        }),
      )
  );
};

function isIssued({ metadata }: KubernetesObject): boolean {
  return Object.keys(metadata.annotations ?? {}).some((key) => ISSUER.test(key));
}

function fields(value: unknown): Fields {
  return Object(value);
}
