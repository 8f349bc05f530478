import { requireCidrs } from '../core/cidr';
import { isDnsSubdomain } from '../core/dns-name';
import { ipFamily } from '../core/ip-family';
import { isPortNumber } from '../core/port-number';
import { refuse, verbatim } from '../core/refusal';
import type { ManagementPort, TenantPort } from '../tenant/port';
import type { HttpRouteProps } from './settings';

/** More requests a second than one client of an integration makes. */
const MOST_REQUESTS = 100_000;

/** The whole world, in the two families of addresses. */
const EVERYBODY = /\/0$/;

/** Refuses a port that is for the inside of the cluster. */
export function requirePublic(id: string, to: TenantPort | ManagementPort): void {
  if (to.access !== 'public') {
    // Where the compiler is not heard, it may be the tenant itself.
    const isPort = isPortNumber(to.number);
    refuse({
      prop: 'to',
      kind: 'route',
      id,
      must: 'be tenant.http, tenant.https or tenant.port(…)',
      got: verbatim(isPort ? `port ${to.number}` : 'no port'),
      instead: isPort
        ? 'Route.management leads to it, on a host of its own and for a few addresses'
        : 'a tenant answers at its .http',
    });
  }
}

/** Refuses what is no port. */
export function requirePort(id: string, got: number): void {
  if (!isPortNumber(got)) {
    refuse({ prop: 'port', kind: 'route', id, must: 'be a port from 1 to 65535', got });
  }
}

/** Refuses a whole domain, where one host is meant. */
export function requireOneHost(host: string): void {
  if (host.startsWith('*')) {
    refuse({ prop: 'host', kind: 'route', id: host, must: 'be one host, not a domain', got: host });
  }
}

/** Refuses what is no host name; an Ingress takes no address. */
export function requireHost(kind: string, id: string, host: string): void {
  const name = host.startsWith('*.') ? host.slice(2) : host;
  if (!isDnsSubdomain(name) || !name.includes('.') || ipFamily(name) !== 0) {
    const must = 'be a DNS name in lower case, such as "appointments.wso2.com" or "*.wso2.com"';
    refuse({ prop: 'host', kind, id, must, got: host });
  }
}

/** Refuses a path that a controller would not take, or would take for something else. */
export function requirePath(kind: string, id: string, path: string, prop = 'path'): void {
  const elements = path.slice(1).split('/');
  const plain = elements.every((element) => /^(?:[A-Za-z0-9._~:@-]|%20)+$/.test(element) && !/^\.+$/.test(element));
  if (!path.startsWith('/') || (path !== '/' && !plain)) {
    refuse({
      prop,
      kind,
      id,
      must: 'begin with "/", not end with one, and be made of letters, digits and ._~:@-, with %20 for a space',
      got: path,
      instead: 'a path takes all below it, so "/bar" is what "/bar/*" was meant to be',
    });
  }
}

/** What of a route is a path. */
interface EncodedRoute {
  readonly path: string;
  readonly settings: Pick<HttpRouteProps, 'rewriteTo'>;
}

/** Whether a route has an encoded letter, which servers compare and write in different ways. */
export function isEncoded({ path, settings }: EncodedRoute): boolean {
  return `${path}${settings.rewriteTo ?? ''}`.includes('%');
}

/** Refuses settings that no controller would take. */
export function requireSettings(id: string, settings: Omit<HttpRouteProps, 'to' | 'path'>): void {
  const { match = 'prefix', rewriteTo, rateLimit, sticky, from, upgrade } = settings;
  requireOneOf('match', id, match, ['prefix', 'exact']);
  if (sticky !== undefined) {
    requireOneOf('sticky', id, sticky, ['cookie']);
  }
  if (upgrade !== undefined) {
    requireOneOf('upgrade', id, upgrade, ['websocket']);
  }
  if (rewriteTo !== undefined) {
    requirePath('route', id, rewriteTo, 'rewriteTo');
  }
  if (rateLimit !== undefined && (!Number.isSafeInteger(rateLimit) || rateLimit < 1 || rateLimit > MOST_REQUESTS)) {
    refuse({
      prop: 'rateLimit',
      kind: 'route',
      id,
      must: `be a whole number of requests a second from 1 to ${MOST_REQUESTS}`,
      got: rateLimit,
    });
  }
  if (from !== undefined) {
    requireCidrs('from', 'route', id, from);
  }
}

/** Refuses ranges by which everybody could reach what is for a few. */
export function requireFew(id: string, from: readonly string[]): void {
  requireCidrs('from', 'route', id, from);
  for (const range of from) {
    if (EVERYBODY.test(range)) {
      const instead = 'who may manage a server is a few addresses: the office, the bastion host';
      refuse({ prop: 'from', kind: 'route', id, must: 'not be the whole world', got: range, instead });
    }
  }
}

function requireOneOf(prop: string, id: string, got: string, allowed: readonly string[]): void {
  if (!allowed.includes(got)) {
    refuse({ prop, kind: 'route', id, must: `be one of ${allowed.join(', ')}`, got });
  }
}
