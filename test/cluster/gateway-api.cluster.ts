import { type Cluster, currentKubeconfig, startCluster } from './cluster';
import { applyFleet } from './dist';
import { GatewayApiEdge, installGatewayApi } from './gateway-api-edge';
import { EDGE, gatewayApiFleet, PERCENT } from './gateway-api-fleet';
import { restrictedNamespace } from './plain-manifests';
import { until } from './wait';

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
}

interface Listed {
  readonly items: ReadonlyArray<{
    readonly metadata: { readonly namespace: string; readonly name: string };
    readonly status?: {
      readonly conditions?: readonly Condition[];
      readonly listeners?: ReadonlyArray<{ readonly name: string; readonly conditions: readonly Condition[] }>;
      readonly parents?: ReadonlyArray<{ readonly conditions: readonly Condition[] }>;
      readonly ancestors?: ReadonlyArray<{ readonly conditions: readonly Condition[] }>;
    };
  }>;
}

// The pods' addresses lead to the stand-in in our own namespaces only.
const describeEdge = currentKubeconfig === undefined ? describe : describe.skip;

describeEdge('the Gateway API, with Traefik', () => {
  let edge: GatewayApiEdge;

  beforeAll(async () => {
    edge = await GatewayApiEdge.open();
    await edge.reaches({ host: 'shop.example.com' }, 'retail/orders');
    await edge.reaches({ host: 'secure.example.com' }, 'retail/vault');
  }, 300_000);

  afterAll(async () => edge?.close());

  test.each([
    ['gateways', ['Accepted=True', 'Programmed=True']],
    ['httproutes', ['Accepted=True', 'ResolvedRefs=True']],
    ['tlsroutes', ['Accepted=True', 'ResolvedRefs=True']],
    ['backendtlspolicies', ['Accepted=True', 'ResolvedRefs=True']],
  ])('the conditions of all %s are %p', async (kind, expected) => {
    const { items } = await edge.cluster.kubectl.get<Listed>(kind, '--all-namespaces');
    const conditions = items.flatMap(({ metadata: { namespace, name }, status = {} }) =>
      [
        status.conditions ?? [],
        ...[...(status.parents ?? []), ...(status.ancestors ?? [])].map((one) => one.conditions),
      ]
        .filter((some) => some.length > 0)
        .map((some) => [`${namespace}/${name}`, some.map(({ type, status: is }) => `${type}=${is}`).sort()]),
    );
    expect(conditions.length).toBeGreaterThanOrEqual(items.length);
    expect(items.length).toBeGreaterThan(0);
    expect(conditions).toEqual(conditions.map(([name]) => [name, expected]));
  });

  test('every listener is accepted, resolved and programmed', async () => {
    const { items } = await edge.cluster.kubectl.get<Listed>('gateways', '--all-namespaces');
    const listeners = items.flatMap(({ status }) => status?.listeners ?? []);
    expect(listeners).toHaveLength(16);
    for (const { name, conditions } of listeners) {
      const all = conditions.map(({ type, status }) => `${type}=${status}`).sort();
      expect([name, all]).toEqual([name, ['Accepted=True', 'Programmed=True', 'ResolvedRefs=True']]);
    }
  });

  test.each([
    ['shop.example.com', '/', 'retail/orders', '/'],
    ['shop.example.com', '/barn/x?y=z', 'retail/orders', '/barn/x?y=z'],
    ['shop.example.com', '/prices', 'retail/prices', '/prices'],
    ['shop.example.com', '/prices/', 'retail/prices', '/prices/'],
    ['shop.example.com', '/prices/low', 'retail/prices', '/prices/low'],
    ['shop.example.com', '/pricesless', 'retail/orders', '/pricesless'],
    ['shop.example.com', '/prices/exact', 'retail/orders', '/prices/exact'],
    ['shop.example.com', '/prices/exact/below', 'retail/prices', '/prices/exact/below'],
    ['shop.example.com', '/old', 'retail/prices', '/new/place'],
    ['shop.example.com', '/old/a?b=c', 'retail/prices', '/new/place/a?b=c'],
    ['shop.example.com', '/gone', 'retail/prices', '/here'],
    ['shop.example.com', '/gone/below', 'retail/orders', '/gone/below'],
    ['shop.example.com', '/ledger', 'finance/ledger', '/ledger'],
    ['vault.example.com', '/x', 'retail/vault', '/x'],
    ['issued.example.com', '/x', 'retail/prices', '/x'],
    ['issued.example.com', '/many/39/x', 'retail/orders', '/many/39/x'],
    ['guest.example.com', '/x', 'retail/orders', '/x'],
    ['b.wild.example.com', '/x', 'retail/prices', '/x'],
    ['b.c.wild.example.com', '/x', 'retail/prices', '/x'],
    ['alpha.wild.example.com', '/x', 'finance/ledger', '/x'],
    ['unknown.example.org', '/x', 'retail/prices', '/x'],
  ])('%s%s reaches %s as %s', async (host, path, tenant, arrives) => {
    expect(await edge.ask({ host, path })).toMatchObject({ tenant, host, path: arrives });
  });

  test.each([
    ['shop.example.com', 'shop.example.com', 8290],
    ['alpha.wild.example.com', 'alpha.wild.example.com', 8290],
    ['b.wild.example.com', '*.wild.example.com', 8290],
    ['issued.example.com', 'issued.example.com', 8290],
    ['guest.example.com', 'guest.example.com', 8290],
    ['till.example.com', 'till.example.com', 8253],
    ['mail.example.com', 'till.example.com', 8253],
  ])('%s shows the certificate for %s, before port %d of the pod', async (host, commonName, port) => {
    expect(await edge.ask({ host })).toMatchObject({ host, commonName, port });
  });

  test('the certificate of a pod is checked against its authority and its host', async () => {
    expect(await edge.ask({ host: 'secure.example.com' })).toMatchObject({ tenant: 'retail/vault', port: 8253 });
    expect((await edge.raw({ host: 'wrong.example.com' })).status).toBeGreaterThanOrEqual(500);
  });

  test.each(['shop.example.com', 'till.example.com', 'guest.example.com', 'unknown.example.org'])(
    '%s over plain HTTP is sent on to HTTPS, where plain HTTP is not served',
    async (host) => {
      const { status, headers } = await edge.raw({ host, path: '/a?b=c', tls: false });
      expect({ status, location: headers.location }).toEqual({ status: 301, location: `https://${host}/a?b=c` });
    },
  );

  test('a host of a load balancer that serves plain HTTP is answered', async () => {
    const answer = await edge.ask({ host: 'plain.example.com', path: '/a', tls: false });
    expect(answer).toMatchObject({ tenant: 'retail/orders', path: '/a', commonName: '' });
  });

  test('a canary by header takes just the requests with its value', async () => {
    const host = 'header.example.com';
    const count = (headers: Record<string, string>) => edge.count({ host, headers }, 40);
    expect(await count({})).toEqual({ 'retail/headed': 40 });
    expect(await count({ 'X-Canary': 'always' })).toEqual({ 'retail/prices': 40 });
    expect(await count({ 'X-Canary': 'never' })).toEqual({ 'retail/headed': 40 });
  });

  test('a canary by percent takes its part of 2000 requests, within four standard deviations', async () => {
    const counts = await edge.count({ host: 'weight.example.com', tls: false }, 2000);
    const share = PERCENT / 100;
    const bound = 4 * Math.sqrt(2000 * share * (1 - share));
    expect(Object.keys(counts).sort()).toEqual(['retail/prices', 'retail/weighted']);
    expect(Math.abs((counts['retail/prices'] ?? 0) - 2000 * share)).toBeLessThan(bound);
  });

  test('a WebSocket is upgraded, and lives on after a silence', async () => {
    const socket = { host: 'shop.example.com', path: '/socket' };
    expect(await edge.upgraded(socket, 1, 'hello after a while')).toBe('hello after a while');
  });

  test('a route to another unit is answered only while the grant stands', async () => {
    const audit = { host: 'shop.example.com', path: '/audit' };
    await edge.reaches(audit, 'finance/audit');
    await edge.cluster.kubectl.ok(['delete', 'referencegrant/audit-from-retail', '-n', 'finance']);
    await until('an error', 10, async () => (await edge.raw(audit)).status === 500);
    expect((await edge.ask({ host: 'shop.example.com', path: '/ledger' })).tenant).toBe('finance/ledger');
  });

  test('a route of a namespace that the host book does not name is not attached', async () => {
    const { kubectl } = edge.cluster;
    const stolen = { host: 'shop.example.com', path: '/stolen' };
    await kubectl.apply(restrictedNamespace('intruder'), thief('intruder'), thief('retail'));
    await edge.reaches(stolen, 'retail/prices');
    const { items } = await kubectl.get<Listed>('httproutes', '-n', 'intruder');
    const [condition] = (items[0]?.status?.parents?.[0]?.conditions ?? []).filter(({ type }) => type === 'Accepted');
    expect(condition).toMatchObject({ status: 'False', reason: 'NotAllowedByListeners' });
    await kubectl.ok(['delete', 'httproute/thief', '-n', 'retail']);
    await edge.reaches(stolen, 'retail/orders');
  });

  /** Both are alike but for the namespace; the Service is one of the namespace itself. */
  function thief(namespace: string): object {
    return {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { namespace, name: 'thief' },
      spec: {
        parentRefs: [{ namespace: EDGE, name: 'public', sectionName: 'https.shop.example.com' }],
        hostnames: ['shop.example.com'],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/stolen' } }],
            backendRefs: [{ name: 'prices', port: 8290 }],
          },
        ],
      },
    };
  }
});

describeEdge('the oldest minor', () => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await startCluster('oldest');
  });

  afterAll(async () => cluster?.stop());

  test('takes every object under strict validation', async () => {
    await installGatewayApi(cluster);
    await applyFleet(cluster.kubectl, gatewayApiFleet({ http: 80, https: 443 }));
  });
});
