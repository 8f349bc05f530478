/** Seconds in which proxies and controllers of a cluster learn that a pod is leaving. */
export const LEAVE_SECONDS = 10;

/** Seconds beyond the longest drain, for the JVM to end. */
export const EXIT_SECONDS = 15;

/**
 * What the kubelet runs before it sends SIGTERM. The image's PID 1 is a shell that passes no signal on
 * (wso2/docker-ei#139), so Micro Integrator is told by its own command, which returns at once; the kubelet then waits
 * for the process, up to the grace period. A server that has no pid file yet has nothing to drain: all is ended.
 */
export function stopCommand(leaveSeconds: number): string {
  return [
    `sleep ${leaveSeconds}`,
    'if [ -s "$WSO2_SERVER_HOME/wso2carbon.pid" ]',
    'then sh "$WSO2_SERVER_HOME/bin/micro-integrator.sh" stop',
    'else kill -TERM -1',
    'fi',
  ].join('\n');
}
