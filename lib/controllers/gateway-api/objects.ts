import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { BackendTLSPolicy, Gateway, HTTPRoute, ReferenceGrant, TLSRoute } from '../../../imports/gateway-api';

export type {
  GatewaySpecListeners as Listener,
  GatewaySpecListenersAllowedRoutes as AllowedRoutes,
  GRPCRouteSpecParentRefs as ParentReference,
  HTTPRouteSpecRules as HttpRule,
  HTTPRouteSpecRulesBackendRefsFilters as HttpFilter,
  TCPRouteSpecRulesBackendRefs as BackendReference,
} from '../../../imports/gateway-api';

/** What is written of the Gateway API: the standard channel of v1.5 and later, where all of it is v1. */
type GatewayApiObject = BackendTLSPolicy | Gateway | HTTPRoute | ReferenceGrant | TLSRoute;

/** Group of the Gateway API. */
export const GATEWAY_API_GROUP = 'gateway.networking.k8s.io';

const apiVersion: GatewayApiObject['apiVersion'] = `${GATEWAY_API_GROUP}/v1`;

/** Renders an object of the Gateway API. */
export function gatewayApiObject<Kind extends GatewayApiObject['kind']>(
  scope: Construct,
  id: string,
  kind: Kind,
  metadata: ApiObjectMetadata,
  spec: Extract<GatewayApiObject, { readonly kind: Kind }>['spec'],
): ApiObject {
  return new ApiObject(scope, id, { apiVersion, kind, metadata, spec });
}
