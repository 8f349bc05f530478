import type { Manifest } from '../../manifests';

// Objects of Traefik and of the Gateway API, as far as the answers of these tests go into them.

/** A Service, or a weighted set of them, as a rule or a set of Traefik names it. */
export interface TraefikBackend {
  readonly name: string;
  readonly kind?: 'TraefikService';
  readonly port?: number;
  readonly scheme?: 'http' | 'https';
  readonly serversTransport?: string;
  readonly sticky?: object;
  readonly weight?: number;
}

/** A rule of an IngressRoute. */
export interface TraefikRule {
  readonly match: string;
  readonly priority: number;
  readonly middlewares?: ReadonlyArray<{ readonly name: string }>;
  readonly services: readonly TraefikBackend[];
}

/** What a rule of a Gateway compares of a request. */
export interface HttpMatch {
  readonly path: { readonly type: 'PathPrefix' | 'Exact'; readonly value: string };
  readonly headers?: ReadonlyArray<{ readonly name: string; readonly value: string }>;
}

/** A Service that a rule of a Gateway leads to. */
export interface BackendReference {
  readonly namespace?: string;
  readonly name: string;
  readonly port: number;
  readonly weight?: number;
}

/** A rule of an HTTPRoute. */
export interface HttpRule {
  readonly matches?: readonly HttpMatch[];
  readonly filters?: ReadonlyArray<{
    readonly type: string;
    readonly urlRewrite?: {
      readonly path: { readonly replaceFullPath?: string; readonly replacePrefixMatch?: string };
    };
  }>;
  readonly timeouts?: { readonly request: string };
  readonly backendRefs?: readonly BackendReference[];
}

interface ParentReference {
  readonly sectionName?: string;
  readonly port?: number;
}

/** The spec of each kind. */
export interface Specs {
  readonly IngressRoute: {
    readonly entryPoints: readonly string[];
    readonly routes: readonly TraefikRule[];
    readonly tls?: { readonly secretName?: string };
  };
  readonly IngressRouteTCP: { readonly routes: readonly TraefikRule[] };
  readonly Middleware: {
    readonly addPrefix?: { readonly prefix: string };
    readonly stripPrefix?: { readonly prefixes: readonly string[] };
    readonly buffering?: { readonly maxRequestBodyBytes: number };
    readonly ipAllowList?: { readonly sourceRange: readonly string[] };
    readonly redirectScheme?: object;
    readonly rateLimit?: { readonly average: number };
  };
  readonly ServersTransport: { readonly forwardingTimeouts?: { readonly responseHeaderTimeout: string } };
  readonly TraefikService: {
    readonly weighted: { readonly services: readonly TraefikBackend[]; readonly sticky?: object };
  };
  readonly Gateway: {
    readonly listeners: ReadonlyArray<{
      readonly name: string;
      readonly hostname?: string;
      readonly port: number;
      readonly tls?: { readonly mode: string; readonly certificateRefs?: ReadonlyArray<{ readonly name: string }> };
    }>;
  };
  readonly HTTPRoute: {
    readonly parentRefs: readonly ParentReference[];
    readonly hostnames?: readonly string[];
    readonly rules: readonly HttpRule[];
  };
  readonly TLSRoute: {
    readonly parentRefs: readonly ParentReference[];
    readonly hostnames: readonly string[];
    readonly rules: ReadonlyArray<{ readonly backendRefs: readonly BackendReference[] }>;
  };
  readonly BackendTLSPolicy: { readonly targetRefs: ReadonlyArray<{ readonly name: string }> };
  readonly ReferenceGrant: { readonly from: ReadonlyArray<{ readonly kind: string }> };
}

/** The objects of a kind. */
export function ofKind<K extends keyof Specs>(
  manifests: readonly Manifest[],
  kind: K,
): Array<Pick<Manifest, 'metadata'> & { readonly spec: Specs[K] }> {
  return manifests
    .filter((one) => one.kind === kind)
    .map(({ metadata, spec }) => ({ metadata, spec: spec as unknown as Specs[K] }));
}
