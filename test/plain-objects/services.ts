import { type PlainObject, plain, type RefusedObject } from './object';

function service(spec: object): PlainObject {
  return plain('v1', 'Service', { selector: { app: 'a' }, ...spec });
}

function ports(...all: readonly object[]): PlainObject {
  return service({ ports: all });
}

/** Of Services; the law is valid-services. */
export const REFUSED_SERVICES: readonly RefusedObject[] = [
  { what: 'no port', object: service({}), prop: 'spec.ports', must: 'have at least one, got none' },
  {
    what: 'two ports and one name',
    object: ports({ port: 80, name: 'http' }, { port: 81 }),
    prop: 'spec.ports[1].name',
    must: 'be there where a Service has several ports, got none',
  },
  {
    what: 'a name that is none',
    object: ports({ port: 80, name: 'A_B' }),
    prop: 'spec.ports[0].name',
    must: 'be a DNS label of at most 63 characters, got "A_B"',
  },
  {
    what: 'one name for two ports',
    object: ports({ port: 80, name: 'http' }, { port: 81, name: 'http' }),
    prop: 'spec.ports[1].name',
    must: 'be used once, got "http"',
  },
  {
    what: 'a port that is none',
    object: ports({ port: 0, targetPort: 80 }),
    prop: 'spec.ports[0].port',
    must: 'be from 1 to 65535, got 0',
  },
  {
    what: 'one port twice',
    object: ports({ port: 80, name: 'a' }, { port: 80, name: 'b', protocol: 'TCP' }),
    prop: 'spec.ports[1].port',
    must: 'be used once for a protocol, got 80',
  },
  {
    what: 'a target of digits in quotes',
    object: ports({ port: 80, targetPort: '8080' }),
    prop: 'spec.ports[0].targetPort',
    must: 'be from 1 to 65535, or the name of a port, got "8080"',
  },
  {
    what: 'a target that is none',
    object: ports({ port: 80, targetPort: 70_000 }),
    prop: 'spec.ports[0].targetPort',
    must: 'be from 1 to 65535, or the name of a port, got 70000',
  },
  {
    what: 'an external name that is none',
    object: service({ type: 'ExternalName', externalName: 'A_B' }),
    prop: 'spec.externalName',
    must: 'be a host name in lower case, got "A_B"',
  },
];

const BACKEND = { service: { name: 'app', port: { number: 80 } } };

function ingress(spec: object): PlainObject {
  return plain('networking.k8s.io/v1', 'Ingress', spec);
}

function path(one: object): PlainObject {
  return ingress({ rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: BACKEND, ...one }] } }] });
}

const PATH = 'spec.rules[0].http.paths[0]';
const HOST = 'be a host name in lower case, or one after "*."';
const PORT = `${PATH}.backend.service.port`;

/** Of Ingresses; the law is valid-ingresses. */
export const REFUSED_INGRESSES: readonly RefusedObject[] = [
  {
    what: 'no rule',
    object: ingress({ ingressClassName: 'nginx' }),
    prop: 'spec.rules',
    must: 'be there where there is no defaultBackend, got none',
  },
  {
    what: 'a class that is none',
    object: ingress({ ingressClassName: 'A_B', defaultBackend: BACKEND }),
    prop: 'spec.ingressClassName',
    must: 'be a DNS subdomain, got "A_B"',
  },
  {
    what: 'a host in capitals',
    object: ingress({ rules: [{ host: 'Shop.example.com' }] }),
    prop: 'spec.rules[0].host',
    must: `${HOST}, got "Shop.example.com"`,
  },
  {
    what: 'any host at all',
    object: ingress({ rules: [{ host: '*' }] }),
    prop: 'spec.rules[0].host',
    must: `${HOST}, got "*"`,
  },
  {
    what: 'an address for a host',
    object: ingress({ rules: [{ host: '10.0.0.1' }] }),
    prop: 'spec.rules[0].host',
    must: 'be a host name, not an address, got "10.0.0.1"',
  },
  {
    what: 'a host of TLS that is none',
    object: ingress({ defaultBackend: BACKEND, tls: [{ hosts: ['a b'] }] }),
    prop: 'spec.tls[0].hosts[0]',
    must: `${HOST}, got "a b"`,
  },
  {
    what: 'no path',
    object: ingress({ rules: [{ http: { paths: [] } }] }),
    prop: 'spec.rules[0].http.paths',
    must: 'have at least one, got none',
  },
  {
    what: 'a path that begins nowhere',
    object: path({ path: 'a' }),
    prop: `${PATH}.path`,
    must: 'begin with "/", got "a"',
  },
  {
    what: 'a path back',
    object: path({ path: '/a/../b' }),
    prop: `${PATH}.path`,
    must: 'have no "//", "/.", "/.." and "%2F" in it, got "/a/../b"',
  },
  {
    what: 'no backend',
    object: path({ backend: {} }),
    prop: `${PATH}.backend`,
    must: 'have a service or a resource, got none',
  },
  {
    what: 'a Service that has no name',
    object: path({ backend: { service: { name: '', port: { number: 80 } } } }),
    prop: `${PATH}.backend.service.name`,
    must: 'be the name of a Service, got ""',
  },
  {
    what: 'no port of a Service',
    object: path({ backend: { service: { name: 'app' } } }),
    prop: PORT,
    must: 'have a name or a number, got none',
  },
  {
    what: 'two ports of a Service',
    object: path({ backend: { service: { name: 'app', port: { name: 'http', number: 80 } } } }),
    prop: PORT,
    must: 'have a name or a number, got both',
  },
  {
    what: 'a number of a port in quotes',
    object: path({ backend: { service: { name: 'app', port: { name: '80' } } } }),
    prop: PORT,
    must: 'be named by at most 15 letters, digits and single "-", a letter among them, got "80"',
  },
  {
    what: 'a port of a Service that is none',
    object: path({ backend: { service: { name: 'app', port: { number: 70_000 } } } }),
    prop: PORT,
    must: 'be from 1 to 65535, got 70000',
  },
];

/** What is like them and right. */
export const TAKEN_SERVICES: readonly PlainObject[] = [
  ports({ port: 80 }),
  ports({ port: 80, name: 'a', targetPort: 'http' }, { port: 80, name: 'b', protocol: 'UDP' }),
  ports({ port: 80, name: 'a', targetPort: 0 }, { port: 81, name: 'b', targetPort: '' }),
  service({ clusterIP: 'None' }),
  service({ type: 'ExternalName', externalName: 'shop.example.com' }),
  ingress({ defaultBackend: BACKEND }),
  ingress({ rules: [{ host: '*.example.com' }, { host: '10.0.0.1.example.com' }, { host: '999.0.0.1' }] }),
  ingress({ defaultBackend: BACKEND, tls: [{ hosts: ['10.0.0.1'] }] }),
  path({ path: '', pathType: 'ImplementationSpecific' }),
  path({ path: '/a//b', pathType: 'ImplementationSpecific' }),
  path({ path: '/a.b/..c' }),
  path({ backend: { service: { name: 'app', port: { name: 'http' } } } }),
  path({ backend: { service: { name: 'app', port: { name: '', number: 80 } } } }),
  path({ backend: { resource: { apiGroup: 'example.com', kind: 'Bucket', name: 'app' } } }),
];
