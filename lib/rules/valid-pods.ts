import type { Container, PodSecurityContext, PodSpec } from '../../imports/k8s';
import { isDnsLabel, isDnsSubdomain } from '../core/dns-name';
import { ipFamily } from '../core/ip-family';
import { type Complaint, complaintsOf, sentence, verbatim } from '../core/refusal';
import type { Rule } from '../rendered/rendered-object';
import { typedPods } from '../rendered/schema-judgement';

/**
 * What the API server asks of a pod beyond its schema (pkg/apis/core/validation/validation.go of Kubernetes): images, ports,
 * users and names that there can be, and addresses that are some. Its volumes, variables and amounts, where it runs and
 * what asks it are laws of their own.
 */
export const validPods: Rule = (render) =>
  typedPods(render).flatMap(({ about, path, pod }) =>
    [
      ...podComplaints(path, pod),
      ...addressComplaints(path, pod),
      ...(['initContainers', 'containers'] as const).flatMap((list) =>
        (pod[list] ?? []).flatMap((container, index) => containerComplaints(`${path}.${list}[${index}]`, container)),
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

function containerComplaints(path: string, { image = '', ports = [], securityContext = {} }: Container): Complaint[] {
  const { privileged, allowPrivilegeEscalation: mayGain } = securityContext;
  const names = ports.map(({ name }) => name);
  const isPort = (port: number) => port >= 1 && port <= 65_535;
  return [
    ...idComplaints(path, securityContext),
    ...complaintsOf(`${path}.securityContext.allowPrivilegeEscalation`, [
      [privileged !== true || mayGain !== false, 'be left out of a privileged container', mayGain],
    ]),
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
  ];
}

const ID_MAX = 2_147_483_647;

/** Users and groups, of a pod and of its containers. */
function idComplaints(
  path: string,
  context: Pick<PodSecurityContext, 'runAsUser' | 'runAsGroup' | 'fsGroup' | 'supplementalGroups'> = {},
): Complaint[] {
  const { runAsUser, runAsGroup, fsGroup, supplementalGroups = [] } = context;
  const ids = {
    runAsUser,
    runAsGroup,
    fsGroup,
    ...Object.fromEntries(supplementalGroups.map((group, index) => [`supplementalGroups[${index}]`, group])),
  };
  return Object.entries(ids).flatMap(([field, id = 0]) =>
    complaintsOf(`${path}.securityContext.${field}`, [[id >= 0 && id <= ID_MAX, `be from 0 to ${ID_MAX}`, id]]),
  );
}

/** The names in a pod. An empty one is as none, but for a runtime. */
const NAMES = [
  ['hostname', isDnsLabel, 'be a DNS label'],
  ['subdomain', isDnsLabel, 'be a DNS label'],
  ['nodeName', isDnsSubdomain, 'be a DNS subdomain'],
  ['priorityClassName', isDnsSubdomain, 'be a DNS subdomain'],
  ['runtimeClassName', isDnsSubdomain, 'be a DNS subdomain'],
  ['serviceAccountName', isDnsSubdomain, 'be a DNS subdomain'],
] as const;

function podComplaints(path: string, pod: PodSpec): Complaint[] {
  const { activeDeadlineSeconds: deadline = 1, imagePullSecrets = [], ephemeralContainers = [] } = pod;
  return [
    ...idComplaints(path, pod.securityContext),
    ...NAMES.flatMap(([field, isName, must]) => {
      const name = pod[field];
      const isNone = name === undefined || (name === '' && field !== 'runtimeClassName');
      return complaintsOf(`${path}.${field}`, [[isNone || isName(name), must, name]]);
    }),
    ...imagePullSecrets.flatMap(({ name = '' }, index) =>
      complaintsOf(`${path}.imagePullSecrets[${index}].name`, [
        [name === '' || isDnsSubdomain(name), 'name a Secret', name],
      ]),
    ),
    ...complaintsOf(`${path}.activeDeadlineSeconds`, [
      [deadline >= 1 && deadline <= ID_MAX, `be from 1 to ${ID_MAX}`, deadline],
    ]),
    ...complaintsOf(`${path}.ephemeralContainers`, [
      [ephemeralContainers.length === 0, 'be left out', ephemeralContainers.length, 'kubectl debug adds them to a pod'],
    ]),
  ];
}
