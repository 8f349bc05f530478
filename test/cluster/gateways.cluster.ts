import { GatewayController, type GatewayFeature } from '../../lib';
import { currentKubeconfig } from './cluster';
import { CONTROLLER_CERTIFICATE, certificateOf, Edge, OPEN_MILLISECONDS } from './edge';
import { gatewayFiles, PERCENT, RATE, TENANTS } from './gateways-fleet';
import { until } from './wait';

/** A controller, and the laws that the Traefik of the suite does not keep in its place, each with the reason. */
interface Proven {
  readonly name: string;
  readonly controller: GatewayController;
  readonly lacks: Readonly<Record<string, string>>;
}

const BY_LENGTH =
  'which ranks the rules of its nginx provider by their length, and Path is a shorter word than PathPrefix';

const CONTROLLERS: readonly Proven[] = [
  {
    name: 'nginx with plain paths',
    controller: GatewayController.nginx(),
    lacks: {
      'an exact path takes nothing below it': BY_LENGTH,
      'an exact path goes before the prefix of the same path': BY_LENGTH,
    },
  },
  { name: 'nginx with regex paths', controller: GatewayController.nginx({ paths: 'regex' }), lacks: {} },
];

const MEBIBYTE = 1024 * 1024;
const MAIN = 'shop/main';
const OTHER = 'shop/other';

// The pods' addresses lead to the stand-in in our own namespaces only.
const describeGateways = currentKubeconfig === undefined ? describe : describe.skip;

