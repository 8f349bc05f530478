import type { NetworkPolicy } from '../../imports/k8s';
import type { Fleet } from '../../lib';
import type { KubernetesObject } from '../../lib/rendered/rendered-object';
import { podLabelsOf } from '../../lib/rendered/rendered-object';
import { objectsIn } from '../manifests';
import type { End, Question } from './evaluator';

/** The policies of a fleet, and its pods as they would come up: one of each workload, with an address of its own. */
export interface FleetNetwork {
  readonly policies: readonly NetworkPolicy[];
  readonly pods: readonly End[];
}

/** Ports that are asked for: those that pods listen on, and two that nobody does. */
export const PORTS = [8290, 8253, 9201, 9164, 2575, 443, 5432, 22];

/** What a fleet renders, as far as a network sees it. */
export function networkOf(fleet: Fleet): FleetNetwork {
  const objects: KubernetesObject[] = objectsIn(fleet.render());
  const policies = objects.filter(({ kind }) => kind === 'NetworkPolicy') as readonly NetworkPolicy[];
  const pods = objects.flatMap((object) => {
    const labels = podLabelsOf(object);
    return labels === undefined ? [] : [{ namespace: object.metadata.namespace ?? '', labels }];
  });
  return { policies, pods: pods.map((pod, index) => podEnd(pod, index)) };
}

/** A pod by what it is; `retail/orders`, or `retail/orders-canary`. */
function podEnd(pod: NonNullable<End['pod']>, index: number): End {
  const { 'app.kubernetes.io/part-of': unit, 'app.kubernetes.io/instance': instance } = pod.labels;
  return { name: `${unit}/${instance}`, ip: `10.244.${Math.floor(index / 250)}.${(index % 250) + 1}`, pod };
}

/** A pod that is no tenant's. */
export function strangerPod(name: string, ip: string, namespace: string, labels: Record<string, string>): End {
  return { name, ip, pod: { namespace, labels } };
}

/** Who is there besides: the proxy, the scraper, DNS, neighbours that have only a part of their labels, the outside. */
export const OTHERS: readonly End[] = [
  strangerPod('edge', '10.245.0.1', 'ingress-nginx', {
    'app.kubernetes.io/name': 'ingress-nginx',
    'app.kubernetes.io/component': 'controller',
  }),
  strangerPod('its webhook', '10.245.0.2', 'ingress-nginx', {
    'app.kubernetes.io/name': 'ingress-nginx',
    'app.kubernetes.io/component': 'admission-webhook',
  }),
  strangerPod('an edge elsewhere', '10.245.0.3', 'default', {
    'app.kubernetes.io/name': 'ingress-nginx',
    'app.kubernetes.io/component': 'controller',
  }),
  strangerPod('prometheus', '10.245.0.4', 'monitoring', { 'app.kubernetes.io/name': 'prometheus' }),
  strangerPod('grafana', '10.245.0.5', 'monitoring', { 'app.kubernetes.io/name': 'grafana' }),
  strangerPod('dns', '10.245.0.6', 'kube-system', { 'k8s-app': 'kube-dns' }),
  strangerPod('kube-proxy', '10.245.0.7', 'kube-system', { 'k8s-app': 'kube-proxy' }),
  strangerPod('a stranger', '10.245.0.8', 'default', {}),
  { name: 'prices database', ip: '10.30.0.7' },
  { name: 'its neighbour', ip: '10.30.1.7' },
  { name: 'hospital', ip: '192.0.2.9' },
  { name: 'hospital api', ip: '10.40.0.9' },
  { name: 'partner', ip: '198.51.100.9' },
  { name: 'internet', ip: '203.0.113.9' },
];

/** Every pair that one of them is in, at every port, and names over UDP. */
export function allQuestions(pods: readonly End[]): Question[] {
  const ends = [...pods, ...OTHERS];
  return ends.flatMap((from) =>
    ends
      .filter((to) => to !== from && (pods.includes(from) || pods.includes(to)))
      .flatMap((to): Question[] => [
        ...[...PORTS, 53].map((port) => ({ from, to, port, protocol: 'TCP' as const })),
        { from, to, port: 53, protocol: 'UDP' },
        { from, to, port: 8290, protocol: 'UDP' },
      ]),
  );
}

/** A question as a failing test shows it. */
export function textOf({ from, to, port, protocol }: Question): string {
  return `${from.name} -> ${to.name} ${port} ${protocol}`;
}
