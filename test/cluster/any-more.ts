import fc from 'fast-check';
import type { Cidr, Path } from '../../lib';
import { anyAmount, seconds } from './any-amount';
import { anyEndpoint, anySecret } from './any-config';
import { anyName, plainName } from './odd-names';
import { anyCount, anyKey, anyText, countFrom, mostly, percent } from './odd-texts';

// What is drawn beside the plan of a fleet, each part seldom there: a fleet that has all of it at once is always refused.

const seldom = <T>(value: fc.Arbitrary<T>) => percent(8).chain((there) => (there ? value : fc.constant(undefined)));
const often = <T>(value: fc.Arbitrary<T>) => percent(50).chain((there) => (there ? value : fc.constant(undefined)));
const some = <T>(value: fc.Arbitrary<T>) =>
  seldom(fc.array(value, { minLength: 1, maxLength: 2 })).map((all) => all ?? []);

const mostlyNone = <const T extends string>(...others: readonly T[]) =>
  seldom(fc.constantFrom(...others)).map((one): T | 'none' => one ?? 'none');

const ranges = mostly(
  fc.subarray<Cidr>(['10.20.0.0/16', '192.0.2.1/32', '2001:db8::/32'], { minLength: 1 }),
  fc.constantFrom<Cidr[]>([], ['10.0.0.0/33']),
);
const labels = mostly(
  fc.dictionary(fc.constantFrom('team', 'example.com/tier'), fc.constantFrom('a', 'B-1'), { maxKeys: 2 }),
  fc.dictionary(fc.constantFrom('a b', '-'), anyText, { minKeys: 1, maxKeys: 1 }),
);
const ratio = mostly(fc.constantFrom(0.01, 0.5, 0.9), fc.constantFrom(0, 1, 1.5, Number.NaN));

/** Whom a policy lets in. */
export const anyPeer = fc.oneof(
  fc.record({ how: fc.constant('pods' as const), namespace: mostly(plainName, anyName), labels }),
  fc.record({ how: fc.constant('ranges' as const), ranges }),
);

/** What the pods of a unit or fleet may talk to. */
export const anyNetwork = fc.record({
  mode: fc.constantFrom('isolated' as const, 'audit' as const, 'open' as const),
  scrapers: often(fc.array(anyPeer, { minLength: 1, maxLength: 2 })),
  operators: often(fc.array(anyPeer, { minLength: 1, maxLength: 2 })),
  dns: often(fc.array(anyPeer, { minLength: 1, maxLength: 2 })),
  dnsPort: often(countFrom(1, 65_535)),
});

/** How a fleet is watched. */
export const anyMonitoring = fc.record({
  how: fc.constantFrom('serviceMonitors' as const, 'podMonitors' as const, 'annotations' as const),
  labels: often(labels),
  interval: often(mostly(fc.constantFrom(15_000, 60_000, 120_000), seconds)),
  dashboardsIn: often(mostly(plainName, anyName)),
  runbooks: often(mostly(fc.constant('https://example.com/runbooks'), anyText)),
  certificateNotice: often(seconds),
});

/** What a fleet says of itself. */
export const moreFleet = fc.record({
  name: seldom(mostly(fc.constantFrom('integration', 'mi-2'), anyText)),
  suffix: seldom(mostly(fc.constantFrom('-staging', '-2'), anyText)),
  kubeContext: seldom(mostly(fc.constantFrom('production', 'arn:aws:eks:eu-central-1:1:cluster/a'), anyText)),
  podUser: seldom(fc.constant('namespace' as const)),
  network: seldom(anyNetwork),
  monitoring: seldom(anyMonitoring),
});

