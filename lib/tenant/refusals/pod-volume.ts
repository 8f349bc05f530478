import type { Complaint } from '../../core/refusal';
import { brokenByMount } from '../../volume/mount-path';
import type { CheckedTenant } from '../checked-tenant';

/** Names that values of a tenant may take some day, also where this one has none of them. */
const RESERVED = /^(config|logs|follow|(shared|secret)-.*)$/;

/** What is wrong with the volumes that a workload asks for itself. */
export function podVolumeComplaints({ pod, ownPart }: CheckedTenant): Complaint[] {
  const { volumes = [], volumeMounts = [] } = pod;
  const names = volumes.map(({ name }) => name);
  const takenNames = ownPart.volumes.map(({ name }) => name);
  const takenPaths = ownPart.volumeMounts.map(({ mountPath }) => mountPath);
  const paths = volumeMounts.map(({ mountPath }) => mountPath);
  return [
    ...names
      .filter((name, index) => RESERVED.test(name) || takenNames.includes(name) || names.indexOf(name) < index)
      .map((name) => ({ prop: 'pod.volumes', must: 'have names of their own', got: name })),
    ...volumeMounts
      .filter(({ name }) => !names.includes(name))
      .map(({ name }) => ({ prop: 'pod.volumeMounts', must: 'name one of pod.volumes', got: name })),
    ...paths
      .filter((path, index) => paths.indexOf(path) < index || takenPaths.includes(path))
      .map((got) => ({ prop: 'pod.volumeMounts', must: 'have a path each', got })),
    ...paths.flatMap((path): Complaint[] => {
      const must = brokenByMount(path);
      const instead = 'write config: { files: … } for a file of the product';
      return must === undefined ? [] : [{ prop: 'pod.volumeMounts', must, got: path, instead }];
    }),
  ];
}
