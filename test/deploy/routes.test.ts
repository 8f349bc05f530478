import type { Part } from '../../lib/deploy/part';
import { routeSteps } from '../../lib/deploy/routes';
import type { Manifest } from '../../lib/diff/manifest';

function ingress(name: string, paths: readonly string[], ingressClassName = 'nginx'): Manifest {
  const rules = [{ host: 'a.example.com', http: { paths: paths.map((path) => ({ path })) } }];
  const object = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name, namespace: 'retail' },
    spec: { ingressClassName, rules },
  };
  return object;
}

const SERVICE: Manifest = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders', namespace: 'retail' } };

function steps(files: readonly Manifest[], live: readonly Manifest[], pruned: readonly Manifest[] = []) {
  const part: Part = { id: 'retail', unit: 'retail', namespace: 'retail', objects: files, needed: [] };
  const { gone, applied } = routeSteps({ part, live: { objects: live, unseen: [] }, pruned });
  const names = (objects: readonly Manifest[]) => objects.map(({ metadata }) => metadata.name);
  return { gone: names(gone), applied: names(applied) };
}

test('what left the file and has a path that is taken goes first; what else left it does not', () => {
  const left = [ingress('routes', ['/']), ingress('other', ['/other']), SERVICE];
  expect(steps([ingress('routes-a', ['/'])], left, left)).toEqual({ gone: ['routes'], applied: ['routes-a'] });
});

test('what gives a path up is applied before what takes it', () => {
  const live = [ingress('a', ['/a']), ingress('b', ['/b', '/c'])];
  const files = [SERVICE, ingress('a', ['/a', '/c']), ingress('b', ['/b']), ingress('d', ['/d'])];
  expect(steps(files, live)).toEqual({ gone: [], applied: ['b', 'a', 'd'] });
});

test('controllers that let several Ingresses have a path are left alone', () => {
  const left = [ingress('routes', ['/'], 'traefik')];
  expect(steps([ingress('routes-a', ['/'], 'traefik')], left, left).gone).toEqual([]);
});

test('a route of Traefik that left the file goes when the one in its place is there', () => {
  const passed: Manifest = { ...SERVICE, apiVersion: 'traefik.io/v1alpha1', kind: 'IngressRouteTCP' };
  const route: Manifest = { ...passed, kind: 'IngressRoute' };
  expect(steps([route], [passed], [passed])).toEqual({ gone: [], applied: ['orders'] });
});
