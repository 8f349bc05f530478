import type { PodSpec } from '../../imports/k8s';
import { groupOf } from '../core/api-group';
import { ApiSchema } from '../core/api-schema';
import type { KubernetesVersion } from '../core/kubernetes-version';
import { type Complaint, verbatim } from '../core/refusal';
import { type Checked, kindInstead, schemaComplaints } from '../core/schema-complaints';
import { fitOf } from '../core/schema-fit';
import { ofKind, podMakers } from './of-kind';
import { idOf, type KubernetesObject, podSpecOf, type Render } from './rendered-object';

/** A pod of the render of which every field is known and of its type. */
export interface TypedPod {
  /** The object that makes it. */
  readonly object: KubernetesObject;
  /** Kind and id of that object, as messages name it. */
  readonly about: { readonly kind: string; readonly id: string };
  /** Where the pod stands in the object: `spec.template.spec`. */
  readonly path: string;
  /** The pod. */
  readonly pod: PodSpec;
}

/** What is wrong with objects; of nearly all nothing is. */
type Judgement = ReadonlyMap<KubernetesObject, readonly Complaint[]>;

/** The objects of a render are judged once, however many laws ask. */
const JUDGED = new WeakMap<Render['objects'], Judgement>();

/** The objects of which their API does not know something in the version of Kubernetes, or knows it otherwise. */
export function judged({ objects, kubernetes }: Pick<Render, 'objects' | 'kubernetes'>): Judgement {
  const judgement = JUDGED.get(objects) ?? judgementOf(objects, kubernetes);
  JUDGED.set(objects, judgement);
  return judgement;
}

function judgementOf(objects: Render['objects'], kubernetes: KubernetesVersion): Judgement {
  const wrong = new Map<KubernetesObject, readonly Complaint[]>();
  for (const { object } of objects) {
    const complaints = complaintsOfObject(object, kubernetes);
    if (complaints.length > 0) {
      wrong.set(object, complaints);
    }
  }
  return wrong;
}

/** The objects of a kind of which every field is known and of its type. */
export function typedObjects(
  render: Pick<Render, 'objects' | 'kubernetes'>,
  kind: string,
): readonly KubernetesObject[] {
  const wrong = judged(render);
  return ofKind(render.objects, kind).flatMap(({ object }) => (wrong.has(object) ? [] : object));
}

/** Several laws ask for the pods of one render. */
const PODS = new WeakMap<Render['objects'], readonly TypedPod[]>();

/** The pods of the render that are what they should be; of others the schema says what is wrong first. */
export function typedPods(render: Pick<Render, 'objects' | 'kubernetes'>): readonly TypedPod[] {
  const pods = PODS.get(render.objects) ?? podsIn(render.objects, judged(render));
  PODS.set(render.objects, pods);
  return pods;
}

function podsIn(objects: Render['objects'], judgement: Judgement): TypedPod[] {
  return podMakers(objects).flatMap(({ object }) => {
    const pod: unknown = podSpecOf(object);
    const path = podPathOf(object);
    const complaints = judgement.get(object) ?? [];
    const isPod = (value: unknown): value is PodSpec =>
      value !== undefined && value !== null && complaints.every(({ prop }) => !prop.startsWith(path));
    return isOfKnownGroup(object) && isPod(pod)
      ? [{ object, about: { kind: object.kind, id: idOf(object) }, path, pod }]
      : [];
  });
}

function podPathOf({ kind, spec }: KubernetesObject): string {
  if (kind === 'Pod') {
    return 'spec';
  }
  return spec?.template === undefined ? 'spec.jobTemplate.spec.template.spec' : 'spec.template.spec';
}

/** Whether imports/ knows the group of an object; a template of another may be of anything. */
export function isOfKnownGroup({ apiVersion }: KubernetesObject): boolean {
  return ApiSchema.ofGroup(groupOf(apiVersion)).length > 0;
}

function complaintsOfObject(object: KubernetesObject, version: KubernetesVersion): Complaint[] {
  const { apiVersion, kind } = object;
  const schemas = ApiSchema.ofGroup(groupOf(apiVersion));
  const schema = schemas.find((one) => one.typeOf(apiVersion, kind, version) !== undefined);
  const builtIn = `Kubernetes ${version}`;
  if (schema === undefined) {
    const unknown = schemas
      .filter(({ isBuiltIn }) => isBuiltIn)
      .map((known) => unknownKind(object, { schema: known, version, knower: builtIn }));
    return unknown.length > 0 ? unknown : complaintsOfAny(object, version);
  }
  const type = schema.typeOf(apiVersion, kind, version) ?? 'any';
  if (type === 'any') {
    return complaintsOfAny(object, version);
  }
  const checked = { schema, version, knower: schema.isBuiltIn ? builtIn : `${apiVersion} ${kind}` };
  const own = complaints(checked, type, object, '');
  return schema.isBuiltIn ? own : [...own, ...podComplaints(object, version, own)];
}

/** Nobody here knows its fields: numbers are such, metadata is that of any object, and what looks like a pod has its types. */
function complaintsOfAny(object: KubernetesObject, version: KubernetesVersion): Complaint[] {
  const any = { schema: ApiSchema.kubernetes, version, knower: `Kubernetes ${version}` };
  return [
    ...complaints(any, 'any', object, ''),
    ...complaints(any, 'ObjectMeta', object.metadata, 'metadata'),
    ...schemaComplaints({ ...any, knowsAll: false }, 'PodSpec', podSpecOf(object), podPathOf(object)),
  ];
}

/** Whatever makes pods, they are pods of this cluster. What its own API refused already is said once. */
function podComplaints(object: KubernetesObject, version: KubernetesVersion, own: readonly Complaint[]): Complaint[] {
  const checked = { schema: ApiSchema.kubernetes, version, knower: `Kubernetes ${version}` };
  const said = new Set(own.map(({ prop }) => prop));
  return complaints(checked, 'PodSpec', podSpecOf(object), podPathOf(object)).filter(({ prop }) => !said.has(prop));
}

function unknownKind({ apiVersion, kind }: KubernetesObject, checked: Checked): Complaint {
  return {
    prop: 'apiVersion and kind',
    must: `be of a kind that ${checked.knower} knows`,
    got: verbatim(`${apiVersion} ${kind}`),
    instead: kindInstead(checked, apiVersion, kind),
  };
}

/** Nearly everything fits; words are looked for where it does not. */
function complaints(checked: Checked, type: string, value: unknown, path: string): Complaint[] {
  return fitOf(checked.schema, checked.version, type)(value) ? [] : schemaComplaints(checked, type, value, path);
}
