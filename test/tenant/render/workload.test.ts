import { LoggingSidecar, MiTenant, type MiTenantProps, Scaling } from '../../../lib';
import { base, type Manifest, named, newUnit, theOne } from '../../manifests';

const image = base.withApp('orders', '1.0.0');

function workloadOf(kind: 'Deployment' | 'StatefulSet', props: Partial<MiTenantProps<'app'>>): Manifest {
  const unit = newUnit();
  new MiTenant(unit, 'orders', { image, scaling: Scaling.fixed(2), ...props });
  return theOne(unit, kind);
}

const descriptionOf = ({ metadata }: Manifest) => metadata.annotations?.['kubernetes.io/description'];

describe('a tenant that may run many times', () => {
  test('starts the new pod before it stops the old one', () => {
    expect(workloadOf('Deployment', {}).spec).toMatchObject({
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    });
  });

  test('is rolled out as its scaling says', () => {
    const scaling = Scaling.auto({ min: 4, max: 8, maxSurge: 0, maxUnavailable: 2 });
    expect(workloadOf('Deployment', { scaling }).spec).toMatchObject({
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 2 } },
    });
  });

  test('says what it is and how to stop and start it', () => {
    expect(descriptionOf(workloadOf('Deployment', {}))).toBe(
      'orders 1.0.0 on Micro Integrator 4.4.0, 2 pods. ' +
        'Stop: kubectl -n retail scale deployment/orders --replicas=0; ' +
        'start: kubectl -n retail scale deployment/orders --replicas=2; an apply starts it too',
    );
  });

  test('says between which numbers the autoscaler keeps it', () => {
    expect(descriptionOf(workloadOf('Deployment', { scaling: Scaling.auto({ min: 2, max: 6 }) }))).toBe(
      'orders 1.0.0 on Micro Integrator 4.4.0, 2 to 6 pods, by an autoscaler. ' +
        'Stop: kubectl -n retail scale deployment/orders --replicas=0; ' +
        'start: kubectl -n retail scale deployment/orders --replicas=2',
    );
  });
});

describe('a tenant of which there is never more than one', () => {
  const singleton = { scaling: Scaling.singleton() };

  test('is a StatefulSet of one, whose old pod must be gone before the new one starts', () => {
    expect(workloadOf('StatefulSet', singleton)).toMatchObject({
      apiVersion: 'apps/v1',
      spec: {
        replicas: 1,
        serviceName: 'orders-headless',
        updateStrategy: { type: 'RollingUpdate' },
        selector: {
          matchLabels: { 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/part-of': 'retail' },
        },
      },
    });
  });

  test('is governed by a headless Service of its own, which leads nobody anywhere', () => {
    const unit = newUnit();
    new MiTenant(unit, 'orders', { image, ...singleton });
    const selector = { 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/part-of': 'retail' };
    expect(named(unit, 'Service', 'orders-headless').spec).toEqual({ type: 'ClusterIP', clusterIP: 'None', selector });
    expect(named(unit, 'Service', 'orders').spec).not.toHaveProperty('clusterIP');
  });

  test('is repaired by an update even if its pod never gets ready', () => {
    expect(workloadOf('StatefulSet', singleton).spec).toMatchObject({ podManagementPolicy: 'Parallel' });
  });

  test('says that there are never two', () => {
    expect(descriptionOf(workloadOf('StatefulSet', singleton))).toBe(
      'orders 1.0.0 on Micro Integrator 4.4.0, 1 pod, never two. ' +
        'Stop: kubectl -n retail scale statefulset/orders --replicas=0; ' +
        'start: kubectl -n retail scale statefulset/orders --replicas=1; an apply starts it too',
    );
  });
});

test.each([
  ['Deployment', Scaling.fixed(2)],
  ['StatefulSet', Scaling.singleton()],
] as const)('a %s selects the pods that it makes, and runs the sidecars', (kind, scaling) => {
  const logging = [
    LoggingSidecar.toStdout({ image: 'registry.example.com/tools/busybox:1.36.1', files: ['audit.log'] }),
  ];
  const own = { 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/part-of': 'retail' };
  expect(workloadOf(kind, { scaling, logging }).spec).toMatchObject({
    selector: { matchLabels: own },
    template: {
      metadata: { labels: own },
      spec: { initContainers: [{ name: 'audit-log', restartPolicy: 'Always' }] },
    },
  });
});
