import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** Group of the Gateway API. */
export const GATEWAY_API_GROUP = 'gateway.networking.k8s.io';

/** A listener, or all listeners of a port, that a route attaches to. */
export interface ParentReference {
  readonly namespace: string;
  readonly name: string;
  readonly sectionName?: string;
  readonly port?: number;
}

/** A port of a Service, and its part of the requests. */
export interface BackendReference {
  readonly namespace?: string;
  readonly name: string;
  readonly port: number;
  readonly weight?: number;
}

/** Whose routes a listener takes. */
export interface AllowedRoutes {
  readonly namespaces:
    | { readonly from: 'Same' }
    | {
        readonly from: 'Selector';
        readonly selector: {
          readonly matchExpressions: ReadonlyArray<{
            readonly key: string;
            readonly operator: 'In';
            readonly values: readonly string[];
          }>;
        };
      };
}

/** A port, protocol and host that a Gateway listens for. */
export interface Listener {
  readonly name: string;
  readonly hostname?: string;
  readonly port: number;
  readonly protocol: 'HTTP' | 'HTTPS' | 'TLS';
  readonly tls?: {
    readonly mode: 'Terminate' | 'Passthrough';
    readonly certificateRefs?: ReadonlyArray<{ readonly name: string }>;
  };
  readonly allowedRoutes: AllowedRoutes;
}

/** Another path for the backend. */
export type PathModifier =
  | { readonly type: 'ReplacePrefixMatch'; readonly replacePrefixMatch: string }
  | { readonly type: 'ReplaceFullPath'; readonly replaceFullPath: string };

/** What is done to a request on its way. */
export type HttpFilter =
  | { readonly type: 'URLRewrite'; readonly urlRewrite: { readonly path: PathModifier } }
  | {
      readonly type: 'RequestRedirect';
      readonly requestRedirect: { readonly scheme: 'https'; readonly statusCode: 301 };
    };

/** Which requests a rule takes. */
export interface HttpMatch {
  readonly path: { readonly type: 'PathPrefix' | 'Exact'; readonly value: string };
  readonly headers?: ReadonlyArray<{ readonly type: 'Exact'; readonly name: string; readonly value: string }>;
}

/** Requests and where they go. */
export interface HttpRule {
  readonly matches?: readonly HttpMatch[];
  readonly filters?: readonly HttpFilter[];
  readonly timeouts?: { readonly request: string };
  readonly backendRefs?: readonly BackendReference[];
}

/** What of each kind we write: the standard channel of v1.5 and later, where all of them are v1. */
export interface GatewayApiSpecs {
  readonly Gateway: { readonly gatewayClassName: string; readonly listeners: readonly Listener[] };
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
  readonly BackendTLSPolicy: {
    readonly targetRefs: ReadonlyArray<{
      readonly group: '';
      readonly kind: 'Service';
      readonly name: string;
      readonly sectionName: string;
    }>;
    readonly validation: {
      readonly hostname: string;
      readonly subjectAltNames?: ReadonlyArray<{ readonly type: 'Hostname'; readonly hostname: string }>;
      readonly caCertificateRefs?: ReadonlyArray<{
        readonly group: '';
        readonly kind: 'ConfigMap';
        readonly name: string;
      }>;
      readonly wellKnownCACertificates?: 'System';
    };
  };
  readonly ReferenceGrant: {
    readonly from: ReadonlyArray<{ readonly group: string; readonly kind: string; readonly namespace: string }>;
    readonly to: ReadonlyArray<{ readonly group: ''; readonly kind: 'Service'; readonly name: string }>;
  };
}

/** Renders an object of the Gateway API. */
export function gatewayApiObject<Kind extends keyof GatewayApiSpecs>(
  scope: Construct,
  id: string,
  kind: Kind,
  metadata: ApiObjectMetadata,
  spec: GatewayApiSpecs[Kind],
): ApiObject {
  return new ApiObject(scope, id, { apiVersion: `${GATEWAY_API_GROUP}/v1`, kind, metadata, spec });
}
