import { Size } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s, quantity } from '../imports/k8s';
import { BusinessUnit, clusterScoped } from './business-unit';
import { isObjectName, notObjectName } from './dns-name';
import { freeId } from './free-id';
import { sentence } from './refusal';
import type { VolumeSource } from './volume-source';
import { wholeMebibytes } from './whole-mebibytes';

/** A volume that several pods see. */
export interface SharedVolumeProps {
  /** Where the files are. */
  readonly source: VolumeSource;

  /**
   * Room that the claim asks for, in whole mebibytes. NFS and EFS do not enforce it; Kubernetes wants a number.
   *
   * @default Size.gibibytes(1)
   */
  readonly capacity?: Size;
}

/** A shared volume at a path of a tenant's container; made by `SharedVolume.at` and `readOnlyAt`. */
export interface Mount {
  /** The volume. */
  readonly volume: SharedVolume;
  /** Where the container sees it. */
  readonly path: string;
  /** Whether the container may only read. */
  readonly readOnly: boolean;
}

/**
 * Files that pods share with each other and with systems outside: a claim, and for NFS and EFS the PersistentVolume
 * that it binds, each named in the other, so that no other claim can take it. The volume outlives its claim.
 */
export class SharedVolume extends Construct {
  /** The unit that the volume belongs to. */
  public readonly unit: BusinessUnit;
  /** Name of the claim in the unit's namespace. */
  public readonly claimName: string;

  public constructor(scope: Construct, id: string, props: SharedVolumeProps) {
    super(scope, freeId(scope, 'shared volume', id));
    const { source, capacity = Size.gibibytes(1) } = props;
    wholeMebibytes('capacity', 'shared volume', this.node.path, capacity);
    this.unit = BusinessUnit.of(this);
    this.claimName = this.unit.objectName(id);
    this.node.addValidation({
      validate: () =>
        isObjectName(this.claimName)
          ? []
          : [sentence(notObjectName('id', 'shared volume', this.node.path, this.claimName))],
    });
    // The cluster holds the volumes of all units under one roof, so the name carries the unit.
    const volumeName = `${this.unit.name}-${id}`;
    const storage = quantity(capacity.asString());
    if (source.volume !== undefined) {
      this.renderVolume(volumeName, storage, source.volume);
    }
    new k8s.KubePersistentVolumeClaim(this, 'claim', {
      metadata: { name: this.claimName },
      spec: {
        accessModes: [ACCESS_MODE],
        storageClassName: source.storageClassName,
        resources: { requests: { storage } },
        ...(source.volume === undefined ? {} : { volumeName }),
      },
    });
  }

  /** The volume at a path of a container that reads and writes it. */
  public at(path: `/${string}`): Mount {
    return { volume: this, path, readOnly: false };
  }

  /** The volume at a path of a container that only reads it. */
  public readOnlyAt(path: `/${string}`): Mount {
    return { volume: this, path, readOnly: true };
  }

  private renderVolume(name: string, storage: k8s.Quantity, source: NonNullable<VolumeSource['volume']>): void {
    const volume = new k8s.KubePersistentVolume(this, 'volume', {
      metadata: {
        name,
        labels: { purpose: this.node.id },
        annotations: {
          'kubernetes.io/description':
            `Files of claim ${this.unit.namespaceName}/${this.claimName}. Kept when the claim is deleted; ` +
            'then it is Released, and a new claim stays Pending until: ' +
            `kubectl patch pv ${name} --type=merge -p '{"spec":{"claimRef":{"uid":null,"resourceVersion":null}}}'`,
        },
      },
      spec: {
        ...source,
        accessModes: [ACCESS_MODE],
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
    });
    clusterScoped(volume);
  }
}

const ACCESS_MODE = 'ReadWriteMany';
