import fc from 'fast-check';
import { anyNetwork, composeNetwork } from '../network/any-network';
import { clinicFleet } from '../network/clinic-fleet';
import { allows, type Question } from '../network/evaluator';
import { allQuestions, type FleetNetwork, networkOf, OTHERS, textOf } from '../network/fleet-ends';
import { endsImage } from './network/ends';
import { Outside } from './network/outside';
import { OTHER_PODS, Packets } from './network/packets';
import { startRouter } from './network/router';
import { describeOnNode } from './node-suite';
import type { OwnedProcess } from './owned-process';
import { until } from './wait';

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

    test('in a clinic that is shut, what is declared and nothing else; and each of its policies is needed for it', async () => {
      const network = networkOf(clinicFleet());
      const questions = await brought(network);
      const { policies } = network;
      await site().govern(policies);
      expect(await wrong(questions, (question) => allows(policies, question))).toEqual([]);
      for (const policy of policies) {
        const others = policies.filter((one) => one !== policy);
        await site().govern(others);
        // What the words of the API say of the others is not what the fleet declares, and the packets go by them.
        expect(questions.filter((one) => allows(others, one) !== allows(policies, one))).not.toEqual([]);
        expect(await wrong(questions, (question) => allows(others, question))).toEqual([]);
      }
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
  },
);
