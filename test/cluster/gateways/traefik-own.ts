import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../client';
import type { DoorQuestion } from './door';
import { CONTROLLER_CERTIFICATE, certificateName, type Edge } from './edge';
import { BOUNDED, TRAEFIK_LOG } from './traefik';
import { CHALLENGE, CHALLENGED, DOMAIN } from './traefik-fleet';

/** What Traefik alone does by its own kinds, or does in a way of its own. */
export function describeTraefikOwn(edge: () => Edge): void {
  const door = () => edge().door('traefik');
  const question = (url: string): DoorQuestion => {
    const { protocol, hostname, pathname, search } = new URL(url);
    return { host: `${hostname}.${DOMAIN}`, path: `${pathname}${search}`, tls: protocol === 'https:' };
  };
  const to = (url: string, more: Partial<DoorQuestion> = {}): Promise<Answer> =>
    door().raw({ ...question(url), ...more });

  test.each([
    ['https://shop/%6doved/x', 'own-shop/orders', 8290, '/inner/v2/x'],
    ['https://shop/desk/x', 'own-desk/notes', 8290, '/desk/x'],
    ['https://any.wild/api/v1/x', 'own-shop/orders', 8290, '/api/v1/x'],
    ['https://named.wild/api/v1/x', 'own-shop/vault', 8290, '/api/v1/x'],
    ['https://own.wild/here/x', 'own-desk/notes', 8290, '/here/x'],
    ['https://till/x', 'own-shop/vault', 8253, '/x'],
    ['https://any.till/x', 'own-shop/vault', 8253, '/x'],
    ['https://open.till/x', 'own-shop/orders', 8290, '/x'],
    ['http://open/x', 'own-shop/orders', 8290, '/x'],
  ])('%s is answered by %s at port %i, which sees %s', async (url, tenant, port, path) => {
    expect(await door().ask(question(url))).toMatchObject({ tenant, port, path });
  });

  test.each(['https://own.wild/api/v1/x', 'https://kept.wild/api/v1/x', 'https://two.labels.wild/api/v1'])(
    '%s is not the wildcard’s, so that the default backend has it',
    async (url) => {
      expect((await door().ask(question(url))).tenant).toMatch(/^shop\/weighed/);
    },
  );

  test.each([
    ['https://misnamed/', 500],
    ['https://forged/', 500],
    ['https://percent/hasty?ms=2500', 504],
    ['https://percent/?ms=1500', 200],
    ['http://till/x', 301],
  ])('%s is answered %i', async (url, status) => {
    expect((await to(url)).status).toBe(status);
  });

  test.each(CHALLENGED)('a challenge of cert-manager to %s is not in the way of a route', async (host) => {
    const { tenant } = await door().ask({ host, path: `${CHALLENGE}/${host}`, tls: false });
    expect(tenant).toBe('own-shop/vault');
  });

  test('a request that is not GET keeps its method through the redirect', async () => {
    expect((await to('http://shop/', { method: 'POST', body: Buffer.from('x') })).status).toBe(308);
  });

  test.each([
    ['203.0.113.9', 200],
    ['10.0.0.1, 203.0.113.9', 200],
    ['203.0.113.9, 10.0.0.1', 403],
    ['10.0.0.1', 403],
    [undefined, 403],
  ])('behind a proxy that says %s, the answer is %i', async (forwarded, status) => {
    const headers = forwarded === undefined ? undefined : { 'x-forwarded-for': forwarded };
    expect((await to('https://office/', { headers })).status).toBe(status);
  });

  test('a client stays with its pod, be it that of a canary', async () => {
    const first = await to('https://percent/sticky');
    const cookies = first.headers['set-cookie'] ?? [];
    expect(cookies.every((cookie) => cookie.endsWith('; HttpOnly; Secure'))).toBe(true);
    const headers = { cookie: cookies.map((one) => one.split(';')[0]).join('; ') };
    const { pod } = JSON.parse(first.body) as { pod: string };
    const again = await door().often({ ...question('https://percent/sticky'), headers }, 20);
    expect(new Set(again.map((one) => one.pod))).toEqual(new Set([pod]));
  });

  test('a WebSocket may be silent, whatever bounds the requests', async () => {
    const said = { text: 'still here', afterMilliseconds: BOUNDED.seconds * 1000 + 500 };
    expect(await door().echoed(question('https://shop/socket'), said)).toBe('still here');
  });

  test.each([
    ['https://till/', certificateName('own-shop/vault')],
    ['https://any.till/', certificateName('own-shop/vault')],
    ['https://open.till/', CONTROLLER_CERTIFICATE],
    ['https://issued/', `issued.${DOMAIN}`],
  ])('%s shows the certificate of %s', async (url, commonName) => {
    expect((await to(url)).commonName).toBe(commonName);
  });

  test('a path whose tenant has no pod is not answered by the path above it', async () => {
    const { kubectl } = edge().cluster;
    await kubectl.ok(['scale', 'deployment/notes', '-n', 'own-desk', '--replicas=0']);
    await kubectl.ok(['wait', 'pod', '--all', '-n', 'own-desk', '--for=delete', '--timeout=30s']);
    await door().settles(question('https://shop/desk'), 503);
    // While its pods go, nobody answers anyway; Traefik looks at what is left ten times a second.
    await sleep(1000);
    expect((await to('https://shop/desk')).status).toBe(503);
  });

  test('Traefik has nothing to say against an object of its own kinds', () => {
    const lines = readFileSync(join(edge().cluster.folder, TRAEFIK_LOG), 'utf8').split('\n');
    const said = lines.filter((line) => /ERR|WRN/.test(line) && line.includes('kubernetescrd'));
    expect(said.filter((line) => !line.includes('request body over limit'))).toEqual([]);
  });
}
