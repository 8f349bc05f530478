import { type } from '../shell';
import { until } from '../wait';
import { atOnce } from './at-once';
import { SHOP } from './fleets';
import { type RunningPod, restarts, TenantPods, WAIT_SECONDS } from './pods';
import { answerOf, type ServerAnswer, servingAddress } from './server';
import { applyShop, type Site } from './site';

const TENANT = SHOP.tried;
const CANARY = `${TENANT}-canary`;

interface Trial {
  readonly tenant: RunningPod;
  readonly answers: { readonly tenant: ServerAnswer; readonly canary: ServerAnswer };
  /** The same by their Services. */
  readonly served: { readonly tenant: ServerAnswer; readonly canary: ServerAnswer };
  readonly generation: { readonly before: number; readonly after: number };
  readonly left: readonly string[];
  readonly afterwards: readonly RunningPod[];
}

/** A canary beside its tenant, up to its end. */
export function describeCanary(site: () => Site): void {
  const trial = atOnce(() => triedAndCalledOff(site()));

  describe('a canary', () => {
    test('runs its own image beside the pods of its tenant', async () => {
      const { answers } = await trial();
      expect([answers.tenant.release, answers.canary.release]).toEqual(['4.4.0', '4.6.0']);
      expect(answers.canary.pod).toMatch(new RegExp(`^${CANARY}-`));
    });

    test('is reached by its own Service, and its tenant by its own', async () => {
      const { answers, served } = await trial();
      expect([served.tenant.pod, served.canary.pod]).toEqual([answers.tenant.pod, answers.canary.pod]);
    });

    test('is gone when it is taken out of the code and deleted by its label, and its tenant notices nothing', async () => {
      const { tenant, generation, left, afterwards } = await trial();
      expect(left).toEqual([]);
      expect(generation.after).toBe(generation.before);
      expect(afterwards.map(({ metadata }) => metadata.uid)).toEqual([tenant.metadata.uid]);
      expect(afterwards.map(restarts)).toEqual([0]);
    });
  });
}

async function triedAndCalledOff(site: Site): Promise<Trial> {
  const { kubectl, cluster } = site;
  const pods = new TenantPods(kubectl, 'shop', TENANT);
  const canary = new TenantPods(kubectl, 'shop', CANARY);
  const [one, other] = await Promise.all([pods.theReady(), canary.theReady()]);
  const answers = { tenant: await answerOf(one), canary: await answerOf(other) };
  const served = { tenant: await servedBy(site, TENANT), canary: await servedBy(site, CANARY) };
  const before = await generationOf(site);
  await applyShop(site, TENANT, { canary: false });
  // As docs/changing.md says it of a tenant.
  const labels = `cdk8s-wso2-mi/unit=shop,cdk8s-wso2-mi/tenant=${CANARY}`;
  const kinds = 'deployment,statefulset,service,hpa,pdb,configmap,serviceaccount';
  await type(`kubectl -n shop delete ${kinds} -l ${labels}`, cluster);
  await until('the end of the canary', WAIT_SECONDS, async () => (await canary.all()).length === 0);
  const all = await kubectl.ok(['-n', 'shop', 'get', `${kinds},pods,replicasets`, '-l', labels, '-o', 'name']);
  const left = all.split('\n').filter((name) => name !== '');
  const after = await generationOf(site);
  return { tenant: one, answers, served, generation: { before, after }, left, afterwards: await pods.all() };
}

async function servedBy({ kubectl }: Site, service: string): Promise<ServerAnswer> {
  const podIP = await servingAddress(kubectl, 'shop', service);
  return answerOf({ status: { podIP } });
}

async function generationOf({ kubectl }: Site): Promise<number> {
  return Number(await kubectl.ok(['-n', 'shop', 'get', 'deployment', TENANT, '-o', 'jsonpath={.metadata.generation}']));
}
