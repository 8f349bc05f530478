import { isNetwork, requireCidrs } from '../../core/cidr';
import { isDnsSubdomain } from '../../core/dns-name';
import { type Refusal, refuse, verbatim } from '../../core/refusal';
import type { Route } from '../../route/route';
import { isEncoded } from '../../route/route-refusals';
import { ANY_HOST } from '../../route/settings';
import type { EdgeHost } from '../../route/unit-routes';
import { healthCheckText } from '../../tenant/health-check';
import type { SubnetSelector } from './ingress-class-params';
import { ALB_HOST_MAX, ALB_PATH_MAX, ALB_WILDCARD_LABELS_MAX } from './order';
import type { AlbProps } from './props';

/** Attribute of a load balancer that `idleTimeout` sets. */
export const IDLE_TIMEOUT = 'idle_timeout.timeout_seconds';

/** The longest that a connection over an ALB may be silent, in seconds (AWS: load balancer attributes). */
const IDLE_MAX = 4000;

/** How long a WebSocket may be silent, in seconds. */
const WEBSOCKET_IDLE = 3600;

const GROUP_NAME = /^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$/;
const SUBNET_ID = /^subnet-[0-9a-f]+$/;
const WEB_ACL = /^arn:aws(-[a-z]+)*:wafv2:[a-z0-9-]+:\d{12}:regional\/webacl\/[^/]+\/[0-9a-f-]+$/;
const SCHEMES = ['internal', 'internet-facing'];
const ADDRESS_TYPES = ['ipv4', 'dualstack', 'dualstack-without-public-ipv4'];

/** Refuses props that the controller, its definitions or AWS would not take. */
export function requireAlb(props: AlbProps, idleSeconds: number): void {
  const { ingressClass = 'alb', group = 'alb', scheme = 'internal', ipAddressType = 'ipv4', subnets } = props;
  const { inboundCidrs, attributes = {}, webAcl } = props;
  const checks: ReadonlyArray<readonly [keyof AlbProps, unknown, boolean, string]> = [
    ['ingressClass', ingressClass, isDnsSubdomain(ingressClass), 'name an IngressClass'],
    [
      'group',
      group,
      GROUP_NAME.test(group),
      'be lower-case letters, digits, "-" and ".", begin and end with a letter or digit, and have at most 63 characters',
    ],
    ['scheme', scheme, SCHEMES.includes(scheme), `be one of ${SCHEMES.join(', ')}`],
    ['ipAddressType', ipAddressType, ADDRESS_TYPES.includes(ipAddressType), `be one of ${ADDRESS_TYPES.join(', ')}`],
    ['idleTimeout', idleSeconds, idleSeconds <= IDLE_MAX, `be at most ${IDLE_MAX} seconds`],
    ['attributes', IDLE_TIMEOUT, !(IDLE_TIMEOUT in attributes), 'leave the idle timeout to idleTimeout'],
    ['webAcl', webAcl, webAcl === undefined || WEB_ACL.test(webAcl), 'be the ARN of a regional web ACL of AWS WAF'],
  ];
  for (const [prop, got, fits, must] of checks) {
    if (!fits) {
      refuse({ prop, kind: 'controller', id: 'alb', must, got });
    }
  }
  if (inboundCidrs !== undefined) {
    requireCidrs('inboundCidrs', 'controller', 'alb', inboundCidrs);
    requireNetworks(inboundCidrs);
  }
  if (subnets !== undefined) {
    requireSubnets(subnets);
  }
}

/** The controller's webhook takes a range by its first address only (webhooks/elbv2/ingressclassparams_validator.go). */
function requireNetworks(ranges: readonly string[]): void {
  for (const got of ranges) {
    if (!isNetwork(got)) {
      refuse({ prop: 'inboundCidrs', kind: 'controller', id: 'alb', must: 'be ranges by their first address', got });
    }
  }
}

