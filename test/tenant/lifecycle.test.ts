import { Duration } from 'cdk8s';
import type { Probe } from '../../imports/k8s';
import { Cpu, type LifecycleProps, MiSize } from '../../lib';
import { stopCommand } from '../../lib/release/drain';
import { imageOf, RELEASES } from '../config-parts';
import { newTenant, podOf, saidOf, serverOf, theOne, tomlOf } from '../manifests';

const NUMBER = 9201;

test('every prop reaches the manifest', () => {
  const everything: Required<LifecycleProps> = {
    minReady: Duration.seconds(45),
    startBudget: Duration.minutes(5),
    requestTimeout: Duration.seconds(50),
    leave: Duration.seconds(20),
    drain: Duration.seconds(40),
    preStop: ['sh', '-c', 'sleep 5; /home/wso2carbon/leave.sh'],
    startupProbe: { httpGet: { path: '/started', port: NUMBER }, periodSeconds: 9 },
    readinessProbe: { httpGet: { path: '/ready', port: NUMBER }, periodSeconds: 2 },
    livenessProbe: { httpGet: { path: '/alive', port: NUMBER }, periodSeconds: 3 },
    secretsVersion: '2026-11',
    onSecretChange: 'roll',
  };
  const { unit } = newTenant({ image: imageOf('4.6.0'), lifecycle: everything });
  const { metadata, spec } = theOne(unit, 'Deployment');
  expect(spec).toMatchObject({
    minReadySeconds: 45,
    progressDeadlineSeconds: 300 + 45 + (20 + 40 + 15) + 120,
    template: {
      metadata: { annotations: { 'cdk8s-wso2-mi/secrets-version': '2026-11' } },
      spec: { terminationGracePeriodSeconds: 20 + 40 + 15 },
    },
  });
  // No Secret is named, so there is nothing that a change could roll for.
  expect(metadata.annotations).not.toHaveProperty(['secret.reloader.stakater.com/reload']);
  expect(serverOf(unit)).toMatchObject({
    startupProbe: { httpGet: { path: '/started', port: 9201 }, periodSeconds: 9 },
    readinessProbe: { httpGet: { path: '/ready', port: 9201 }, periodSeconds: 2 },
    livenessProbe: { httpGet: { path: '/alive', port: 9201 }, periodSeconds: 3 },
    lifecycle: { preStop: { exec: { command: ['sh', '-c', 'sleep 5; /home/wso2carbon/leave.sh'] } } },
  });
  expect(tomlOf(unit)).toMatchObject({
    server: { graceful_shutdown_timeout: 40_000 },
    transport: { http: { socket_timeout: 60_000 } },
  });
});

test.each(RELEASES)('what is left out follows from release %s', (release) => {
  const { unit } = newTenant({ image: imageOf(release) });
  const drain = release === '4.5.0' || release === '4.6.0' ? 180 : 60;
  expect(theOne(unit, 'Deployment').spec).toMatchObject({
    minReadySeconds: 30,
    progressDeadlineSeconds: 180 + 30 + (10 + drain + 15) + 120,
  });
  expect(podOf(unit).terminationGracePeriodSeconds).toBe(10 + drain + 15);
  expect(serverOf(unit).lifecycle).toEqual({ preStop: { exec: { command: ['sh', '-c', stopCommand(10)] } } });
  expect(theOne(unit, 'Deployment').spec?.template).not.toHaveProperty('metadata.annotations');
});

describe('the start', () => {
  test.each([
    // 24 core-seconds three times over: WSO2 measured 120 s at 0.2 cores, 50 s at 0.5, 35 s at 1.
    [Cpu.millis(100), 720],
    [Cpu.millis(200), 360],
    [Cpu.millis(300), 240],
    [Cpu.millis(399), 181],
    [Cpu.millis(400), 180],
    [Cpu.cores(4), 180],
  ])('has three times what WSO2 measured for its CPU limit, and three minutes at the least', (cpuLimit, seconds) => {
    const { unit } = newTenant({ size: MiSize.of({ cpu: Cpu.millis(100), cpuLimit }) });
    expect(serverOf(unit)).toMatchObject({
      startupProbe: { periodSeconds: 5, failureThreshold: Math.ceil(seconds / 5) + 1 },
    });
    expect(theOne(unit, 'Deployment').spec).toMatchObject({ progressDeadlineSeconds: seconds + 30 + 85 + 120 });
  });

  test.each([
    ['its own startup probe', { startupProbe: { periodSeconds: 10, failureThreshold: 300 } }, 3000],
    ['one with the defaults of Kubernetes', { startupProbe: { initialDelaySeconds: 600 } }, 600 + 3 * 10],
    [
      'its own readiness probe too',
      { readinessProbe: { initialDelaySeconds: 400, successThreshold: 3 } },
      30 + 400 + 20,
    ],
    [
      'a short probe, but not less than the release needs',
      { startupProbe: { exec: { command: ['true'] }, periodSeconds: 1 } },
      180,
    ],
  ])('may take what %s allows, and the rollout waits for it', (_, lifecycle, seconds) => {
    const { unit } = newTenant({ lifecycle });
    expect(theOne(unit, 'Deployment').spec).toMatchObject({ progressDeadlineSeconds: seconds + 30 + 85 + 120 });
  });

  test('may take what its tenant says, whatever the CPU', () => {
    const size = MiSize.of({ cpu: Cpu.millis(100), cpuLimit: Cpu.millis(100) });
    const { unit } = newTenant({ size, lifecycle: { startBudget: Duration.seconds(300) } });
    expect(serverOf(unit)).toMatchObject({ startupProbe: { failureThreshold: 61 } });
  });
});

