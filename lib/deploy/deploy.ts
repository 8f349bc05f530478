import { textOf } from '../core/outcome';
import { refuse, refuseAll, verbatim } from '../core/refusal';
import { applyPart, type Deploying, stopPollers } from './deploy-part';
import { type Kubectl, keyOf, titleOf } from './kubectl';
import { UnitLease } from './lease';
import { handBack, isPoller } from './live';
import { lostSecretsOf } from './lost-secrets';
import type { Part } from './part';
import { WAITED } from './phase';
import { isEmpty, missingOf, type Plan, planOf, planText } from './plan';
import { type Failure, failureText, type Patience } from './readiness';
import { changedOf, rollBack } from './rollback';
import type { Teller } from './teller';

/** How an environment is deployed. */
export interface DeployProps {
  readonly patience: Patience;
  /** Configurations of a tenant that stay beside the one in use. */
  readonly keepConfigs: number;
  /** Whether what somebody changed by hand is taken back. */
  readonly takeOver: boolean;
  /** Whether a unit that does not get ready goes back to what it was. */
  readonly rollBackOnFailure: boolean;
  /** Told the plan; whether to go on. */
  readonly confirm: (plans: readonly Plan[]) => Promise<boolean>;
}

/** What became of a part. */
export interface PartReport {
  readonly unit: string;
  readonly state: 'deployed' | 'unchanged' | 'failed' | 'rolled back' | 'not begun';
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
  /**
   * Why it failed, with events and the last lines of logs.
   *
   * @default - it did not
   */
  readonly reason?: string;
}

/** Looks at all parts, asks, and deploys one after another up to the first that fails. */
export async function deploy(
  kubectl: Kubectl,
  parts: readonly Part[],
  teller: Teller,
  props: DeployProps,
): Promise<readonly PartReport[]> {
  refuseAll((await Promise.all(parts.map((part) => missingOf(kubectl, part)))).flat());
  const leases = new Map<Part, UnitLease>();
  try {
    for (const part of parts) {
      await takeLease(kubectl, part, leases);
    }
    const plans = await plansOf(kubectl, parts, props);
    refuseAll(plans.flatMap(lostSecretsOf));
    requireNoConflict(plans, props);
    if (!(plans.every(isEmpty) || (await props.confirm(plans)))) {
      return refuse({ prop: 'plan', kind: 'deploy', id: 'of this call', must: 'be agreed to', got: verbatim('no') });
    }
    return await inTurn(kubectl, plans, leases, teller, props);
  } finally {
    await Promise.all([...leases.values()].map((lease) => lease.release()));
  }
}

async function inTurn(
  kubectl: Kubectl,
  plans: readonly Plan[],
  leases: Map<Part, UnitLease>,
  teller: Teller,
  props: DeployProps,
): Promise<readonly PartReport[]> {
  const reports: PartReport[] = [];
  for (const plan of plans) {
    const isOver = reports.some(({ state }) => state === 'failed' || state === 'rolled back');
    reports.push(isOver ? reportOf(plan, 'not begun') : await one(kubectl, plan, plans, leases, teller, props));
  }
  return reports;
}

async function one(
  kubectl: Kubectl,
  plan: Plan,
  plans: readonly Plan[],
  leases: Map<Part, UnitLease>,
  teller: Teller,
  props: DeployProps,
): Promise<PartReport> {
  const { part } = plan;
  try {
    await kubectl.apply(part.objects.filter(({ kind }) => kind === 'Namespace'));
    const lease = leases.get(part) ?? (await takeLease(kubectl, part, leases));
    const deploying: Deploying = { kubectl, lease, patience: props.patience, teller };
    // A poller may move to another unit: what comes here must not meet what leaves there.
    for (const other of bringsPoller(plan) ? plans : [plan]) {
      await stopPollers(deploying, other);
    }
    const failure = await applyPart(deploying, plan);
    if (failure === undefined) {
      const state = isEmpty(plan) ? 'unchanged' : 'deployed';
      teller.say(`${part.id}: ${state}`);
      return reportOf(plan, state);
    }
    return await failed(deploying, plan, failure, props);
  } catch (error) {
    teller.say(`${part.id}: ${textOf(error)}`);
    return { ...reportOf(plan, 'failed'), reason: textOf(error) };
  }
}

async function failed(
  { kubectl, lease, teller }: Deploying,
  plan: Plan,
  failure: Failure,
  { rollBackOnFailure }: DeployProps,
): Promise<PartReport> {
  const reason = failureText(plan.part.id, failure);
  teller.say(reason);
  if (rollBackOnFailure && lease !== undefined) {
    const { changed } = lease.last;
    await rollBack(kubectl, lease, changedOf(plan.live.objects, changed), teller);
  }
  return { ...reportOf(plan, rollBackOnFailure ? 'rolled back' : 'failed'), reason };
}

/** Plans, those of what is taken back by hand made again once it was. */
async function plansOf(kubectl: Kubectl, parts: readonly Part[], props: DeployProps): Promise<readonly Plan[]> {
  const plans: Plan[] = [];
  for (const part of parts) {
    const plan = await planOf(kubectl, part, props);
    const known = new Set(part.objects.map(keyOf));
    const mine = plan.live.objects.filter((object) => WAITED.has(object.kind) && known.has(keyOf(object)));
    if (props.takeOver && plan.conflicts !== '') {
      for (const object of mine) {
        await handBack(kubectl, object);
      }
      plans.push(await planOf(kubectl, part, props));
    } else {
      plans.push(plan);
    }
  }
  return plans;
}

function requireNoConflict(plans: readonly Plan[], { takeOver }: DeployProps): void {
  const told = plans
    .filter(({ conflicts }) => conflicts !== '')
    .map(({ part, conflicts }) => `${part.id}: ${conflicts}`);
  if (told.length > 0) {
    const what = takeOver ? 'it belongs to a program that applies too' : '--take-over gives it back to the files';
    throw new Error(`nothing was touched, since somebody has changed what the files say; ${what}:\n${told.join('\n')}`);
  }
}

/** The lease of a unit whose namespace is there; the first deploy makes it. */
async function takeLease(kubectl: Kubectl, part: Part, leases: Map<Part, UnitLease>): Promise<UnitLease | undefined> {
  const isThere = part.unit !== undefined && (await kubectl.list(`namespace/${part.namespace}`)).length > 0;
  const lease = isThere ? await UnitLease.take(kubectl, part) : undefined;
  if (lease !== undefined) {
    leases.set(part, lease);
  }
  return lease;
}

function bringsPoller({ created, part }: Plan): boolean {
  return part.unit !== undefined && created.some((object) => WAITED.has(object.kind) && isPoller(object));
}

function reportOf(
  { part, created, changed, stopped, unscaled, pruned, kept }: Plan,
  state: PartReport['state'],
): PartReport {
  return {
    unit: part.id,
    state,
    created: created.map(titleOf),
    changed: changed.map(titleOf),
    removed: [...stopped, ...unscaled, ...pruned].map(titleOf),
    kept: kept.map(titleOf),
  };
}

/** All plans for people; and what could not be looked for, since it is not removed. */
export function plansText(plans: readonly Plan[]): string {
  const unseen = new Set(plans.flatMap(({ live }) => live.unseen));
  return [...plans.map(planText), ...[...unseen].map((line) => `not looked for: ${line}\n`)].join('');
}
