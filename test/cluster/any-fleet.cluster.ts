import fc from 'fast-check';
import { anyFleet } from './any-fleet';
import { type Cluster, currentKubeconfig, startCluster } from './cluster';
import { compose } from './compose-plan';
import { DryRun } from './dry-run';
import { type AcceptedFleet, judge } from './judged-fleet';

const RUNS = 400;
const SEED = Number(process.env.FC_SEED ?? Date.now() % 1_000_000);
const TOGETHER = 20;
const SHRINK_MILLISECONDS = 40_000;

// Namespaces are made, hundreds of them, so the user's own cluster is left alone.
const describeFleets = currentKubeconfig === undefined ? describe : describe.skip;

describeFleets(`${RUNS} fleets of any kind (FC_SEED=${SEED})`, () => {
  const accepted = new Map<number, AcceptedFleet>();
  let cluster: Cluster;
  let server: DryRun;

  beforeAll(async () => {
    cluster = await startCluster('newest');
    server = new DryRun(cluster.kubectl);
  });

  afterAll(async () => cluster?.stop());

  test('each is rendered, or refused by sentences of the house grammar only', () => {
    let index = 0;
    const property = fc.property(anyFleet, (plan) => {
      const judgement = judge(() => compose(plan));
      if ('accepted' in judgement) accepted.set(index, judgement.accepted);
      else expect(judgement.ungrammatical).toEqual([]);
      index += 1;
    });
    fc.assert(property, { seed: SEED, numRuns: RUNS, interruptAfterTimeLimit: SHRINK_MILLISECONDS });
  });

  test('a third of them at least is accepted, and a third at least refused', () => {
    expect(accepted.size).toBeGreaterThanOrEqual(RUNS / 3);
    expect(accepted.size).toBeLessThanOrEqual((2 * RUNS) / 3);
  });

  test('the API server takes every object of those that are rendered, and keeps each text as it was written', async () => {
    const indexes = [...accepted.keys()];
    for (let start = 0; start < indexes.length; start += TOGETHER) {
      const some = indexes.slice(start, start + TOGETHER);
      const complaint = await server.complaint(some.flatMap((index) => accepted.get(index) ?? []));
      if (complaint !== undefined) await narrowDown(some, complaint);
    }
  });

  /** Finds the fleet among many that the server complains about, and the smallest like it. */
  async function narrowDown(indexes: readonly number[], complaint: string): Promise<void> {
    for (const index of indexes) {
      const fleet = accepted.get(index);
      if (fleet === undefined || (await server.complaint([fleet])) === undefined) continue;
      const property = fc.asyncProperty(anyFleet, async (plan) => {
        const judgement = judge(() => compose(plan));
        if ('accepted' in judgement) expect(await server.complaint([judgement.accepted])).toBeUndefined();
      });
      await fc.assert(property, { seed: SEED, path: String(index), interruptAfterTimeLimit: SHRINK_MILLISECONDS });
    }
    throw new Error(complaint);
  }
});