/** What a unit says beyond its tenants. */
export const moreUnit = fc.record({
  network: seldom(anyNetwork),
  access: some(
    fc.record({ level: fc.constantFrom('view' as const, 'operate' as const), group: mostly(plainName, anyText) }),
  ),
  labels: seldom(labels),
  namespaceLabels: seldom(labels),
  disk: seldom(mostly(fc.constant({ unit: 'tebibytes' as const, amount: 20 }), anyAmount)),
  storage: seldom(mostly(fc.constant({ unit: 'tebibytes' as const, amount: 200 }), anyAmount)),
  headroom: seldom(mostly(fc.constantFrom(1, 2, 2.5, 6), fc.constantFrom(0, 0.5, Number.NaN))),
  dns: percent(20),
  externalSecret: seldom(
    fc.record({
      id: plainName.map((name) => `es-${name}`),
      store: fc.constantFrom('cluster' as const, 'namespaced' as const),
      refresh: often(seconds),
      type: fc.constantFrom(undefined, 'Opaque' as const, 'kubernetes.io/tls' as const),
      from: percent(30),
      property: often(mostly(fc.constant('password'), anyText)),
    }),
  ),
  csiSecret: seldom(
    fc.record({
      id: plainName.map((name) => `csi-${name}`),
      cloud: fc.constantFrom('aws' as const, 'azure' as const, 'gcp' as const),
      service: fc.constantFrom(undefined, 'secretsmanager' as const, 'ssmparameter' as const),
      region: often(fc.constant('eu-central-1')),
      podIdentity: often(fc.boolean()),
      clientId: often(fc.constant('00000000-0000-0000-0000-000000000001')),
      login: often(fc.constantFrom('gcp-login', 'azure-login')),
    }),
  ),
});

/** What a shared volume says beyond its source, and a source of CSI in place of it. */
export const moreVolume = fc.record({
  accessMode: seldom(
    fc.constantFrom(
      'ReadWriteMany' as const,
      'ReadOnlyMany' as const,
      'ReadWriteOnce' as const,
      'ReadWriteOncePod' as const,
    ),
  ),
  group: seldom(mostly(fc.constantFrom(2000, 10802), anyCount)),
  encryptInTransit: seldom(fc.boolean()),
  options: seldom(fc.constant(['hard'])),
  csi: seldom(
    fc.record({
      volumeHandle: mostly(plainName, anyText),
      volumeAttributes: often(fc.constant({ source: '//files.example.com/lab' })),
      mountOptions: often(
        mostly(fc.constant<string[]>(['vers=3.0', 'uid=10802']), fc.array(anyText, { maxLength: 2 })),
      ),
      secret: often(fc.record({ name: mostly(plainName, anyName), namespace: mostly(plainName, anyName) })),
    }),
  ),
});

const probe = fc.oneof(
  fc.record({ httpGet: fc.record({ path: fc.constant<Path>('/mine'), port: mostly(fc.constant(9201), anyCount) }) }),
  fc.record({ tcpSocket: fc.record({ port: mostly(fc.constantFrom(8290, 9201), anyCount) }) }),
  fc.record({
    exec: fc.record({ command: mostly(fc.constant<string[]>(['true']), fc.constant<string[]>([])) }),
    periodSeconds: mostly(fc.integer({ min: 1, max: 60 }), anyCount),
    failureThreshold: countFrom(1, 9),
    successThreshold: mostly(fc.constant(1), fc.constantFrom(0, 3, Number.NaN)),
  }),
);

const sidecar = fc.record({
  to: fc.constantFrom('elastic' as const, 'otlp' as const, 'fluentd' as const, 'http' as const),
  at: anyEndpoint,
  buffer: often(mostly(fc.constant({ unit: 'mebibytes' as const, amount: 256 }), anyAmount)),
  transport: fc.constantFrom(undefined, 'tls' as const, 'plain' as const),
  authorities: often(anySecret),
  index: often(mostly(fc.constant('logs-mi-default'), anyText)),
  login: percent(30),
  protocol: fc.constantFrom(undefined, 'grpc' as const, 'http' as const),
  headers: percent(30),
  path: often(mostly(fc.constant<Path>('/in'), fc.constant<Path>('/a b'))),
});

