/** What a route or a load balancer can ask of a controller; each controller says which of them it cannot give. */
export const GATEWAY_FEATURES = {
  passthrough: 'TLS handed on to the tenant unopened',
  tcp: 'a port of its own, whatever is spoken there',
  defaultBackend: 'requests that no route takes',
  wildcardHost: 'hosts such as *.example.com',
  exactPath: 'a path without what is below it',
  rewrite: 'another path for the tenant',
  httpsBackend: 'TLS up to the pod',
  timeout: 'a bound on the wait for an answer',
  maxBody: 'a bound on the size of a request',
  rateLimit: 'a bound on the requests of a client',
  sticky: 'a client stays with its pod',
  from: 'allowed source ranges',
  webSocket: 'connections upgraded to WebSocket',
  plainHttp: 'plain HTTP answered, not redirected',
  tlsSecret: 'a certificate in a Secret',
  tlsIssuer: 'a certificate of cert-manager',
  tlsAcm: 'a certificate of AWS Certificate Manager',
  tlsDefault: 'the certificate of the controller',
  canaryPercent: 'a part of the requests to a canary',
  canaryHeader: 'requests with a header to a canary',
  crossUnit: 'a tenant of another unit',
} as const;

/** A key of `GATEWAY_FEATURES`. */
export type GatewayFeature = keyof typeof GATEWAY_FEATURES;

/** All features, in the order of the table in the documentation. */
export const ALL_GATEWAY_FEATURES: readonly GatewayFeature[] = Object.keys(GATEWAY_FEATURES).filter(isFeature);

function isFeature(key: string): key is GatewayFeature {
  return key in GATEWAY_FEATURES;
}
