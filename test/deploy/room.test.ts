import { isNarrower, withRoom } from '../../lib/deploy/room';

const quota = (hard: Readonly<Record<string, string>>) => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'tenants', namespace: 'retail' },
  spec: { hard },
});

const way = (port: number) => ({ ports: [{ port, protocol: 'TCP' }] });
const policy = (ingress: readonly number[], egress: readonly number[] = [], spec: object = {}) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'orders', namespace: 'retail' },
  spec: {
    podSelector: { matchLabels: { app: 'orders' } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: ingress.map(way),
    ...(egress.length > 0 ? { egress: egress.map(way) } : {}),
    ...spec,
  },
});

test('a smaller quota keeps the larger amount of each, and no amount that it names no more', () => {
  const [before, next] = [quota({ pods: '9', cpu: '2', memory: '8Gi' }), quota({ pods: '10', cpu: '500m' })];
  expect(isNarrower(next, before)).toBe(true);
  expect(withRoom(next, before)).toEqual(quota({ pods: '10', cpu: '2' }));
  expect(isNarrower(quota({ pods: '9', cpu: '2000m' }), quota({ pods: '9', cpu: '2' }))).toBe(false);
});

test('a policy keeps the ways that it closes beside those that it opens, each once', () => {
  const [before, next] = [policy([8290, 9201], [5432]), policy([9201, 8253])];
  expect(isNarrower(next, before)).toBe(true);
  expect(withRoom(next, before)).toEqual(policy([9201, 8253, 8290], [5432]));
});

test('a policy that only opens ways, or is of other pods, is applied as it is', () => {
  expect(isNarrower(policy([8290, 8253]), policy([8290]))).toBe(false);
  expect(isNarrower(policy([8253], [], { podSelector: {} }), policy([8290]))).toBe(false);
  expect(isNarrower(policy([8253], [], { policyTypes: ['Ingress'] }), policy([8290]))).toBe(false);
});

test('nothing else has room to keep', () => {
  const service = (ports: readonly number[]) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'orders' },
    spec: { ports: ports.map((port) => ({ port })) },
  });
  expect(isNarrower(service([]), service([8290]))).toBe(false);
});
