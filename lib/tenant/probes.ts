import type { Container, Probe } from '../../imports/k8s';
import type { MiFacts, MiProbe } from '../release/mi-release';

/** Seconds between two questions during the start. */
const STARTUP_PERIOD = 5;

/**
 * Seconds that a server has to end which does not answer its probe: nothing is left to be drained, and the grace period of
 * the pod would keep it for minutes (probe-level terminationGracePeriodSeconds, stable from Kubernetes 1.28 on).
 */
const HUNG_SECONDS = 10;

/** The three probes of a release, with `startSeconds` for the start. */
export function probes(
  { startup, readiness, liveness, ports }: MiFacts,
  startSeconds: number,
): Pick<Container, 'startupProbe' | 'readinessProbe' | 'livenessProbe'> {
  return {
    startupProbe: {
      ...ask(startup, ports),
      periodSeconds: STARTUP_PERIOD,
      timeoutSeconds: 3,
      // The kubelet's clock runs free of the container's start, so the first question may come at once.
      failureThreshold: Math.ceil(startSeconds / STARTUP_PERIOD) + 1,
      terminationGracePeriodSeconds: HUNG_SECONDS,
    },
    readinessProbe: { ...ask(readiness, ports), periodSeconds: 5, timeoutSeconds: 4, failureThreshold: 3 },
    // Half a minute of silence: long enough for a full collection, short enough to be worth a restart.
    livenessProbe: {
      ...ask(liveness, ports),
      periodSeconds: 10,
      timeoutSeconds: 5,
      failureThreshold: 3,
      terminationGracePeriodSeconds: HUNG_SECONDS,
    },
  };
}

function ask({ port, path }: MiProbe, ports: MiFacts['ports']): Probe {
  const number = ports[port];
  return path === undefined ? { tcpSocket: { port: number } } : { httpGet: { path, port: number } };
}