describeGateways.each(CONTROLLERS)('$name', ({ controller, lacks }) => {
  let edge: Edge;

  beforeAll(async () => {
    edge = await Edge.open(gatewayFiles(controller), TENANTS);
    // Traefik learns of routes and of pods some moments after they are there.
    await until('a route of each Ingress', 30, async () => {
      const hosts = ['prefix', 'body', 'https', 'weighed', 'marked', 'sticky', 'late'].map((id) => `${id}.example.com`);
      return (await Promise.all(hosts.map((host) => edge.raw(host, '/')))).every(({ status }) => status === 200);
    }).catch(() => undefined);
  }, OPEN_MILLISECONDS);

  afterAll(async () => edge?.close());

  /** A law over features that the controller has; one that Traefik lacks must fail, so that we hear when it does not. */
  function law(name: string, features: readonly GatewayFeature[], proof: () => Promise<void>): void {
    if (features.every((feature) => controller.cannot[feature] === undefined)) {
      const reason = lacks[name];
      if (reason === undefined) test(name, proof);
      else test.failing(`${name}: not by this Traefik, ${reason}`, proof);
    }
  }

  const tenantOf = async (host: string, path: string) => (await edge.ask(host, path)).tenant;
  const statusOf = async (host: string, path: string, tls = true) => (await edge.raw(host, path, tls)).status;

  law('a prefix takes all below it, element by element', [], async () => {
    for (const path of ['/bar', '/bar/', '/bar/x?y=1'])
      expect([path, await tenantOf('prefix.example.com', path)]).toEqual([path, MAIN]);
    for (const path of ['/', '/barn', '/x/bar'])
      expect([path, await tenantOf('prefix.example.com', path)]).toEqual([path, OTHER]);
    expect((await edge.ask('prefix.example.com', '/bar/some/where%20else?of=this')).path).toBe(
      '/bar/some/where%20else?of=this',
    );
  });

  law('a certificate of a Secret is shown for its host, the controller’s for others', ['tlsSecret'], async () => {
    expect((await edge.ask('prefix.example.com', '/')).commonName).toBe('prefix.example.com');
    expect((await edge.ask('exact.example.com', '/')).commonName).toBe(CONTROLLER_CERTIFICATE);
  });

  law('an exact path takes nothing below it', ['exactPath'], async () => {
    expect(await tenantOf('exact.example.com', '/here')).toBe(MAIN);
    expect(await tenantOf('exact.example.com', '/here?x=1')).toBe(MAIN);
    for (const path of ['/here/x', '/hereafter', '/'])
      expect([path, await tenantOf('exact.example.com', path)]).toEqual([path, OTHER]);
  });

  law('an exact path goes before the prefix of the same path', ['exactPath'], async () => {
    expect(await tenantOf('both.example.com', '/here/x')).toBe(OTHER);
    expect(await tenantOf('both.example.com', '/here')).toBe(MAIN);
  });

  law('a path is rewritten, and those beside it are not', ['rewrite'], async () => {
    const served = async (path: string) => {
      const answer = await edge.ask('rewrite.example.com', path);
      return [answer.tenant, answer.path];
    };
    expect(await served('/bar')).toEqual([MAIN, '/']);
    expect(await served('/bar/')).toEqual([MAIN, '/']);
    expect(await served('/bar/x/y?z=1')).toEqual([MAIN, '/x/y?z=1']);
    expect(await served('/bar/v1.2')).toEqual([MAIN, '/deep']);
    expect(await served('/bar/v1.2/x')).toEqual([MAIN, '/deep/x']);
    expect(await served('/bar/v1x2')).toEqual([MAIN, '/v1x2']);
    expect(await served('/one')).toEqual([MAIN, '/two']);
    expect(await served('/one/x')).toEqual([OTHER, '/one/x']);
    expect(await served('/barn')).toEqual([OTHER, '/barn']);
  });

  law('a whole domain is one label deep, and an entry of its own goes before it', ['wildcardHost'], async () => {
    expect(await tenantOf('any.wild.example.com', '/x')).toBe(MAIN);
    expect(await tenantOf('own.wild.example.com', '/x')).toBe(OTHER);
  });

  law('what no route takes goes to the default backend', ['defaultBackend'], async () => {
    expect(await tenantOf('unknown.example.org', '/x')).toBe(OTHER);
    expect(await tenantOf('a.b.wild.example.com', '/x')).toBe(OTHER);
  });

  law('addresses that are not allowed get 403', ['from'], async () => {
    expect([await statusOf('from.example.com', '/here'), await statusOf('from.example.com', '/elsewhere')]).toEqual([
      200, 403,
    ]);
  });

  law('management is for its paths and its addresses alone', ['from', 'httpsBackend'], async () => {
    const at = async (path: string) => {
      const { tenant, port } = await edge.ask('ops.example.org', path);
      return [tenant, port];
    };
    expect(await at('/management/apis')).toEqual([MAIN, 9164]);
    expect(await at('/metric-service/metrics')).toEqual([MAIN, 9201]);
    expect(await statusOf('closed.example.org', '/management/apis')).toBe(403);
    for (const path of ['/', '/healthz', '/managements', '/liveness']) {
      const { status, body } = await edge.raw('ops.example.org', path);
      expect([path, status === 404 || (JSON.parse(body) as { port: number }).port === 8290]).toEqual([path, true]);
    }
  });

  law('a body over the bound gets 413', ['maxBody'], async () => {
    const post = async (bytes: number) =>
      (await edge.raw('body.example.com', '/', true, { body: Buffer.alloc(bytes) })).status;
    expect([await post(1.9 * MEBIBYTE), await post(2 * MEBIBYTE), await post(2 * MEBIBYTE + 1)]).toEqual([
      200, 200, 413,
    ]);
  });

  law('requests over the rate are turned away', ['rateLimit'], async () => {
    const statuses = await Promise.all(Array.from({ length: 60 }, () => statusOf('rate.example.com', '/')));
    const served = statuses.filter((status) => status === 200).length;
    expect(served).toBeGreaterThanOrEqual(RATE);
    // As many again at once, and what a slow second lets through.
    expect(served).toBeLessThanOrEqual(5 * RATE);
    expect([429, 503]).toEqual(expect.arrayContaining([...new Set(statuses.filter((status) => status !== 200))]));
  });

  law('a client with the cookie stays with its pod', ['sticky'], async () => {
    const first = await edge.raw('sticky.example.com', '/');
    const cookie = (first.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ');
    const { pod } = JSON.parse(first.body) as { pod: string };
    const podsOf = async (headers?: Record<string, string>) => {
      const answers = await Promise.all(Array.from({ length: 40 }, () => edge.ask('sticky.example.com', '/', headers)));
      return new Set(answers.map((answer) => answer.pod));
    };
    expect(await podsOf({ cookie })).toEqual(new Set([pod]));
    expect((await podsOf()).size).toBe(2);
    expect((await edge.raw('sticky.example.com', '/loose')).headers['set-cookie']).toBeUndefined();
  });

  law('a connection becomes a WebSocket', ['webSocket'], async () => {
    expect(await edge.echoed('socket.example.com', '/', 'anybody there?')).toBe('anybody there?');
  });

  law('an answer that is late is not waited for', ['timeout'], async () => {
    const started = Date.now();
    const { status } = await edge.raw('late.example.com', '/?late=4000');
    expect([502, 504]).toContain(status);
    expect(Date.now() - started).toBeLessThan(3000);
    expect(await statusOf('late.example.com', '/?late=100')).toBe(200);
  });

  law('TLS goes on up to the pod', ['httpsBackend'], async () => {
    expect(await edge.ask('https.example.com', '/x')).toMatchObject({ tenant: MAIN, port: 8253, path: '/x' });
  });

  law('TLS is handed on unopened', ['passthrough'], async () => {
    expect(await edge.ask('passed.example.com', '/x')).toMatchObject({
      tenant: MAIN,
      port: 8253,
      commonName: certificateOf(MAIN),
    });
  });

  law('plain HTTP is sent on to HTTPS', [], async () => {
    for (const host of ['prefix.example.com', 'exact.example.com', 'any.wild.example.com']) {
      const { status, headers } = await edge.raw(host, '/x?y=1', false);
      expect([host, [301, 302, 307, 308].includes(status), headers.location]).toEqual([
        host,
        true,
        `https://${host}/x?y=1`,
      ]);
    }
  });

  law('plain HTTP is answered where it is to be', ['plainHttp'], async () => {
    expect([await statusOf('plain.example.net', '/', false), await statusOf('plain.example.net', '/')]).toEqual([
      200, 200,
    ]);
  });

  law('a canary by header takes the requests with just this value', ['canaryHeader'], async () => {
    const often = async (headers?: Record<string, string>) => {
      const asked = Array.from({ length: 30 }, () => edge.ask('marked.example.com', '/', headers));
      return new Set((await Promise.all(asked)).map(({ tenant }) => tenant));
    };
    expect(await often({ 'x-canary': 'yes' })).toEqual(new Set(['shop/marked-canary']));
    expect(await often()).toEqual(new Set(['shop/marked']));
    expect(await often({ 'x-canary': 'always' })).toEqual(new Set(['shop/marked']));
  });

  law('a canary by percent takes its part of the requests', ['canaryPercent'], async () => {
    const times = 3000;
    const answers = await edge.askOften('weighed.example.com', '/', times);
    const tenants = new Set(answers.map(({ tenant }) => tenant));
    expect(tenants).toEqual(new Set(['shop/weighed', 'shop/weighed-canary']));
    const share = PERCENT / 100;
    // Five standard deviations of a coin of that weight.
    const bound = 5 * Math.sqrt(times * share * (1 - share));
    const taken = answers.filter(({ tenant }) => tenant === 'shop/weighed-canary').length;
    expect(Math.abs(taken - times * share)).toBeLessThan(bound);
  });
});
