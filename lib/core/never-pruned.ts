/**
 * Annotations of what must outlive its place in the files: the old configuration and the old volume, which a rollback
 * still needs, and a namespace, with which everything in it would go. Without them Argo CD, Flux and Helm delete it, in the
 * middle of a rollout too, while pods of the old generation may start again.
 *
 * Argo CD leaves out an object with `Prune=false`, whatever its Application says, and one with `Delete=false` when the
 * Application itself is deleted; it would call the Application OutOfSync for ever without `IgnoreExtraneous`
 * (docs/user-guide/sync-options.md and compare-options.md); Flux leaves out what says
 * `disabled` (kustomizations.md, "Garbage collection"). Both read them from the object in the cluster. Helm keeps it in an
 * upgrade, a rollback and an uninstall (pkg/kube/client.go).
 */
export const NEVER_PRUNED: Readonly<Record<string, string>> = {
  'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
  'argocd.argoproj.io/sync-options': 'Delete=false,Prune=false',
  'helm.sh/resource-policy': 'keep',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
};
