import { ApiObject } from 'cdk8s';
import { MiTenant, Scaling } from '../../lib';
import { base, errorOf, newFleet, newUnit, refusalOf } from '../manifests';

/** What is said of an object beside tenant "orders", which has a port for HL7. */
function saidOf(apiVersion: string, kind: string, spec: object): string {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    pod: { ports: { hl7: 2575 } },
  });
  new ApiObject(unit, 'way', { apiVersion, kind, metadata: { name: 'way' }, spec });
  return errorOf(() => fleet.render());
}

const ingress = (port: object, name = 'orders') =>
  saidOf('networking.k8s.io/v1', 'Ingress', { defaultBackend: { service: { name, port } } });
const parentRefs = [{ name: 'edge', namespace: 'infra' }];
const gateway = (reference: object) =>
  saidOf('gateway.networking.k8s.io/v1', 'HTTPRoute', { parentRefs, rules: [{ backendRefs: [reference] }] });
const traefik = (service: object) =>
  saidOf('traefik.io/v1alpha1', 'IngressRoute', {
    routes: [{ kind: 'Rule', match: 'PathPrefix(`/`)', services: [service] }],
  });

const told = (kind: string, port: number | string) =>
  `backend of ${kind} "retail/way" must lead to a port of Service "orders", got ${JSON.stringify(port)}; ` +
  'it has 8290 (pass-through-http), 8253 (pass-through-https), 9201 (internal-http), 9164 (management), 2575 (hl7); those of inbound endpoints are ' +
  'named in pod.ports';

test('fails when an Ingress, a route of the Gateway API or of Traefik leads to a port that the Service does not have', () => {
  expect(ingress({ number: 8080 })).toContain(told('Ingress', 8080));
  expect(ingress({ name: 'web' })).toContain(told('Ingress', 'web'));
  expect(gateway({ name: 'orders', port: 8080 })).toContain(told('HTTPRoute', 8080));
  expect(traefik({ name: 'orders', port: 8080 })).toContain(told('IngressRoute', 8080));
});

test.each([
  ['GRPCRoute', 'gateway.networking.k8s.io/v1', { rules: [{ backendRefs: [{ name: 'orders', port: 8080 }] }] }],
  ['TLSRoute', 'gateway.networking.k8s.io/v1', { rules: [{ backendRefs: [{ name: 'orders', port: 8080 }] }] }],
  ['TCPRoute', 'gateway.networking.k8s.io/v1alpha2', { rules: [{ backendRefs: [{ name: 'orders', port: 8080 }] }] }],
  [
    'IngressRouteTCP',
    'traefik.io/v1alpha1',
    { routes: [{ match: 'HostSNI(`*`)', services: [{ name: 'orders', port: 8080 }] }] },
  ],
])('fails when a %s does', (kind, apiVersion, spec) => {
  expect(saidOf(apiVersion, kind, spec)).toContain(told(kind, 8080));
});

test('nothing else is said of a port that it has, by number or name, or of a Service that is elsewhere', () => {
  const other = 'must lead to a port of Service';
  for (const said of [
    ingress({ number: 2575 }),
    ingress({ name: 'hl7' }),
    ingress({ number: 8080 }, 'elsewhere'),
    ingress({ name: 'use-annotation' }),
    gateway({ name: 'orders', port: 8290 }),
    gateway({ name: 'orders', namespace: 'elsewhere', port: 8080 }),
    traefik({ name: 'orders', port: 'pass-through-http' }),
    traefik({ kind: 'TraefikService', name: 'orders' }),
  ]) {
    expect(said).not.toContain(other);
  }
});

test('a sentence of its own is all that is said of an Ingress', () => {
  expect(ingress({ number: 8080 })).toBe(refusalOf(told('Ingress', 8080)));
});
