import type { IConstruct } from 'constructs';
import type { VolumeUser } from './mount-owner';

/** A volume, and who mounts it. */
interface Mounted extends IConstruct {
  readonly mountedBy: readonly VolumeUser[];
}

/** All volumes of a tree by where their files are. */
const BY_FILES = new WeakMap<IConstruct, Map<string, Mounted[]>>();

/** Takes down that a volume has these files: server and path, or driver and handle. */
export function holdsFiles(volume: Mounted, files: string): void {
  const { root } = volume.node;
  const known = BY_FILES.get(root) ?? new Map<string, Mounted[]>();
  BY_FILES.set(root, known);
  known.set(files, [...(known.get(files) ?? []), volume]);
}

/** So many others are named: a folder that a thousand volumes mount would be told a million times. */
const SHOWN = 5;

/** Who mounts a volume, and who else of the fleet mounts the same files by another; known at the render. */
export function mountedText(volume: Mounted, files: string | undefined): string {
  const all = files === undefined ? [] : (BY_FILES.get(volume.node.root)?.get(files) ?? []);
  const others = all.filter((one) => one !== volume).map((one) => `${one.node.path}${usersText(one)}`);
  const more = others.length > SHOWN ? [`${others.length - SHOWN} more`] : [];
  const own = usersText(volume);
  return [
    own === '' ? ' Mounted by nobody.' : ` Mounted${own}.`,
    ...(others.length === 0 ? [] : [` The same files: ${[...others.sort().slice(0, SHOWN), ...more].join('; ')}.`]),
  ].join('');
}

function usersText({ mountedBy }: Mounted): string {
  const writers = new Set(mountedBy.filter(({ writes }) => writes).map(({ tenant }) => tenant));
  const all = [...new Set(mountedBy.map(({ tenant }) => tenant))].sort();
  const texts = all.map((tenant) => `${tenant} (${writers.has(tenant) ? 'writes' : 'reads'})`);
  return texts.length === 0 ? '' : ` by ${texts.join(', ')}`;
}
