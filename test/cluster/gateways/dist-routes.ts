import { until } from '../wait';
import { CONTROLLER_CERTIFICATE, certificateName, type Edge, type ReadyPod } from './edge';
import { defaultTenantsIn, objectsIn, type PublicRoute, podsOf, routesIn } from './public-routes';
import { NGINX_FILES } from './site';

const objects = objectsIn(NGINX_FILES);
const routes = routesIn(objects);
const hosts = [...new Set(routes.map(({ host }) => host))];
const defaultTenants = defaultTenantsIn(objects);
const tenants = [...new Set([...routes.map(({ tenant }) => tenant), ...defaultTenants])];

const PUBLIC_PORTS = [8290, 8253];
const UNKNOWN = 'unknown.example.org';

/** The routes of `dist/`, and of a fleet with the ways that it does not go. */
export function describeDistRoutes(edge: () => Edge): void {
  const door = () => edge().door('nginx');

  beforeAll(async () => {
    // A route that never settles is told by its own tests.
    for (const route of routes) await reaches(route, await edge().addresses(route.tenant)).catch(() => undefined);
  });

  // Traefik learns of routes and of pods some moments after they are there.
  async function reaches({ host, path }: PublicRoute, addresses: readonly string[]): Promise<void> {
    await until(`answers of ${addresses} at ${host}${path}`, 20, async () => {
      const pods = new Set((await door().often({ host, path }, 4 * addresses.length)).map(({ pod }) => pod));
      if (!sameSet(pods, addresses)) throw new Error(`those of ${[...pods]}`);
      return true;
    });
  }

  describe.each(routes)('$host$path', ({ host, path, tenant, port, certificate }) => {
    test(`reaches ${tenant} and no other, each of its pods, at port ${port}`, async () => {
      const answers = await door().often({ host, path }, 40);
      expect(new Set(answers.map((answer) => answer.tenant))).toEqual(new Set([tenant]));
      expect(new Set(answers.map((answer) => answer.port))).toEqual(new Set([port]));
      expect(new Set(answers.map((answer) => answer.pod))).toEqual(new Set(await edge().addresses(tenant)));
    });

    test('keeps host and path, and takes all below it', async () => {
      const below = `${path === '/' ? '' : path}/some/where%20else?of=this&and=that`;
      expect(await door().ask({ host, path: below })).toMatchObject({ tenant, host, path: below });
    });

    test(`shows the certificate of the ${certificate}`, async () => {
      const expected = { tenant: certificateName(tenant), host, controller: CONTROLLER_CERTIFICATE }[certificate];
      const answers = await door().often({ host, path }, 10);
      expect(new Set(answers.map(({ commonName }) => commonName))).toEqual(new Set([expected]));
    });
  });

  test.each([
    ['appointments.wso2.com', '/', 'clinic/doctor-appointment', 'doctor-appointment.clinic.pod'],
    ['appointments.wso2.com', '/bar', 'clinic/doctor-appointment', 'doctor-appointment.clinic.pod'],
    ['wso2.com', '/', 'platform/signpost', 'wso2.com'],
    ['wso2.com', '/bar', 'retail/barcode-lookup', 'wso2.com'],
    ['wso2.com', '/bar/', 'retail/barcode-lookup', 'wso2.com'],
    ['wso2.com', '/bar/x', 'retail/barcode-lookup', 'wso2.com'],
    ['wso2.com', '/barn', 'platform/signpost', 'wso2.com'],
    ['wso2.com', '/x/bar', 'platform/signpost', 'wso2.com'],
    ['bank.example.com', '/audit', 'ledger/audit', 'bank.example.com'],
    ['bank.example.com', '/auditor', 'ledger/accounts', 'bank.example.com'],
    ['bank.example.com', '/cards', 'cards/issuer', 'bank.example.com'],
    ['bank.example.com', '/cards/lostandfound', 'cards/issuer', 'bank.example.com'],
    ['bank.example.com', '/cards/lost/1', 'ledger/audit', 'bank.example.com'],
    ['vault.example.com', '/', 'ledger/accounts', CONTROLLER_CERTIFICATE],
  ])(
    '%s%s is for the pods of %s, two of which share it, behind the certificate %s',
    async (host, path, tenant, name) => {
      const answers = await door().often({ host, path }, 20);
      expect(new Set(answers.map((answer) => answer.tenant))).toEqual(new Set([tenant]));
      expect(new Set(answers.map(({ commonName }) => commonName))).toEqual(new Set([name]));
      expect(new Set(answers.map(({ pod }) => pod)).size).toBeGreaterThanOrEqual(2);
    },
  );

  // Traefik's provider takes an Ingress of spec.defaultBackend without rules, as ingress-nginx does.
  test.each([true, false])('an unknown host gets the default backend of its Ingress (TLS: %s)', async (tls) => {
    expect(defaultTenants).toEqual(['platform/signpost']);
    const own = new Set(await edge().addresses('platform/signpost'));
    for (const path of ['/', '/bar', '/a/b?c']) {
      const { status, body, commonName } = await door().raw({ host: UNKNOWN, path, tls });
      expect({ status, commonName }).toEqual({ status: 200, commonName: tls ? CONTROLLER_CERTIFICATE : '' });
      const { pod, port } = JSON.parse(body) as { pod: string; port: number };
      expect({ own: own.has(pod), port }).toEqual({ own: true, port: 8290 });
    }
  });

  test.each([...hosts, UNKNOWN])('%s reaches neither the management port nor the internal one', async (host) => {
    for (const path of ['/management', '/management/apis', '/management/login', '/healthz', '/liveness', '/metric']) {
      expect(PUBLIC_PORTS).toContain((await door().ask({ host, path })).port);
    }
  });

  test.each(hosts)('%s is not answered in the open', async (host) => {
    const plain = await door().raw({ host, tls: false });
    const passed = routes.some((route) => route.host === host && route.certificate === 'tenant');
    if (passed) expect([308, 502]).toContain(plain.status);
    else expect(plain).toMatchObject({ status: 308, headers: { location: `https://${host}/` } });
  });

  test.each(tenants)(
    'an update of %s moves its routes to the new pods, and never to another tenant',
    async (tenant) => {
      const before = await edge().pods(tenant);
      await update(tenant);
      const own = routes.filter((route) => route.tenant === tenant);
      const seen = new Set<string>();
      const after = await until(`new pods of ${tenant}`, 30, async () => {
        for (const { host, path } of own) seen.add((await door().ask({ host, path })).pod);
        const now = await edge().pods(tenant);
        return isNew(now, before) && now.length === podsOf(objects, tenant) ? now : undefined;
      });
      const addresses = after.map(({ address }) => address);
      for (const route of own) await reaches(route, addresses);
      // A new pod may have the address of one that is gone, but only of its own tenant: no other is updated here.
      const known = new Set([...before, ...after].map(({ address }) => address));
      expect([...seen].filter((address) => !known.has(address))).toEqual([]);
    },
  );

  async function update(tenant: string): Promise<void> {
    const [namespace = '', name = ''] = tenant.split('/');
    // A pod without a container is ready at once; to wait half a minute for each shows nothing of its routes.
    const template = { metadata: { annotations: { 'test/generation': 'next' } } };
    const patch = JSON.stringify({ spec: { minReadySeconds: 0, template } });
    await edge().cluster.kubectl.ok(['patch', 'deployment', name, '-n', namespace, '--type=merge', '-p', patch]);
  }
}

function sameSet(some: ReadonlySet<string>, others: readonly string[]): boolean {
  return some.size === others.length && others.every((one) => some.has(one));
}

function isNew(pods: readonly ReadyPod[], before: readonly ReadyPod[]): boolean {
  return pods.every(({ name }) => before.every((old) => old.name !== name));
}
