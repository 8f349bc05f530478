import { isDnsSubdomain } from '../core/dns-name';
import { type Code, call } from './code';

/** Addresses of a system that a values file does not know. */
const ANYWHERE = ['0.0.0.0/0'];
/** What is said wherever such an address is written. */
export const NARROW =
  'A values file knows no addresses: narrow 0.0.0.0/0, by which the unit may call it once it is isolated.';

/** An endpoint outside, as code. */
export function outside(host: string, port: number): Code {
  return call('Endpoint.outside', host, port, ANYWHERE);
}

/** The port of each scheme. */
const PORTS: Readonly<Record<string, number>> = { https: 443, http: 80 };

/** Host and port of a URL; `undefined` where it names no host. */
export function endpointOf(url: string, usual: number): { readonly host: string; readonly port: number } | undefined {
  const [, scheme = '', host = '', port] = /^(?:([a-z]+):\/\/)?([^/:]+)(?::(\d+))?(?:\/.*)?$/i.exec(url) ?? [];
  const known = PORTS[scheme.toLowerCase()] ?? usual;
  return isDnsSubdomain(host) ? { host, port: port === undefined ? known : Number(port) } : undefined;
}