describe('the drain', () => {
  test.each([1, 45, 600])('of 4.5 and later may be %d seconds, which pod and server both know', (seconds) => {
    const { unit } = newTenant({ image: imageOf('4.5.0'), lifecycle: { drain: Duration.seconds(seconds) } });
    expect(podOf(unit).terminationGracePeriodSeconds).toBe(seconds + 25);
    expect(tomlOf(unit)).toMatchObject({
      server: { graceful_shutdown_enabled: true, graceful_shutdown_timeout: seconds * 1000 },
    });
  });

  test.each(RELEASES.slice(0, -2))('of %s is 60 s, since the server cannot be told otherwise', (release) => {
    const image = imageOf(release);
    expect(saidOf({ image, lifecycle: { drain: Duration.seconds(61) } })).toEqual([
      `lifecycle.drain of tenant "retail/orders" must be the 60 s of release ${release}, got 61 s; ` +
        'from 4.5 on Micro Integrator can be told otherwise; leave it out',
    ]);
    expect(saidOf({ image, lifecycle: { drain: Duration.seconds(60) } })).toEqual([]);
    expect(tomlOf(newTenant({ image }).unit)).not.toHaveProperty('server.graceful_shutdown_timeout');
  });

  test.each([
    ['nothing', Duration.seconds(0), '0'],
    ['a part of a second', Duration.millis(1500), '1.5'],
    ['more than a day', Duration.seconds(86_401), '86401'],
  ])('fails for %s', (_, drain, got) => {
    expect(saidOf({ image: imageOf('4.5.0'), lifecycle: { drain } })).toEqual([
      `lifecycle.drain of tenant "retail/orders" must be a whole number of seconds from 1 to 86400, got ${got}`,
    ]);
  });
});

describe('what rolls the pods when a Secret has changed', () => {
  const annotation = (secretsVersion: string) =>
    theOne(newTenant({ lifecycle: { secretsVersion } }).unit, 'Deployment').spec?.template;

  test('another generation is another pod, and nothing else changes', () => {
    expect(annotation('2')).toEqual({
      ...annotation('1'),
      metadata: {
        ...Object(Object(annotation('1')).metadata),
        annotations: { 'cdk8s-wso2-mi/secrets-version': '2' },
      },
    });
  });

  test.each(['', 'a\nb', 'x'.repeat(64), 'größe', 'a\tb'])('fails when the generation is %j', (secretsVersion) => {
    const got = JSON.stringify(secretsVersion);
    expect(saidOf({ lifecycle: { secretsVersion } })).toEqual([
      `lifecycle.secretsVersion of tenant "retail/orders" must be one line of 1 to 63 plain characters, got ${got}`,
    ]);
  });

  test.each(['1', 'x'.repeat(63), 'rotated on 2026-11-23: db, mq'])('the generation may be %j', (secretsVersion) => {
    expect(saidOf({ lifecycle: { secretsVersion } })).toEqual([]);
  });
});

test('fails when the command before the stop is empty, which the API server refuses', () => {
  expect(saidOf({ lifecycle: { preStop: [] } })).not.toEqual([]);
});

test.each([
  [Cpu.cores(1), 24],
  [Cpu.cores(8), 24],
  [Cpu.millis(500), 48],
  [Cpu.millis(100), 240],
])('fails when the budget of a start is shorter than any start takes: %#', (cpuLimit, least) => {
  const said = (seconds: number) =>
    saidOf({
      size: MiSize.of({ cpu: Cpu.millis(50), cpuLimit }),
      lifecycle: { startBudget: Duration.seconds(seconds) },
    });
  expect(said(least)).toEqual([]);
  expect(said(least - 1)).toEqual([
    `lifecycle.startBudget of tenant "retail/orders" must give a start at least ${least} s, which WSO2 measured for ` +
      `this CPU limit, got ${least - 1} s; the kubelet would end every start before it is done; leave it out, or give ` +
      'size a higher cpuLimit',
  ]);
});

test('fails when a startup probe of one’s own that asks the server gives up before any start is done', () => {
  const said = (startupProbe: Probe) => saidOf({ lifecycle: { startupProbe } });
  const tcpSocket = { port: 'http' };
  expect(said({ tcpSocket, periodSeconds: 1, failureThreshold: 5 })).toEqual([
    'lifecycle.startupProbe of tenant "retail/orders" must give a start at least 24 s, which WSO2 measured for this CPU ' +
      'limit, got 5 s; the kubelet would end every start before it is done; leave it out, or give size a higher cpuLimit',
  ]);
  expect(said({ tcpSocket, initialDelaySeconds: 19, periodSeconds: 1, failureThreshold: 5 })).toEqual([]);
  // Nobody knows here what a command waits for.
  expect(said({ exec: { command: ['true'] }, periodSeconds: 1, failureThreshold: 1 })).toEqual([]);
});
