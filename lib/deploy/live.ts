import { MANAGED_BY, TENANT_LABEL, UNIT_LABEL } from '../core/managed-by';
import { complaintOf } from '../core/program';
import type { Manifest } from '../diff/manifest';
import { at, listAt, textAt } from '../review/read';
import { FIELD_MANAGER, type Kubectl, kindName, placeOf } from './kubectl';

/** Kinds that controllers make out of ours, with our labels on them. */
const MADE = new Set(['endpoints', 'endpointslices.discovery.k8s.io', 'events', 'events.events.k8s.io', 'pods']);

/** Who keeps the number of pods while it goes over from the file to an autoscaler. */
export const HAND_OVER_MANAGER = `${MANAGED_BY}-hand-over`;

/** Programs that scale as they are told by an object. */
const SCALING = new RegExp(`^(kube-controller-manager|keda.*|${HAND_OVER_MANAGER})$`);

/** What a unit has in the cluster. */
export interface Live {
  /** Its objects, whoever applied them. */
  readonly objects: readonly Manifest[];
  /** What could not be looked for, as kubectl says it. */
  readonly unseen: readonly string[];
}

/** All that carries the label of a unit and was made by an apply, of whatever kind. */
export async function liveOf(kubectl: Kubectl, unit: string, more = ''): Promise<Live> {
  const listed = await kubectl.ok(['api-resources', '--verbs=list,delete', '--output=name']);
  const kinds = listed.split('\n').filter((kind) => kind !== '' && !MADE.has(kind));
  const selector = `--selector=${UNIT_LABEL}=${unit}${more}`;
  const args = ['get', kinds.join(), '--all-namespaces', selector, '--show-managed-fields', '--output=json'];
  const { code, stdout, stderr } = await kubectl.run(args);
  const unseen = stderr.split('\n').filter((line) => /forbidden/i.test(line));
  if (stdout === '' || (code !== 0 && unseen.length === 0)) {
    throw new Error(`kubectl could not look for unit "${unit}":\n${complaintOf(stderr)}`);
  }
  const { items } = JSON.parse(stdout) as { readonly items: readonly Manifest[] };
  return { objects: items.filter((object) => listAt(object, 'metadata', 'ownerReferences').length === 0), unseen };
}

/** The tenant of an object, or its canary; `undefined` if it is of no tenant. */
export function tenantOf(object: Manifest): string | undefined {
  return textAt(object, 'metadata', 'labels', TENANT_LABEL);
}

/** Whether two of a workload would do the same work twice. */
export function isPoller(object: Manifest): boolean {
  return textAt(object, 'metadata', 'labels', 'app.kubernetes.io/component') === 'poller';
}

/** Whether an object is going already. */
export function isLeaving(object: Manifest): boolean {
  return at(object, 'metadata', 'deletionTimestamp') !== undefined;
}

/** Who owns the number of pods of a workload beside the apply. */
export function ownersOfReplicas(object: Manifest): readonly string[] {
  return listAt(object, 'metadata', 'managedFields')
    .filter((entry) => at(entry, 'fieldsV1', 'f:spec', 'f:replicas') !== undefined && !isApply(entry))
    .map((entry) => textAt(entry, 'manager') ?? '');
}

/** Whether the number of pods is the apply's. */
export function ownsReplicas(object: Manifest): boolean {
  return listAt(object, 'metadata', 'managedFields').some(
    (entry) => isApply(entry) && at(entry, 'fieldsV1', 'f:spec', 'f:replicas') !== undefined,
  );
}

/** Whether only an autoscaler, or what stood in for one, has changed the number of pods. */
export function isScaledByMachine(object: Manifest): boolean {
  const owners = ownersOfReplicas(object);
  return owners.length > 0 && owners.every((owner) => SCALING.test(owner));
}

/**
 * Gives all fields of an object back to who applied it: what a command or an autoscaler changed is in no conflict with the
 * next apply then. Nothing else of it changes.
 */
export async function handBack(kubectl: Kubectl, object: Manifest): Promise<void> {
  const [found] = await kubectl.list(kindName(object), ...placeOf(object));
  const managedFields = listAt(found, 'metadata', 'managedFields').filter(
    (entry) => textAt(entry, 'operation') === 'Apply' && textAt(entry, 'manager') !== HAND_OVER_MANAGER,
  );
  // An empty list would be no owner at all, and the next apply would take nothing away.
  if (found !== undefined && managedFields.length > 0) {
    const patch = JSON.stringify({ metadata: { managedFields } });
    await kubectl.ok(['patch', kindName(object), ...placeOf(object), '--type=merge', `--patch=${patch}`]);
  }
}

/** Lets another owner hold the number of pods, so that it stays when the file says none any more. */
export async function handOver(
  kubectl: Kubectl,
  { apiVersion, kind, metadata }: Manifest,
  pods: number,
): Promise<void> {
  const { name, namespace } = metadata;
  const object = { apiVersion, kind, metadata: { name, namespace }, spec: { replicas: pods } };
  // An autoscaler that is gone may still stand as the owner.
  const args = ['apply', '--server-side', '--force-conflicts', `--field-manager=${HAND_OVER_MANAGER}`, '--filename=-'];
  await kubectl.ok(args, { input: JSON.stringify(object) });
}

function isApply(entry: unknown): boolean {
  return textAt(entry, 'operation') === 'Apply' && textAt(entry, 'manager') === FIELD_MANAGER;
}
