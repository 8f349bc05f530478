import { ApiObject } from 'cdk8s';
import type { UnitRoutes } from '../../route/unit-routes';

/** A Service, or a weighted set of them, as a rule or a set names it. */
export interface TraefikBackend {
  readonly name: string;
  readonly kind?: 'TraefikService';
  readonly port?: number;
  readonly scheme?: 'http' | 'https';
  readonly serversTransport?: string;
  readonly sticky?: TraefikSticky;
  readonly weight?: number;
}

/** A cookie by which a client finds the same backend again. */
export interface TraefikSticky {
  readonly cookie: { readonly name: string; readonly httpOnly: true; readonly secure: boolean };
}

/** A rule of an IngressRoute. */
export interface TraefikRule {
  readonly match: string;
  readonly priority: number;
  readonly middlewares?: ReadonlyArray<{ readonly name: string }>;
  readonly services: readonly TraefikBackend[];
}

/** How the address of a client is found. */
interface IpStrategy {
  readonly depth: number;
}

/**
 * The fields that we use of Traefik's own kinds, by kind
 * (docs/content/reference/dynamic-configuration/traefik.io_*.yaml of v3.7.13).
 */
export interface TraefikSpecs {
  readonly IngressRoute: {
    readonly ingressClassName?: string;
    readonly entryPoints: readonly string[];
    readonly routes: readonly TraefikRule[];
    readonly tls?: { readonly secretName?: string };
  };
  readonly IngressRouteTCP: {
    readonly ingressClassName?: string;
    readonly entryPoints: readonly string[];
    readonly routes: ReadonlyArray<{
      readonly match: string;
      readonly priority: number;
      readonly services: ReadonlyArray<{ readonly name: string; readonly port: number }>;
    }>;
    readonly tls: { readonly passthrough: true };
  };
  readonly Middleware:
    | { readonly addPrefix: { readonly prefix: string } }
    | { readonly stripPrefix: { readonly prefixes: readonly string[] } }
    | { readonly buffering: { readonly maxRequestBodyBytes: number } }
    | { readonly ipAllowList: { readonly sourceRange: readonly string[]; readonly ipStrategy?: IpStrategy } }
    | { readonly redirectScheme: { readonly scheme: 'https'; readonly permanent: true } }
    | {
        readonly rateLimit: {
          readonly average: number;
          readonly burst: number;
          readonly sourceCriterion?: { readonly ipStrategy: IpStrategy };
        };
      };
  readonly ServersTransport: {
    readonly serverName?: string;
    readonly rootCAs?: ReadonlyArray<{ readonly configMap: string }>;
    readonly forwardingTimeouts?: { readonly responseHeaderTimeout: string };
  };
  readonly TraefikService: {
    readonly weighted: { readonly services: readonly TraefikBackend[]; readonly sticky?: TraefikSticky };
  };
}

/** A Middleware, as far as it says what is to be done. */
export type TraefikMiddleware = TraefikSpecs['Middleware'];

/**
 * Renders an object of Traefik and gives its name: the gateway's and `part`. Two of one name are two objects, which the
 * fleet refuses in words.
 */
export function renderTraefik<K extends keyof TraefikSpecs>(
  { scope, name, annotations }: UnitRoutes,
  kind: K,
  part: string,
  spec: TraefikSpecs[K],
): string {
  const metadata = { name: `${name}-${part}`, annotations };
  const id = `${kind} ${part}`;
  const twin = scope.node.tryFindChild(id) === undefined ? '' : ` ${scope.node.children.length}`;
  new ApiObject(scope, `${id}${twin}`, { apiVersion: 'traefik.io/v1alpha1', kind, metadata, ...{ spec } });
  return metadata.name;
}
