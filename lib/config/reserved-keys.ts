/** Keys that would move what the manifest relies on: ports, probes, the drain. */
const RESERVED_KEYS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^server\.offset$/, 'ports, probes and Service count on the stock offset'],
  [/^cluster_config\.node_id$/, 'one id for all pods would make them one; each has its name as the variable nodeId'],
  [
    /^server\.graceful_shutdown_(enabled|timeout)$/,
    'the grace period of the pod follows from it; write lifecycle: { drain: … }',
  ],
  [/^transport\.http\.listener\.(port|secured_port)$/, 'ports, probes and Service count on those of the release'],
  [/^mediation\.internal_https?_api_port$/, 'probes, metrics and routes ask those of the release'],
];

/** Why a key of `deployment.toml` is refused for any release; `undefined` if it is not. */
export function reservedBecause(key: string): string | undefined {
  return RESERVED_KEYS.find(([pattern]) => pattern.test(key))?.[1];
}
