import type { Route } from '../../route/route';
import type { UnitRoutes } from '../../route/unit-routes';
import type { CanaryShare } from '../../tenant/canary';
import { rewriteTarget } from './paths';

type Annotations = Readonly<Record<string, string>>;

/** A WebSocket may be silent as long as this. */
const SILENT_SECONDS = '3600';

/** Passthrough voids every other annotation of its Ingress. */
export const PASSTHROUGH: Annotations = annotations({ 'ssl-passthrough': 'true' });

/**
 * What ingress-nginx is told of a route beyond host, path and port (docs/user-guide/nginx-configuration/annotations.md).
 * Snippets are never used: they are off by default, and whoever may write one reads all Secrets.
 */
export function routeAnnotations(gateway: UnitRoutes, route: Route): Annotations {
  const { rateLimit, maxBodyMebibytes, from } = route.settings;
  return {
    ...annotations({
      'backend-protocol': route.to.protocol === 'HTTPS' ? 'HTTPS' : undefined,
      // Without a word, nginx sends on whatever host has a certificate.
      'ssl-redirect': gateway.edge.plainHttp === 'serve' ? 'false' : undefined,
      'rewrite-target': rewriteTarget(route),
      'proxy-body-size': maxBodyMebibytes && `${maxBodyMebibytes}m`,
      // nginx has it on; Traefik, which reads these annotations too, counts only what it buffers.
      'proxy-request-buffering': maxBodyMebibytes && 'on',
      'limit-rps': rateLimit && `${rateLimit}`,
      // The least; nginx lets five times as many through at once by itself.
      'limit-burst-multiplier': rateLimit && '1',
      // The name that every version knows; newer ones have allowlist-source-range beside it.
      'whitelist-source-range': from?.join(','),
    }),
    ...waits(route),
    ...cookie(gateway, route),
  };
}

/** What makes an Ingress the canary of those with the same hosts and paths. All else it has from them. */
export function canaryAnnotations(share: CanaryShare): Annotations {
  return annotations({
    canary: 'true',
    ...(share.by === 'percent'
      ? { 'canary-weight': `${share.percent}` }
      : { 'canary-by-header': share.header, 'canary-by-header-value': share.value }),
  });
}

/** Says that the paths of an Ingress are regular expressions. */
export const REGEX: Annotations = annotations({ 'use-regex': 'true' });

/** How long nginx waits for the tenant of a route. */
export function waits({ settings }: Route): Annotations {
  const seconds = settings.upgrade === 'websocket' ? SILENT_SECONDS : settings.timeoutSeconds?.toString();
  return annotations({
    'proxy-read-timeout': seconds,
    'proxy-send-timeout': seconds,
    // Or it would wait as long again for the next pod.
    'proxy-next-upstream-timeout': settings.timeoutSeconds?.toString(),
  });
}

function cookie({ namespace }: UnitRoutes, { settings, to }: Route): Annotations {
  return settings.sticky === undefined
    ? {}
    : annotations({
        affinity: 'cookie',
        // nginx keeps name and path with the port of the Service, whatever routes lead to it; so both are the port's.
        'session-cookie-name': `${namespace}-${to.tenant.name}-${to.number}`,
        'session-cookie-path': '/',
      });
}

function annotations(values: Readonly<Record<string, string | 0 | undefined>>): Annotations {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`nginx.ingress.kubernetes.io/${key}`, value]] : [],
    ),
  );
}
