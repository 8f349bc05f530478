import { deliberately } from '../../lib';
import { saidOf, saidOfPod } from '../manifests';

const image = 'registry.example.com/tools/proxy:1';
const port = (containerPort: number, more: object = {}) => ({ ports: [{ containerPort, ...more }] });

test('a container of a tenant on a port of Micro Integrator is refused', () => {
  const containers = [{ name: 'proxy', image, ports: [{ containerPort: 9201 }] }];
  expect(saidOf({ pod: { containers } })).toEqual([
    'spec.template.spec container "proxy" port 9201/TCP of Deployment "retail/orders" must be listened on by one ' +
      'container, got it also in "micro-integrator"; containers of a pod share its network; let one listen on another port',
  ]);
});

test('two containers of any pod on one port are refused, a sidecar among the init containers too', () => {
  const side = { name: 'side', image, ...port(80) };
  const refusal = (name: string, other: string) => [
    `spec container "${name}" port 80/TCP of Pod "app" must be listened on by one container, got it also in "${other}"; ` +
      'containers of a pod share its network; let one listen on another port',
  ];
  expect(saidOfPod({}, { containers: [{ name: 'app', image, ...port(80) }, side] })).toEqual(refusal('side', 'app'));
  expect(saidOfPod(port(80), { initContainers: [{ ...side, restartPolicy: 'Always' }] })).toEqual(
    refusal('app', 'side'),
  );
});

test('another protocol, a container that ended before, one container with two names, and what is meant are taken', () => {
  const side = { name: 'side', image, ...port(80) };
  expect(saidOfPod(port(80), { initContainers: [side] })).toEqual([]);
  expect(
    saidOfPod(port(80), { initContainers: [{ ...side, ...port(80, { protocol: 'UDP' }), restartPolicy: 'Always' }] }),
  ).toEqual([]);
  expect(saidOfPod({ ports: [{ containerPort: 80 }, { containerPort: 80, name: 'again' }] })).toEqual([]);
  const meant = { annotations: deliberately('own-ports') };
  expect(saidOfPod({}, { containers: [{ name: 'app', image, ...port(80) }, side] }, meant)).toEqual([]);
});
