import { CsiSecret } from '../secret/csi-secret';
import { ExternalSecret } from '../secret/external-secret';
import type { RenderedFile } from './rendered-file';

/** What such secrets are rendered as. */
const KINDS: ReadonlySet<string> = new Set(['SecretProviderClass', 'ExternalSecret']);

/**
 * The values that a file has fetched from stores outside of the cluster, as `aws orders/keystore` and
 * `ClusterSecretStore vault orders`, sorted: what somebody must have put there before the pods can start.
 */
export function neededRemotes({ chart, objects }: Pick<RenderedFile, 'chart' | 'objects'>): string[] {
  if (!objects.some(({ object }) => KINDS.has(object.kind))) {
    return [];
  }
  const named = chart.node
    .findAll()
    .flatMap((child) => (child instanceof CsiSecret || child instanceof ExternalSecret ? child.remotes : []));
  return [...new Set(named)].sort();
}
