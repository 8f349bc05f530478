import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BusinessUnit } from '../../../lib';
import { program } from '../../cluster/build/cache';
import type { Command } from '../../cluster/owned-process';
import { OTEL_COLLECTOR } from '../../cluster/versions';
import { manifestsOf, ofKind } from '../../manifests';

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly fieldRef?: { readonly fieldPath: string } };
}

interface Sidecar {
  readonly args: readonly string[];
  readonly env: readonly Variable[];
  readonly resources: { readonly limits: Readonly<Record<'memory' | 'ephemeral-storage', string>> };
}

interface Template {
  readonly metadata: { readonly labels: Readonly<Record<string, string>> };
  readonly spec: { readonly initContainers: readonly Sidecar[] };
}

/** Name of the pod that the agent is told to stand in. */
export const POD = 'orders-7d4b9c6f5d-x2k4z';

/**
 * The agent of the one tenant of a unit, just as it is rendered: its files, arguments and variables, in a root folder of its
 * own that has what the pod mounts.
 */
export class Agent {
  /** What the log4j2 of the server is told. */
  public readonly log4j2: string;
  /** What the container may hold, in mebibytes. */
  public readonly memoryLimit: number;
  /** What its buffer may hold on disk, in mebibytes. */
  public readonly diskLimit: number;
  public readonly command: Command;

  public constructor(unit: BusinessUnit, root: string) {
    const texts = Object.assign({}, ...ofKind(unit, 'ConfigMap').map(({ data }) => data));
    const [template] = manifestsOf(unit).flatMap(({ spec }) => (spec?.template === undefined ? [] : [spec.template]));
    const { metadata, spec }: Template = JSON.parse(JSON.stringify(template));
    const [sidecar] = spec.initContainers;
    if (sidecar === undefined) throw new Error('the pod must have an agent');
    for (const folder of ['logs', 'buffer', 'agent', 'tmp']) mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, 'agent', 'collector.yaml'), texts['collector.yaml']);
    copyFileSync(program(OTEL_COLLECTOR, 'collector'), join(root, 'collector'));
    this.log4j2 = texts['log4j2.properties'];
    this.memoryLimit = Number.parseInt(sidecar.resources.limits.memory, 10);
    this.diskLimit = Number.parseInt(sidecar.resources.limits['ephemeral-storage'], 10);
    // Its folders stand where the pod mounts them.
    const isRoot = process.getuid?.() === 0;
    const [file, ...enter] = isRoot ? ['chroot', root] : ['unshare', '--map-root-user', `--root=${root}`];
    this.command = {
      name: 'collector',
      file,
      args: [...enter, '/collector', ...sidecar.args],
      env: Object.fromEntries(sidecar.env.map((one) => [one.name, given(one, metadata.labels)])),
      log: `${root}.log`,
    };
  }
}

/** What the kubelet puts into a variable. */
function given({ value, valueFrom }: Variable, labels: Readonly<Record<string, string>>): string {
  const [, label] = /^metadata\.labels\['(.*)'\]$/.exec(valueFrom?.fieldRef?.fieldPath ?? '') ?? [];
  return value ?? (label === undefined ? POD : (labels[label] ?? ''));
}

/** Mebibytes that the files of a folder take. */
export function mebibytesOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return files.reduce((sum, file) => sum + statSync(file).blocks / 2048, 0);
}
