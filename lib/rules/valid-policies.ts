import type { NetworkPolicyPeer, NetworkPolicyPort, NetworkPolicySpec } from '../../imports/k8s';
import { isCidr, isPartOf } from '../core/cidr';
import { isPortName } from '../core/dns-name';
import { selectorComplaints } from '../core/label-selector';
import { isPortNumber } from '../core/port-number';
import { type Complaint, complaintsOf, verbatim } from '../core/refusal';
import { lawOfKinds } from '../rendered/law-of-kinds';

/**
 * What the API server asks of a NetworkPolicy beyond its schema (pkg/apis/networking/validation/validation.go of
 * Kubernetes): selectors, ports, and peers that are one thing.
 */
export const validPolicies = lawOfKinds(['networking.k8s.io/NetworkPolicy'], (spec) => policyComplaints(Object(spec)));

function policyComplaints({
  podSelector,
  policyTypes = [],
  ingress = [],
  egress = [],
}: NetworkPolicySpec): Complaint[] {
  return [
    ...complaintsOf('spec.policyTypes', [[policyTypes.length <= 2, 'be at most two', policyTypes]]),
    ...selectorComplaints('spec.podSelector', podSelector),
    ...ingress.flatMap(({ from, ports }, index) => wayComplaints(`spec.ingress[${index}]`, 'from', from, ports)),
    ...egress.flatMap(({ to, ports }, index) => wayComplaints(`spec.egress[${index}]`, 'to', to, ports)),
  ];
}

function wayComplaints(
  path: string,
  side: 'from' | 'to',
  peers: readonly NetworkPolicyPeer[] = [],
  ports: readonly NetworkPolicyPort[] = [],
): Complaint[] {
  return [
    ...peers.flatMap((peer, index) => peerComplaints(`${path}.${side}[${index}]`, peer)),
    ...ports.flatMap((port, index) => portComplaints(`${path}.ports[${index}]`, port)),
  ];
}

function peerComplaints(path: string, { ipBlock, namespaceSelector, podSelector }: NetworkPolicyPeer): Complaint[] {
  const selects = namespaceSelector !== undefined || podSelector !== undefined;
  const got = verbatim(ipBlock === undefined ? 'none' : 'both');
  const { cidr, except = [] } = ipBlock ?? {};
  return [
    ...complaintsOf(path, [[selects === (ipBlock === undefined), 'have an ipBlock or selectors', got]]),
    ...selectorComplaints(`${path}.namespaceSelector`, namespaceSelector),
    ...selectorComplaints(`${path}.podSelector`, podSelector),
    ...complaintsOf(`${path}.ipBlock.cidr`, [
      [cidr === undefined || isCidr(cidr), 'be a range of addresses, such as "10.20.0.0/16"', cidr],
    ]),
    ...except.flatMap((range, index) =>
      complaintsOf(`${path}.ipBlock.except[${index}]`, [
        [isCidr(range) && isPartOf(range, `${cidr}`), `be a range within ${cidr}, and smaller`, range],
      ]),
    ),
  ];
}

const PROTOCOL = /^(TCP|UDP|SCTP)$/;

function portComplaints(path: string, { port, endPort, protocol = 'TCP' }: NetworkPolicyPort): Complaint[] {
  const isOne = typeof port === 'number' ? isPortNumber(port) : port === undefined || isPortName(port);
  return [
    ...complaintsOf(`${path}.protocol`, [[PROTOCOL.test(protocol), 'be TCP, UDP or SCTP, or be left out', protocol]]),
    ...complaintsOf(`${path}.port`, [[isOne, 'be from 1 to 65535, or the name of a port', port]]),
    ...complaintsOf(`${path}.endPort`, [
      [
        endPort === undefined || (typeof port === 'number' && endPort >= port && isPortNumber(endPort)),
        'be from port, which is a number, to 65535',
        endPort,
      ],
    ]),
  ];
}
