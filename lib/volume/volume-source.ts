import type { PersistentVolumeSpec } from '../../imports/k8s';
import { isDnsLabel, isDnsSubdomain } from '../core/dns-name';
import { ipFamily } from '../core/ip-family';
import { refuse, requireThat } from '../core/refusal';
import { requireProps } from '../core/required';
import { secretComplaints } from '../secret/literal-secret';

type PersistentVolumeSource = Pick<PersistentVolumeSpec, 'nfs' | 'csi' | 'mountOptions'>;

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
   * Access point (`fsap-…`): a folder of the file system. It must have a user and group of its own (PosixUser); EFS
   * takes them in the place of the pod's, whatever those are
   * (https://docs.aws.amazon.com/efs/latest/ug/enforce-identity-access-points.html).
   *
   * @default - the root of the file system
   */
  readonly accessPoint?: string;

  /**
   * Whether the node speaks TLS to EFS.
   *
   * @default true, as the CSI driver does by itself
   */
  readonly encryptInTransit?: boolean;

  /**
   * Options of the mount: `['iam']` where the file system's policy asks who mounts.
   *
   * @default - the driver's own
   */
  readonly mountOptions?: readonly string[];
}

/** A volume that a CSI driver mounts and somebody else made. */
export interface CsiVolumeProps {
  /** Name of the driver: `smb.csi.k8s.io`. */
  readonly driver: string;

  /** What the driver knows the volume by. */
  readonly volumeHandle: string;

  /**
   * What the driver asks for besides: `{ source: '//files.example.com/lab' }`.
   *
   * @default - nothing
   */
  readonly volumeAttributes?: Readonly<Record<string, string>>;

  /**
   * Options of the mount. An SMB share has no owners, so they say whose the files are: `['uid=10802', 'gid=10802']`.
   *
   * @default - the driver's own
   */
  readonly mountOptions?: readonly string[];

  /**
   * Secret with the login of the share, which the node reads; only its name and namespace.
   *
   * @default - none
   */
  readonly secret?: { readonly name: string; readonly namespace: string };
}

/** Where the files of a shared volume are. */
export class VolumeSource {
  /** A folder that an NFS server exports. */
  public static nfs(server: string, exportPath: `/${string}`, props: NfsProps = {}): VolumeSource {
    requireThat('NFS source', server, [
      ['server', isDnsSubdomain(server) || ipFamily(server) !== 0, 'be a host name or an address', server],
      ['exportPath', exportPath.startsWith('/'), 'begin with "/"', exportPath],
    ]);
    const { mountOptions } = props;
    return new VolumeSource('', { nfs: { server, path: exportPath }, mountOptions: mountOptions && [...mountOptions] });
  }

  /** An Amazon EFS file system (`fs-…`), by its CSI driver, statically: nothing is created or deleted in AWS. */
  public static efs(fileSystem: `fs-${string}`, props: EfsProps = {}): VolumeSource {
    const { accessPoint, encryptInTransit = true, mountOptions } = props;
    requireThat('EFS source', fileSystem, [
      ['fileSystem', /^fs-[0-9a-f]{8,40}$/.test(fileSystem), 'be "fs-" and hexadecimal digits', fileSystem],
      [
        'accessPoint',
        accessPoint === undefined || /^fsap-[0-9a-f]{8,40}$/.test(accessPoint),
        'be "fsap-" and hexadecimal digits',
        accessPoint,
      ],
      [
        'mountOptions',
        mountOptions?.includes('tls') !== true,
        'leave "tls" to encryptInTransit',
        mountOptions,
        'it is on by itself',
      ],
    ]);
    const volumeHandle = accessPoint === undefined ? fileSystem : `${fileSystem}::${accessPoint}`;
    const volumeAttributes = encryptInTransit ? undefined : { encryptInTransit: 'false' };
    return new VolumeSource(
      '',
      {
        csi: { driver: 'efs.csi.aws.com', volumeHandle, volumeAttributes },
        mountOptions: mountOptions && [...mountOptions],
      },
      accessPoint !== undefined,
    );
  }

  /** A volume that is there already, by any CSI driver: nothing is made or deleted. */
  public static csi(props: CsiVolumeProps): VolumeSource {
    requireProps('CSI source', 'csi', props, { driver: "'smb.csi.k8s.io'", volumeHandle: "'lab-results'" });
    const { driver, volumeHandle, volumeAttributes, mountOptions, secret } = props;
    requireThat('CSI source', volumeHandle.trim() === '' ? driver : volumeHandle, [
      ['driver', isDnsSubdomain(driver) && driver.length <= 63, 'name a CSI driver', driver],
      ['volumeHandle', volumeHandle.trim() !== '', 'name a volume of the driver', volumeHandle],
      [
        'secret',
        secret === undefined || (isDnsSubdomain(secret.name) && isDnsLabel(secret.namespace)),
        'name a Secret and its namespace',
        `${secret?.namespace}/${secret?.name}`,
      ],
    ]);
    for (const [name, value] of [
      ...Object.entries(volumeAttributes ?? {}),
      ...(mountOptions ?? []).map((one) => ['', one]),
    ]) {
      const place = {
        prop: 'volumeAttributes or mountOptions',
        from: 'a Secret',
        instead: 'write secret: { name, namespace }',
      } as const;
      for (const complaint of secretComplaints(place, name ?? '', value ?? '')) {
        refuse({ kind: 'CSI source', id: volumeHandle, ...complaint });
      }
    }
    return new VolumeSource('', {
      csi: {
        driver,
        volumeHandle,
        volumeAttributes: volumeAttributes && { ...volumeAttributes },
        nodeStageSecretRef: secret && { ...secret },
      },
      mountOptions: mountOptions && [...mountOptions],
    });
  }

  /** Whatever a StorageClass of the cluster provides; it must be able to do what `accessMode` asks. */
  public static storageClass(name: string): VolumeSource {
    requireThat('storage class', name, [['name', isDnsSubdomain(name), 'name a StorageClass of the cluster', name]]);
    return new VolumeSource(name, undefined);
  }

  private constructor(
    /** StorageClass of the claim; empty for a volume that is there already. */
    public readonly storageClassName: string,
    /** The part of a PersistentVolume that says where the files are; `undefined` where a StorageClass makes it. */
    public readonly volume: PersistentVolumeSource | undefined,
    /** Whether the source itself says whose the files are, whatever user the pods run as. */
    public readonly setsOwner = false,
  ) {
    const { nfs, csi, mountOptions = [] } = volume ?? {};
    const texts: ReadonlyArray<readonly [string, ReadonlyArray<string | undefined>]> = [
      ['exportPath', [nfs?.path]],
      ['volumeHandle', [csi?.volumeHandle]],
      ['volumeAttributes', Object.entries(csi?.volumeAttributes ?? {}).flat()],
      ['mountOptions', mountOptions],
    ];
    requireThat(
      'volume source',
      nfs?.server ?? csi?.driver ?? storageClassName,
      texts.flatMap(([name, all]) =>
        all.map((got = '') => [name, !/[\p{Cc}\u2028\u2029]/u.test(got), 'be text on one line', got] as const),
      ),
    );
  }

  /** Where the files are, in one text: server and path, driver and handle; `undefined` of a StorageClass. */
  public get files(): string | undefined {
    const { nfs, csi } = this.volume ?? {};
    return nfs === undefined ? csi && `${csi.driver} ${csi.volumeHandle}` : `${nfs.server}:${nfs.path}`;
  }
}
