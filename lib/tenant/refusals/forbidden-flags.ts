/** System properties by which the server would do what the manifest does not know of, and why not. */
export const FORBIDDEN_FLAGS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^-DportOffset=/, 'ports, probes and Service count on the stock offset'],
  [/^-Denable(Readiness|Liveness)Probe=/, 'the kubelet asks these'],
  [/^-DgracefulShutdown=/, 'the grace period of the pod counts on the drain'],
  [/^-D(nodeId|localGroupId)=/, 'each pod has its name as the variable nodeId; one id for all would make them one'],
];
