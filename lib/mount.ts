import type { SharedVolume } from './shared-volume';

/** Folder of the product's home from which Micro Integrator deploys its CARs. */
const CARBON_APPS = 'repository/deployment/server/carbonapps';

/** A shared volume at a path of a tenant's container; made by `at`, `readOnlyAt` and `asCarbonApps` of the volume. */
export class Mount {
  /** The volume in the place of the CARs of the image. */
  public static ofCarbonApps(volume: SharedVolume): Mount {
    return new Mount(volume, CARBON_APPS, true);
  }

  public constructor(
    /** The volume. */
    public readonly volume: SharedVolume,
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
}
