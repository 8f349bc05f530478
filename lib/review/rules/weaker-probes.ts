import type { Container, Probe } from '../../../imports/k8s';
import type { Finding } from '../finding';
import { questionOf } from '../probe-question';
import type { ReviewRule } from '../rule';
import { fromTo, time } from '../words';

/** Probes that see less, see it later, or give a start less time. */
export const weakerProbes: ReviewRule = ({ tenants }) =>
  tenants.flatMap(({ unit, tenant, before, after }): Finding[] => {
    if (before?.server === undefined || after?.server === undefined) {
      return [];
    }
    const pairs = PROBES.map((probe) => [probe, before.server?.[probe], after.server?.[probe]] as const);
    const weaker = pairs.flatMap(([name, was, is]) => weakerBy(name, was, is));
    const asked = pairs.flatMap(([name, was, is]) => askedOtherwise(name, was, is));
    const about = { unit, tenant, because: [...weaker, ...asked], about: [after.object] };
    return weaker.length > 0
      ? [{ ...about, severity: 'warning', says: 'its health is watched less closely' }]
      : asked.length > 0
        ? [{ ...about, severity: 'notice', says: 'its health is asked otherwise' }]
        : [];
  });

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const satisfies ReadonlyArray<keyof Container>;

function weakerBy(name: (typeof PROBES)[number], before: Probe | undefined, after: Probe | undefined): string[] {
  if (before === undefined) {
    return [];
  }
  if (after === undefined) {
    return [`${name} leaves`];
  }
  const [early, late] = [patience(before), patience(after)];
  const start = name === 'startupProbe';
  return [
    ...(before.httpGet !== undefined && after.tcpSocket !== undefined
      ? [`${name} only asks ${questionOf(after)}`]
      : []),
    ...(start && late < early ? [`${name} gives a start ${fromTo(time(early), time(late))}`] : []),
    ...(!start && late > early ? [`${name} sees a failure after ${fromTo(time(early), time(late))}`] : []),
  ];
}

function askedOtherwise(name: string, before: Probe | undefined, after: Probe | undefined): string[] {
  const [was, is] = [before, after].map((probe) => probe && questionOf(probe));
  return was === undefined || is === undefined || was === is ? [] : [`${name} asks ${fromTo(was, is)}`];
}

function patience({ failureThreshold = 3, periodSeconds = 10 }: Probe): number {
  return failureThreshold * periodSeconds;
}
