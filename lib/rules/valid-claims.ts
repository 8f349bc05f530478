import type {
  PersistentVolumeClaim,
  PersistentVolumeClaimSpec,
  PersistentVolumeSpec,
  StatefulSetSpec,
} from '../../imports/k8s';
import { isDnsSubdomain } from '../core/dns-name';
import { quantity } from '../core/quantity';
import { type Complaint, complaintsOf, verbatim } from '../core/refusal';
import { allOf, lawOfKinds } from '../rendered/law-of-kinds';

/**
 * What the API server asks of volumes, and of what claims them, beyond their schema
 * (pkg/apis/core/validation/validation.go of Kubernetes).
 */
export const validClaims = allOf(
  lawOfKinds(['/PersistentVolumeClaim'], (spec) => claimComplaints('spec', Object(spec))),
  lawOfKinds(['apps/StatefulSet'], (spec) => {
    const { volumeClaimTemplates = [] }: StatefulSetSpec = Object(spec);
    return volumeClaimTemplates.flatMap(({ spec: claim }: PersistentVolumeClaim, index) =>
      claimComplaints(`spec.volumeClaimTemplates[${index}].spec`, claim ?? {}),
    );
  }),
  lawOfKinds(['/PersistentVolume'], (spec) => volumeComplaints(Object(spec))),
);

function claimComplaints(
  path: string,
  { accessModes = [], resources, storageClassName }: PersistentVolumeClaimSpec,
): Complaint[] {
  const { storage = 0 } = resources?.requests ?? {};
  return [
    ...complaintsOf(`${path}.accessModes`, [[accessModes.length > 0, 'have at least one', verbatim('none')]]),
    ...complaintsOf(`${path}.resources.requests.storage`, [[quantity(storage) > 0, 'be more than 0', storage]]),
    ...classComplaints(`${path}.storageClassName`, storageClassName),
  ];
}

function classComplaints(path: string, name = ''): Complaint[] {
  return complaintsOf(path, [[name === '' || isDnsSubdomain(name), 'be a DNS subdomain, or empty', name]]);
}

function volumeComplaints({
  accessModes = [],
  capacity = {},
  storageClassName,
  nfs,
  csi,
}: PersistentVolumeSpec): Complaint[] {
  const { storage = 0 } = capacity;
  return [
    ...complaintsOf('spec.accessModes', [[accessModes.length > 0, 'have at least one', verbatim('none')]]),
    ...complaintsOf('spec.capacity.storage', [[quantity(storage) > 0, 'be more than 0', storage]]),
    ...classComplaints('spec.storageClassName', storageClassName),
    ...(nfs === undefined
      ? []
      : [
          ...complaintsOf('spec.nfs.server', [[nfs.server !== '', 'be there', nfs.server]]),
          ...complaintsOf('spec.nfs.path', [[nfs.path.startsWith('/'), 'begin with "/"', nfs.path]]),
        ]),
    ...(csi === undefined
      ? []
      : complaintsOf('spec.csi', [
          [
            csi.driver !== '' && csi.volumeHandle !== '',
            'have a driver and a volumeHandle',
            verbatim('one that is empty'),
          ],
        ])),
  ];
}
