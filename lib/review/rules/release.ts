import { MI_RELEASES, type MiFacts } from '../../release/mi-release';
import type { Finding } from '../finding';
import { partsOfImage } from '../image-parts';
import { textAt } from '../read';
import type { ReviewRule } from '../rule';
import { fromTo } from '../words';
import { claimsOfPod, type Workload } from '../workload';

/** Another release of Micro Integrator, with what it changes of user, ports, log files and probes. */
export const release: ReviewRule = ({ tenants }) =>
  tenants.flatMap(({ unit, tenant, before, after }): Finding[] => {
    if (before === undefined || after === undefined) {
      return [];
    }
    const [from, to] = [releaseOf(before), releaseOf(after)];
    if (from === undefined || to === undefined || from === to) {
      return [];
    }
    const [old, next] = [factsOf(from), factsOf(to)];
    const changes = old === undefined || next === undefined ? [] : changesBetween(old, next, before, after);
    return [
      {
        severity: 'warning',
        unit,
        tenant,
        says: `another release of Micro Integrator${changes.length === 0 ? '' : `, which changes ${changes.join('; ')}`}`,
        because: [fromTo(from, to)],
        about: [after.object],
      },
    ];
  });

/** Of the workload's own words, or of the tag. */
function releaseOf({ object, server }: Workload): string | undefined {
  const description = textAt(object, 'metadata', 'annotations', 'kubernetes.io/description') ?? '';
  return /on Micro Integrator (\d+\.\d+\.\d+)/.exec(description)?.[1] ?? partsOfImage(server?.image ?? '').release;
}

function factsOf(name: string): MiFacts | undefined {
  return Object.entries(MI_RELEASES).find(([known]) => known === name)?.[1];
}

function changesBetween(old: MiFacts, next: MiFacts, before: Workload, after: Workload): string[] {
  const volumes = claimsOfPod(after.pod).length;
  const group = after.pod.securityContext?.fsGroup;
  const shared = group !== undefined && group !== next.user && group === before.pod.securityContext?.fsGroup;
  const files = (facts: MiFacts) => [...facts.consoleLogs, ...facts.fileLogs];
  const come = files(next).filter((file) => !files(old).includes(file));
  const gone = files(old).filter((file) => !files(next).includes(file));
  return [
    ...(old.user === next.user || after.pod.securityContext?.runAsUser === undefined
      ? []
      : [`its user (${fromTo(old.user, next.user)})${volumes > 0 ? filesOf(shared ? group : undefined) : ''}`]),
    ...(JSON.stringify(old.ports) === JSON.stringify(next.ports) ? [] : ['its ports']),
    ...(come.length > 0 ? [`its log files (new: ${come.join(', ')})`] : []),
    ...(gone.length > 0 ? [`its log files (gone: ${gone.join(', ')})`] : []),
    ...(old.drainSeconds === next.drainSeconds ? [] : [`its drain (${fromTo(old.drainSeconds, next.drainSeconds)} s)`]),
    ...(old.liveness.path === next.liveness.path ? [] : ['its liveness probe']),
    ...(old.readiness.path === next.readiness.path && old.readiness.port === next.readiness.port
      ? []
      : ['its readiness probe']),
  ];
}

/** What becomes of the files that the user of before wrote. */
function filesOf(group: number | undefined): string {
  return group === undefined
    ? ': its files on shared volumes belong to the old one; give the volume a group, or change their owner while it is stopped'
    : `: its files on shared volumes belong to the old one, and both may write by group ${group} what that group may write`;
}
