import { Size } from 'cdk8s';
import type { ResourceRequirements } from '../../imports/k8s';
import {
  BusinessUnit,
  Canary,
  Cpu,
  LoggingSidecar,
  MiSize,
  MiTenant,
  type MiTenantProps,
  Quota,
  Scaling,
} from '../../lib';
import { amountOf } from '../../lib/tenant/need';
import { base, newFleet, theOne } from '../manifests';

/** What the quota of a unit bounds of pods, where it is what its one tenant needs. */
function needOf(props: Partial<MiTenantProps<'app'>>): unknown {
  const unit = new BusinessUnit(newFleet(), 'retail', { contact: 'x', quota: Quota.ofTenants({ headroom: 1 }) });
  new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(1), ...props });
  const { hard } = Object(theOne(unit, 'ResourceQuota').spec);
  const ofPods = Object.entries(hard).filter(([name]) =>
    /^(pods|(requests|limits)\.(cpu|memory|ephemeral-storage))$/.test(name),
  );
  return Object.fromEntries(ofPods);
}

const size = MiSize.of({ cpu: Cpu.millis(100), cpuLimit: Cpu.millis(300), memory: Size.gibibytes(1) });
const resources: ResourceRequirements = {
  requests: { cpu: '50m', memory: '64Mi' },
  limits: { cpu: '0.2', memory: '0.125Gi' },
};

test('one pod needs three in the middle of an update: itself, its successor, and one that still drains', () => {
  expect(needOf({ size })).toEqual({
    pods: '3',
    'requests.cpu': '300m',
    'limits.cpu': '900m',
    'requests.memory': '3Gi',
    'limits.memory': '3Gi',
    'requests.ephemeral-storage': '3Gi',
    'limits.ephemeral-storage': `${3 * 3369}Mi`,
  });
});

test('each followed log file and each further container is a need of every pod', () => {
  const logging = [
    LoggingSidecar.toStdout({ image: 'registry.example.com/busybox:1.36.1', files: ['audit.log', 'tm.out'] }),
  ];
  const containers = [
    { name: 'proxy', image: 'registry.example.com/tools/app:1', resources },
    { name: 'agent', resources },
  ];
  expect(needOf({ size, logging, pod: { containers } })).toEqual({
    pods: '3',
    'requests.cpu': `${3 * (100 + 2 * 10 + 2 * 50)}m`,
    'limits.cpu': `${3 * (300 + 2 * 100 + 2 * 200)}m`,
    'requests.memory': `${3 * (1024 + 2 * 16 + 2 * 64)}Mi`,
    'limits.memory': `${3 * (1024 + 2 * 32 + 2 * 128)}Mi`,
    // Containers that do not say it have what the LimitRange of the unit gives.
    'requests.ephemeral-storage': `${3 * (1024 + 2 * 64 + 2 * 64)}Mi`,
    'limits.ephemeral-storage': `${3 * (3369 + 2 * 128 + 2 * 256)}Mi`,
  });
});

test('a canary needs as many pods again as it runs, in the middle of its own update', () => {
  const image = base.withApp('orders', '1.1.0');
  expect(needOf({ size, canary: Canary.percent(10, { image, replicas: 2 }) })).toEqual({
    pods: `${3 + 5}`,
    'requests.cpu': `${8 * 100}m`,
    'limits.cpu': `${8 * 300}m`,
    'requests.memory': `8Gi`,
    'limits.memory': `8Gi`,
    'requests.ephemeral-storage': '8Gi',
    'limits.ephemeral-storage': `${8 * 3369}Mi`,
  });
});

test('further containers run beside a canary too', () => {
  const image = base.withApp('orders', '1.1.0');
  const pod = { containers: [{ name: 'proxy', image: 'registry.example.com/tools/app:1', resources }] };
  expect(needOf({ size, pod, canary: Canary.percent(10, { image }) })).toMatchObject({
    pods: '6',
    'requests.cpu': `${6 * (100 + 50)}m`,
  });
});

test.each<[string, 'cpu' | 'memory', number]>([
  ['250m', 'cpu', 250],
  ['0.25', 'cpu', 250],
  ['2', 'cpu', 2000],
  ['1.5', 'cpu', 1500],
  ['0.0001', 'cpu', 1],
  ['64Mi', 'memory', 64],
  ['1Gi', 'memory', 1024],
  ['0.5Gi', 'memory', 512],
  ['1Ti', 'memory', 1_048_576],
  ['1024Ki', 'memory', 1],
  ['1', 'memory', 1],
  ['1048577', 'memory', 2],
  ['64M', 'memory', 62],
  ['1G', 'memory', 954],
  ['1000k', 'memory', 1],
])('the quantity %s of %s is %d, rounded up', (text, resource, amount) => {
  expect(amountOf(text, resource)).toBe(amount);
});

test('no quantity is nothing', () => {
  expect(amountOf(undefined, 'cpu')).toBe(0);
});

test.each(['', 'much', '-1', '1 Gi', '1Xi', '1Gi2'])('%j is no quantity', (text) => {
  expect(amountOf(text, 'memory')).toBeNaN();
});

test.each(['1e3', '1E', '100u'])('%s is a quantity of Kubernetes that is not counted yet', (text) => {
  expect(amountOf(text, 'cpu')).toBeNaN();
});

// Kubernetes counts the greatest init container where it is more than all that runs at once.
test('an init container that needs more than the pod is counted', () => {
  const amounts = { cpu: '4', memory: '8Gi' };
  const initContainers = [{ name: 'unpack', resources: { requests: amounts, limits: amounts } }];
  expect(needOf({ size, pod: { initContainers } })).toMatchObject({
    'requests.cpu': '12',
    'limits.cpu': '12',
    'requests.memory': '24Gi',
    'limits.memory': '24Gi',
  });
});