function requireSubnets(subnets: SubnetSelector): void {
  const about = { prop: 'subnets', kind: 'controller', id: 'alb' };
  const { ids, tags } = { ids: undefined, tags: undefined, ...subnets };
  if ((ids === undefined) === (tags === undefined)) {
    refuse({ ...about, must: 'have either ids or tags', got: verbatim(ids === undefined ? 'neither' : 'both') });
  }
  const names = ids ?? Object.keys(tags ?? {});
  if (names.length === 0 || new Set(names).size < names.length) {
    refuse({ ...about, must: 'name at least one, and none twice', got: names });
  }
  for (const got of ids ?? []) {
    if (!SUBNET_ID.test(got)) {
      refuse({
        ...about,
        must: 'be ids, such as "subnet-0123abcd"',
        got,
        instead: 'a name is a tag: { tags: { Name: […] } }',
      });
    }
  }
}

/** Why an ALB cannot serve a route, though it can give all that it asks for; `undefined` if it can. */
export function unservable(route: Route, idleSeconds: number): string | undefined {
  const { host, path, settings, features, to } = route;
  const labels = host.split('.');
  const { readiness, canary, requestSeconds = 0, silentSeconds } = to.tenant;
  const [own, trial] = [readiness, canary?.readiness].map(healthCheckText);
  const split = features.some((feature) => feature === 'canaryPercent' || feature === 'canaryHeader');
  const laws: ReadonlyArray<readonly [boolean, string]> = [
    [
      settings.upgrade === undefined || idleSeconds >= WEBSOCKET_IDLE,
      'be for an ALB with idleTimeout: Duration.hours(1) or more, since a WebSocket may be silent for an hour',
    ],
    [host.length <= ALB_HOST_MAX, `have a host of at most ${ALB_HOST_MAX} characters`],
    [host === ANY_HOST || /^[a-z]+$/.test(labels.at(-1) ?? ''), 'have only letters after the last "." of its host'],
    [
      !host.startsWith('*.') || labels.length - 1 <= ALB_WILDCARD_LABELS_MAX,
      `have at most ${ALB_WILDCARD_LABELS_MAX} labels after the "*"`,
    ],
    [
      requestSeconds <= idleSeconds,
      `be for an ALB with idleTimeout: Duration.seconds(${requestSeconds}) or more, since a request of its tenant may ` +
        'take so long',
    ],
    [
      idleSeconds < silentSeconds,
      `lead to a tenant that leaves silent connections open for longer than the ALB does (${idleSeconds} s, the tenant ` +
        `${silentSeconds} s), which would send requests on those just closed: give it config: { toml: { transport: { ` +
        `http: { socket_timeout: ${(idleSeconds + 10) * 1000} } } } }`,
    ],
    [
      readiness?.path !== undefined,
      'lead to a tenant whose readiness an ALB can ask: give it a lifecycle.readinessProbe with httpGet of a port of ' +
        'the pod, without host and httpHeaders',
    ],
    [
      !split || own === trial,
      `lead to a tenant whose canary shows by the same question that it is ready (${own}; the canary: ${trial}), since ` +
        'one health check asks both: let the two images have releases that agree, or give lifecycle.readinessProbe',
    ],
    [!isEncoded(route), 'have no "%20" in path and rewriteTo, since a rule of an ALB takes no "%"'],
    [path.length <= ALB_PATH_MAX, `have a path of at most ${ALB_PATH_MAX} characters`],
  ];
  return laws.find(([holds]) => !holds)?.[1];
}

/** Hosts without a certificate beside hosts with one: the controller looks for none as soon as it is given one. */
export function unlikeCertificates(id: string, hosts: readonly EdgeHost[]): Refusal[] {
  const given = hosts.find(({ tls }) => tls.feature === 'tlsAcm');
  const bare = hosts.filter(({ host, tls }) => host !== ANY_HOST && tls.feature === 'tlsDefault');
  return given === undefined
    ? []
    : bare.map(({ host }) => ({
        prop: `tls["${host}"]`,
        kind: 'load balancer',
        id,
        must: `be Tls.acm(…), as it is for "${given.host}"`,
        got: verbatim('none'),
        instead: 'an ALB that is given one certificate looks for no other; give all of them, or none',
      }));
}
