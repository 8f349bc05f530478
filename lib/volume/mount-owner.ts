import type { Refusal } from '../core/refusal';

/** A tenant that sees a volume. */
export interface VolumeUser {
  /** Path of the tenant. */
  readonly tenant: string;
  /** User and first group of its pods; `undefined` where their namespace gives them. */
  readonly user: number | undefined;
  /** Whether it writes. */
  readonly writes: boolean;
  /** Whether it never has more than one pod, not even in an update. */
  readonly alone: boolean;
}

/** What decides who may read and write in a volume whose mount says whose the files are. */
export interface OwnedMount {
  readonly mountOptions: readonly string[];
  /** The CSI driver, if there is one. */
  readonly driver: string | undefined;
  /** The group that pods which mount it are members of. */
  readonly group: number | undefined;
}

/** Rights to a folder and to a file, as one digit of a mode. */
const READ = { dir_mode: 0o5, file_mode: 0o4 } as const;
const WRITE = { dir_mode: 0o7, file_mode: 0o6 } as const;

/** Mode of a mount that says none, where that is known: of the kernel (mount.cifs(8)). */
const UNSAID: Readonly<Record<string, number>> = { 'smb.csi.k8s.io': 0o755 };

/**
 * What is wrong with the options of a mount that say whose all files are, given who reads and writes there. An SMB share
 * has no owners of its own. What the options leave open is not judged.
 */
export function mountOwnerRefusals(id: string, mount: OwnedMount, users: readonly VolumeUser[]): Refusal[] {
  const { mountOptions, group } = mount;
  const byText = new Map(users.map((one) => [JSON.stringify(one), one]));
  return [...byText.values()]
    .filter((one) => isKeptOut(mount, one))
    .map(({ tenant, user, writes }) => ({
      prop: 'mountOptions',
      kind: 'shared volume',
      id,
      must: `let tenant "${tenant}" ${writes ? 'write' : 'read'} as ${identity(user, group)}`,
      got: mountOptions,
      instead: `write ${ownerOptions(user, group)}dir_mode=${MODES.dir_mode} and file_mode=${MODES.file_mode}`,
    }));
}

function identity(user: number | undefined, group = user): string {
  const ofUser = user === undefined ? 'whatever user its namespace gives' : `user ${user}`;
  return group === undefined ? ofUser : `${ofUser} and group ${group}`;
}

function ownerOptions(user: number | undefined, group = user): string {
  const options = { uid: user, gid: group };
  return Object.entries(options)
    .filter(([, id]) => id !== undefined)
    .map(([option, id]) => `${option}=${id}, `)
    .join('');
}

/** Modes by which owner and group may write. */
const MODES = { dir_mode: '0770', file_mode: '0660' } as const;

function isKeptOut({ mountOptions, driver = '', group }: OwnedMount, { user, writes }: VolumeUser): boolean {
  const options = mountOptions.flatMap((option) => option.split(','));
  const said = (name: string, base: number): number | undefined => {
    const value = options.findLast((option) => option.startsWith(`${name}=`))?.slice(name.length + 1);
    return value !== undefined && /^\d+$/.test(value) ? Number.parseInt(value, base) : undefined;
  };
  const [uid, gid] = [said('uid', 10), said('gid', 10)];
  const isOwner = uid !== undefined && uid === user;
  const isMember = gid !== undefined && [user, group].includes(gid);
  // Whose the files are is not said, or only by a name that the node knows.
  const isOpen = !isOwner && (uid === undefined || (!isMember && gid === undefined));
  const place = isOwner ? 6 : isMember ? 3 : 0;
  const kept = Object.entries(writes ? WRITE : READ).some(([name, needed]) => {
    const mode = said(name, 8) ?? UNSAID[driver];
    return mode !== undefined && ((mode >> place) & needed) !== needed;
  });
  return kept && !isOpen && !options.includes('noperm');
}
