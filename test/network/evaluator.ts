import { BlockList, isIPv6 } from 'node:net';
import type { LabelSelector, NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from '../../imports/k8s';

/** One end of a connection: a pod, or an address that is no pod's. */
export interface End {
  readonly name: string;
  readonly ip: string;
  readonly pod?: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> };
}

/** Whether this may connect to that. */
export interface Question {
  readonly from: End;
  readonly to: End;
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
}

/** Labels that the API server gives a namespace. */
export function namespaceLabels(namespace: string): Record<string, string> {
  return { 'kubernetes.io/metadata.name': namespace };
}

/** What the policies say, by the words of the API (networking.k8s.io/v1): both ends must agree. */
export function allows(policies: readonly NetworkPolicy[], { from, to, port, protocol }: Question): boolean {
  const at = { port, protocol };
  const leaves = policies
    .filter((policy) => governs(policy, from, 'Egress'))
    .map(({ spec }) => (spec?.egress ?? []).some((rule) => meets(rule.to, to, rule.ports, at)));
  const enters = policies
    .filter((policy) => governs(policy, to, 'Ingress'))
    .map(({ spec }) => (spec?.ingress ?? []).some((rule) => meets(rule.from, from, rule.ports, at)));
  return [leaves, enters].every((judged) => judged.length === 0 || judged.includes(true));
}

function governs({ metadata, spec }: NetworkPolicy, { pod }: End, way: 'Ingress' | 'Egress'): boolean {
  return (
    pod !== undefined &&
    metadata?.namespace === pod.namespace &&
    (spec?.policyTypes ?? []).includes(way) &&
    selects(spec?.podSelector, pod.labels)
  );
}

function meets(
  peers: readonly NetworkPolicyPeer[] | undefined,
  end: End,
  ports: readonly NetworkPolicyPort[] | undefined,
  at: Pick<Question, 'port' | 'protocol'>,
): boolean {
  // No list, or an empty one, is everybody, and every port.
  const peer = peers === undefined || peers.length === 0 || peers.some((one) => isPeer(one, end));
  const port =
    ports === undefined ||
    ports.length === 0 ||
    ports.some((one) => (one.port === undefined || one.port === at.port) && (one.protocol ?? 'TCP') === at.protocol);
  return peer && port;
}

function isPeer({ ipBlock, namespaceSelector, podSelector }: NetworkPolicyPeer, { ip, pod }: End): boolean {
  if (ipBlock !== undefined) {
    return inRange(ipBlock.cidr ?? '', ip) && !(ipBlock.except ?? []).some((range) => inRange(range, ip));
  }
  if (namespaceSelector === undefined) {
    throw new Error('expected peers by addresses, or by selectors of namespaces');
  }
  return (
    pod !== undefined && selects(namespaceSelector, namespaceLabels(pod.namespace)) && selects(podSelector, pod.labels)
  );
}

function selects(selector: LabelSelector | undefined, labels: Readonly<Record<string, string>>): boolean {
  if ((selector?.matchExpressions ?? []).length > 0) {
    throw new Error('expected selectors of labels alone');
  }
  return Object.entries(selector?.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
}

const RANGES = new Map<string, BlockList>();

function inRange(cidr: string, ip: string): boolean {
  const [network = '', length = ''] = cidr.split('/');
  const known = RANGES.get(cidr);
  const list = known ?? new BlockList();
  if (known === undefined) {
    list.addSubnet(network, Number(length), isIPv6(network) ? 'ipv6' : 'ipv4');
    RANGES.set(cidr, list);
  }
  return list.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4');
}
