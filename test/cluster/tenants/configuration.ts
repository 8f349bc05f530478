import { createHash } from 'node:crypto';
import { until } from '../wait';
import { atOnce } from './at-once';
import { SHOP } from './fleets';
import { answerOf, type RunningPod, restarts, TenantPods } from './pods';
import { applyShop, configurationOf, type Site } from './site';

const TENANT = SHOP.configured;
const PODS = 2;

interface Configurations {
  readonly first: readonly string[];
  /** That of a pod before the change whose server was ended and started again after it. */
  readonly restarted: string;
  readonly second: readonly string[];
  readonly undone: readonly string[];
}

/** Which configuration the pods of each generation have. */
export function describeConfiguration(site: () => Site): void {
  const seen = atOnce(() => changedAndUndone(site()));

  describe('the configuration', () => {
    test('is the rendered one in every pod', async () => {
      expect((await seen()).first).toEqual([hashOf('first'), hashOf('first')]);
    });

    test('is replaced with the pods when it changes', async () => {
      expect(hashOf('second')).not.toBe(hashOf('first'));
      expect((await seen()).second).toEqual([hashOf('second'), hashOf('second')]);
    });

    test('stays that of its generation where a server restarts in the middle of an update', async () => {
      expect((await seen()).restarted).toBe(hashOf('first'));
    });

    test('is the one before after a rollback', async () => {
      expect((await seen()).undone).toEqual([hashOf('first'), hashOf('first')]);
    });
  });
}

async function changedAndUndone(site: Site): Promise<Configurations> {
  const pods = new TenantPods(site.kubectl, 'shop', TENANT);
  const before = await pods.ready(PODS);
  const first = await configurationsOf(before);
  const known = new Set(before.map(({ metadata }) => metadata.uid));
  await applyShop(site, 'second', TENANT);
  await until('a pod of the new generation', 30, async () =>
    (await pods.all()).some(({ metadata }) => !known.has(metadata.uid)),
  );
  await pods.rollout('pause');
  const restarted = await configurationAfterRestart(pods, known);
  await pods.rollout('resume');
  const second = await configurationsOf(await pods.rolledOut(PODS));
  await pods.rollout('undo');
  return { first, restarted, second, undone: await configurationsOf(await pods.rolledOut(PODS)) };
}

async function configurationAfterRestart(pods: TenantPods, known: ReadonlySet<string>): Promise<string> {
  const stays = ({ metadata }: RunningPod) => known.has(metadata.uid) && metadata.deletionTimestamp === undefined;
  const old = (await pods.all()).find(stays);
  if (old === undefined) throw new Error('a pod of the old generation must stay while the rollout is paused');
  await pods.run(old, 'kill -KILL "$(cat "$WSO2_SERVER_HOME/wso2carbon.pid")"');
  return until('the restart of a server', 60, async () => {
    const now = (await pods.all()).find(({ metadata }) => metadata.uid === old.metadata.uid);
    return now !== undefined && restarts(now) > 0 && (await answerOf(now)).configuration;
  });
}

async function configurationsOf(pods: readonly RunningPod[]): Promise<string[]> {
  return Promise.all(pods.map(async (pod) => (await answerOf(pod)).configuration));
}

function hashOf(generation: string): string {
  return createHash('sha256').update(configurationOf(generation, TENANT)).digest('hex');
}
