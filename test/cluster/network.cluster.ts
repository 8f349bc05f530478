import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Fleet, Peer, reachability } from '../../lib';
import { fleet as example } from '../../main';
import { DeclaredTable } from '../judges/declared-table';
import { anyNetwork, composeNetwork } from '../network/any-network';
import { clinicFleet } from '../network/clinic-fleet';
import { allows, type Question } from '../network/evaluator';
import { allQuestions, type FleetNetwork, networkOf, OTHERS, textOf } from '../network/fleet-ends';
import { COLOURS, type Colour, shopFleet } from '../network/shop-fleet';
import { blockOf } from './guide';
import { endsImage } from './network/ends';
import { forwarded } from './network/forwarded';
import { Outside } from './network/outside';
import { OTHER_PODS, Packets, type Try } from './network/packets';
import { startRouter, syncsOf } from './network/router';
import { describeOnNode } from './node-suite';
import type { OwnedProcess } from './owned-process';
import { typed } from './shell';
import { until } from './wait';

const COMMITTED = readFileSync(join(__dirname, '../../docs/reachability.md'), 'utf8');

const SETTLE_SECONDS = 60;
const SEED = 7;
const FLEETS = 3;

// A pod for each workload, with its labels and in its namespace: what a policy sees of it.
describeOnNode(
  'what gets through to the tenants of a fleet',
  () => [endsImage()],
  (suite) => {
    let router: OwnedProcess | undefined;
    let outside: Outside | undefined;
    let packets: Packets | undefined;

    beforeAll(async () => {
      const { plane, node } = suite();
      router = await startRouter(plane, node);
      const addresses = OTHERS.filter(({ pod }) => pod === undefined).map(({ ip }) => ip);
      outside = await Outside.start(node, addresses);
      packets = new Packets(plane.kubectl, outside);
      await packets.bring(OTHER_PODS, 'end=other');
    });

    afterAll(async () => {
      await outside?.stop();
      await router?.stop();
    });

    afterEach(async () => packets?.clear());

    const site = () => {
      if (packets === undefined) throw new Error('the ends must have been started before they are asked');
      return packets;
    };

    /** Waits until the packets go as they are said to; gives those that do not. */
    async function wrong(questions: readonly Question[], said: (question: Question) => boolean): Promise<string[]> {
      const right = questions.filter(said).map(textOf).sort();
      let last: string[] = [];
      await until('the packets', SETTLE_SECONDS, async () => {
        const through = (await site().throughOf(questions)).map(textOf);
        last = [
          ...through.filter((one) => !right.includes(one)).map((one) => `gets through: ${one}`),
          ...right.filter((one) => !through.includes(one)).map((one) => `does not: ${one}`),
        ];
        if (last.length > 0) throw new Error(last.slice(0, 3).join(', '));
        return true;
      }).catch(() => undefined);
      return last;
    }

    /** The questions of a fleet whose pods all listen, seen without a policy. */
    async function brought({ pods }: FleetNetwork): Promise<Question[]> {
      await site().bringFleet(pods);
      const questions = allQuestions(pods);
      expect(await wrong(questions, () => true)).toEqual([]);
      return questions;
    }

    test.each<[string, Fleet, string]>([
      ['the units of main.ts, what the committed table says', example, COMMITTED],
      ['a clinic that is shut beside an open unit, what its table says', clinicFleet(), reachability(clinicFleet())],
    ])('in %s and nothing else gets through; and each policy is needed for it', async (_, fleet, text) => {
      const network = networkOf(fleet);
      const questions = await brought(network);
      const { policies } = network;
      const table = new DeclaredTable(text);
      await site().govern(policies);
      expect(await wrong(questions, (question) => table.allows(question))).toEqual([]);
      for (const policy of policies) {
        const others = policies.filter((one) => one !== policy);
        await site().govern(others);
        // What the words of the API say of the others is not what the table says, and the packets go by them.
        expect(questions.filter((one) => allows(others, one) !== table.allows(one))).not.toEqual([]);
        expect(await wrong(questions, (question) => allows(others, question))).toEqual([]);
      }
    });

    test('a port that the network lets nobody to is there for whoever may forward it', async () => {
      const { pods, policies } = networkOf(clinicFleet());
      const questions = await brought({ pods, policies });
      await site().govern(policies);
      const toManagement = questions.filter(({ to, port }) => to.name === 'clinic/visits' && port === 9164);
      expect(await wrong(toManagement, () => false)).toEqual([]);
      expect(await forwarded(suite().plane, 'clinic', 'end-clinic-visits', 9164)).toBe('here\n');
    });

    test('the commands of docs/network.md tell the policies of a unit and take all of them away, and no other', async () => {
      const { pods, policies } = networkOf(example);
      const questions = await brought({ pods, policies });
      await site().govern(policies);
      expect(await wrong(questions, (question) => allows(policies, question))).toEqual([]);
      const told = await typed(blockOf('docs/network.md', 'delete networkpolicy -l'), suite().plane);
      const [own = [], others = []] = [true, false].map((of) =>
        policies.filter(({ metadata }) => (metadata?.namespace === 'retail') === of),
      );
      for (const { metadata } of own) expect(told).toMatch(new RegExp(`^Name: +${metadata?.name}$`, 'm'));
      expect(await wrong(questions, (question) => allows(others, question))).toEqual([]);
      const ofStrangers = questions.filter(({ from, to }) => to.pod?.namespace === 'retail' && OTHERS.includes(from));
      expect(ofStrangers.some((question) => !allows(policies, question))).toBe(true);
      expect(await wrong(ofStrangers, () => true)).toEqual([]);
    });

    test.each(fc.sample(anyNetwork, { seed: SEED, numRuns: FLEETS }))(
      'in a random fleet, what it declares and nothing else (%#)',
      async (...units) => {
        const { fleet, declares } = composeNetwork(units);
        const network = networkOf(fleet);
        const questions = await brought(network);
        await site().govern(network.policies);
        expect(await wrong(questions, declares)).toEqual([]);
      },
    );

    describe('while a route turns from blue to green', () => {
      const callers = [Peer.pods('ingress-nginx', { 'app.kubernetes.io/name': 'ingress-nginx' })];

      /** The tries of the load balancer to get to blue and to green, while one policy of the shop follows another. */
      async function tried(first: FleetNetwork, ...others: readonly FleetNetwork[]): Promise<Try[][]> {
        await brought(first);
        const questions = COLOURS.map((colour) => questionOf(first, colour));
        const allowed = async ({ policies }: FleetNetwork) =>
          expect(await wrong(questions, (question) => allows(policies, question))).toEqual([]);
        await site().govern(first.policies);
        await allowed(first);
        return site().tries(questions, async () => {
          for (const next of others) {
            const syncs = syncsOf(suite().node);
            await site().change(next.policies);
            await until('the next sync of the router', SETTLE_SECONDS, () => syncsOf(suite().node) > syncs);
            await allowed(next);
          }
        });
      }

      test('with the load balancer among the callers of both for that time, it always gets to both', async () => {
        const [blue = [], green = []] = await tried(
          shopNetwork('blue'),
          shopNetwork('blue', callers),
          shopNetwork('green', callers),
          shopNetwork('green'),
        );
        const [[opened = 0, ...later], [closed = 0, ...before]] = [changesOf(green), changesOf(blue)];
        // The turn lies between the two, and no try to get to either fails there.
        expect([later, before]).toEqual([[], []]);
        expect(closed).toBeGreaterThan(opened);
        told('with callers', {
          opened,
          closed,
          tries: [...blue, ...green].filter(({ at }) => at > opened && at < closed).length,
        });
      });

      test.each<[Colour, Colour]>([
        ['blue', 'green'],
        ['green', 'blue'],
      ])(
        'without, what it sends to %s fails from when that is shut, and to %s until that is open',
        async (from, to) => {
          const tries = await tried(shopNetwork(from), shopNetwork(to));
          const [old = [], next = []] = from === 'blue' ? tries : tries.toReversed();
          expect([changesOf(old).length, changesOf(next).length]).toEqual([1, 1]);
          expect([old.at(-1)?.through, next.at(-1)?.through]).toEqual([false, true]);
          told(`from ${from} to ${to}`, { closed: changesOf(old), opened: changesOf(next) });
        },
      );
    });
  },
);

/** When a try had another answer than that before it, in milliseconds. */
function changesOf(tries: readonly Try[]): number[] {
  return tries.flatMap(({ at, through }, index) => (index > 0 && through !== tries[index - 1]?.through ? [at] : []));
}

function shopNetwork(active: Colour, callers: readonly Peer[] = []): FleetNetwork {
  return networkOf(shopFleet(active, callers));
}

function questionOf({ pods }: FleetNetwork, colour: Colour): Question {
  const from = OTHERS.find(({ name }) => name === 'edge');
  const to = pods.find(({ name }) => name === `shop/${colour}`);
  if (from === undefined || to === undefined) throw new Error(`there must be a load balancer and ${colour}`);
  return { from, to, port: 8290, protocol: 'TCP' };
}

function told(what: string, figures: object): void {
  console.log(`a turn of colours ${what}: ${JSON.stringify(figures)}`);
}
