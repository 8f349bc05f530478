import type { LabelSelector, ServiceSpec } from '../../imports/k8s';
import { labelComplaints, selectorComplaints } from '../core/label-selector';
import { type Complaint, sentence } from '../core/refusal';
import { idOf, type Rule } from '../rendered/rendered-object';
import { typedObjects } from '../rendered/schema-judgement';

/** The kinds that choose others by `spec.selector`. */
const KINDS = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'Job',
  'PodDisruptionBudget',
  'PersistentVolumeClaim',
  'ServiceMonitor',
  'PodMonitor',
];

/** By selectors that the API server takes, whoever wrote them; those of pods and of policies are laws of their own. */
export const validSelectors: Rule = (render) => [
  ...KINDS.flatMap((kind) =>
    typedObjects(render, kind).flatMap((object) => {
      const { selector = {} }: { readonly selector?: LabelSelector } = Object(object.spec);
      return said(kind, idOf(object), selectorComplaints('spec.selector', selector));
    }),
  ),
  ...typedObjects(render, 'Service').flatMap((object) => {
    const { selector = {} }: ServiceSpec = Object(object.spec);
    return said('Service', idOf(object), labelComplaints('spec.selector', selector));
  }),
];

function said(kind: string, id: string, complaints: readonly Complaint[]): string[] {
  return complaints.map((complaint) => sentence({ kind, id, ...complaint }));
}
