import { ApiObject, Lazy, Size } from 'cdk8s';
import { Construct } from 'constructs';
import type { PersistentVolume, PersistentVolumeClaim, Quantity } from '../../imports/k8s';
import { clusterScoped } from '../core/cluster-scoped';
import { declare } from '../core/declaration';
import { digestOf, inOrder } from '../core/digest';
import { isObjectName, notObjectName } from '../core/dns-name';
import { freeId } from '../core/free-id';
import { NEVER_PRUNED } from '../core/never-pruned';
import { sentence } from '../core/refusal';
import { requireProps } from '../core/required';
import { mebibytesText, wholeMebibytes } from '../core/whole-mebibytes';
import { BusinessUnit } from '../unit/business-unit';
import { type AccessMode, accessModeRefusals, requireAccessMode } from './access-mode';
import { Mount } from './mount';
import { mountOwnerRefusals, type VolumeUser } from './mount-owner';
import { holdsFiles, mountedText } from './mounted-by';
import { requireGroup, unknownWriterRefusals, writerRefusals } from './volume-refusals';
import type { VolumeSource } from './volume-source';

/** A volume that several pods see. */
export interface SharedVolumeProps {
  /** Where the files are. */
  readonly source: VolumeSource;

  /**
   * Room that the claim asks for, in whole mebibytes. NFS and EFS do not enforce it; Kubernetes wants a number. Of a
   * StorageClass that lets volumes grow, more may be asked for later, and never less; of any other source another number
   * is another volume, since a claim that binds a volume made by hand is never resized.
   *
   * @default Size.gibibytes(1)
   */
  readonly capacity?: Size;

  /**
   * How many nodes may mount it. `'ReadWriteOnce'` (a disk that one node has) and `'ReadWriteOncePod'` are for one tenant
   * with `Scaling.singleton()`, `'ReadOnlyMany'` for tenants that all take `readOnlyAt`; the others are refused. The
   * source must be able to. Another mode is another claim.
   *
   * @default 'ReadWriteMany'
   */
  readonly accessMode?: AccessMode;

  /**
   * Number of the group that may write to the folders (2775 and this group, on the server); pods that mount the volume
   * are members of it. Micro Integrator runs as user 802 up to 4.3 and as 10802 from 4.4 on, so a volume that
   * outlives that upgrade needs it, or its files a new owner. A file that one user wrote the other may then read, move
   * and delete, but not change.
   *
   * @default - none; the files belong to the user of the pods
   */
  readonly group?: number;
}

/**
 * Files that pods share with each other and with systems outside: a claim, and but for a StorageClass the
 * PersistentVolume that it binds, each named in the other, so that no other claim can take it.
 *
 * That volume outlives its claim (Retain); its annotation says how a new claim takes it up again. The volume of a
 * StorageClass is deleted with its claim, and so with the namespace, files and all, unless the class has
 * `reclaimPolicy: Retain` (https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming); its claim says
 * how to keep the files. A volume that was kept is taken up by a new claim when `uid` and `resourceVersion` are gone from
 * its `claimRef` before that claim is there.
 *
 * A cluster refuses to change the source of a volume, so the names of volume and claim end with a digest of it: with
 * another source, pods are replaced by such that mount another volume, and a rollback mounts the old one. No file is
 * copied, and the old volume and claim stay until they are deleted. So it is when the unit moves to another namespace,
 * since a volume belongs to one claim for ever.
 */
export class SharedVolume extends Construct {
  /** The unit that the volume belongs to. */
  public readonly unit: BusinessUnit;
  /** Name of the claim in the unit's namespace: the id, and a digest of where the files are. */
  public readonly claimName: string;
  /** Whether nodes mount it so that nobody can write. */
  public readonly mountedReadOnly: boolean;
  /** The group that may write to the folders; `undefined` if the files belong to the user of the pods. */
  public readonly group: number | undefined;

  private readonly users: VolumeUser[] = [];
  private readonly setsOwner: boolean;
  private readonly files: string | undefined;

