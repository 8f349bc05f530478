import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'node:tls';
import { type Certificate, selfSigned } from './certificate';
import { type Answer, type Question, standInAnswer } from './client';
import { currentKubeconfig } from './cluster';
import { CONTROLLER_CERTIFICATE, Edge } from './edge';
import { tlsSecret } from './plain-manifests';
import { AUTHORITIES, CHALLENGE, challenge, POD_HOSTS, SECRETS, TENANTS, traefikFleet } from './traefik-fleet';
import { until } from './wait';

const FLAGS = [
  '--providers.kubernetesCRD=true',
  '--providers.kubernetesCRD.safeNaming=true',
  '--providers.kubernetesCRD.allowEmptyServices=true',
  // A proxy of the tests' own is trusted, as one in front would be.
  ...['web', 'websecure'].map((name) => `--entryPoints.${name}.forwardedHeaders.insecure=true`),
  // As short as the silence of the WebSocket below is not.
  '--entryPoints.websecure.transport.respondingTimeouts.readTimeout=1s',
  '--entryPoints.websecure.transport.respondingTimeouts.idleTimeout=1s',
];
const CHALLENGED = ['issued.example.com', 'open.example.com'];

type Headers = Readonly<Record<string, string>>;

const SILENCE_MILLISECONDS = 2500;
const MEBIBYTE = 2 ** 20;

// The pods' addresses lead to the stand-in in our own namespaces only.
const describeTraefik = currentKubeconfig === undefined ? describe : describe.skip;

