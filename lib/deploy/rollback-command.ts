import { refuse, verbatim } from '../core/refusal';
import type { Shell } from '../core/shell';
import { agreed, open, patienceOf, tell, type Waiting } from './command-line';
import { titleOf } from './kubectl';
import { UnitLease } from './lease';
import { liveOf, tenantOf } from './live';
import { WAITED } from './phase';
import { failureText, untilReady } from './readiness';
import { changedOf, rollBack } from './rollback';
import { Teller } from './teller';

/** `cdk8s-wso2-mi rollback`. */
export async function runRollback(
  shell: Shell,
  id: string,
  tenants: readonly string[],
  options: Waiting,
): Promise<void> {
  const { parts, kubectl } = open([id], options);
  const [part] = parts;
  if (part?.unit === undefined) {
    return refuse({ prop: 'unit', kind: 'rollback', id, must: 'be a business unit', got: id });
  }
  const teller = new Teller(shell.stderr);
  const lease = await UnitLease.take(kubectl, part);
  try {
    const live = (await liveOf(kubectl, part.unit)).objects.filter(({ kind }) => WAITED.has(kind));
    const named = live.filter((object) => tenants.includes(tenantOf(object) ?? ''));
    const meant = tenants.length === 0 ? changedOf(live, lease.last.changed) : named.map((workload) => ({ workload }));
    if (meant.length === 0) {
      const got = tenants.length === 0 ? verbatim('none that the last deploy changed') : tenants.join(', ');
      return refuse({
        prop: 'tenant',
        kind: 'unit',
        id,
        must: `be one of ${live.map((one) => tenantOf(one)).join(', ')}`,
        got,
      });
    }
    const objects = meant.map(({ workload }) => workload);
    await agreed(shell, `Roll ${objects.map(titleOf).join(', ')} back on ${kubectl.context}? [y/N]`, options);
    const workloads = await rollBack(kubectl, lease, meant, teller);
    const failure = await untilReady(kubectl, { ...part, objects }, patienceOf(options), teller);
    const next = `The files of ${id} still say what was there: put the same into the source, or the next deploy brings it again.`;
    const text = failure === undefined ? next : failureText(id, failure);
    tell(shell, options, { context: kubectl.context, unit: id, workloads, reason: failure?.reason }, `${text}\n`);
    shell.exitCode = failure === undefined && workloads.every(({ reason }) => reason === undefined) ? 0 : 1;
  } finally {
    await lease.release();
  }
}
