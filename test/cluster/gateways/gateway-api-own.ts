import { restrictedNamespace } from '../plain-manifests';
import { until } from '../wait';
import { EDGE } from './columns';
import { certificateName, type Edge } from './edge';
import { BOOKS, DOMAIN, UNIT } from './gateway-api-fleet';

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
}

interface Conditioned {
  readonly conditions?: readonly Condition[];
}

interface Listed {
  readonly items: ReadonlyArray<{
    readonly metadata: { readonly namespace: string; readonly name: string };
    readonly status?: Conditioned & {
      readonly listeners?: ReadonlyArray<Conditioned & { readonly name: string }>;
      readonly parents?: readonly Conditioned[];
      readonly ancestors?: readonly Conditioned[];
    };
  }>;
}

const SETTLE_SECONDS = 30;
const SHOP = `shop.${DOMAIN}`;

/** What the Gateway API alone does, or does in a way of its own. */
export function describeGatewayApiOwn(edge: () => Edge): void {
  const door = () => edge().door('gateway');
  const listed = (...args: readonly string[]) => edge().cluster.kubectl.get<Listed>(...args);

  test.each([
    ['gateways', ['Accepted=True', 'Programmed=True']],
    ['httproutes', ['Accepted=True', 'ResolvedRefs=True']],
    ['tlsroutes', ['Accepted=True', 'ResolvedRefs=True']],
    ['backendtlspolicies', ['Accepted=True', 'ResolvedRefs=True']],
  ])('the conditions of all %s are %p', async (kind, expected) => {
    await until(`the conditions of all ${kind}`, SETTLE_SECONDS, async () => {
      const { items } = await listed(kind, '--all-namespaces');
      const said = items.flatMap(({ metadata: { namespace, name }, status = {} }) =>
        [
          ...[status].filter(({ conditions }) => conditions),
          ...(status.parents ?? []),
          ...(status.ancestors ?? []),
        ].map((one) => [`${namespace}/${name}`, textsOf(one)] as const),
      );
      expect(items.length).toBeGreaterThan(0);
      expect(said.length).toBeGreaterThanOrEqual(items.length);
      expect(said).toEqual(said.map(([name]) => [name, expected]));
      return true;
    });
  });

  test('every listener is accepted, resolved and programmed', async () => {
    const { items } = await listed('gateways', '-n', EDGE);
    const listeners = items.flatMap(({ status }) => status?.listeners ?? []);
    expect(listeners.length).toBeGreaterThan(items.length);
    const all = ['Accepted=True', 'Programmed=True', 'ResolvedRefs=True'];
    expect(listeners.map((one) => [one.name, textsOf(one)])).toEqual(listeners.map(({ name }) => [name, all]));
  });

  test.each([
    ['shop', '/many/39/x', `${UNIT}/prices`, SHOP],
    ['shop', '/ledger', `${BOOKS}/ledger`, SHOP],
    ['guest', '/x', `${UNIT}/orders`, `guest.${DOMAIN}`],
    ['mail', '/x', `${UNIT}/orders`, certificateName(`${UNIT}/orders`)],
    ['b.wild', '/x', `${UNIT}/prices`, `*.wild.${DOMAIN}`],
    ['alpha.wild', '/x', `${BOOKS}/ledger`, `alpha.wild.${DOMAIN}`],
  ])('%s%s reaches %s behind the certificate %s', async (id, path, tenant, commonName) => {
    expect(await door().ask({ host: `${id}.${DOMAIN}`, path })).toMatchObject({ tenant, path, commonName });
  });

  test('a wildcard takes several labels', async () => {
    expect((await door().ask({ host: `b.c.wild.${DOMAIN}` })).tenant).toBe(`${UNIT}/prices`);
  });

  test('a pod whose certificate another authority has signed is not spoken to', async () => {
    expect(await door().status({ host: `wrong.${DOMAIN}` })).toBeGreaterThanOrEqual(500);
  });

  test.each(['shop', 'guest'])('%s over plain HTTP is sent on to HTTPS with 301', async (id) => {
    const host = `${id}.${DOMAIN}`;
    const { status, headers } = await door().raw({ host, path: '/a?b=c', tls: false });
    expect({ status, location: headers.location }).toEqual({ status: 301, location: `https://${host}/a?b=c` });
  });

  test('a route to another unit is answered only while the grant stands', async () => {
    const audit = { host: SHOP, path: '/audit' };
    await door().reaches(audit, `${BOOKS}/audit`);
    await edge().cluster.kubectl.ok(['delete', `referencegrant/audit-from-${UNIT}`, '-n', BOOKS]);
    await door().settles(audit, 500);
    expect((await door().ask({ host: SHOP, path: '/ledger' })).tenant).toBe(`${BOOKS}/ledger`);
  });

  test('a route of a namespace that the host book does not name is not attached', async () => {
    const { kubectl } = edge().cluster;
    const stolen = { host: SHOP, path: '/stolen' };
    await kubectl.apply(restrictedNamespace('intruder'), thief('intruder'), thief(UNIT));
    await door().reaches(stolen, `${UNIT}/prices`);
    const { items } = await listed('httproutes', '-n', 'intruder');
    const [condition] = (items[0]?.status?.parents?.[0]?.conditions ?? []).filter(({ type }) => type === 'Accepted');
    expect(condition).toMatchObject({ status: 'False', reason: 'NotAllowedByListeners' });
    await kubectl.ok(['delete', 'httproute/thief', '-n', UNIT]);
    await door().reaches(stolen, `${UNIT}/orders`);
  });
}

/** Both are alike but for the namespace; the Service is one of the namespace itself. */
function thief(namespace: string): object {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { namespace, name: 'thief' },
    spec: {
      parentRefs: [{ namespace: EDGE, name: 'public', sectionName: `https.${SHOP}` }],
      hostnames: [SHOP],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/stolen' } }],
          backendRefs: [{ name: 'prices', port: 8290 }],
        },
      ],
    },
  };
}

function textsOf({ conditions = [] }: Conditioned): string[] {
  return conditions.map(({ type, status }) => `${type}=${status}`).sort();
}
