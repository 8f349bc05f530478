import { type Refusal, refuse, verbatim } from '../core/refusal';
import type { VolumeUser } from './mount-owner';

/** How many nodes may mount a volume, and what for, in Kubernetes' words. */
export type AccessMode = 'ReadWriteMany' | 'ReadOnlyMany' | 'ReadWriteOnce' | 'ReadWriteOncePod';

const MODES: readonly AccessMode[] = ['ReadWriteMany', 'ReadOnlyMany', 'ReadWriteOnce', 'ReadWriteOncePod'];

/** Refuses what is no mode, and the one that Kubernetes knows for CSI alone where the source is NFS. */
export function requireAccessMode(id: string, mode: AccessMode, isNfs: boolean): void {
  const about = { prop: 'accessMode', kind: 'shared volume', id } as const;
  if (!MODES.includes(mode)) {
    refuse({ ...about, must: `be one of ${MODES.join(', ')}`, got: mode });
  }
  if (isNfs && mode === 'ReadWriteOncePod') {
    const instead = 'Kubernetes knows that one for CSI only; Scaling.singleton() keeps to one pod';
    refuse({ ...about, must: 'be one that NFS has', got: mode, instead });
  }
}

/** What is wrong with a mode, given who mounts the volume. */
export function accessModeRefusals(id: string, mode: AccessMode, users: readonly VolumeUser[]): Refusal[] {
  const about = { prop: 'accessMode', kind: 'shared volume', id } as const;
  const quoted = (some: readonly VolumeUser[]) => [...new Set(some.map(({ tenant }) => `"${tenant}"`))];
  const all = quoted(users);
  const writers = quoted(users.filter(({ writes }) => writes));
  const many = quoted(users.filter(({ alone }) => !alone));
  const isOnce = mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod';
  const tooMany = many.length > 0 ? `${many.join(', ')}, which may have more than one pod` : all.join(' and ');
  return [
    ...(mode === 'ReadOnlyMany' && writers.length > 0
      ? [
          {
            ...about,
            must: 'let pods write that mount it to write',
            got: verbatim(`${mode}, and ${writers.join(', ')} that writes`),
            instead: "take readOnlyAt(…), or accessMode 'ReadWriteMany'",
          },
        ]
      : []),
    ...(isOnce && (many.length > 0 || all.length > 1)
      ? [
          {
            ...about,
            must: 'be one of many nodes where more than one pod may mount it',
            got: verbatim(`${mode}, and ${tooMany}`),
            instead:
              "pods on other nodes would never start; take 'ReadWriteMany', or one tenant with Scaling.singleton()",
          },
        ]
      : []),
  ];
}
