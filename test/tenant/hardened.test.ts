import { hardened } from '../../lib/tenant/hardened';
import { newTenant, podOf } from '../manifests';

test('a container that says nothing about safety is safe', () => {
  expect(hardened({ name: 'proxy', image: 'registry.example.com/proxy:1.0' })).toEqual({
    name: 'proxy',
    image: 'registry.example.com/proxy:1.0',
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  });
});

test('what a container says of its own safety stands', () => {
  expect(hardened({ name: 'proxy', securityContext: { readOnlyRootFilesystem: true, runAsUser: 1000 } })).toEqual({
    name: 'proxy',
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
      runAsUser: 1000,
    },
  });
});

test('a privileged container may gain rights, since the API server takes none that may not', () => {
  expect(hardened({ name: 'proxy', securityContext: { privileged: true } }).securityContext).toEqual({
    privileged: true,
    capabilities: { drop: ['ALL'] },
  });
});

test('both kinds of further containers are hardened in a pod', () => {
  const securityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
  const { unit } = newTenant({
    pod: {
      containers: [{ name: 'proxy', image: 'registry.example.com/proxy:1.0' }],
      initContainers: [{ name: 'fetch', image: 'registry.example.com/fetch:1.0' }],
    },
  });
  const pod = podOf(unit);
  expect(pod.containers[1]).toEqual({ name: 'proxy', image: 'registry.example.com/proxy:1.0', securityContext });
  expect(pod.initContainers).toEqual([{ name: 'fetch', image: 'registry.example.com/fetch:1.0', securityContext }]);
});

test('a container that adds the one capability of the restricted standard still drops the others', () => {
  const add = ['NET_BIND_SERVICE'];
  expect(hardened({ name: 'proxy', securityContext: { capabilities: { add } } }).securityContext).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { add, drop: ['ALL'] },
  });
});
