import type { Law } from './law';
import { RATE } from './table-fleet';
import { BOUNDED, type DoorName } from './traefik';

const MEBIBYTE = 1024 * 1024;
/** Longer than what bounds the requests of the door, where something does. */
const silenceAt = (door: DoorName) => (door === BOUNDED.door ? BOUNDED.seconds * 1000 + 500 : 500);

/** What a load balancer does to requests and connections. */
export const SETTING_LAWS: readonly Law[] = [
  {
    name: 'addresses that are not allowed get 403',
    needs: ['from'],
    proof: async (at) => {
      expect(await at.status('from', '/here')).toBe(200);
      expect(await at.status('from', '/elsewhere')).toBe(403);
    },
  },
  {
    name: 'a body over the bound gets 413',
    needs: ['maxBody'],
    proof: async (at) => {
      const post = (bytes: number) => at.status('body', '/', { method: 'POST', body: Buffer.alloc(bytes) });
      expect([await post(1.9 * MEBIBYTE), await post(2 * MEBIBYTE)]).toEqual([200, 200]);
      // The length alone is sent: a body that nobody reads resets the connection, at times before its answer is seen.
      const headers = { 'content-length': `${2 * MEBIBYTE + 1}` };
      expect(await at.status('body', '/', { method: 'POST', headers })).toBe(413);
    },
  },
  {
    name: 'requests over the rate are turned away',
    needs: ['rateLimit'],
    proof: async (at) => {
      const started = Date.now();
      const statuses = await Promise.all(Array.from({ length: 60 }, () => at.status('rate')));
      const seconds = (Date.now() - started) / 1000;
      const served = statuses.filter((status) => status === 200).length;
      expect(served).toBeGreaterThanOrEqual(RATE);
      // Some let as many again through at once.
      expect(served).toBeLessThanOrEqual(RATE * (2 + Math.ceil(seconds)));
      expect([429, 503]).toEqual(expect.arrayContaining([...new Set(statuses.filter((status) => status !== 200))]));
    },
  },
  {
    name: 'a client with the cookie stays with its pod, and one without does not',
    needs: ['sticky'],
    proof: async (at) => {
      const first = await at.door.raw(at.question('sticky'));
      const cookie = (first.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ');
      const { pod } = JSON.parse(first.body) as { pod: string };
      const pods = async (headers?: Readonly<Record<string, string>>) =>
        new Set((await at.door.often(at.question('sticky', '/', { headers }), 40)).map((answer) => answer.pod));
      expect(await pods({ cookie })).toEqual(new Set([pod]));
      expect((await pods()).size).toBe(2);
      expect((await at.door.raw(at.question('sticky', '/loose'))).headers['set-cookie']).toBeUndefined();
    },
  },
  {
    name: 'a connection becomes a WebSocket, and lives on after a silence',
    needs: ['webSocket'],
    proof: async (at) => {
      const said = { text: 'anybody there?', afterMilliseconds: silenceAt(at.column.door) };
      expect(await at.door.echoed(at.question('socket'), said)).toBe('anybody there?');
    },
  },
  {
    name: 'an answer that is late is not waited for',
    needs: ['timeout'],
    proof: async (at) => {
      await at.door.settles(at.question('late'), 200);
      expect([502, 504]).toContain(await at.status('late', '/?ms=2500'));
    },
  },
];
