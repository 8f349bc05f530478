import type { Container, PodSpec } from '../../imports/k8s';
import { isDnsSubdomain } from '../core/dns-name';
import { ipFamily } from '../core/ip-family';
import { type Complaint, complaintsOf, sentence, verbatim } from '../core/refusal';
import type { KubernetesObject, Rule } from '../rendered/rendered-object';
import { typedPods } from '../rendered/schema-judgement';
import { amountOf } from '../tenant/need';

/**
 * What the API server asks of a pod beyond its schema (pkg/apis/core/validation/validation.go of Kubernetes): images, ports,
 * amounts, mounts of volumes that are there, and addresses that are some. Where it runs and what asks it are laws of
 * their own.
 */
export const validPods: Rule = (render) =>
  typedPods(render).flatMap(({ object, about, path, pod }) =>
    [
      ...addressComplaints(path, pod),
      ...volumeComplaints(path, pod),
      ...(['initContainers', 'containers'] as const).flatMap((list) =>
        (pod[list] ?? []).flatMap((container, index) => {
          const prop = `${path}.${list}[${index}]`;
          return [...containerComplaints(prop, container), ...mountComplaints(prop, container, volumesOf(object, pod))];
        }),
      ),
    ].map((complaint) => sentence({ ...about, ...complaint })),
  );

const NAMESERVERS_MAX = 3;
const SEARCHES_MAX = 32;

function addressComplaints(path: string, { hostAliases = [], dnsConfig = {}, dnsPolicy }: PodSpec): Complaint[] {
  const { nameservers = [], searches = [] } = dnsConfig;
  return [
    ...hostAliases.flatMap(({ ip, hostnames = [] }, index) => [
      ...complaintsOf(`${path}.hostAliases[${index}].ip`, [[ipFamily(ip) !== 0, 'be an IP address', ip]]),
      ...hostnames.flatMap((name, of) =>
        complaintsOf(`${path}.hostAliases[${index}].hostnames[${of}]`, [
          [isDnsSubdomain(name), 'be a host name in lower case', name],
        ]),
      ),
    ]),
    ...complaintsOf(`${path}.dnsConfig.nameservers`, [
      [nameservers.length <= NAMESERVERS_MAX, `be at most ${NAMESERVERS_MAX}`, nameservers.length],
      [dnsPolicy !== 'None' || nameservers.length > 0, 'be there where dnsPolicy is None', verbatim('none')],
    ]),
    ...nameservers.flatMap((address, index) =>
      complaintsOf(`${path}.dnsConfig.nameservers[${index}]`, [[ipFamily(address) !== 0, 'be an IP address', address]]),
    ),
    ...complaintsOf(`${path}.dnsConfig.searches`, [
      [searches.length <= SEARCHES_MAX, `be at most ${SEARCHES_MAX}`, searches.length],
    ]),
    ...searches.flatMap((name, index) =>
      complaintsOf(`${path}.dnsConfig.searches[${index}]`, [
        [name === '.' || isDnsSubdomain(name.replace(/\.$/, '')), 'be a domain in lower case', name],
      ]),
    ),
  ];
}

function volumeComplaints(path: string, { volumes = [] }: PodSpec): Complaint[] {
  const names = volumes.map(({ name }) => name);
  return volumes.flatMap(({ name, ...sources }, index) => {
    const there = Object.entries(sources).flatMap(([kind, source]) =>
      (source ?? undefined) === undefined ? [] : kind,
    );
    return complaintsOf(`${path}.volumes[${index}]`, [
      [names.indexOf(name) === index, 'have a name of its own', name],
      [there.length <= 1, 'have one source', verbatim(there.join(' and '))],
    ]);
  });
}

/** The names of the volumes of a pod; a StatefulSet gives it more. */
function volumesOf({ spec }: KubernetesObject, { volumes = [] }: PodSpec): ReadonlySet<string> {
  const claims: unknown = Object(spec).volumeClaimTemplates;
  const names = (Array.isArray(claims) ? claims : []).map((claim) => Object(Object(claim).metadata).name);
  return new Set([...volumes.map(({ name }) => name), ...names]);
}

function mountComplaints(path: string, { volumeMounts = [] }: Container, volumes: ReadonlySet<string>): Complaint[] {
  const paths = volumeMounts.map(({ mountPath }) => mountPath);
  return volumeMounts.flatMap(({ name, mountPath }, index) =>
    complaintsOf(`${path}.volumeMounts[${index}]`, [
      [volumes.has(name), 'be of a volume of the pod', name],
      [paths.indexOf(mountPath) === index, 'have a mountPath of its own', mountPath],
    ]),
  );
}

function containerComplaints(path: string, { image = '', ports = [], resources = {} }: Container): Complaint[] {
  const names = ports.map(({ name }) => name);
  const isPort = (port: number) => port >= 1 && port <= 65_535;
  return [
    ...complaintsOf(`${path}.image`, [[image.trim() === image && image !== '', 'name an image', image]]),
    ...ports.flatMap(({ name, containerPort, hostPort = 1 }, index) => [
      ...complaintsOf(`${path}.ports[${index}]`, [
        [name === undefined || names.indexOf(name) === index, 'have a name of its own', name],
      ]),
      ...complaintsOf(`${path}.ports[${index}].containerPort`, [
        [isPort(containerPort), 'be from 1 to 65535', containerPort],
      ]),
      ...complaintsOf(`${path}.ports[${index}].hostPort`, [
        [hostPort === 0 || isPort(hostPort), 'be from 1 to 65535', hostPort],
      ]),
    ]),
    ...(['cpu', 'memory'] as const).flatMap((resource) => {
      const { requests = {}, limits = {} } = resources;
      const [request, limit] = [requests[resource], limits[resource]];
      return complaintsOf(`${path}.resources.requests.${resource}`, [
        [
          limit === undefined || !(amountOf(request, resource) > amountOf(limit, resource)),
          `be at most the limit ${limit}`,
          request,
        ],
      ]);
    }),
  ];
}
