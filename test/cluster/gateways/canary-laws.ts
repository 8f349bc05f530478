import type { Door, DoorQuestion } from './door';
import type { Law } from './law';
import { PERCENT } from './table-fleet';

const TIMES = 1500;

/** Which requests a canary takes. */
export const CANARY_LAWS: readonly Law[] = [
  {
    name: 'a canary by percent takes the same part of every route',
    needs: ['canaryPercent'],
    proof: async (at) => {
      for (const path of ['/', '/second/x']) await expectShare(at.door, at.question('weighed', path));
    },
  },
  {
    name: 'a canary by percent takes the same part of what no route takes',
    needs: ['canaryPercent', 'defaultBackend'],
    // Traefik's provider gives the default backend of its nginx no canary.
    isFor: ({ defaultBackend }) => defaultBackend === 'canaried',
    proof: async ({ door }) => expectShare(door, { host: 'unknown.example.org' }),
  },
  {
    name: 'a canary by header takes the requests with just this value, on every route',
    needs: ['canaryHeader'],
    proof: async (at) => {
      for (const path of ['/', '/second/x']) {
        const shares = (headers?: Readonly<Record<string, string>>) =>
          at.door.shares(at.question('marked', path, { headers }), 100);
        expect(await shares({ 'x-canary': 'yes' })).toEqual({ 'shop/marked-canary': 100 });
        expect(await shares()).toEqual({ 'shop/marked': 100 });
        expect(await shares({ 'x-canary': 'always' })).toEqual({ 'shop/marked': 100 });
      }
    },
  },
];

/** Five standard deviations of a coin of that weight. */
async function expectShare(door: Door, question: DoorQuestion): Promise<void> {
  const shares = await door.shares(question, TIMES);
  expect(Object.keys(shares).sort()).toEqual(['shop/weighed', 'shop/weighed-canary']);
  const part = PERCENT / 100;
  const bound = 5 * Math.sqrt(TIMES * part * (1 - part));
  expect(Math.abs((shares['shop/weighed-canary'] ?? 0) - TIMES * part)).toBeLessThan(bound);
}
