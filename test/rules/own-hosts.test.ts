import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { deliberately, GatewayController, GatewayIngress, LoadBalancer, MiTenant, Route, Scaling } from '../../lib';
import { base, errorOf, newFleet, newUnit, refusalOf } from '../manifests';

/** What is said of an object of unit "retail", or of a plain chart, beside a book of hosts. */
function saidOf(kind: string, spec: object, annotations = {}, place: 'retail' | 'plain' = 'retail'): string {
  const fleet = newFleet();
  const controller = GatewayController.nginx();
  const hosts = {
    'clinic.example.com': 'clinic',
    '*.clinic.example.com': 'clinic',
    'shop.example.com': { '/': 'clinic', '/bar': 'retail' },
    'till.example.com': 'retail',
    '*': 'clinic',
  } as const;
  new LoadBalancer(fleet, 'public', { controller, hosts });
  newUnit(fleet, 'clinic');
  const retail = newUnit(fleet);
  const scope = place === 'retail' ? retail : new Chart(fleet, 'plain', { namespace: 'platform' });
  new ApiObject(scope, 'plain', { apiVersion: 'example.com/v1', kind, metadata: { name: 'plain', annotations }, spec });
  return errorOf(() => fleet.render());
}

function ingress(host?: string, path = '/'): object {
  return { rules: [{ host, http: { paths: [{ path, pathType: 'Prefix', backend: { service: { name: 'a' } } }] } }] };
}

function refusal(kind: string, host: string): string {
  return refusalOf(
    `host ${host} of ${kind} "retail/plain" must be of unit "clinic", got "retail"; ` +
      "change the host book of the load balancer, or say deliberately('own-hosts')",
  );
}

const backendRefs = [{ name: 'a', port: 80 }];
const matches = [{ path: { type: 'PathPrefix', value: '/bar' } }];

test.each([
  ['Ingress', ingress('clinic.example.com'), 'clinic.example.com/'],
  ['Ingress', ingress('east.clinic.example.com', '/a'), 'east.clinic.example.com/a'],
  ['Ingress', ingress('*.clinic.example.com'), '*.clinic.example.com/'],
  ['Ingress', ingress('shop.example.com', '/'), 'shop.example.com/'],
  ['Ingress', ingress('shop.example.com', '/barn'), 'shop.example.com/barn'],
  ['Ingress', ingress('shop.example.com', '/b.*'), 'shop.example.com/b'],
  ['Ingress', ingress(), '*/'],
  ['Ingress', { defaultBackend: { service: { name: 'a' } } }, '*/'],
  ['HTTPRoute', { hostnames: ['clinic.example.com'], rules: [{ matches, backendRefs }] }, 'clinic.example.com/bar'],
  ['HTTPRoute', { hostnames: ['clinic.example.com'], rules: [{ backendRefs }] }, 'clinic.example.com'],
  ['HTTPRoute', { rules: [{ matches, backendRefs }] }, '*/bar'],
  ['GRPCRoute', { hostnames: ['clinic.example.com'], rules: [{ backendRefs }] }, 'clinic.example.com'],
  ['TLSRoute', { hostnames: ['clinic.example.com'], rules: [{ backendRefs }] }, 'clinic.example.com'],
  ['IngressRoute', { routes: [{ match: 'Host(`clinic.example.com`)' }] }, 'clinic.example.com'],
  ['IngressRoute', { routes: [{ match: "Host('till.example.com', 'clinic.example.com')" }] }, 'clinic.example.com'],
  ['IngressRoute', { routes: [{ match: 'Host(`shop.example.com`) && PathPrefix(`/a`)' }] }, 'shop.example.com/a'],
  ['IngressRoute', { routes: [{ match: 'Host(`shop.example.com`) && Path(`/a`)' }] }, 'shop.example.com/a'],
  ['IngressRouteTCP', { routes: [{ match: 'HostSNI(`clinic.example.com`)' }] }, 'clinic.example.com'],
])('fails when a plain %s takes requests of another unit: %j', (kind, spec, host) => {
  expect(saidOf(kind, spec)).toBe(refusal(kind, host));
});

test.each([
  ['Ingress', ingress('till.example.com')],
  ['Ingress', ingress('of-no-book.example.com')],
  ['Ingress', ingress('shop.example.com', '/bar')],
  ['Ingress', ingress('shop.example.com', '/bar/')],
  ['Ingress', ingress('shop.example.com', '/bar(/|$)(.*)')],
  ['Ingress', ingress('shop.example.com', '^/bar/v1\\.0/.*')],
  ['HTTPRoute', { hostnames: ['shop.example.com'], rules: [{ matches, backendRefs }] }],
  ['TLSRoute', { hostnames: ['till.example.com'], rules: [{ backendRefs }] }],
  ['IngressRoute', { routes: [{ match: 'Host(`shop.example.com`) && (Path(`/bar`) || PathPrefix(`/bar/`))' }] }],
  ['IngressRoute', { routes: [{ match: 'Host(`till.example.com`) && !Host(`clinic.example.com`)' }] }],
  ['Thing', ingress('clinic.example.com')],
])('a plain %s may take requests of its own unit, or of nobody: %j', (kind, spec) => {
  expect(saidOf(kind, spec)).toBe('');
});

test('a deliberate breach is said in a word', () => {
  expect(saidOf('Ingress', ingress('clinic.example.com'), deliberately('own-hosts'))).toBe('');
});

test('fails for what stands in no unit: who answers for the host is in the book', () => {
  expect(saidOf('Ingress', ingress('clinic.example.com'), {}, 'plain')).toBe(
    refusalOf(
      'host clinic.example.com/ of Ingress "platform/plain" must be of unit "clinic", got no unit; ' +
        "change the host book of the load balancer, or say deliberately('own-hosts')",
    ),
  );
});

test('fails when a JsonPatch moves a route to the host of another unit', () => {
  const fleet = newFleet();
  const hosts = { 'clinic.example.com': 'clinic', 'till.example.com': 'retail' };
  const via = new LoadBalancer(fleet, 'public', { controller: GatewayController.nginx(), hosts });
  newUnit(fleet, 'clinic');
  const unit = newUnit(fleet);
  const { http } = new MiTenant(unit, 'till', { image: base.withApp('till', '1.0.0'), scaling: Scaling.fixed(2) });
  const gateway = new GatewayIngress(unit, 'routes', { via, routes: [Route.http('till.example.com', { to: http })] });
  for (const object of gateway.node.findAll().filter(ApiObject.isApiObject)) {
    object.addJsonPatch(JsonPatch.replace('/spec/rules/0/host', 'clinic.example.com'));
  }
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'host clinic.example.com/ of Ingress "retail/routes-public" must be of unit "clinic", got "retail"; ' +
        "change the host book of the load balancer, or say deliberately('own-hosts')",
    ),
  );
});
