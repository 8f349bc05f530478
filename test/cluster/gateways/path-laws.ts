import type { Law } from './law';

const MAIN = 'shop/main';
const OTHER = 'shop/other';
const NOTES = 'desk/notes';

/** Which tenant is reached, and by which path. */
export const PATH_LAWS: readonly Law[] = [
  {
    name: 'a prefix takes all below it, element by element, and nothing is rewritten',
    needs: [],
    proof: async (at) => {
      for (const path of ['/bar', '/bar/', '/bar/x?y=1', '/bar/some/where%20else?of=this'])
        expect(await at.answered('prefix', path)).toEqual([MAIN, path]);
      for (const path of ['/', '/barn', '/x/bar']) expect(await at.answered('prefix', path)).toEqual([OTHER, path]);
    },
  },
  {
    name: 'a host that units share is led by the longest path, whoever has it',
    needs: [],
    proof: async (at) => {
      expect(await at.tenant('shared', '/')).toBe(MAIN);
      expect(await at.tenant('shared', '/desks')).toBe(MAIN);
      expect(await at.tenant('shared', '/desk')).toBe(NOTES);
      expect(await at.tenant('shared', '/desk/deeper')).toBe(NOTES);
      expect(await at.tenant('shared', '/desk/deep/x')).toBe(OTHER);
    },
  },
  {
    name: 'an exact path takes nothing below it',
    needs: ['exactPath'],
    proof: async (at) => {
      for (const path of ['/somewhere', '/somewhere?x=1'])
        expect(await at.answered('exact', path)).toEqual([MAIN, path]);
      for (const path of ['/somewhere/x', '/somewhereelse', '/'])
        expect(await at.answered('exact', path)).toEqual([OTHER, path]);
    },
  },
  {
    name: 'an exact path goes before the prefix of the same path',
    needs: ['exactPath'],
    proof: async (at) => {
      expect(await at.tenant('both', '/here/x')).toBe(OTHER);
      expect(await at.tenant('both', '/here')).toBe(MAIN);
    },
  },
  {
    name: 'a path is rewritten, and those beside it are not',
    needs: ['rewrite'],
    proof: async (at) => {
      const ways = [
        ['/bar', MAIN, '/'],
        ['/bar/', MAIN, '/'],
        ['/bar/x/y?z=1', MAIN, '/x/y?z=1'],
        ['/bar/v1.2', MAIN, '/deep'],
        ['/bar/v1.2/x', MAIN, '/deep/x'],
        ['/bar/v1x2', MAIN, '/v1x2'],
        ['/one', MAIN, '/two'],
        ['/one/x', OTHER, '/one/x'],
        ['/barn', OTHER, '/barn'],
      ] as const;
      for (const [path, tenant, seen] of ways)
        expect([path, ...(await at.answered('rewrite', path))]).toEqual([path, tenant, seen]);
    },
  },
  {
    name: 'a whole domain is a tenant’s, but for a host with a route of its own',
    needs: ['wildcardHost'],
    proof: async (at) => {
      expect(await at.tenant('any.wild', '/x')).toBe(MAIN);
      expect(await at.tenant('own.wild', '/x')).toBe(OTHER);
    },
  },
  {
    name: 'what no route takes goes to the default backend',
    needs: ['defaultBackend'],
    proof: async ({ column, door }) => {
      const tenants = {
        canaried: ['shop/weighed', 'shop/weighed-canary'],
        other: [OTHER],
        dist: ['platform/signpost'],
      };
      const { tenant } = await door.ask({ host: 'unknown.example.org', path: '/x' });
      expect(tenants[column.defaultBackend ?? 'dist']).toContain(tenant);
    },
  },
  {
    name: 'a tenant of another unit is reached',
    needs: ['crossUnit'],
    proof: async (at) => expect(await at.tenant('cross', '/x')).toBe(NOTES),
  },
  {
    name: 'a public host never comes to the management port, whatever is asked',
    needs: [],
    proof: async (at) => {
      for (const path of ['/management', '/management/apis', '/management/login', '/metric-service/metrics', '/metric'])
        expect(await at.door.ask(at.question('shared', path))).toMatchObject({ tenant: MAIN, port: 8290, path });
    },
  },
  {
    name: 'management is for its paths alone, on a host of its own',
    needs: ['from', 'httpsBackend'],
    proof: async (at) => {
      const port = async (path: string) => (await at.door.ask(at.question('ops', path))).port;
      expect(await port('/management/apis')).toBe(9164);
      expect(await port('/metric-service/metrics')).toBe(9201);
      for (const path of ['/', '/healthz', '/managements', '/liveness']) {
        const { status, body } = await at.door.raw(at.question('ops', path));
        // The default backend of the door may take them.
        expect([path, status === 404 || (JSON.parse(body) as { port: number }).port === 8290]).toEqual([path, true]);
      }
    },
  },
  {
    name: 'management gives 403 to addresses that it is not for',
    needs: ['from', 'httpsBackend'],
    proof: async (at) => expect(await at.status('closed', '/management/apis')).toBe(403),
  },
];
