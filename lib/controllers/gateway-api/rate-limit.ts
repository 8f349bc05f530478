import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { BackendTrafficPolicy } from '../../../imports/envoy-gateway';
import { GATEWAY_API_GROUP } from './objects';

/** All addresses, in the two families of them. */
const EVERYBODY = ['0.0.0.0/0', '::/0'];

/**
 * Bounds the requests a second of each client address to an HTTPRoute: a policy of Envoy Gateway, which counts in each
 * of its proxies (envoyproxy/gateway#5319, 1.4 and later). More are answered 429.
 */
export function renderRateLimit(scope: Construct, route: string, requests: number): void {
  new ApiObject(scope, `rate-limit ${route}`, {
    apiVersion: 'gateway.envoyproxy.io/v1alpha1',
    kind: 'BackendTrafficPolicy',
    metadata: { name: route },
    spec: {
      targetRefs: [{ group: GATEWAY_API_GROUP, kind: 'HTTPRoute', name: route }],
      rateLimit: {
        type: 'Local',
        local: {
          rules: EVERYBODY.map((value) => ({
            clientSelectors: [{ sourceCIDR: { type: 'Distinct', value } }],
            limit: { requests, unit: 'Second' },
          })),
        },
      },
    },
  } satisfies BackendTrafficPolicy);
}
