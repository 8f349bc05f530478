import type { ServiceSpec } from '../../../imports/k8s';
import { type Cidr, requireCidrs } from '../../core/cidr';
import { requireThat, verbatim } from '../../core/refusal';
import { type HealthCheck, SUCCESS_CODES } from '../../tenant/health-check';

/** One Network Load Balancer of AWS. */
export interface NlbProps {
  /**
   * Whether addresses of the internet reach it. A change makes a new NLB.
   *
   * @default 'internal'
   */
  readonly scheme?: 'internal' | 'internet-facing';

  /**
   * Which addresses it has.
   *
   * @default 'ipv4'
   */
  readonly ipAddressType?: 'ipv4' | 'dualstack';

  /**
   * Ids or names of the subnets that it stands in.
   *
   * @default - those that the controller finds by their `kubernetes.io/role/…` tags
   */
  readonly subnets?: readonly string[];

  /**
   * Elastic addresses that it keeps, `eipalloc-…`, one for each of `subnets`. Only for `internet-facing`.
   *
   * @default - AWS gives it addresses
   */
  readonly addresses?: readonly string[];

  /**
   * Addresses that may open a connection.
   *
   * @default - everybody
   */
  readonly sources?: readonly Cidr[];

  /**
   * Whether a zone sends connections to the pods of others too. AWS counts that traffic.
   *
   * @default true
   */
  readonly crossZone?: boolean;

  /**
   * Other attributes of the load balancer: `{ 'deletion_protection.enabled': 'true' }`.
   *
   * @default - those of AWS
   */
  readonly attributes?: Readonly<Record<string, string>>;

  /**
   * Tags of what is made in AWS.
   *
   * @default - those of the controller
   */
  readonly tags?: Readonly<Record<string, string>>;
}

const PREFIX = 'service.beta.kubernetes.io/aws-load-balancer';
const CROSS_ZONE = 'load_balancing.cross_zone.enabled';
const SCHEMES = ['internal', 'internet-facing'];
const ADDRESS_TYPES = ['ipv4', 'dualstack'];

/** Refuses props that the controller or AWS would not take. */
export function requireNlb(props: NlbProps): void {
  const { scheme = 'internal', ipAddressType = 'ipv4', subnets, addresses, sources, attributes, tags } = props;
  requireThat('controller', 'nlb', [
    ['scheme', SCHEMES.includes(scheme), `be one of ${SCHEMES.join(', ')}`, scheme],
    ['ipAddressType', ADDRESS_TYPES.includes(ipAddressType), `be one of ${ADDRESS_TYPES.join(', ')}`, ipAddressType],
    ['subnets', isList(subnets), LIST_RULE, subnets],
    ['addresses', isList(addresses), LIST_RULE, addresses],
    [
      'addresses',
      addresses === undefined || (scheme === 'internet-facing' && addresses.length === subnets?.length),
      'be one for each of subnets, and be of the internet',
      verbatim(`${addresses?.length} for ${subnets?.length ?? 0} subnets of an NLB that is ${scheme}`),
    ],
    ...mapChecks('attributes', attributes),
    ...mapChecks('tags', tags),
    ['attributes', !(CROSS_ZONE in (attributes ?? {})), 'leave the zones to crossZone', CROSS_ZONE],
  ]);
  if (sources !== undefined) {
    requireCidrs('sources', 'controller', 'nlb', sources);
  }
}

/** Annotations of the Service that the NLB is made for (aws-load-balancer-controller, docs/guide/service). */
export function nlbAnnotations(props: NlbProps): Record<string, string> {
  const { scheme = 'internal', ipAddressType = 'ipv4', subnets, addresses, crossZone = true, tags } = props;
  const attributes = { ...props.attributes, [CROSS_ZONE]: `${crossZone}` };
  return {
    [`${PREFIX}-nlb-target-type`]: 'ip',
    [`${PREFIX}-scheme`]: scheme,
    [`${PREFIX}-ip-address-type`]: ipAddressType,
    [`${PREFIX}-attributes`]: stringMap(attributes),
    ...(subnets === undefined ? {} : { [`${PREFIX}-subnets`]: subnets.join(',') }),
    ...(addresses === undefined ? {} : { [`${PREFIX}-eip-allocations`]: addresses.join(',') }),
    ...(tags === undefined ? {} : { [`${PREFIX}-additional-resource-tags`]: stringMap(tags) }),
  };
}

/** Annotations by which the NLB asks pods whether they may be sent connections. */
export function nlbHealthCheck({ protocol, port, path }: HealthCheck): Record<string, string> {
  return {
    [`${PREFIX}-healthcheck-protocol`]: protocol.toLowerCase(),
    [`${PREFIX}-healthcheck-port`]: `${port}`,
    ...(path === undefined
      ? {}
      : { [`${PREFIX}-healthcheck-path`]: path, [`${PREFIX}-healthcheck-success-codes`]: SUCCESS_CODES }),
  };
}

/** Seconds after which an NLB by itself ends a silent connection. */
const NLB_IDLE = 350;

/** The most seconds that it can be told to leave one open (AWS: listener attribute `tcp.idle_timeout.seconds`). */
export const NLB_IDLE_MAX = 6000;

/** The annotations by which the NLB leaves connections of its ports open for a request that takes so long. */
export function nlbIdle(ports: readonly number[], requestSeconds = 0): Record<string, string> {
  const seconds = `tcp.idle_timeout.seconds=${requestSeconds}`;
  const slow = requestSeconds > NLB_IDLE ? ports : [];
  return Object.fromEntries(slow.map((port) => [`${PREFIX}-listener-attributes.TCP-${port}`, seconds]));
}

/** The annotation by which pods see the address of the client, not that of the NLB. */
export const KEEP_CLIENT_ADDRESS = { [`${PREFIX}-target-group-attributes`]: 'preserve_client_ip.enabled=true' };

/** The Service's part that makes it an NLB. Connections go to pods, so no node opens a port. */
export function nlbSpec({ sources }: NlbProps): ServiceSpec {
  return {
    type: 'LoadBalancer',
    loadBalancerClass: 'service.k8s.aws/nlb',
    allocateLoadBalancerNodePorts: false,
    loadBalancerSourceRanges: sources,
  };
}

function stringMap(record: Readonly<Record<string, string>>): string {
  return Object.keys(record)
    .sort()
    .map((key) => `${key}=${record[key]}`)
    .join(',');
}

const LIST_RULE = 'name at least one, without ",", and none twice';

function isList(names: readonly string[] | undefined): boolean {
  const unlike = new Set(names).size === names?.length;
  return names === undefined || (unlike && names.length > 0 && !names.some((name) => /^\s*$|,/.test(name)));
}

function mapChecks(prop: string, record: Readonly<Record<string, string>> = {}) {
  return Object.entries(record).map(([key, value]) => {
    const holds = key !== '' && !/[,=]/.test(key) && !value.includes(',');
    return [prop, holds, 'have no "," in it, and no "=" in a name', `${key}=${value}`] as const;
  });
}
