import { cached } from './build/cache';
import { CRDS } from './build/crds';
import type { Kubectl } from './kubectl';
import { CRD_MODULES } from './versions';

/** Applies the custom resource definitions of one entry of `versions.json`, and waits until they are served. */
export async function applyCrds(kubectl: Kubectl, name: string): Promise<void> {
  const crds = CRD_MODULES.find(({ component }) => component === name);
  if (crds === undefined) throw new Error(`CRDs must be an entry of versions.json, got "${name}"`);
  const folder = cached(crds, CRDS);
  await kubectl.ok(['apply', '--server-side', '-f', folder]);
  // All of the cluster's: the folder also holds objects of other kinds, which never become established.
  await kubectl.ok(['wait', 'crd', '--all', '--for=condition=Established', '--timeout=30s']);
}
