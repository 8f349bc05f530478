import { ipFamily } from './ip-family';
import { refuse, verbatim } from './refusal';

/** A range of IPv4 or IPv6 addresses: `10.20.0.0/16`. */
export type Cidr = `${string}/${number}`;

const BITS: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

/** Whether `text` is an address and, after a "/", how many of its first bits count. */
export function isCidr(text: string): boolean {
  const [address = '', length = '', ...more] = text.split('/');
  return more.length === 0 && /^(0|[1-9]\d{0,2})$/.test(length) && Number(length) <= (BITS[ipFamily(address)] ?? -1);
}

/** Refuses what is no list of ranges, an empty one, and one range twice. */
export function requireCidrs(prop: string, kind: string, id: string, ranges: readonly string[]): void {
  if (!Array.isArray(ranges) || ranges.length === 0) {
    refuse({ prop, kind, id, must: 'have at least one range of addresses', got: verbatim('none') });
  }
  for (const [index, range] of ranges.entries()) {
    if (!isCidr(range)) {
      const instead = ipFamily(range) === 0 ? undefined : `one address is "${range}/${BITS[ipFamily(range)]}"`;
      refuse({ prop, kind, id, must: 'be ranges of addresses, such as "10.20.0.0/16"', got: range, instead });
    }
    if (ranges.indexOf(range) < index) {
      refuse({ prop, kind, id, must: 'name a range once', got: range });
    }
  }
}

/** Whether a range is written by its first address: `10.20.0.0/16`, not `10.20.0.1/16`. */
export function isNetwork(range: string): boolean {
  const [address = '', length = ''] = range.split('/');
  return !bitsOf(address).slice(Number(length)).includes('1');
}

/** Whether all addresses of a range are in another one, which has more. */
export function isPartOf(range: string, whole: string): boolean {
  const [address = '', length = ''] = range.split('/');
  const [first = '', bits = ''] = whole.split('/');
  return (
    ipFamily(address) === ipFamily(first) &&
    Number(length) > Number(bits) &&
    bitsOf(address).slice(0, Number(bits)) === bitsOf(first).slice(0, Number(bits))
  );
}

/** Whether all addresses of a range are in others, which may be neighbours or the same. */
export function isWithin(range: string, ranges: readonly string[]): boolean {
  const whole = ranges.map(prefixOf);
  const isIn = (bits: string): boolean =>
    whole.some((one) => bits.startsWith(one)) ||
    (whole.some((one) => one.startsWith(bits)) && isIn(`${bits}0`) && isIn(`${bits}1`));
  return isIn(prefixOf(range));
}

/** The bits of a range that count, after the family of its addresses. */
function prefixOf(range: string): string {
  const [address = '', length = ''] = range.split('/');
  return `${ipFamily(address)}:${bitsOf(address).slice(0, Number(length))}`;
}

function bitsOf(address: string): string {
  if (ipFamily(address) === 4) {
    return address.split('.').map(binary(10, 8)).join('');
  }
  const [head = '', tail = ''] = address.split('::').map((part) => part.split(':').map(binary(16, 16)).join(''));
  return head.padEnd(128 - tail.length, '0') + tail;
}

function binary(radix: number, width: number): (text: string) => string {
  return (text) => (text === '' ? '' : Number.parseInt(text, radix).toString(2).padStart(width, '0'));
}
