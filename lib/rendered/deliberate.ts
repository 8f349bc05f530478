import { MANAGED_BY } from '../core/managed-by';
import type { KubernetesObject } from './rendered-object';

/**
 * The laws that a workload may break for its pods alone. They look at it all the same: what it mounts is there for the
 * pods of others, too.
 */
export type BreakablePodLaw = 'brought-keys' | 'csi-secrets' | 'pod-security';

/** A law over the finished render that an object may break on purpose, by the name of its file in `lib/rules/`. */
export type BreakableLaw = (typeof BREAKABLE_LAWS)[number];

/** The laws that an object may break on purpose; all others hold for every object, since the cluster itself asks them. */
export const BREAKABLE_LAWS = [
  'brought-keys',
  'csi-secrets',
  'one-scaler',
  'own-hosts',
  'own-namespaces',
  'own-pods',
  'own-ports',
  'own-services',
  'pinned-images',
  'pod-security',
  'time-to-stop',
] as const;

/** Annotation of an object that names the laws that it breaks on purpose. */
export const DELIBERATE_ANNOTATION = `${MANAGED_BY}/deliberately-breaks`;

/**
 * The annotation of an object that breaks laws on purpose, for its `metadata.annotations`: whoever reviews the manifest
 * reads which. The laws that it names do not look at the object, neither as the one that breaks them nor as the one that
 * is harmed.
 *
 * ```ts
 * new ApiObject(retail, 'both-colours', {
 *   apiVersion: 'v1',
 *   kind: 'Service',
 *   metadata: { annotations: deliberately('own-services') },
 *   spec: { selector: { 'app.kubernetes.io/part-of': 'retail' }, ports: [{ port: 8290 }] },
 * });
 * ```
 *
 * @param laws the laws: `own-hosts` (routes of a host of another unit), `own-namespaces` (objects in the namespace of
 * another unit), `own-pods` (pods that another workload takes for its own), `own-ports` (two containers of a pod on one
 * port), `own-services` (a Service over pods of several workloads or of another unit), `one-scaler` (what scales a tenant
 * beside its `scaling`), `pinned-images` (a tag that moves), `time-to-stop` (a preStop that sleeps longer than the grace
 * period); and what somebody outside of the fleet may see to, said by the object that makes the pods: `brought-keys` (a
 * key that its Secret or ConfigMap gets from others), `csi-secrets` (a Secret of a SecretProviderClass that pods of others
 * mount), `pod-security` (pods that something in the cluster makes fit for the standard of their namespace)
 */
export function deliberately(...laws: readonly [BreakableLaw, ...BreakableLaw[]]): Readonly<Record<string, string>> {
  return { [DELIBERATE_ANNOTATION]: [...new Set(laws)].sort().join(',') };
}

/** The laws that an object says it breaks, as they are written there. */
export function deliberateOf(annotations: Readonly<Record<string, string>> = {}): string[] {
  const text = annotations[DELIBERATE_ANNOTATION];
  return text === undefined ? [] : text.split(',').map((law) => law.trim());
}

/** Whether the pods of an object break a law on purpose. */
export function podsMayBreak(law: BreakablePodLaw, { metadata }: KubernetesObject): boolean {
  return deliberateOf(metadata.annotations).includes(law);
}
