import type { HTTPIngressPath, IngressBackend, IngressRule, IngressSpec } from '../../imports/k8s';
import { isDnsLabel, isDnsSubdomain, isPortName, PORT_NAME_MAX } from '../core/dns-name';
import { ipFamily } from '../core/ip-family';
import { isPortNumber } from '../core/port-number';
import { type Complaint, complaintsOf, verbatim } from '../core/refusal';
import { lawOfKinds } from '../rendered/law-of-kinds';

/** What the API server asks of an Ingress beyond its schema (pkg/apis/networking/validation/validation.go of Kubernetes). */
export const validIngresses = lawOfKinds(['networking.k8s.io/Ingress'], (spec) => ingressComplaints(Object(spec)));

function ingressComplaints({ defaultBackend, ingressClassName, rules = [], tls = [] }: IngressSpec): Complaint[] {
  return [
    ...complaintsOf('spec.rules', [
      [rules.length > 0 || defaultBackend !== undefined, 'be there where there is no defaultBackend', verbatim('none')],
    ]),
    ...complaintsOf('spec.ingressClassName', [
      [ingressClassName === undefined || isDnsSubdomain(ingressClassName), 'be a DNS subdomain', ingressClassName],
    ]),
    ...(defaultBackend === undefined ? [] : backendComplaints('spec.defaultBackend', defaultBackend)),
    ...rules.flatMap((rule, index) => ruleComplaints(`spec.rules[${index}]`, rule)),
    ...tls.flatMap(({ hosts = [] }, index) =>
      hosts.flatMap((host, of) => hostComplaints(`spec.tls[${index}].hosts[${of}]`, host)),
    ),
  ];
}

function hostComplaints(path: string, host: string): Complaint[] {
  return complaintsOf(path, [
    [host === '' || isDnsSubdomain(host.replace(/^\*\./, '')), 'be a host name in lower case, or one after "*."', host],
  ]);
}

function ruleComplaints(path: string, { host = '', http }: IngressRule): Complaint[] {
  return [
    ...hostComplaints(`${path}.host`, host),
    ...complaintsOf(`${path}.host`, [[ipFamily(host) !== 4, 'be a host name, not an address', host]]),
    ...complaintsOf(`${path}.http.paths`, [
      [http === undefined || http.paths.length > 0, 'have at least one', verbatim('none')],
    ]),
    ...(http?.paths ?? []).flatMap((one, index) => pathComplaints(`${path}.http.paths[${index}]`, one)),
  ];
}

/** What a path that is compared as it stands must not have in it: nobody asks for such a one. */
const ODD = /\/\/|\/\.\.?(\/|$)|%2f/i;

function pathComplaints(place: string, { path = '', pathType, backend }: HTTPIngressPath): Complaint[] {
  const isLiteral = pathType !== 'ImplementationSpecific';
  return [
    ...complaintsOf(`${place}.path`, [
      [path.startsWith('/') || (path === '' && !isLiteral), 'begin with "/"', path],
      [!isLiteral || !ODD.test(path), 'have no "//", "/.", "/.." and "%2F" in it', path],
    ]),
    ...backendComplaints(`${place}.backend`, backend),
  ];
}

function backendComplaints(path: string, { service, resource }: IngressBackend): Complaint[] {
  const { name = '', number = 0 } = service?.port ?? {};
  return [
    ...complaintsOf(path, [
      [
        (service === undefined) !== (resource === undefined),
        'have a service or a resource',
        verbatim(service === undefined ? 'none' : 'both'),
      ],
    ]),
    ...complaintsOf(`${path}.service.name`, [
      [service === undefined || isDnsLabel(service.name), 'be the name of a Service', service?.name],
    ]),
    ...complaintsOf(`${path}.service.port`, [
      [
        service === undefined || (name === '') !== (number === 0),
        'have a name or a number',
        verbatim(name === '' ? 'none' : 'both'),
      ],
      [
        name === '' || isPortName(name),
        `be named by at most ${PORT_NAME_MAX} letters, digits and single "-", a letter among them`,
        name,
      ],
      [number === 0 || isPortNumber(number), 'be from 1 to 65535', number],
    ]),
  ];
}
