import type { Probe } from '../../imports/k8s';
import type { LifecycleProps } from '../../lib';
import { saidOf, saidOfPod } from '../manifests';
import { saidOfObject } from '../plain-objects/object';
import { REFUSED_PROBES } from '../plain-objects/pods';

const exec = { command: ['true'] };
const KINDS = 'have one of exec, grpc, httpGet, tcpSocket';

test.each<[object, string, string, string]>([
  [{ livenessProbe: {} }, 'livenessProbe', KINDS, 'none'],
  [{ livenessProbe: { exec, grpc: { port: 80 } } }, 'livenessProbe', KINDS, 'exec and grpc'],
  [{ readinessProbe: { exec: {} } }, 'readinessProbe.exec.command', 'be a command', 'none'],
  [
    { livenessProbe: { exec, successThreshold: 3 } },
    'livenessProbe.successThreshold',
    'be 1',
    '3; only a readinessProbe may ask for more answers in a row',
  ],
  [
    { startupProbe: { exec, successThreshold: 2 } },
    'startupProbe.successThreshold',
    'be 1',
    '2; only a readinessProbe may ask for more answers in a row',
  ],
  [
    { readinessProbe: { exec, terminationGracePeriodSeconds: 5 } },
    'readinessProbe.terminationGracePeriodSeconds',
    'be left out',
    '5; a readinessProbe ends nothing',
  ],
  [
    { livenessProbe: { exec, terminationGracePeriodSeconds: 0 } },
    'livenessProbe.terminationGracePeriodSeconds',
    'be at least 1',
    '0',
  ],
  [{ livenessProbe: { grpc: { port: 0 } } }, 'livenessProbe.grpc.port', 'be from 1 to 65535', '0'],
  [{ livenessProbe: { tcpSocket: { port: 0 } } }, 'livenessProbe.tcpSocket.port', 'be from 1 to 65535', '0'],
  [
    { livenessProbe: { httpGet: { port: 'web' } } },
    'livenessProbe.httpGet.port',
    'be a port of container "app": it has none',
    '"web"',
  ],
  [
    { ports: [{ containerPort: 80, name: 'web' }], livenessProbe: { httpGet: { port: 'admin' } } },
    'livenessProbe.httpGet.port',
    'be a port of container "app": 80 (web)',
    '"admin"',
  ],
  [{ lifecycle: { preStop: {} } }, 'lifecycle.preStop', 'have one of exec, httpGet, sleep, tcpSocket', 'none'],
  [{ lifecycle: { postStart: {} } }, 'lifecycle.postStart', 'have one of exec, httpGet, sleep, tcpSocket', 'none'],
])('%j is refused', (container, path, must, got) => {
  expect(saidOfPod(container)).toEqual([`spec.containers[0].${path} of Pod "app" must ${must}, got ${got}`]);
});

test.each(['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'failureThreshold', 'successThreshold'])(
  'a negative %s is refused',
  (field) => {
    expect(saidOfPod({ readinessProbe: { exec, [field]: -1 } })).toEqual([
      `spec.containers[0].readinessProbe.${field} of Pod "app" must be 0 or more, got -1`,
    ]);
  },
);

test.each(['startupProbe', 'readinessProbe', 'livenessProbe'] as const)(
  'a %s of a tenant on a port that Micro Integrator does not declare is refused, by number and by name',
  (name) => {
    const saidOfPort = (port: number | string) => {
      const lifecycle: LifecycleProps = { [name]: { httpGet: { path: '/healthz', port } } };
      return saidOf({ lifecycle });
    };
    const refusal = (got: string) => [
      `spec.template.spec.containers[0].${name}.httpGet.port of Deployment "retail/orders" must be a port of container ` +
        '"micro-integrator": 8290 (http), 8253 (https), 9201 (internal-http), 9164 (management), ' +
        `got ${got}; a port of an inbound endpoint stands in pod.ports`,
    ];
    expect(saidOfPort(8280)).toEqual(refusal('8280'));
    expect(saidOfPort('metrics')).toEqual(refusal('"metrics"'));
    expect(saidOfPort(9201)).toEqual([]);
    expect(saidOfPort('http')).toEqual([]);
  },
);

test('a port of an inbound endpoint may be asked', () => {
  const readinessProbe: Probe = { tcpSocket: { port: 'hl7' }, successThreshold: 2 };
  expect(saidOf({ lifecycle: { readinessProbe }, pod: { ports: { hl7: 9988 } } })).toEqual([]);
});

test('other software may answer on a port that its manifest does not list', () => {
  expect(saidOfPod({ ports: [{ containerPort: 80 }], livenessProbe: { httpGet: { port: 10_254 } } })).toEqual([]);
});

test('an init container that ends has no probes and no hooks, one that stays may have them', () => {
  const init = { name: 'fetch', image: 'registry.example.com/fetch:1', lifecycle: { postStart: { exec } } };
  const initContainers = [{ ...init, readinessProbe: { exec } }];
  const rest = "must be left out of an init container that ends, got it; write restartPolicy: 'Always'";
  expect(saidOfPod({}, { initContainers })).toEqual([
    `spec.initContainers[0].lifecycle of Pod "app" ${rest}`,
    `spec.initContainers[0].readinessProbe of Pod "app" ${rest}`,
  ]);
  expect(saidOfPod({}, { initContainers: [{ ...initContainers[0], restartPolicy: 'Always' }] })).toEqual([]);
});

test.each(REFUSED_PROBES)('$what is refused', ({ object, prop, must }) => {
  expect(saidOfObject(object)).toEqual([`${prop} of Deployment "app" must ${must}`]);
});
