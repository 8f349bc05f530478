import type { Manifest } from '../diff/manifest';
import { textAt } from '../review/read';
import { type Kubectl, keyOf, titleOf } from './kubectl';
import type { UnitLease } from './lease';
import { handBack, handOver } from './live';
import type { Part } from './part';
import { PHASES, phaseOf, WAITED } from './phase';
import type { Plan } from './plan';
import { type Failure, type Patience, untilReady } from './readiness';
import { withRoom } from './room';
import { routeSteps } from './routes';
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
    await kubectl.apply(objects.map((object) => roomy(object, plan)));
  }
  const failure = await untilReady(kubectl, part, patience, teller);
  if (failure === undefined) {
    lease?.requireHeld();
    const { gone, applied } = routeSteps(plan);
    await remove(deploying, part, gone);
    await kubectl.apply(applied);
    await remove(deploying, part, inOrder(plan.pruned.filter((object) => !gone.includes(object))));
    await kubectl.apply(part.objects.filter((object) => roomy(object, plan) !== object));
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

/** What left the file: what leads to pods first, then pods, then what they needed. */
function inOrder(objects: readonly Manifest[]): Manifest[] {
  const order = (object: Manifest) => PHASES.indexOf(phaseOf(object));
  return [...objects].sort((one, other) => order(other) - order(one));
}

async function remove({ kubectl, teller }: Deploying, { id }: Part, objects: readonly Manifest[]): Promise<void> {
  for (const object of objects) {
    teller.now(`${id}: removing ${titleOf(object)}`);
    await kubectl.delete(object);
  }
}

/** What gets narrower has the room of before until that is gone. */
function roomy(object: Manifest, { narrowed }: Plan): Manifest {
  const before = narrowed.find((one) => keyOf(one) === keyOf(object));
  return before === undefined ? object : withRoom(object, before);
}
