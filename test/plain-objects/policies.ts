import { KEY, type PlainObject, plain, type RefusedObject, VALUE } from './object';

const APP = { matchLabels: { app: 'a' } };
const WRONG = { matchLabels: { app: 'a b' } };

function policy(spec: object): PlainObject {
  return plain('networking.k8s.io/v1', 'NetworkPolicy', { podSelector: {}, ...spec });
}

function from(...peers: readonly object[]): PlainObject {
  return policy({ ingress: [{ from: peers }] });
}

function ports(...all: readonly object[]): PlainObject {
  return policy({ egress: [{ ports: all }] });
}

function block(cidr: string, ...except: readonly string[]): PlainObject {
  return from({ ipBlock: { cidr, ...(except.length === 0 ? {} : { except }) } });
}

const PEER = 'spec.ingress[0].from[0]';
const PORT = 'spec.egress[0].ports[0]';
const RANGE = 'be a range of addresses, such as "10.20.0.0/16"';
const ONE_PORT = 'be from 1 to 65535, or the name of a port';
const TO_PORT = 'be from port, which is a number, to 65535';
const ONE = 'have an ipBlock or selectors';

/** Of policies; the law is valid-policies. */
export const REFUSED_POLICIES: readonly RefusedObject[] = [
  {
    what: 'a selector of pods by a key that is none',
    object: policy({ podSelector: { matchLabels: { 'a b': 'x' } } }),
    prop: 'spec.podSelector.matchLabels["a b"]',
    must: `${KEY}, got "a b"`,
  },
  {
    what: 'pods of a peer by a value that is none',
    object: from({ podSelector: WRONG }),
    prop: `${PEER}.podSelector.matchLabels["app"]`,
    must: `${VALUE}, got "a b"`,
  },
  {
    what: 'namespaces of a peer by an operator without values',
    object: from({ namespaceSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } }),
    prop: `${PEER}.namespaceSelector.matchExpressions[0].values`,
    must: 'have at least one value where operator is In, got []',
  },
  { what: 'a peer that is nobody', object: from({}), prop: PEER, must: `${ONE}, got none` },
  {
    what: 'a peer that is a range and pods',
    object: from({ ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} }),
    prop: PEER,
    must: `${ONE}, got both`,
  },
  {
    what: 'an address for a range',
    object: block('10.0.0.1'),
    prop: `${PEER}.ipBlock.cidr`,
    must: `${RANGE}, got "10.0.0.1"`,
  },
  {
    what: 'an exception that is not within',
    object: block('10.0.0.0/8', '192.168.0.0/16'),
    prop: `${PEER}.ipBlock.except[0]`,
    must: 'be a range within 10.0.0.0/8, and smaller, got "192.168.0.0/16"',
  },
  {
    what: 'an exception of all',
    object: block('10.0.0.0/8', '10.0.0.0/8'),
    prop: `${PEER}.ipBlock.except[0]`,
    must: 'be a range within 10.0.0.0/8, and smaller, got "10.0.0.0/8"',
  },
  {
    what: 'an exception of the other family',
    object: block('10.0.0.0/8', '2001:db8::/32'),
    prop: `${PEER}.ipBlock.except[0]`,
    must: 'be a range within 10.0.0.0/8, and smaller, got "2001:db8::/32"',
  },
  {
    what: 'one direction twice',
    object: policy({ policyTypes: ['Ingress', 'Egress', 'Ingress'] }),
    prop: 'spec.policyTypes',
    must: 'be at most two, got ["Ingress","Egress","Ingress"]',
  },
  {
    what: 'a port of no protocol',
    object: ports({ protocol: '' }),
    prop: `${PORT}.protocol`,
    must: 'be TCP, UDP or SCTP, or be left out, got ""',
  },
  { what: 'no port', object: ports({ port: 0 }), prop: `${PORT}.port`, must: `${ONE_PORT}, got 0` },
  {
    what: 'a name that is no name',
    object: ports({ port: '80' }),
    prop: `${PORT}.port`,
    must: `${ONE_PORT}, got "80"`,
  },
  {
    what: 'ports from a name on',
    object: ports({ port: 'http', endPort: 90 }),
    prop: `${PORT}.endPort`,
    must: `${TO_PORT}, got 90`,
  },
  {
    what: 'ports that end before they begin',
    object: ports({ port: 90, endPort: 80 }),
    prop: `${PORT}.endPort`,
    must: `${TO_PORT}, got 80`,
  },
  { what: 'ports from none on', object: ports({ endPort: 80 }), prop: `${PORT}.endPort`, must: `${TO_PORT}, got 80` },
];

/** What is like them and right, so that nothing is refused for another reason. */
export const TAKEN_POLICIES: readonly PlainObject[] = [
  policy({ podSelector: APP, policyTypes: ['Ingress', 'Egress'] }),
  from({ podSelector: APP, namespaceSelector: {} }, { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }),
  block('2001:db8::/32', '2001:db8:8000::/33'),
  ports({ port: 'http' }, { port: 80, endPort: 90 }, { port: 65_535 }, { protocol: 'UDP' }),
];
