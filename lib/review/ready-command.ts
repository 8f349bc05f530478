import type { Manifest } from '../diff/manifest';

/** The command that returns when the pods of a workload are ready; `kubectl rollout status` knows no Rollout of Argo. */
export function readyCommand({ kind, metadata: { namespace, name } }: Manifest): string {
  const kubectl = `kubectl ${namespace === undefined ? '' : `-n ${namespace} `}`;
  return kind === 'Rollout'
    ? `${kubectl}wait rollout/${name} --for=jsonpath='{.status.phase}'=Healthy --timeout=15m`
    : `${kubectl}rollout status ${kind.toLowerCase()}/${name} --timeout=15m`;
}
