import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { moduleFolder } from './go-module';
import type { GoProgram } from './go-program';

/** File of kwok's cache folder that says how its nodes and pods come up, beat and go. */
export const KWOK_STAGES = 'stages.yaml';

const STAGES = [
  'node/fast/node-initialize.yaml',
  'node/heartbeat-with-lease/node-heartbeat-with-lease.yaml',
  'pod/fast/pod-ready.yaml',
  'pod/fast/pod-complete.yaml',
  'pod/fast/pod-delete.yaml',
];

/** Nodes and pods without containers. */
export function kwok(version: string): GoProgram {
  return {
    component: 'kwok',
    version,
    binaries: { kwok: 'sigs.k8s.io/kwok/cmd/kwok' },
    module: () => ({ require: [moduleOf(version)] }),
    linkerValues: { 'sigs.k8s.io/kwok/pkg/consts.Version': `v${version}` },
  };
}

/** The stages that come with kwok's own module. */
export function kwokStages(version: string): string {
  const folder = join(moduleFolder(moduleOf(version)), 'kustomize', 'stage');
  return STAGES.map((file) => readFileSync(join(folder, file), 'utf8').trim())
    .join('\n---\n')
    .concat('\n');
}

function moduleOf(version: string): { path: string; version: string } {
  return { path: 'sigs.k8s.io/kwok', version: `v${version}` };
}
