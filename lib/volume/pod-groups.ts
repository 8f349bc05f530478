import type { PodSecurityContext } from '../../imports/k8s';

/**
 * The groups of a pod that runs as `user`, by those of the volumes that it mounts. Where the namespace gives the user it
 * gives `fsGroup` too, out of a range that no volume's group is in.
 *
 * `fsGroup` is also a group of the processes. A pod has one of it, and a driver that heeds it hands all files of the
 * volume to it: so it is the group of the volumes where they agree. NFS and EFS do not heed it
 * (https://kubernetes-csi.github.io/docs/support-fsgroup.html).
 */
export function podGroups(
  user: number | undefined,
  volumeGroups: readonly number[],
): Pick<PodSecurityContext, 'fsGroup' | 'supplementalGroups'> {
  const groups = [...new Set(volumeGroups)].sort((one, other) => one - other);
  if (user === undefined) {
    return { supplementalGroups: groups };
  }
  const [fsGroup = user, ...others] = groups;
  return others.length === 0 ? { fsGroup } : { fsGroup: user, supplementalGroups: groups };
}
