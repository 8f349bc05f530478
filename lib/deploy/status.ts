import type { Manifest } from '../diff/manifest';
import { at, listAt, numberAt, textAt } from '../review/read';
import { type Kubectl, keyOf } from './kubectl';
import { isLeaving, liveOf, tenantOf } from './live';
import type { Part } from './part';
import { WAITED } from './phase';

/** How a workload is. */
export interface WorkloadStatus {
  readonly unit: string;
  readonly tenant: string;
  readonly kind: string;
  /** `ready`, `updating`, `missing`, `not in the file`, `stopping`. */
  readonly state: string;
  /** Ready pods and wanted ones: `2/3`. */
  readonly pods: string;
  /** What runs in it. */
  readonly image: string;
}

/** How the workloads of a part are, those that left its file too. */
export async function statusOf(kubectl: Kubectl, { id, unit, objects }: Part): Promise<readonly WorkloadStatus[]> {
  if (unit === undefined) {
    return [];
  }
  const live = (await liveOf(kubectl, unit)).objects.filter(({ kind }) => WAITED.has(kind));
  const there = new Set(live.map(keyOf));
  const wanted = objects.filter(({ kind }) => WAITED.has(kind));
  const declared = new Set(wanted.map(keyOf));
  return [
    ...live.map((object) => ({
      ...about(id, object),
      state: isLeaving(object) ? 'stopping' : declared.has(keyOf(object)) ? stateOf(object) : 'not in the file',
    })),
    ...wanted
      .filter((object) => !there.has(keyOf(object)))
      .map((object) => ({ ...about(id, object), pods: '0/-', state: 'missing' })),
  ];
}

/** A table of it. */
export function statusText(rows: readonly WorkloadStatus[]): string {
  const table = [
    ['UNIT', 'TENANT', 'KIND', 'PODS', 'STATE', 'IMAGE'],
    ...rows.map(({ unit, tenant, kind, pods, state, image }) => [unit, tenant, kind, pods, state, image]),
  ];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .map((line) => `${line}\n`)
    .join('');
}

function about(unit: string, object: Manifest): WorkloadStatus {
  const ready = numberAt(object, 'status', 'readyReplicas') ?? 0;
  const wanted = numberAt(object, 'spec', 'replicas') ?? 1;
  const [container] = listAt(object, 'spec', 'template', 'spec', 'containers');
  return {
    unit,
    tenant: tenantOf(object) ?? object.metadata.name,
    kind: object.kind,
    pods: `${ready}/${wanted}`,
    state: '',
    image: textAt(container, 'image') ?? '',
  };
}

function stateOf(object: Manifest): string {
  const wanted = at(object, 'spec', 'replicas');
  const counts = ['readyReplicas', 'updatedReplicas'].map((name) => at(object, 'status', name) ?? 0);
  const isSeen = at(object, 'status', 'observedGeneration') === at(object, 'metadata', 'generation');
  return isSeen && counts.every((count) => count === wanted) ? 'ready' : 'updating';
}