/** What a tenant says beyond the plan. */
export const moreTenant = fc.record({
  tag: seldom(mostly(fc.constantFrom('1.0.0', 'build-7'), anyText)),
  repository: seldom(mostly(fc.constant('registry.example.com/shop/orders'), anyText)),
  fact: seldom(fc.constantFrom('tenant' as const, 'unit' as const)),
  calls: some(anyEndpoint),
  callers: some(anyPeer),
  alerts: seldom(
    fc.record({
      errorRatio: often(ratio),
      latency: often(mostly(fc.constantFrom(500, 2000), seconds)),
      heap: often(ratio),
      restarts: often(anyCount),
      volume: often(ratio),
      silence: often(seconds),
      deadLetters: often(
        fc.record({
          how: fc.constantFrom('rabbitmq' as const, 'artemis' as const, 'query' as const),
          queue: mostly(fc.constant('orders.dlq'), anyText),
          atMost: often(anyCount),
        }),
      ),
      labels: often(labels),
      off: some(fc.constantFrom('MiNoReadyPod' as const, 'MiErrorRatio' as const)),
    }),
  ),
  sidecar: seldom(sidecar),
  console: mostlyNone('of', 'json'),
  keptLogs: percent(10),
  managementLogin: mostlyNone('stock', 'own'),
  logLevels: seldom(
    fc.dictionary(
      mostly(fc.constant('org.apache.synapse'), anyText),
      fc.constantFrom('DEBUG' as const, 'OFF' as const),
      {
        maxKeys: 2,
      },
    ),
  ),
  log4j2: seldom(
    mostly(
      fc.constant({ 'appender.CARBON_CONSOLE.layout.pattern': '%m%n' }),
      fc.dictionary(anyText, anyText, { maxKeys: 1 }),
    ),
  ),
  authorities: seldom(percent(50)),
  alias: seldom(mostly(fc.constant('vault'), anyText)),
  serverName: seldom(mostly(fc.constant('orders.example.com'), anyText)),
  ofImage: percent(3),
  integration: seldom(mostly(fc.constant('orders'), anyText)),
  failover: some(anyEndpoint),
  poolOptions: seldom(fc.record({ minIdle: anyCount, testOnBorrow: fc.boolean(), validationQuery: anyText })),
  serviceAccountName: seldom(mostly(plainName, anyName)),
  spread: seldom(
    fc.record({
      maxSkew: countFrom(1, 3),
      topologyKey: mostly(fc.constant('topology.kubernetes.io/zone'), anyText),
      whenUnsatisfiable: fc.constantFrom('DoNotSchedule' as const, 'ScheduleAnyway' as const),
    }),
  ),
  tolerations: some(
    fc.record(
      {
        key: mostly(fc.constant('integration'), anyText),
        operator: fc.constantFrom('Exists' as const, 'Equal' as const),
        value: fc.constant(''),
        effect: fc.constantFrom('NoSchedule' as const, 'NoExecute' as const),
      },
      { requiredKeys: ['key', 'operator'] },
    ),
  ),
  dns: seldom(
    fc.record({
      nameservers: fc.array(mostly(fc.constantFrom('10.0.0.10', 'fd00::10'), anyText), { minLength: 1, maxLength: 3 }),
      options: fc.array(fc.record({ name: mostly(fc.constant('ndots'), anyText), value: fc.constant('2') }), {
        maxLength: 1,
      }),
    }),
  ),
  containerPort: seldom(mostly(fc.integer({ min: 10_000, max: 20_000 }), fc.constantFrom(8290, 0, 70_000))),
  containerProbe: seldom(probe),
  containerEnv: seldom(fc.record({ name: mostly(fc.constant('LEVEL'), anyText), value: anyText })),
  containerImage: mostly(
    fc.constant('registry.example.com/tools/busybox:1.36.1'),
    fc.constantFrom('registry.example.com/tools/busybox:latest', '', 'UPPER'),
  ),
  volume: fc.constantFrom(
    undefined,
    undefined,
    'secret' as const,
    'configMap' as const,
    'projected' as const,
    'claim' as const,
  ),
  requestTimeout: seldom(seconds),
  leave: seldom(mostly(fc.constantFrom(5000, 10_000, 30_000), seconds)),
  startupProbe: seldom(probe),
  livenessProbe: seldom(probe),
  scaling: percent(30).chain((other) =>
    other
      ? fc.constantFrom(
          'keda' as const,
          'external' as const,
          'singleton' as const,
          'argo' as const,
          'auto' as const,
          'parked' as const,
        )
      : fc.constant(undefined),
  ),
  min: mostly(fc.integer({ min: 2, max: 3 }), anyCount),
  more: mostly(fc.integer({ min: 1, max: 5 }), anyCount),
  cooldown: seldom(seconds),
  behavior: seldom(
    fc.record({
      scaleUp: fc.record({ stabilizationWindowSeconds: mostly(fc.integer({ min: 0, max: 3600 }), fc.constant(3601)) }),
      scaleDown: fc.record({
        policies: fc.array(
          fc.record({
            type: fc.constantFrom('Pods' as const, 'Percent' as const),
            value: anyCount,
            periodSeconds: mostly(fc.integer({ min: 1, max: 1800 }), countFrom(1801, 1802)),
          }),
          { minLength: 1, maxLength: 2 },
        ),
      }),
    }),
  ),
  trigger: fc.oneof(
    fc.record({
      type: fc.constant('cron'),
      metadata: fc.record({
        timezone: fc.constant('Europe/Zurich'),
        start: fc.constant('0 7 * * *'),
        end: fc.constant('0 19 * * *'),
        desiredReplicas: fc.constant('2'),
      }),
    }),
    fc.record({
      type: mostly(fc.constant('rabbitmq'), anyText),
      metadata: fc.dictionary(anyKey, anyText, { maxKeys: 2 }),
    }),
  ),
  weight: countFrom(1, 99),
  steps: percent(4),
});

