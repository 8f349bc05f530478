import type { IConstruct } from 'constructs';
import type { PartMaker, PodPart } from '../config/pod-part';
import type { MiImage } from '../image/mi-image';
import { miHome } from '../release/mi-release';
import type { BusinessUnit } from '../unit/business-unit';
import type { VolumeUser } from './mount-owner';

/** What can be mounted: a claim in the namespace of its unit. */
export interface MountableVolume extends IConstruct {
  /** The unit that the volume belongs to. */
  readonly unit: BusinessUnit;
  /** Name of the claim in the unit's namespace. */
  readonly claimName: string;
  /** The group that may write to the folders; `undefined` if the files belong to the user of the pods. */
  readonly group: number | undefined;
  /** Whether nodes mount it so that nobody can write. */
  readonly mountedReadOnly: boolean;
  /** Takes down who reads or writes there. */
  usedBy(user: VolumeUser): void;
}

/** Folder of the product's home from which Micro Integrator deploys its CARs. */
const CARBON_APPS = 'repository/deployment/server/carbonapps';

/** A shared volume at a path of a tenant's container; made by `at`, `readOnlyAt` and `asCarbonApps` of the volume. */
export class Mount implements PartMaker {
  /** The volume in the place of the CARs of the image. */
  public static ofCarbonApps(volume: MountableVolume): Mount {
    return new Mount(volume, CARBON_APPS, true);
  }

  public constructor(
    /** The volume. */
    public readonly volume: MountableVolume,
    /** Where the container sees it; without a "/" in front, below the product's home. */
    public readonly path: string,
    /** Whether the container may only read. */
    public readonly readOnly: boolean,
  ) {}

  /** Whether it brings the CARs, the one mount that may lie in the product's home. */
  public get bringsCarbonApps(): boolean {
    return this.path === CARBON_APPS && this.readOnly;
  }

  /** Where a container sees it whose product has this home. */
  public pathIn(home: string): string {
    return this.path.startsWith('/') ? this.path : `${home}/${this.path}`;
  }

  public part({ release }: MiImage): PodPart {
    const { claimName, group, node } = this.volume;
    const name = `shared-${node.id}`;
    return {
      volumes: [{ name, persistentVolumeClaim: { claimName } }],
      // The API server keeps no `false` here, and what it does not keep is a difference for ever.
      volumeMounts: [{ name, mountPath: this.pathIn(miHome(release)), readOnly: this.readOnly || undefined }],
      volumeGroups: group === undefined ? [] : [group],
    };
  }
}
