import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { type Fleet, FleetOutput } from '../../lib';
import { program } from '../cluster/build/cache';
import { HELM_3, HELM_4, KUBERNETES } from '../cluster/versions';
import type { Manifest } from '../manifests';

/** A line of Helm. */
export interface Helm {
  readonly line: string;
  readonly file: string;
}

/** Both lines that people use. */
export const HELMS: readonly Helm[] = [HELM_3, HELM_4].map((one) => ({
  line: `helm ${one.version}`,
  file: program(one, 'helm'),
}));

const home = mkdtempSync(join(tmpdir(), 'helm-home-'));

/** What a command of Helm ended with. */
export interface HelmResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Helm without a cluster, and without anything of the user's. */
export function helm({ file }: Helm, ...args: readonly string[]): HelmResult {
  const { status, stdout, stderr } = spawnSync(file, args, {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: home, KUBECONFIG: join(home, 'none') },
    maxBuffer: 1 << 28,
    timeout: 60_000,
  });
  return { code: status, stdout, stderr };
}

/** The objects that a chart renders, sorted; the arguments set values. */
export function templated(one: Helm, chart: string, ...args: readonly string[]): Manifest[] {
  const { code, stdout, stderr } = helm(one, 'template', 'mi', chart, ...KUBE, ...args);
  if (code !== 0) throw new Error(`helm template of ${chart} must succeed, got ${code}: ${stderr}`);
  return sorted(objectsOf(stdout));
}

/** For clusters like those of the suite; Helm has a version of its own in mind otherwise. */
export const KUBE = ['--kube-version', KUBERNETES.newest.version];

/** The objects of a fleet as plain files, sorted; what goes with them, such as dashboards, is no object. */
export function plainOf(fleet: Fleet): Manifest[] {
  const files = [...fleet.render(FleetOutput.yaml())].filter(([name]) => name.endsWith('.k8s.yaml'));
  return sorted(files.flatMap(([, text]) => objectsOf(text)));
}

/** Writes the files of an output into a folder of its own, and gives its path. */
export function folderOf(files: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'chart-'));
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** The chart of a fleet, in a folder of its own. */
export function chartOf(fleet: Fleet): string {
  return folderOf(fleet.render(FleetOutput.helmChart({ name: 'hospital', version: '1.0.0' })));
}

/** The objects in a text of YAML, as kubectl reads it. */
export function objectsOf(text: string): Manifest[] {
  return parseAllDocuments(text, { version: '1.1', merge: false })
    .map((document) => document.toJS() as Manifest | null)
    .filter((object) => object !== null);
}

/** In an order that Helm, which sorts by kind, does not change. */
export function sorted(objects: readonly Manifest[]): Manifest[] {
  const key = ({ apiVersion, kind, metadata }: Manifest) =>
    [apiVersion, kind, metadata.namespace, metadata.name].join();
  return [...objects].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
