import { isCidr, isWithin } from '../core/cidr';
import { ipFamily } from '../core/ip-family';
import { type FieldChange, fieldsOf } from '../diff/field-changes';
import type { Manifest } from '../diff/manifest';

/** Lists of the addresses that may ask: of nginx, an ALB, a load balancer of a cloud, Traefik, Envoy Gateway. */
const ADDRESSES = /^(?!.*denylist).*(inbound-?CIDRs|source-?ranges?\b|clientCIDRs)/i;

/** The place of the list of addresses that a field is of; `undefined` if it is none. */
export function addressListOf({ path }: FieldChange): string | undefined {
  return ADDRESSES.test(path) ? listOf(path) : undefined;
}

/** The list that an item is of; nginx has an older name for its own. */
function listOf(path: string): string {
  return path
    .replace(/\[\d+\]$/, '')
    .replace(/(?<=nginx\.ingress\.kubernetes\.io\/)whitelist(?=-source-range)/, 'allowlist');
}

/** The lists of addresses that let in somebody whom they did not let in before: that grew, or that leave. */
export function widened(before: Manifest, after: Manifest, fields: readonly FieldChange[]): string[] {
  const lists = new Set(fields.flatMap((field) => addressListOf(field) ?? []));
  return [...lists].filter((list) => isWidened(addressesAt(before, list), addressesAt(after, list)));
}

/** Whether addresses get in that did not; a list without any is one for everybody. */
export function isWidened(from: readonly string[], to: readonly string[]): boolean {
  const ranges = from.filter(isCidr);
  const isIn = (range: string) => from.includes(range) || (isCidr(range) && isWithin(range, ranges));
  return from.length > 0 && (to.length === 0 || !to.every(isIn));
}

/** The addresses of a list, or of a text with commas. */
export function addressesAt(object: Manifest, list: string): string[] {
  return fieldsOf(object)
    .filter(({ path }) => listOf(path) === list)
    .flatMap(({ value }) => (typeof value === 'string' ? value.split(',') : []))
    .map((range) => range.trim())
    .filter((range) => range !== '')
    .map((range) => (range.includes('/') ? range : `${range}/${ipFamily(range) === 6 ? 128 : 32}`));
}