describeTraefik('Traefik, by its own kinds', () => {
  let edge: Edge;

  beforeAll(async () => {
    const certificates = new Map(Object.values(POD_HOSTS).map((host) => [host, selfSigned(host)]));
    const certificate = (name: string) => certificates.get(POD_HOSTS[name] ?? '') ?? selfSigned(name);
    const files = [...traefikFleet().render().values()];
    const crds = ['traefik-crds', 'cert-manager'];
    const objects = [...secrets(), ...authorities(certificates), ...CHALLENGED.map(challenge)];
    edge = await Edge.open(files, TENANTS, { crds, objects, flags: FLAGS, certificate });
    await until('the routes', 20, async () => (await edge.raw('shop.example.com', '/')).status === 200);
  });

  afterAll(async () => edge?.close());

  const to = (url: string, more: Partial<Question> = {}): Promise<Answer> => {
    const { protocol, host, pathname, search } = new URL(url);
    return edge.question({ host, path: `${pathname}${search}`, tls: protocol === 'https:', ...more });
  };

  test.each([
    ['shop.example.com/', 'shop/orders', 8290, '/'],
    ['shop.example.com/x%20y?of=this', 'shop/orders', 8290, '/x%20y?of=this'],
    ['shop.example.com/bar', 'desk/notes', 8290, '/bar'],
    ['shop.example.com/bar/', 'desk/notes', 8290, '/bar/'],
    ['shop.example.com/bar/x', 'desk/notes', 8290, '/bar/x'],
    ['shop.example.com/barn', 'shop/orders', 8290, '/barn'],
    ['shop.example.com/bar/deep', 'shop/prices', 8290, '/bar/deep'],
    ['shop.example.com/bar/deeper', 'desk/notes', 8290, '/bar/deeper'],
    ['shop.example.com/only', 'shop/prices', 8290, '/only'],
    ['shop.example.com/only/x', 'shop/orders', 8290, '/only/x'],
    ['shop.example.com/both', 'shop/prices', 8290, '/both'],
    ['shop.example.com/both/x', 'shop/vault', 8290, '/both/x'],
    ['shop.example.com/moved', 'shop/orders', 8290, '/inner/v2'],
    ['shop.example.com/moved/a%20b?c', 'shop/orders', 8290, '/inner/v2/a%20b?c'],
    ['shop.example.com/%6doved/x', 'shop/orders', 8290, '/inner/v2/x'],
    ['shop.example.com/stripped', 'shop/orders', 8290, '/'],
    ['shop.example.com/stripped/x', 'shop/orders', 8290, '/x'],
    ['shop.example.com/near', 'shop/orders', 8290, '/near'],
    ['any.wild.example.com/', 'shop/prices', 8290, '/'],
    ['any.wild.example.com/api/v1/x', 'shop/orders', 8290, '/api/v1/x'],
    ['named.wild.example.com/api/v1/x', 'shop/vault', 8290, '/api/v1/x'],
    ['own.wild.example.com/here/x', 'desk/notes', 8290, '/here/x'],
    // A host of the book is not the wildcard's, so these are taken by no route: the default backend has them.
    ['own.wild.example.com/api/v1/x', 'desk/notes', 8290, '/api/v1/x'],
    ['kept.wild.example.com/api/v1/x', 'desk/notes', 8290, '/api/v1/x'],
    ['two.labels.wild.example.com/api/v1', 'desk/notes', 8290, '/api/v1'],
    ['unknown.example.org/any', 'desk/notes', 8290, '/any'],
    ['vault.example.com/x', 'shop/vault', 8253, '/x'],
    ['till.example.com/x', 'shop/vault', 8253, '/x'],
    ['any.till.example.com/x', 'shop/vault', 8253, '/x'],
    ['open.till.example.com/x', 'shop/orders', 8290, '/x'],
    ['admin.example.com/management/apis', 'shop/managed', 9164, '/management/apis'],
    // A management route is for its path only.
    ['admin.example.com/', 'desk/notes', 8290, '/'],
  ])('https://%s is answered by %s at port %i, which sees %s', async (url, tenant, port, path) => {
    const [host = ''] = url.split('/');
    expect(await edge.ask(host, url.slice(host.length))).toMatchObject({ tenant, port, path, host });
  });

  test.each([
    ['http://shop.example.com/bar?a=b', 301, 'https://shop.example.com/bar?a=b'],
    ['http://any.wild.example.com/', 301, 'https://any.wild.example.com/'],
    ['http://till.example.com/x', 301, 'https://till.example.com/x'],
    ['http://admin.example.com/management', 301, 'https://admin.example.com/management'],
    ['http://open.example.com/', 200, undefined],
    ['http://unknown.example.org/', 200, undefined],
    ['https://shop.example.com/far', 403, undefined],
    ['https://metrics.example.com/metric-service/metrics', 403, undefined],
    ['https://misnamed.example.com/', 500, undefined],
    ['https://forged.example.com/', 500, undefined],
    ['https://shop.example.com/hasty?ms=500', 200, undefined],
    ['https://shop.example.com/hasty?ms=1500', 504, undefined],
    ['https://percent.example.com/hasty?ms=1500', 504, undefined],
    ['https://percent.example.com/?ms=1500', 200, undefined],
  ])('%s is answered %i', async (url, status, location) => {
    const { headers, ...answer } = await to(url);
    expect({ status: answer.status, location: headers.location }).toEqual({ status, location });
  });

  test.each(CHALLENGED)('a challenge of cert-manager to %s is not in the way of a route', async (host) => {
    expect((await edge.ask(host, `${CHALLENGE}/${host}`, false)).tenant).toBe('shop/vault');
  });

  test('a request that is not GET keeps its method through the redirect', async () => {
    expect((await to('http://shop.example.com/', { method: 'POST', body: Buffer.from('x') })).status).toBe(308);
  });

  test.each([
    ['203.0.113.9', 200],
    ['10.0.0.1, 203.0.113.9', 200],
    ['203.0.113.9, 10.0.0.1', 403],
    ['10.0.0.1', 403],
    [undefined, 403],
  ])('behind a proxy that says %s, the answer is %i', async (forwarded, status) => {
    const headers: Headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
    expect((await to('https://office.example.com/', { headers })).status).toBe(status);
  });

  test.each([
    ['/small', MEBIBYTE, 200],
    ['/small', MEBIBYTE + 1, 413],
    ['/', MEBIBYTE + 1, 200],
  ])('a body to %s of %i bytes is answered %i', async (path, size, status) => {
    const answer = await to(`https://shop.example.com${path}`, { method: 'POST', body: Buffer.alloc(size) });
    expect(answer.status).toBe(status);
  });

  test('a client has its requests of a second, and no more', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => to('https://shop.example.com/seldom')));
    const taken = answers.filter(({ status }) => status === 200).length;
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30 - taken);
    expect(taken).toBeGreaterThanOrEqual(5);
    expect(taken).toBeLessThanOrEqual(11);
  });

  test.each(['shop.example.com', 'percent.example.com'])('a client of %s stays with its pod', async (host) => {
    const first = await to(`https://${host}/sticky`);
    const cookies = first.headers['set-cookie'] ?? [];
    expect(cookies.every((cookie) => cookie.endsWith('; HttpOnly; Secure'))).toBe(true);
    const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
    const { pod } = standInAnswer(first);
    for (let time = 0; time < 20; time++) {
      expect(standInAnswer(await to(`https://${host}/sticky`, { headers: { cookie } })).pod).toBe(pod);
    }
    const others = await Promise.all(Array.from({ length: 20 }, () => to(`https://${host}/sticky`)));
    expect(new Set(others.map((other) => standInAnswer(other).pod)).size).toBeGreaterThan(1);
  });

  test('a WebSocket may be silent, whatever bounds the requests', async () => {
    const paths = ['/socket', '/socket/small'];
    const said = await Promise.all(paths.map((path) => echoAfter(edge.port(true), path, SILENCE_MILLISECONDS)));
    expect(said).toEqual(['still here', 'still here']);
  });

  test('a fifth of the requests goes to the canary', async () => {
    const answers = await edge.askOften('share.example.com', '/', 2500, false);
    const share = answers.filter(({ tenant }) => tenant === 'shop/prices').length / answers.length;
    expect(Math.abs(share - 0.2)).toBeLessThan(0.03);
    expect(answers.filter(({ tenant }) => tenant === 'shop/percent').length / answers.length).toBe(1 - share);
  });

  test.each([
    ['always', 'shop/prices'],
    ['never', 'shop/header'],
    [undefined, 'shop/header'],
  ])('a request of X-Canary %s goes to %s', async (value, tenant) => {
    const headers: Headers = value === undefined ? {} : { 'x-canary': value };
    const { pod } = standInAnswer(await to('https://header.example.com/x', { headers }));
    expect(await edge.addresses(tenant)).toContain(pod);
  });

  test.each([
    ['shop.example.com', 'shop.example.com'],
    ['issued.example.com', 'issued.example.com'],
    ['vault.example.com', CONTROLLER_CERTIFICATE],
    ['till.example.com', 'vault.example.com'],
    ['any.till.example.com', 'vault.example.com'],
    ['open.till.example.com', CONTROLLER_CERTIFICATE],
  ])('%s shows the certificate of %s', async (host, commonName) => {
    expect((await edge.raw(host, '/')).commonName).toBe(commonName);
  });

  test('Traefik has nothing to say against an object', () => {
    const lines = readFileSync(join(edge.cluster.folder, 'traefik.log'), 'utf8').split('\n');
    expect(lines.filter((line) => /ERR|WRN/.test(line) && line.includes('kubernetescrd'))).toEqual([
      expect.stringContaining('request body over limit'),
    ]);
  });

  test('a path whose tenant has no pod is not answered by the path above it', async () => {
    const { kubectl } = edge.cluster;
    await kubectl.ok(['scale', 'deployment/notes', '-n', 'desk', '--replicas=0']);
    await kubectl.ok(['wait', 'pod', '--all', '-n', 'desk', '--for=delete', '--timeout=30s']);
    // While its pods go, nobody answers anyway; Traefik looks at what is left ten times a second.
    await sleep(1000);
    expect((await to('https://shop.example.com/bar')).status).toBe(503);
  });
});

