import { quantity } from '../core/quantity';
import type { Manifest } from '../diff/manifest';
import { fieldsAt, textAt } from '../review/read';
import { type Kubectl, keyOf, titleOf } from './kubectl';
import type { UnitLease } from './lease';
import { handBack, handOver } from './live';
import { PHASES, phaseOf, WAITED } from './phase';
import type { Plan } from './plan';
import { type Failure, type Patience, untilReady } from './readiness';
import type { Teller } from './teller';

/** What a step of a deploy needs. */
export interface Deploying {
  readonly kubectl: Kubectl;
  readonly lease: UnitLease | undefined;
  readonly patience: Patience;
  readonly teller: Teller;
}

/** Stops the pollers that left a file, and returns when the last of their pods is gone. */
export async function stopPollers({ kubectl, teller }: Deploying, { part, stopped }: Plan): Promise<void> {
  for (const poller of stopped) {
    teller.now(`${part.id}: stopping ${titleOf(poller)}`);
    await kubectl.delete(poller);
    teller.say(`${part.id}: ${titleOf(poller)} is gone`);
  }
}

/** Brings in what comes and changes, in the order of its phases; routes only when all that they lead to is ready. */
export async function applyPart(deploying: Deploying, plan: Plan): Promise<Failure | undefined> {
  const { kubectl, lease, patience, teller } = deploying;
  const { part } = plan;
  const changes = new Set([...plan.created, ...plan.changed].map(keyOf));
  const before = new Map(plan.live.objects.map((object) => [keyOf(object), object]));
  const changed = part.objects
    .filter((object) => WAITED.has(object.kind) && changes.has(keyOf(object)))
    .map((object) => ({
      title: titleOf(object),
      revision: textAt(before.get(keyOf(object)), 'metadata', 'annotations', 'deployment.kubernetes.io/revision'),
    }));
  await lease?.note(changed, true);
  for (const phase of PHASES.filter((one) => one !== 'routes')) {
    lease?.requireHeld();
    if (phase === 'workloads') {
      await changeOwners(deploying, plan);
    }
    const objects = part.objects.filter((object) => phaseOf(object) === phase);
    teller.now(`${part.id}: ${phase}`);
    await kubectl.apply(objects.map((object) => withRoom(object, plan)));
  }
  const failure = await untilReady(kubectl, part, patience, teller);
  if (failure === undefined) {
    lease?.requireHeld();
    await kubectl.apply(part.objects.filter((object) => phaseOf(object) === 'routes'));
    await prune(deploying, plan);
    await kubectl.apply(part.objects.filter((object) => withRoom(object, plan) !== object));
    await lease?.note(changed, false);
  }
  return failure;
}

/** Numbers of pods change hands while they stay what they are; what KEDA left at none is started for whoever comes. */
async function changeOwners({ kubectl }: Deploying, { handedOver, unscaled, handedBack }: Plan): Promise<void> {
  for (const scaler of unscaled) {
    await kubectl.delete(scaler);
  }
  for (const { workload, pods } of handedOver) {
    await handOver(kubectl, workload, pods);
  }
  for (const workload of handedBack) {
    await handBack(kubectl, workload);
  }
}

/** Takes away what left the file: what leads to pods first, then pods, then what they needed. */
async function prune({ kubectl, teller }: Deploying, { part, pruned }: Plan): Promise<void> {
  const order = (object: Manifest) => PHASES.indexOf(phaseOf(object));
  for (const object of [...pruned].sort((one, other) => order(other) - order(one))) {
    teller.now(`${part.id}: removing ${titleOf(object)}`);
    await kubectl.delete(object);
  }
}

/** A quota that gets smaller has room for the pods of before until they are gone. */
function withRoom(object: Manifest, { shrunk }: Plan): Manifest {
  const before = shrunk.find((one) => keyOf(one) === keyOf(object));
  if (before === undefined) {
    return object;
  }
  const [old, next] = [before, object].map((one) => fieldsAt(one, 'spec', 'hard'));
  const hard = Object.fromEntries(
    Object.entries(next ?? {}).map(([name, amount]) => {
      const was = old?.[name];
      return [name, was !== undefined && quantity(was) > quantity(amount) ? was : amount];
    }),
  );
  const roomy = { ...object, spec: { ...fieldsAt(object, 'spec'), hard } };
  return roomy;
}
