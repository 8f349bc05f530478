import { type Complaint, verbatim } from '../../core/refusal';
import type { MiImage } from '../../image/mi-image';
import { MI_RELEASES } from '../../release/mi-release';
import type { CheckedTenant } from '../checked-tenant';

/** What is wrong with the canary of a tenant. */
export function canaryComplaints({ canary, image, scaling, mounts, pod }: CheckedTenant): Complaint[] {
  const writable = mounts.filter(({ readOnly }) => !readOnly).map(({ path }) => path);
  const claims = new Set(
    (pod.volumes ?? []).filter((one) => one.persistentVolumeClaim !== undefined).map(({ name }) => name),
  );
  const written = (pod.volumeMounts ?? []).filter((one) => claims.has(one.name) && one.readOnly !== true);
  const ports = (one: MiImage | undefined) =>
    Object.values(one === undefined ? {} : MI_RELEASES[one.release].ports).join(', ');
  const broken: ReadonlyArray<readonly [boolean, string, string, string]> = [
    [canary?.image.work !== 'app', 'run an application', canary?.image.work ?? '', 'it would do the work twice'],
    [image.work !== 'app', 'be for an application', image.work, 'it would do the work of the poller a second time'],
    [
      scaling.workload === 'StatefulSet',
      'be for a tenant that may run more than once',
      scaling.text,
      'a canary is a second pod; take Scaling.fixed or auto',
    ],
    [
      scaling.workload === 'Rollout',
      'not stand beside steps of Argo Rollouts',
      'argoSteps',
      'both bring a new image to a part of the requests; take one of the two',
    ],
    [
      scaling.coordination !== undefined,
      'not share the database of tasks',
      scaling.text,
      'it would take over tasks as well as requests; make it a tenant of its own with a schema of its own',
    ],
    [
      canary?.image.app !== image.app,
      `be of the same application, ${image.app}`,
      canary?.image.app ?? '',
      'whoever asks for one must not get another; make it a tenant of its own',
    ],
    [
      canary?.image.reference === image.reference,
      'try another image',
      image.reference,
      'it is that of the tenant; leave the canary out',
    ],
    [
      ports(canary?.image) !== ports(image),
      `listen where the tenant listens, on ${ports(image)}`,
      ports(canary?.image),
      'routes and Services lead to both by one number; make it a tenant of its own',
    ],
    [
      mounts.some((mount) => mount.bringsCarbonApps),
      'have applications of its own',
      'CARs from a volume',
      'both would run what is in the volume; put the CARs into the images',
    ],
    [
      written.length > 0,
      'not write where the tenant writes',
      written.map(({ mountPath }) => mountPath).join(', '),
      'mount the claim readOnly, or make it a tenant of its own',
    ],
    [
      writable.length > 0,
      'not write where the tenant writes',
      writable.join(', '),
      'take readOnlyAt, or make it a tenant of its own',
    ],
  ];
  return canary === undefined
    ? []
    : broken
        .filter(([isBroken]) => isBroken)
        .map(([, must, got, instead]) => ({ prop: 'canary', must, got: verbatim(got), instead }));
}
