import { ApiObject, Chart } from 'cdk8s';
import { errorOf, newFleet, refusalOf, saidOf, saidOfPod } from '../manifests';
import { saidOfObject } from '../plain-objects/object';
import { REFUSED_PODS, TAKEN_PODS } from '../plain-objects/pods';

test.each(REFUSED_PODS)('$what is refused', ({ object, prop, must }) => {
  expect(saidOfObject(object)).toEqual([`${prop} of Deployment "app" must ${must}`]);
});

test('what is like them and right is taken', () => {
  expect(TAKEN_PODS.map(saidOfObject)).toEqual(TAKEN_PODS.map(() => []));
});

const tooMany = Array.from({ length: 33 }, (_, index) => `d${index}.example.com`);

test.each<[object, string, string, string]>([
  [{ hostAliases: [{ ip: '10.0.0.256' }] }, 'hostAliases[0].ip', 'be an IP address', '"10.0.0.256"'],
  [
    { hostAliases: [{ ip: '::1', hostnames: ['Legacy'] }] },
    'hostAliases[0].hostnames[0]',
    'be a host name in lower case',
    '"Legacy"',
  ],
  [{ dnsConfig: { nameservers: ['ns1'] } }, 'dnsConfig.nameservers[0]', 'be an IP address', '"ns1"'],
  [
    { dnsConfig: { nameservers: ['1.1.1.1', '1.1.1.2', '1.1.1.3', '1.1.1.4'] } },
    'dnsConfig.nameservers',
    'be at most 3',
    '4',
  ],
  [{ imagePullSecrets: [{ name: 'A_b' }] }, 'imagePullSecrets[0].name', 'name a Secret', '"A_b"'],
  [{ activeDeadlineSeconds: 0 }, 'activeDeadlineSeconds', 'be from 1 to 2147483647', '0'],
  [{ dnsPolicy: 'None' }, 'dnsConfig.nameservers', 'be there where dnsPolicy is None', 'none'],
  [{ dnsConfig: { searches: tooMany } }, 'dnsConfig.searches', 'be at most 32', '33'],
  [{ dnsConfig: { searches: ['a b'] } }, 'dnsConfig.searches[0]', 'be a domain in lower case', '"a b"'],
])('%j of a pod is refused', (spec, path, must, got) => {
  expect(saidOfPod({}, spec)).toEqual([`spec.${path} of Pod "app" must ${must}, got ${got}`]);
});

test.each<[object, string, string, string]>([
  [{ image: undefined }, 'image', 'name an image', '""'],
  [{ image: ' a:1' }, 'image', 'name an image', '" a:1"'],
  [{ ports: [{ containerPort: 0 }] }, 'ports[0].containerPort', 'be from 1 to 65535', '0'],
  [{ ports: [{ containerPort: 80, hostPort: 65_536 }] }, 'ports[0].hostPort', 'be from 1 to 65535', '65536'],
  [
    {
      ports: [
        { containerPort: 80, name: 'web' },
        { containerPort: 81, name: 'web' },
      ],
    },
    'ports[1]',
    'have a name of its own',
    '"web"',
  ],
])('%j of a container is refused', (container, path, must, got) => {
  expect(saidOfPod(container)).toEqual([`spec.containers[0].${path} of Pod "app" must ${must}, got ${got}`]);
});

test('what starts first is asked the same', () => {
  const initContainers = [{ name: 'fetch', image: 'registry.example.com/fetch:1' }, { name: 'unpack' }];
  expect(saidOfPod({}, { initContainers })).toEqual([
    'spec.initContainers[1].image of Pod "app" must name an image, got ""',
  ]);
});

test('the pod of a CronJob is asked at its place', () => {
  const fleet = newFleet();
  const template = { spec: { containers: [{ name: 'app' }], restartPolicy: 'Never' } };
  const spec = { schedule: '@daily', jobTemplate: { spec: { template } } };
  const metadata = { name: 'app' };
  new ApiObject(new Chart(fleet, 'plain'), 'job', { apiVersion: 'batch/v1', kind: 'CronJob', metadata, ...{ spec } });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf('spec.jobTemplate.spec.template.spec.containers[0].image of CronJob "app" must name an image, got ""'),
  );
});

test('an address of a tenant that is none is refused by its place', () => {
  expect(saidOf({ pod: { hostAliases: [{ ip: 'legacy', hostnames: ['legacy'] }] } })).toEqual([
    'spec.template.spec.hostAliases[0].ip of Deployment "retail/orders" must be an IP address, got "legacy"',
  ]);
});

test('what the server takes is taken', () => {
  const dnsConfig = { nameservers: ['10.0.0.2', 'fd00::2'], searches: ['.', 'corp.example.com.'], options: [] };
  expect(saidOfPod({}, { dnsPolicy: 'None', dnsConfig, hostAliases: [{ ip: 'fd00::1' }] })).toEqual([]);
  expect(saidOfPod({ ports: [{ containerPort: 80, hostPort: 0 }] })).toEqual([]);
  expect(saidOfPod({ securityContext: { privileged: true } })).toEqual([]);
  expect(saidOfPod({}, { activeDeadlineSeconds: 1, restartPolicy: 'Never' })).toEqual([]);
});