  public constructor(scope: Construct, id: string, props: SharedVolumeProps) {
    requireProps('volume', id, props, { source: "VolumeSource.nfs('nfs01.example.com', '/export/lab')" });
    super(scope, freeId(scope, 'shared volume', id));
    declare(this, props);
    const { source, capacity = Size.gibibytes(1), accessMode = 'ReadWriteMany', group } = props;
    const { path } = this.node;
    const mebibytes = wholeMebibytes('capacity', 'shared volume', path, capacity);
    requireGroup(path, group);
    requireAccessMode(path, accessMode, source.volume?.nfs !== undefined);
    this.unit = BusinessUnit.of(this);
    const { storageClassName, volume } = source;
    const name = this.unit.objectName(id);
    const { name: ofUnit, namespaceName } = this.unit;
    const elsewhere = namespaceName === ofUnit && name === id ? [] : [namespaceName, name];
    const files = volume === undefined ? storageClassName : [volume, mebibytes, ...elsewhere];
    const identity = digestOf(inOrder(accessMode === 'ReadWriteMany' ? files : [files, accessMode]));
    this.claimName = `${name}-${identity}`;
    this.group = group;
    this.setsOwner = source.setsOwner;
    this.files = source.files;
    if (this.files !== undefined) {
      holdsFiles(this, this.files);
    }
    this.mountedReadOnly = source.volume?.mountOptions?.includes('ro') ?? false;
    this.node.addValidation({
      validate: () => [
        ...(isObjectName(name) ? [] : [sentence(notObjectName('id', 'shared volume', path, name))]),
        ...(group !== undefined || this.setsOwner ? [] : writerRefusals(path, this.writers).map(sentence)),
        ...(group !== undefined || this.setsOwner || volume === undefined
          ? []
          : unknownWriterRefusals(path, this.writers).map(sentence)),
        ...accessModeRefusals(path, accessMode, this.users).map(sentence),
        ...mountOwnerRefusals(
          path,
          { mountOptions: volume?.mountOptions ?? [], driver: volume?.csi?.driver, group },
          this.users,
        ).map(sentence),
      ],
    });
    // The cluster holds the volumes of all units under one roof, so the name carries the unit.
    const volumeName = `${this.unit.name}-${id}-${identity}`;
    const storage = mebibytesText(mebibytes);
    if (volume !== undefined) {
      this.renderVolume(volumeName, storage, accessMode, volume);
    }
    new ApiObject(this, 'claim', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        name: this.claimName,
        labels: { purpose: id },
        annotations: { ...NEVER_PRUNED, ...(volume === undefined ? this.fateOfFiles(storageClassName) : {}) },
      },
      spec: {
        accessModes: [accessMode],
        storageClassName,
        resources: { requests: { storage } },
        ...(volume === undefined ? {} : { volumeName }),
      },
    } satisfies PersistentVolumeClaim);
  }

  /** The volume at a path of a container that reads and writes it. */
  public at(path: `/${string}`): Mount {
    return new Mount(this, path, false);
  }

  /** The volume at a path of a container that only reads it. */
  public readOnlyAt(path: `/${string}`): Mount {
    return new Mount(this, path, true);
  }

  /**
   * The volume, read-only, in the place of the CARs of the image, for those who must deploy without building an image.
   *
   * What it costs: the CARs of the image are hidden, so its tag no longer says what runs; two pods that started at
   * different times may run different CARs, also after a crash or a scale-up; `kubectl rollout undo` brings no old CAR
   * back. Hot deployment is off, so a new CAR runs after `kubectl rollout restart`. Whoever writes to the volume
   * deploys. Prefer an image.
   */
  public asCarbonApps(): Mount {
    return Mount.ofCarbonApps(this);
  }

  /** Takes note of a tenant whose pods see the volume. */
  public usedBy(user: VolumeUser): void {
    this.users.push(user);
  }

  /** Who sees it; complete when the fleet is. */
  public get mountedBy(): readonly VolumeUser[] {
    return this.users;
  }

  /** The tenants that write, and the user that each of them runs as, where that is known. */
  private get writers(): ReadonlyMap<string, number | undefined> {
    return new Map(this.users.filter(({ writes }) => writes).map(({ tenant, user }) => [tenant, user]));
  }

  /** Who writes there, so that another user, as a newer release has one, is a change that a reviewer sees. */
  private get writersText(): string {
    const users = this.setsOwner ? [] : [...new Set(this.writers.values())];
    const known = users.filter((user) => user !== undefined).sort((one, other) => one - other);
    return known.map((user) => ` Written as user ${user} and group ${this.group ?? user}.`).join('');
  }

  /** The same, and who mounts it. */
  private get usersText(): string {
    return `${this.writersText}${mountedText(this, this.files)}`;
  }

  private fateOfFiles(storageClass: string): Record<string, string> {
    const volume = `$(kubectl -n ${this.unit.namespaceName} get pvc ${this.claimName} -o jsonpath='{.spec.volumeName}')`;
    return {
      [DESCRIPTION]: Lazy.any({
        produce: () =>
          `Deleted with its files, unless StorageClass ${storageClass} has reclaimPolicy Retain.${this.usersText} ` +
          `To keep them: kubectl patch pv ${volume} --type=merge -p '{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'`,
      }),
    };
  }

  private renderVolume(
    name: string,
    storage: Quantity,
    accessMode: AccessMode,
    source: NonNullable<VolumeSource['volume']>,
  ): void {
    const volume = new ApiObject(this, 'volume', {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: {
        name,
        labels: { purpose: this.node.id },
        annotations: {
          ...NEVER_PRUNED,
          [DESCRIPTION]: Lazy.any({
            produce: () =>
              `Files of claim ${this.unit.namespaceName}/${this.claimName}.${this.usersText} ` +
              'Kept when the claim is deleted; then it is Released, and a new claim stays Pending until: ' +
              `kubectl patch pv ${name} --type=merge -p '{"spec":{"claimRef":{"uid":null,"resourceVersion":null}}}'`,
          }),
        },
      },
      spec: {
        ...source,
        accessModes: [accessMode],
        capacity: { storage },
        claimRef: {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          namespace: this.unit.namespaceName,
          name: this.claimName,
        },
        // No storageClassName: the API server drops an empty one, and whoever compares would see a difference for ever.
        persistentVolumeReclaimPolicy: 'Retain',
      },
    } satisfies PersistentVolume);
    clusterScoped(volume);
  }
}

const DESCRIPTION = 'kubernetes.io/description';
