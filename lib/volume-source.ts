import { isIP } from 'node:net';
import type { k8s } from '../imports/k8s';
import { isDnsSubdomain } from './dns-name';
import { refuse } from './refusal';

type PersistentVolumeSource = Pick<k8s.PersistentVolumeSpec, 'nfs' | 'csi' | 'mountOptions'>;

/** How an NFS export is mounted. */
export interface NfsProps {
  /**
   * Options of the mount: `['nfsvers=4.1', 'hard']`.
   *
   * @default - the node's own
   */
  readonly mountOptions?: readonly string[];
}

/** How an EFS file system is mounted. */
export interface EfsProps {
  /**
   * Access point (`fsap-…`): a folder of the file system with a user and group of its own.
   *
   * @default - the root of the file system
   */
  readonly accessPoint?: string;
}

/** Where the files of a shared volume are. */
export class VolumeSource {
  /** A folder that an NFS server exports. */
  public static nfs(server: string, exportPath: `/${string}`, props: NfsProps = {}): VolumeSource {
    if (!isDnsSubdomain(server) && isIP(server) === 0) {
      refuse({ prop: 'server', kind: 'NFS source', id: server, must: 'be a host name or an address', got: server });
    }
    if (!exportPath.startsWith('/')) {
      refuse({ prop: 'exportPath', kind: 'NFS source', id: server, must: 'begin with "/"', got: exportPath });
    }
    const { mountOptions } = props;
    return new VolumeSource('', { nfs: { server, path: exportPath }, mountOptions: mountOptions && [...mountOptions] });
  }

  /** An Amazon EFS file system (`fs-…`), by its CSI driver, statically: nothing is created or deleted in AWS. */
  public static efs(fileSystem: `fs-${string}`, { accessPoint }: EfsProps = {}): VolumeSource {
    if (!/^fs-[0-9a-f]{8,40}$/.test(fileSystem)) {
      refuse({
        prop: 'fileSystem',
        kind: 'EFS source',
        id: fileSystem,
        must: 'be "fs-" and hexadecimal digits',
        got: fileSystem,
      });
    }
    if (accessPoint !== undefined && !/^fsap-[0-9a-f]{8,40}$/.test(accessPoint)) {
      refuse({
        prop: 'accessPoint',
        kind: 'EFS source',
        id: fileSystem,
        must: 'be "fsap-" and hexadecimal digits',
        got: accessPoint,
      });
    }
    const volumeHandle = accessPoint === undefined ? fileSystem : `${fileSystem}::${accessPoint}`;
    return new VolumeSource('', { csi: { driver: 'efs.csi.aws.com', volumeHandle } });
  }

  /** Whatever a StorageClass of the cluster provides; it must be able to serve many nodes (ReadWriteMany). */
  public static storageClass(name: string): VolumeSource {
    if (!isDnsSubdomain(name)) {
      refuse({ prop: 'name', kind: 'storage class', id: name, must: 'name a StorageClass of the cluster', got: name });
    }
    return new VolumeSource(name, undefined);
  }

  private constructor(
    /** StorageClass of the claim; empty for a volume that is there already. */
    public readonly storageClassName: string,
    /** The part of a PersistentVolume that says where the files are; `undefined` where a StorageClass makes it. */
    public readonly volume: PersistentVolumeSource | undefined,
  ) {}
}
