import type { Container, Probe } from '../../../imports/k8s';
import type { Finding } from '../finding';
import type { ReviewRule } from '../rule';
import { fromTo, time } from '../words';

/** Probes that see less, see it later, or give a start less time. */
export const weakerProbes: ReviewRule = ({ tenants }) =>
  tenants.flatMap(({ unit, tenant, before, after }): Finding[] => {
    if (before?.server === undefined || after?.server === undefined) {
      return [];
    }
    const weaker = PROBES.flatMap((probe) => weakerBy(probe, before.server?.[probe], after.server?.[probe]));
    return weaker.length === 0
      ? []
      : [
          {
            severity: 'warning',
            unit,
            tenant,
            says: 'its health is watched less closely',
            because: weaker,
            about: [after.object],
          },
        ];
  });

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const satisfies ReadonlyArray<keyof Container>;

function weakerBy(name: (typeof PROBES)[number], before: Probe | undefined, after: Probe | undefined): string[] {
  if (before === undefined) {
    return [];
  }
  if (after === undefined) {
    return [`${name} leaves`];
  }
  const [was, is] = [questionOf(before), questionOf(after)];
  const [early, late] = [patience(before), patience(after)];
  const start = name === 'startupProbe';
  return [
    ...(was !== is ? [`${name} asks ${fromTo(was, is)}`] : []),
    ...(start && late < early ? [`${name} gives a start ${fromTo(time(early), time(late))}`] : []),
    ...(!start && late > early ? [`${name} sees a failure after ${fromTo(time(early), time(late))}`] : []),
  ];
}

/** What a probe asks, as a reader says it. */
function questionOf({ httpGet, tcpSocket, exec, grpc }: Probe): string {
  if (httpGet !== undefined) {
    return `${httpGet.path ?? '/'} on ${httpGet.port}`;
  }
  return tcpSocket !== undefined
    ? `whether ${tcpSocket.port} opens`
    : exec !== undefined
      ? (exec.command ?? []).join(' ')
      : `grpc ${grpc?.port}`;
}

function patience({ failureThreshold = 3, periodSeconds = 10 }: Probe): number {
  return failureThreshold * periodSeconds;
}
