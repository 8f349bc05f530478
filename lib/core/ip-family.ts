import { isIPv4, isIPv6 } from 'node:net';

/**
 * The family of an address, 0 for what is none, as `isIP` of Node says it. That takes 7 ms for the first text that is no
 * IPv4 address, most often the name of a host: a thirtieth of the time of a small fleet.
 */
export function ipFamily(text: string): 0 | 4 | 6 {
  return isIPv4(text) ? 4 : String(text).includes(':') && isIPv6(text) ? 6 : 0;
}
