import { relative, resolve, sep } from 'node:path';
import { refuse, verbatim } from '../core/refusal';
import type { Output } from './output';

/**
 * Refuses a folder of another output that holds the fleet's own folder or stands in it: whoever applies the one would
 * take the files of the other for manifests.
 */
export function requireApart(fleet: string, outdir: string, beside: Readonly<Record<string, Output>>): void {
  const folders = [outdir, ...Object.keys(beside)];
  for (const [index, folder] of folders.entries()) {
    const other = folders.slice(0, index).find((one) => holds(one, folder) || holds(folder, one));
    if (other !== undefined) {
      refuse({
        prop: `beside["${folder}"]`,
        kind: 'fleet',
        id: fleet,
        must: 'be a folder of its own, in no other and with no other in it',
        got: verbatim(`it beside "${other}"`),
        instead: 'kubectl apply -R takes every file of a folder for a manifest',
      });
    }
  }
}

function holds(folder: string, other: string): boolean {
  const way = relative(resolve(folder), resolve(other));
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`));
}
