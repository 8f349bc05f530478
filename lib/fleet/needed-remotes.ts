import type { Chart } from 'cdk8s';
import { CsiSecret } from '../secret/csi-secret';
import { ExternalSecret } from '../secret/external-secret';

/**
 * The values that a file has fetched from stores outside of the cluster, as `aws orders/keystore` and
 * `ClusterSecretStore vault orders`, sorted: what somebody must have put there before the pods can start.
 */
export function neededRemotes(chart: Chart): string[] {
  const named = chart.node
    .findAll()
    .flatMap((child) => (child instanceof CsiSecret || child instanceof ExternalSecret ? child.remotes : []));
  return [...new Set(named)].sort();
}
