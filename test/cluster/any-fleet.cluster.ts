import fc from 'fast-check';
import { anyFleet } from './any-fleet';
import { type Cluster, currentKubeconfig, startCluster } from './cluster';
import { compose } from './compose-plan';
import { applyCrds } from './crds';
import { DryRun } from './dry-run';
import { type AcceptedFleet, type Judgement, judge } from './judged-fleet';

const RUNS = 240;
// The same fleets in every run, so that none fails by luck; FC_SEED draws others.
const SEED = Number(process.env.FC_SEED ?? 20);
const TOGETHER = 40;

/** Whose kinds random fleets have, by their names in `versions.json`. */
const FOREIGN = [
  'argo-rollouts',
  'keda',
  'prometheus-operator',
  'external-secrets',
  'secrets-store-csi-driver',
  'gateway-api',
  'traefik-crds',
  'cert-manager',
  'aws-load-balancer-controller',
];
const SHRINK_MILLISECONDS = 40_000;

// Namespaces are made, hundreds of them, so the user's own cluster is left alone.
const describeFleets = currentKubeconfig === undefined ? describe : describe.skip;

describeFleets(`${RUNS} fleets of any kind (FC_SEED=${SEED})`, () => {
  const judgements: Judgement[] = [];
  let cluster: Cluster;
  let server: DryRun;

  beforeAll(async () => {
    // This property holds: it is the runner's own way to the fleets, so that each can be made smaller by its number.
    const all = fc.property(anyFleet, (plan) => void judgements.push(judge(() => compose(plan))));
    fc.assert(all, { seed: SEED, numRuns: RUNS });
    cluster = await startCluster('newest');
    await applyCrds(cluster.kubectl, ...FOREIGN);
    server = new DryRun(cluster.kubectl);
  });

  afterAll(async () => cluster?.stop());

  test('each is rendered, or refused by sentences of the house grammar only', async () => {
    const index = judgements.findIndex((judgement) => wrongSentences(judgement).length > 0);
    if (index >= 0) await fails(index, async (judgement) => expect(wrongSentences(judgement)).toEqual([]));
  });

  test('a fifth of them at least is accepted, and a third at least refused', () => {
    const { length } = judgements.filter((judgement) => 'accepted' in judgement);
    expect(length).toBeGreaterThanOrEqual(RUNS / 5);
    expect(length).toBeLessThanOrEqual((2 * RUNS) / 3);
  });

  test('the API server takes every object of those that are rendered, and keeps each text as it was written', async () => {
    for (let start = 0; start < RUNS; start += TOGETHER) {
      const complaint = await server.complaint(judgements.slice(start, start + TOGETHER).flatMap(acceptedOf));
      if (complaint !== undefined) await narrowDown(start, complaint);
    }
  });

  /** Finds the fleet among many that the server complains about. */
  async function narrowDown(start: number, complaint: string): Promise<void> {
    for (let index = start; index < start + TOGETHER; index += 1) {
      if ((await complaintOf(judgements[index])) === undefined) continue;
      await fails(index, async (judgement) => expect(await complaintOf(judgement)).toBeUndefined());
    }
    throw new Error(complaint);
  }

  async function complaintOf(judgement: Judgement | undefined): Promise<string | undefined> {
    return server.complaint(judgement === undefined ? [] : acceptedOf(judgement));
  }
});

/** Tells the smallest fleet like the one of that number that breaks a law. */
async function fails(index: number, law: (judgement: Judgement) => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(anyFleet, async (plan) => law(judge(() => compose(plan))));
  await fc.assert(property, { seed: SEED, path: String(index), interruptAfterTimeLimit: SHRINK_MILLISECONDS });
}

function wrongSentences(judgement: Judgement): readonly string[] {
  return 'ungrammatical' in judgement ? judgement.ungrammatical : [];
}

function acceptedOf(judgement: Judgement): AcceptedFleet[] {
  return 'accepted' in judgement ? [judgement.accepted] : [];
}
