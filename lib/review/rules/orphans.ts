import { groupOf } from '../../core/api-group';
import { groupBy } from '../../core/by-key';
import type { Manifest } from '../../diff/manifest';
import { claimsOf } from '../../rendered/object-claims';
import type { KubernetesObject } from '../../rendered/rendered-object';
import { nameOf, type ObjectChange } from '../object-change';
import { at } from '../read';
import type { ReviewRule } from '../rule';
import { some } from '../words';
import { autoscalerLeaves } from './autoscaler-leaves';
import { ingressOverlap } from './ingress-overlap';
import { loadBalancers } from './load-balancers';
import { lostSecret } from './lost-secret';
import { traefikOverlap } from './traefik-overlap';
import { twoGenerations } from './two-generations';

/** What no apply takes away, and what stays for a rollback or with its files: other rules speak of it. */
const ELSEWHERE = new Set(['Namespace', 'PersistentVolume', 'PersistentVolumeClaim']);

/** Objects that leave the file and stay in the cluster, with the command that takes them away. */
export const orphans: ReviewRule = (change) => {
  // Those have commands of their own, in which the order matters.
  const told = new Set(
    [twoGenerations, autoscalerLeaves, ingressOverlap, traefikOverlap, loadBalancers, lostSecret]
      .flatMap((rule) => rule(change))
      .flatMap(({ about }) => about),
  );
  const left = change.objects.filter((one) => isLeft(one) && one.before !== undefined && !told.has(one.before));
  return [...groupBy(left, ({ unit = '', tenant = '' }) => `${unit} ${tenant}`).values()].map((ofOne) => {
    const [{ unit, tenant } = {}] = ofOne;
    const gone = ofOne.flatMap(({ before }) => before ?? []);
    return {
      severity: 'warning',
      unit,
      tenant,
      says: `left in the cluster, since no apply takes anything away: ${some(gone.map(nameOf), 8)}${effectOf(gone)}`,
      run: commandsOf(gone),
      about: gone,
    };
  });
};

function isLeft({ before, after, isUpdate }: ObjectChange): boolean {
  if (before === undefined || ELSEWHERE.has(before.kind)) {
    return false;
  }
  // Nobody prunes configurations of before, so that a rollback finds them.
  const isConfiguration = before.kind === 'ConfigMap' && at(before, 'immutable') === true;
  return after === undefined ? !isConfiguration : !isUpdate && !isConfiguration;
}

/** What objects that are left go on to do. */
function effectOf(gone: readonly Manifest[]): string {
  const hosts = gone.flatMap((object) =>
    // Only the parts that lead requests are looked at.
    claimsOf(object as KubernetesObject).map(({ host, path = '' }) => `${host}${path === '/' ? '' : path}`),
  );
  const kinds = new Set(gone.map(({ kind }) => kind));
  const effects = [
    ...(hosts.length > 0 ? [`${some([...new Set(hosts)])} still led there`] : []),
    ...(['Deployment', 'StatefulSet', 'Rollout', 'DaemonSet'].some((kind) => kinds.has(kind))
      ? ['its pods run on']
      : []),
    ...(kinds.has('NetworkPolicy') ? ['it still says what its pods may do in the network'] : []),
  ];
  return effects.length === 0 ? '' : ` (${effects.join('; ')})`;
}

function commandsOf(gone: readonly Manifest[]): string[] {
  return [...groupBy(gone, ({ metadata }) => metadata.namespace)].map(([namespace, objects]) => {
    const targets = objects.map(({ kind, apiVersion, metadata }) => `${resourceOf(kind, apiVersion)}/${metadata.name}`);
    return `kubectl ${namespace === undefined ? '' : `-n ${namespace} `}delete ${targets.join(' ')}`;
  });
}

/** What kubectl calls a kind; with its group where another could have the name. */
function resourceOf(kind: string, apiVersion: string): string {
  const group = groupOf(apiVersion);
  return /^(|apps|batch|autoscaling|policy|networking\.k8s\.io)$/.test(group)
    ? kind.toLowerCase()
    : `${kind.toLowerCase()}.${group}`;
}
