import { ANY_HOST } from '../../route/settings';
import type { Tls } from '../../route/tls';
import type { EdgeHost, SharedEdge } from '../../route/unit-routes';
import type { AllowedRoutes, Listener } from './objects';

/** What the listeners of a Gateway follow from, besides the host book. */
export interface ListenerSite {
  /** Port of plain HTTP. */
  readonly httpPort: number;
  /** Port of TLS. */
  readonly httpsPort: number;
  /** Secret of hosts without a certificate of their own. */
  readonly defaultCertificate: string | undefined;
}

/** Kubernetes itself puts the name of a namespace into this label. */
const NAMESPACE_LABEL = 'kubernetes.io/metadata.name';

/** The listener that sends all requests on to HTTPS. */
export const REDIRECT_LISTENER = 'http';

/**
 * Name of the listener of a host: `https.wso2.com`, `https-wildcard.wso2.com` for `*.wso2.com`, `https` for all others.
 * The API takes names with dots, up to 253 characters (`SectionName`).
 */
export function listenerName(protocol: Listener['protocol'], host: string): string {
  const prefix = protocol.toLowerCase();
  const [first, ...domain] = host.split('.');
  if (host === ANY_HOST) {
    return prefix;
  }
  return first === '*' ? [`${prefix}-wildcard`, ...domain].join('.') : `${prefix}.${host}`;
}

/** The Secret of the certificate that a host shows; `undefined` if it has none. */
export function certificateSecret(host: string, tls: Tls, { defaultCertificate }: ListenerSite): string | undefined {
  return tls.secretName(host) ?? (tls.feature === 'tlsDefault' ? defaultCertificate : undefined);
}

/** The listeners of an edge: which host, by which protocol, with which certificate, for the routes of whom. */
export function listenersOf(edge: SharedEdge, site: ListenerSite): Listener[] {
  const hosts = edge.hosts();
  return [
    ...(edge.plainHttp === 'redirect'
      ? [plain(REDIRECT_LISTENER, site.httpPort, {}, { namespaces: { from: 'Same' } })]
      : hosts
          .filter(({ passedThrough }) => !passedThrough)
          .map((host) => plain(listenerName('HTTP', host.host), site.httpPort, hostnameOf(host), ownersOnly(host)))),
    ...hosts.flatMap((host) => encrypted(host, site)),
  ];
}

function plain(
  name: string,
  port: number,
  hostname: Pick<Listener, 'hostname'>,
  allowedRoutes: AllowedRoutes,
): Listener {
  return { name, ...hostname, port, protocol: 'HTTP', allowedRoutes };
}

function encrypted(host: EdgeHost, site: ListenerSite): Listener[] {
  const common = { ...hostnameOf(host), port: site.httpsPort, allowedRoutes: ownersOnly(host) };
  if (host.passedThrough) {
    return [{ ...common, name: listenerName('TLS', host.host), protocol: 'TLS', tls: { mode: 'Passthrough' } }];
  }
  const certificate = certificateSecret(host.host, host.tls, site);
  const tls = { mode: 'Terminate', certificateRefs: certificate === undefined ? [] : [{ name: certificate }] } as const;
  return certificate === undefined
    ? []
    : [{ ...common, name: listenerName('HTTPS', host.host), protocol: 'HTTPS', tls }];
}

function hostnameOf({ host }: EdgeHost): Pick<Listener, 'hostname'> {
  return host === ANY_HOST ? {} : { hostname: host };
}

/** The cluster itself holds to the host book: routes of other namespaces are not attached. */
function ownersOnly({ namespaces }: EdgeHost): AllowedRoutes {
  const matchExpressions = [{ key: NAMESPACE_LABEL, operator: 'In', values: namespaces } as const];
  return { namespaces: { from: 'Selector', selector: { matchExpressions } } };
}
