import type { LabelSelector, ServiceSpec } from '../../imports/k8s';
import { labelComplaints, selectorComplaints } from '../core/label-selector';
import { allOf, lawOfKinds } from '../rendered/law-of-kinds';

/** The kinds, after their groups, that choose others by a selector of labels in `spec.selector`. */
const KINDS = [
  'apps/Deployment',
  'apps/StatefulSet',
  'apps/DaemonSet',
  'apps/ReplicaSet',
  'batch/Job',
  'policy/PodDisruptionBudget',
  '/PersistentVolumeClaim',
  'monitoring.coreos.com/ServiceMonitor',
  'monitoring.coreos.com/PodMonitor',
];

const byLabels = lawOfKinds(KINDS, (spec) => {
  const { selector = {} }: { readonly selector?: LabelSelector } = Object(spec);
  return selectorComplaints('spec.selector', selector);
});

const ofServices = lawOfKinds(['/Service'], (spec) => {
  const { selector = {} }: ServiceSpec = Object(spec);
  return labelComplaints('spec.selector', selector);
});

/** By selectors that the API server takes, whoever wrote them; those of pods and of policies are laws of their own. */
export const validSelectors = allOf(byLabels, ofServices);
