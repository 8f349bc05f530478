import { cached } from './build/cache';
import { CRDS } from './build/crds';
import { allBecome } from './conditions';
import type { Kubectl } from './kubectl';
import { CRD_MODULES } from './versions';

const SECONDS = 30;
/** They are large, and a busy machine takes its time. */
const APPLY_SECONDS = 300;

/** Applies the custom resource definitions of entries of `versions.json`, and waits until they are served. */
export async function applyCrds(kubectl: Kubectl, ...names: readonly string[]): Promise<void> {
  const files = names.flatMap((name) => ['-f', folderOf(name)]);
  await kubectl.ok(['apply', '--server-side', ...files], { timeoutSeconds: APPLY_SECONDS });
  await allBecome(kubectl, 'crd', 'Established', SECONDS);
}

function folderOf(name: string): string {
  const crds = CRD_MODULES.find(({ component }) => component === name);
  if (crds === undefined) throw new Error(`CRDs must be an entry of versions.json, got "${name}"`);
  return cached(crds, CRDS);
}
