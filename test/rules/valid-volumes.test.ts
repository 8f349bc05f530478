import { saidOfPod } from '../manifests';
import { saidOfObject } from '../plain-objects/object';
import { REFUSED_VOLUMES, TAKEN_VOLUMES } from '../plain-objects/volumes';

test.each(REFUSED_VOLUMES)('$what is refused', ({ object, prop, must }) => {
  expect(saidOfObject(object)).toEqual([`${prop} of Deployment "app" must ${must}`]);
});

test('what is right is taken', () => {
  expect(TAKEN_VOLUMES.map(saidOfObject)).toEqual(TAKEN_VOLUMES.map(() => []));
});

test('a StatefulSet mounts the volumes of its claims', () => {
  const labels = { app: 'db' };
  const volumeMounts = [{ name: 'data', mountPath: '/data' }];
  const containers = [{ name: 'db', image: 'registry.example.com/db:1', volumeMounts }];
  const resources = { requests: { storage: '1Gi' } };
  const spec = {
    serviceName: 'db',
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers } },
    volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources } }],
  };
  const object = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db' }, ...{ spec } };
  expect(saidOfObject(object)).toEqual([]);
});

test('what starts first mounts volumes of the pod, too', () => {
  const volumeMounts = [{ name: 'a', mountPath: '/a' }];
  const initContainers = [{ name: 'fetch', image: 'registry.example.com/fetch:1', volumeMounts }];
  expect(saidOfPod({}, { initContainers })).toEqual([
    'spec.initContainers[0].volumeMounts[0] of Pod "app" must be of a volume of the pod, got "a"',
  ]);
});

test.each([
  [{ secret: { secretName: 'A_b' } }, 'secret.secretName of Pod "app" must name a Secret'],
  [{ configMap: { name: 'A_b' } }, 'configMap.name of Pod "app" must name a ConfigMap'],
  [
    { persistentVolumeClaim: { claimName: 'A_b' } },
    'persistentVolumeClaim.claimName of Pod "app" must name a PersistentVolumeClaim',
  ],
])('a name that no object can have is refused, since the pod would wait for ever: %j', (source, sentence) => {
  expect(saidOfPod({}, { volumes: [{ name: 'data', ...source }] })).toEqual([`spec.volumes[0].${sentence}, got "A_b"`]);
});