function secrets(): object[] {
  return SECRETS.map(([namespace, name, host]) => tlsSecret(namespace, name, selfSigned(host)));
}

function authorities(certificates: ReadonlyMap<string, Certificate>): object[] {
  return Object.entries(AUTHORITIES).map(([name, host]) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { namespace: 'shop', name },
    data: { 'ca.crt': certificates.get(host)?.cert },
  }));
}

/** What a WebSocket gives back of what is said after a silence. */
async function echoAfter(port: number, path: string, milliseconds: number): Promise<string> {
  const servername = 'shop.example.com';
  const socket = connect({ port, host: '127.0.0.1', servername, rejectUnauthorized: false });
  const hello = [`GET ${path} HTTP/1.1`, `Host: ${servername}`, 'Connection: Upgrade', 'Upgrade: websocket'];
  const key = ['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];
  socket.setEncoding('utf8');
  try {
    socket.write(`${[...hello, ...key].join('\r\n')}\r\n\r\n`);
    let heard = '';
    socket.on('data', (text: string) => (heard += text));
    await until('the upgrade', 5, () => heard.endsWith('\r\n\r\n') && heard.startsWith('HTTP/1.1 101'));
    heard = '';
    await sleep(milliseconds);
    socket.write('still here');
    return await until('the echo', 5, () => heard !== '' && heard);
  } finally {
    socket.destroy();
  }
}
