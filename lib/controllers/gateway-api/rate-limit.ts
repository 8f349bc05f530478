import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { GATEWAY_API_GROUP } from './objects';

/** Envoy Gateway's own; its definitions are not among those of imports/ yet. */
const POLICY_VERSION = 'gateway.envoyproxy.io/v1alpha1';

/** All addresses, in the two families of them. */
const EVERYBODY = ['0.0.0.0/0', '::/0'];

/**
 * Bounds the requests a second of each client address to an HTTPRoute: a policy of Envoy Gateway, which counts in each
 * of its proxies (envoyproxy/gateway#5319, 1.4 and later). More are answered 429.
 */
export function renderRateLimit(scope: Construct, route: string, requests: number): void {
  new ApiObject(scope, `rate-limit ${route}`, {
    apiVersion: POLICY_VERSION,
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
  });
}
