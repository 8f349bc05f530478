/**
 * Annotations of what a rollback still needs after it has left the files: the old configuration, the old volume. Without
 * them Argo CD and Flux delete it in the middle of a rollout, while pods of the old generation may start again.
 *
 * Argo CD leaves out an object with `Prune=false`, whatever its Application says, and would call the Application OutOfSync
 * for ever without `IgnoreExtraneous` (docs/user-guide/sync-options.md and compare-options.md); Flux leaves out what says
 * `disabled` (kustomizations.md, "Garbage collection"). Both read them from the object in the cluster.
 */
export const KEPT_BY_GITOPS: Readonly<Record<string, string>> = {
  'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
  'argocd.argoproj.io/sync-options': 'Prune=false',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
};