/** What a load balancer says beyond its host book, and another controller in place of nginx. */
export const moreDoor = fc.record({
  plainHttp: seldom(fc.constantFrom('redirect' as const, 'serve' as const)),
  sources: fc.array(anyPeer, { minLength: 1, maxLength: 2 }),
  clientAddresses: fc.constantFrom(
    undefined,
    'direct' as const,
    'proxy-protocol' as const,
    'forwarded-headers' as const,
  ),
  kind: percent(12).chain((other) =>
    other
      ? fc.constantFrom(
          'ingressClass' as const,
          'traefik' as const,
          'traefik' as const,
          'gateway' as const,
          'gateway' as const,
          'existingGateway' as const,
          'alb' as const,
          'nlb' as const,
          'behindNlb' as const,
        )
      : fc.constant(undefined),
  ),
  annotations: often(fc.dictionary(fc.constantFrom('example.com/a', 'b'), anyText, { maxKeys: 1 })),
  named: fc.constantFrom(undefined, 'spec' as const, 'annotation' as const),
  settings: percent(30),
  web: often(mostly(plainName, anyText)),
  websecure: often(mostly(plainName, anyText)),
  className: often(plainName),
  proxies: often(countFrom(1, 3)),
  httpPort: often(mostly(fc.constantFrom(80, 8080), countFrom(1, 9))),
  httpsPort: often(mostly(fc.constantFrom(443, 8443), countFrom(1, 9))),
  implementation: often(fc.constant('envoy-gateway' as const)),
  defaultCertificate: often(mostly(plainName, anyName)),
  group: often(mostly(plainName, anyName)),
  scheme: fc.constantFrom(undefined, 'internal' as const, 'internet-facing' as const),
  ipAddressType: fc.constantFrom(undefined, 'ipv4' as const, 'dualstack' as const),
  subnets: often(
    mostly(fc.constant<string[]>(['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1']), fc.constant<string[]>([])),
  ),
  cidrs: often(ranges),
  sslPolicy: often(fc.constant('ELBSecurityPolicy-TLS13-1-2-2021-06')),
  idleTimeout: often(seconds),
  attributes: often(fc.dictionary(fc.constant('deletion_protection.enabled'), fc.constant('true'))),
  tags: often(fc.dictionary(fc.constantFrom('team', 'cost-center'), mostly(plainName, anyText), { maxKeys: 2 })),
  webAcl: often(fc.constant('arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/a/b' as const)),
  quota: often(mostly(fc.integer({ min: 50, max: 200 }), anyCount)),
  addresses: seldom(fc.constant(['eipalloc-0123456789abcdef0', 'eipalloc-0123456789abcdef1'])),
  crossZone: often(fc.boolean()),
});

/** What beside HTTP a route may be. */
export const moreRoute = fc.record({
  how: percent(5).chain((other) =>
    other ? fc.constantFrom('tcp' as const, 'management' as const) : fc.constant(undefined),
  ),
  port: often(countFrom(1, 65_535)),
  from: ranges,
});

type Of<T> = T extends fc.Arbitrary<infer V> ? V : never;

/** Plans of these parts. */
export type MoreFleet = Of<typeof moreFleet>;
export type MoreUnit = Of<typeof moreUnit>;
export type MoreVolume = Of<typeof moreVolume>;
export type MoreTenant = Of<typeof moreTenant>;
export type MoreDoor = Of<typeof moreDoor>;
export type MoreRoute = Of<typeof moreRoute>;
export type PeerPlan = Of<typeof anyPeer>;
export type NetworkPlan = Of<typeof anyNetwork>;
export type MonitoringPlan = Of<typeof anyMonitoring>;
