import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fleet } from '../../lib';
import type { Kubectl, KubectlResult } from './kubectl';

/** The rendered fleet of the repository, one file a business unit. */
export const DIST = join(__dirname, '..', '..', 'dist');

/** Names of the files of `DIST`. */
export const DIST_FILES: readonly string[] = readdirSync(DIST).filter((file) => file.endsWith('.yaml'));

const APPLY = ['apply', '--server-side'];

/** Applies files as the documents say it; kubectl has each field validated by itself. */
export async function applyFiles(kubectl: Kubectl, ...paths: readonly string[]): Promise<KubectlResult> {
  return kubectl.run([...APPLY, ...paths.flatMap((path) => ['-f', path])]);
}

/** Applies manifests in the same way; it must succeed. */
export async function applyText(kubectl: Kubectl, ...texts: readonly string[]): Promise<void> {
  await kubectl.ok([...APPLY, '-f', '-'], { input: texts.join('---\n') });
}

/** Applies what a fleet renders in the same way; it must succeed. */
export async function applyFleet(kubectl: Kubectl, fleet: Fleet): Promise<void> {
  await applyText(kubectl, ...fleet.render().values());
}

/** The text of each file. */
export function distTexts(): readonly string[] {
  return DIST_FILES.map((file) => readFileSync(join(DIST, file), 'utf8'));
}
