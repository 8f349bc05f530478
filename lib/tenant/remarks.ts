import { BlockList } from 'node:net';
import { Endpoint } from '../config/endpoint';
import { leaves } from '../config/toml-leaves';
import { isDnsSubdomain } from '../core/dns-name';
import { ipFamily } from '../core/ip-family';
import { monitoringOf } from '../monitoring/monitoring';
import type { MiTenantProps } from './mi-tenant-props';
import type { RoutedTenant } from './port';

/** What of a tenant's props the remarks are about. */
type Remarked = Pick<MiTenantProps<never>, 'env' | 'config' | 'calls'>;

/** A host that a text names in a URL, with its port where that is known. */
interface Named {
  readonly host: string;
  readonly port: number | undefined;
}

/** A place that calls are let through to. */
interface Declared {
  readonly names: readonly string[];
  readonly port: number;
  readonly ranges: BlockList;
}

/** What whoever reads the file of a unit should look at: nothing that is wrong for sure, so nothing is refused. */
export function remarksOf(tenant: RoutedTenant, props: Remarked, endpoints: readonly Endpoint[]): string[] {
  return [...undeclaredCalls(tenant, props, endpoints), ...unwatchedMetrics(tenant, props)];
}

/** Metrics that are counted where nobody is told to collect them. */
function unwatchedMetrics(tenant: RoutedTenant, { config = {} }: Remarked): string[] {
  return config.metrics === undefined || monitoringOf(tenant) !== undefined
    ? []
    : [
        `${tenant.node.path}: config.metrics counts, and no Prometheus is told to ask; say monitoring of the fleet, or tell yours.`,
      ];
}

/** Hosts in URLs of variables and of `deployment.toml` that no way of a shut network leads to. */
function undeclaredCalls(tenant: RoutedTenant, props: Remarked, endpoints: readonly Endpoint[]): string[] {
  const { unit, node } = tenant;
  if (unit.network.mode === 'open') {
    return [];
  }
  const declared = [...endpoints, ...(props.calls ?? [])].map((callee) => declaredOf(callee));
  return textsOf(props).flatMap(([prop, text]) =>
    urlsIn(text)
      .filter((named) => !declared.some((one) => isThat(one, named, unit.namespaceName)))
      .map(({ host, port }) => {
        const at = port === undefined ? host : `${host}:${port}`;
        return `${node.path}: ${prop} names ${at}, and no call there is declared, so it does not get out; add an Endpoint to calls.`;
      }),
  );
}

/** The texts of variables and of `deployment.toml`, under the props that say them. */
function textsOf({ env = {}, config = {} }: Remarked): Array<readonly [prop: string, text: string]> {
  const variables = Object.entries(env).map(
    ([name, value]) => [`env.${name}`, typeof value === 'string' ? value : value.text] as const,
  );
  const keys = leaves(config.toml ?? {}, '').map(
    ([key, value]) => [`config.toml ${key.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')}`, value] as const,
  );
  return [...variables, ...keys].flatMap(([prop, text]) => (typeof text === 'string' ? [[prop, text] as const] : []));
}

const PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ws: 80, wss: 443 };

/** A scheme, who logs in, a host, a port. What has a variable in it is not known here. */
const URL_IN_TEXT =
  /(?<![a-z0-9+.-])([a-z][a-z0-9+.-]*):\/\/(?:[^\s/?#"'@]*@)?(\[[\da-f:.]+\]|[^\s/?#"':;,@<>()]+)(?::(\d+))?/gi;

function urlsIn(text: string): Named[] {
  return [...text.matchAll(URL_IN_TEXT)].flatMap(([, scheme = '', written = '', port]) => {
    const host = written.replace(/^\[|\]$/g, '').toLowerCase();
    const isHost = ipFamily(host) !== 0 || (isDnsSubdomain(host) && !/^\d+$/.test(host));
    const isItself = host === 'localhost' || host === '::1' || host.startsWith('127.');
    const known = port === undefined ? PORTS[scheme.toLowerCase()] : Number(port);
    return isHost && !isItself ? [{ host, port: known }] : [];
  });
}

function declaredOf(callee: Endpoint | NonNullable<Remarked['calls']>[number]): Declared {
  const ranges = new BlockList();
  if (!(callee instanceof Endpoint)) {
    const { tenant, number } = callee;
    const { name } = tenant;
    return { names: [`${name}.${tenant.unit.namespaceName}`], port: number, ranges };
  }
  for (const { ipBlock } of callee.peers) {
    const [address = '', bits] = ipBlock?.cidr.split('/') ?? [];
    if (ipFamily(address) !== 0) {
      ranges.addSubnet(address, Number(bits), ipFamily(address) === 6 ? 'ipv6' : 'ipv4');
    }
  }
  return { names: [shortOf(callee.host.replace(/^\[|\]$/g, '').toLowerCase())], port: callee.port, ranges };
}

function isThat({ names, port, ranges }: Declared, named: Named, namespace: string): boolean {
  const host = shortOf(named.host);
  const family = ipFamily(named.host) === 6 ? 'ipv6' : 'ipv4';
  const isNamed = names.includes(host) || names.includes(`${host}.${namespace}`);
  const isInRange = ipFamily(named.host) !== 0 && ranges.check(named.host, family);
  return (isNamed || isInRange) && (named.port === undefined || named.port === port);
}

/** A Service by its name and its namespace, however long it is written. */
function shortOf(host: string): string {
  return host.replace(/\.svc(\.cluster\.local)?\.?$/, '');
}
