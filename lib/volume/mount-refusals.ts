import { type Complaint, complaintsOf, verbatim } from '../core/refusal';
import type { BusinessUnit } from '../unit/business-unit';
import type { Mount } from './mount';
import { brokenByMount } from './mount-path';

/** What is wrong with the mounts of a tenant of this unit, whose product has this home. */
export function mountComplaints(unit: BusinessUnit, home: string, mounts: readonly Mount[]): Complaint[] {
  const paths = mounts.map((mount) => mount.pathIn(home));
  return mounts.flatMap((mount, index): Complaint[] => {
    const { volume } = mount;
    const path = paths[index] ?? mount.path;
    const rule = mount.bringsCarbonApps ? undefined : brokenByMount(mount.path);
    return complaintsOf('mounts', [
      [rule === undefined, `${rule}`, mount.path, 'take a folder that the image does not have: /mnt/in'],
      [paths.indexOf(path) === index, 'have a path each', verbatim(`${path} twice`)],
      [
        mount.readOnly || !volume.mountedReadOnly,
        'only be read where the mount options of their source say "ro"',
        mount.path,
        'take readOnlyAt, or leave "ro" out of mountOptions',
      ],
      [
        volume.unit === unit,
        `be volumes of its own unit "${unit.node.id}"`,
        volume.node.path,
        'a claim cannot be used from another namespace; declare the same source in this unit',
      ],
    ]);
  });
}
