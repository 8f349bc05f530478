import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BusinessUnit, Fleet, MiBaseImage, MiTenant, Scaling } from '../../lib';
import { ControlPlane } from './control-plane';
import type { Kubectl } from './kubectl';
import { ScaleTable } from './scale-table';

const UNITS_A_NODE = 40;
const UNITS_A_CALL = 50;
const CALL_SECONDS = 300;
const STEP_SECONDS = 600;
const POLL_MILLISECONDS = 2000;
const CHANGED = 'unit-0';
const OURS = 'app.kubernetes.io/managed-by=cdk8s-wso2-mi';

/** How many of something are where they should be. */
interface Count {
  readonly done: number;
  readonly total: number;
}

/** Applies that many units, rolls them out, changes one image, tears all down; prints the time and memory of each. */
export async function measureScale(units: number): Promise<void> {
  const table = new ScaleTable(units);
  const before = await table.step('render', async () => fleetOf(units, '1.0.0'));
  const after = fleetOf(units, '1.0.1');
  const changed = [...after].filter(([name, text]) => before.get(name) !== text);
  if (changed.length !== 1) throw new Error(`one image must change one file, got ${changed.length}`);
  const plane = await table.step('start the control plane', async () =>
    ControlPlane.start({ minor: 'newest', kwokNodes: Math.ceil(units / UNITS_A_NODE) }),
  );
  table.watch(plane.pid('kube-apiserver'));
  const { kubectl } = plane;
  try {
    await table.step('apply', () => apply(kubectl, table, [...before.values()]));
    await table.step('roll out', () => rolledOut(kubectl, table));
    await table.step('apply all again, nothing changed', () => apply(kubectl, table, [...before.values()]));
    await table.step('change one image, apply its file', () =>
      apply(
        kubectl,
        table,
        changed.map(([, text]) => text),
      ),
    );
    await table.step('roll out the change', () => rolledOut(kubectl, table));
    await onlyOneChanged(kubectl, units);
    await table.step('tear down', () => tearDown(kubectl, table, units));
  } finally {
    await plane.stop();
  }
  table.print();
}

function fleetOf(units: number, version: string): ReadonlyMap<string, string> {
  const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '4.4.0' });
  const fleet = new Fleet({ outdir: join(__dirname, 'never-written') });
  for (let index = 0; index < units; index += 1) {
    const id = `unit-${index}`;
    const unit = new BusinessUnit(fleet, id, { contact: `${id}@example.com` });
    const image = base.withApp('orders', id === CHANGED ? version : '1.0.0');
    new MiTenant(unit, 'orders', { image, scaling: Scaling.fixed(2) });
  }
  return fleet.render();
}

// Some files a call, as the only way to say how far it is: one call for all of them tells nothing until its end.
async function apply(kubectl: Kubectl, table: ScaleTable, files: readonly string[]): Promise<void> {
  for (let start = 0; start < files.length; start += UNITS_A_CALL) {
    const input = files.slice(start, start + UNITS_A_CALL).join('\n---\n');
    const args = ['apply', '--server-side', '--validate=strict', '-f', '-'];
    await kubectl.ok(args, { input, timeoutSeconds: CALL_SECONDS });
    table.progress(Math.min(start + UNITS_A_CALL, files.length), files.length, 'files');
  }
}

async function rolledOut(kubectl: Kubectl, table: ScaleTable): Promise<void> {
  const states = '{.spec.replicas} {.status.updatedReplicas} {.status.availableReplicas} {.status.replicas}';
  const generations = '{.metadata.generation} {.status.observedGeneration}';
  const path = `jsonpath={range .items[*]}${states} ${generations}{"\\n"}{end}`;
  await settled(table, 'deployments', async () => {
    const lines = await kubectl.ok(['get', 'deployment', '--all-namespaces', '-l', OURS, '-o', path]);
    const rows = lines
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split(' '));
    const done = rows.filter(
      ([wanted, updated, available, all, generation, observed]) =>
        updated === wanted && available === wanted && all === wanted && observed === generation,
    );
    return { done: done.length, total: rows.length };
  });
}

async function onlyOneChanged(kubectl: Kubectl, units: number): Promise<void> {
  const path = 'jsonpath={range .items[?(@.metadata.generation>1)]}{.metadata.namespace}{"\\n"}{end}';
  const again = (await kubectl.ok(['get', 'deployment', '--all-namespaces', '-l', OURS, '-o', path])).trim();
  if (again !== CHANGED) throw new Error(`one of ${units} deployments must be new, got "${again.slice(0, 200)}"`);
}

async function tearDown(kubectl: Kubectl, table: ScaleTable, units: number): Promise<void> {
  const all = ['delete', 'namespace', '-l', OURS, '--wait=false'];
  await kubectl.ok(all, { timeoutSeconds: CALL_SECONDS });
  await settled(table, 'namespaces', async () => {
    const left = await kubectl.ok(['get', 'namespace', '-l', OURS, '-o', 'name']);
    return { done: units - left.split('\n').slice(0, -1).length, total: units };
  });
}

/** Asks now and then, with a rest between: a list of everything is work for the server that is measured. */
async function settled(table: ScaleTable, what: string, count: () => Promise<Count>): Promise<void> {
  const end = Date.now() + STEP_SECONDS * 1000;
  for (;;) {
    const { done, total } = await count();
    table.progress(done, total, what);
    if (done === total) return;
    if (Date.now() > end) throw new Error(`${total} ${what} must be done in ${STEP_SECONDS} s, got ${done}`);
    await sleep(POLL_MILLISECONDS);
  }
}
