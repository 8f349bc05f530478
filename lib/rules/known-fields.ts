import { ApiSchema } from '../core/api-schema';
import type { KubernetesVersion } from '../core/kubernetes-version';
import { type Complaint, sentence, verbatim } from '../core/refusal';
import { type Checked, kindInstead, schemaComplaints } from '../core/schema-complaints';
import { idOf, type KubernetesObject, podSpecOf, type Rule } from '../rendered/rendered-object';

/**
 * Every object has only fields that its API knows in the fleet's version of Kubernetes, of their types, and all that are
 * required, whoever wrote it. The API server would refuse it under strict validation, and drop the field without.
 */
export const knownFields: Rule = ({ objects, kubernetes }) =>
  objects.flatMap(({ object }) =>
    complaints(object, kubernetes).map((complaint) =>
      sentence({ kind: object.kind, id: idOf(object), ...(object.kind === 'Secret' ? hidden(complaint) : complaint) }),
    ),
  );

function complaints(object: KubernetesObject, version: KubernetesVersion): Complaint[] {
  const { apiVersion, kind } = object;
  const schemas = ApiSchema.ofGroup(apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '');
  const schema = schemas.find((one) => one.typeOf(apiVersion, kind, version) !== undefined);
  const builtIn = `Kubernetes ${version}`;
  if (schema === undefined) {
    return schemas
      .filter(({ isBuiltIn }) => isBuiltIn)
      .map((known) => unknownKind(object, { schema: known, version, knower: builtIn }));
  }
  const checked = { schema, version, knower: schema.isBuiltIn ? builtIn : `${apiVersion} ${kind}` };
  const own = schemaComplaints(checked, schema.typeOf(apiVersion, kind, version) ?? 'any', object, '');
  return schema.isBuiltIn ? own : [...own, ...podComplaints(object, version, own)];
}

/** Whatever makes pods, they are pods of this cluster. What its own API refused already is said once. */
function podComplaints(object: KubernetesObject, version: KubernetesVersion, own: readonly Complaint[]): Complaint[] {
  const checked = { schema: ApiSchema.kubernetes, version, knower: `Kubernetes ${version}` };
  const said = new Set(own.map(({ prop }) => prop));
  return schemaComplaints(checked, 'PodSpec', podSpecOf(object), 'spec.template.spec').filter(
    ({ prop }) => !said.has(prop),
  );
}

function unknownKind({ apiVersion, kind }: KubernetesObject, checked: Checked): Complaint {
  return {
    prop: 'apiVersion and kind',
    must: `be of a kind that ${checked.knower} knows`,
    got: verbatim(`${apiVersion} ${kind}`),
    instead: kindInstead(checked, apiVersion, kind),
  };
}

/** No value of a Secret stands in a message. */
function hidden(complaint: Complaint): Complaint {
  return { ...complaint, got: verbatim('another') };
}
