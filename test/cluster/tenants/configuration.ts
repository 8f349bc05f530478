import { until } from '../wait';
import { atOnce } from './at-once';
import { SHOP } from './fleets';
import type { Change } from './manifests';
import { type RunningPod, restarts, TenantPods, WAIT_SECONDS } from './pods';
import { BROUGHT_FILES, FIRST, OWN_FILE, SECOND, VARIABLES, VAULT_PASSWORD, type Words } from './rich';
import { type AboutServer, aboutOf } from './server';
import { applyShop, renderedFiles, type Site, shopObjects } from './site';

const TENANT = SHOP.configured;
const PODS = 2;

/** What servers said about themselves. */
interface Configurations {
  readonly first: readonly AboutServer[];
  readonly pods: readonly string[];
  /** One before the change whose server was ended and started again after it. */
  readonly restarted: AboutServer;
  readonly second: readonly AboutServer[];
  readonly undone: readonly AboutServer[];
}

/** Which configuration the pods of each generation have. */
export function describeConfiguration(site: () => Site): void {
  const seen = atOnce(() => changedAndUndone(site()));
  const rendered = (words: Words) => renderedFiles(shopObjects(TENANT, words));

  describe('the configuration', () => {
    test('is the rendered one in every pod: deployment.toml, log4j2.properties and further files', async () => {
      expect(Object.keys(rendered(FIRST)).sort()).toEqual(['conf/deployment.toml', 'conf/log4j2.properties', OWN_FILE]);
      for (const { started } of (await seen()).first) expect(started).toMatchObject(rendered(FIRST));
    });

    test('is replaced with the pods when it changes', async () => {
      const before = rendered(FIRST);
      for (const [path, hash] of Object.entries(rendered(SECOND))) expect(hash).not.toBe(before[path]);
      for (const { started } of (await seen()).second) expect(started).toMatchObject(rendered(SECOND));
    });

    test('stays that of its generation where a server restarts in the middle of an update', async () => {
      const { started } = (await seen()).restarted;
      expect(started).toMatchObject({ ...rendered(FIRST), ...BROUGHT_FILES });
    });

    test('is the one before after a rollback', async () => {
      for (const { started } of (await seen()).undone) expect(started).toMatchObject(rendered(FIRST));
    });

    test('makes other pods when any part of it changes, and none when nothing does', () => {
      const before = templateOf(FIRST);
      expect(templateOf({ ...FIRST })).toEqual(before);
      for (const part of ['toml', 'log4j2', 'file', 'secrets'] as const) {
        expect(templateOf({ ...FIRST, [part]: SECOND[part] })).not.toEqual(before);
      }
    });

    test('gives the password of the vault to every start of a container, and the server takes it away', async () => {
      const { first, restarted } = await seen();
      for (const { password, started, now } of [...first, restarted]) {
        expect(password).toBe(VAULT_PASSWORD);
        expect(started).toHaveProperty('password-tmp');
        expect(now).not.toHaveProperty('password-tmp');
      }
    });

    test('has whole Secrets and ConfigMaps as variables, and those of the tenant win', async () => {
      for (const { environment } of (await seen()).first) expect(environment).toMatchObject(VARIABLES);
    });

    test('gives each pod that shares out its work an id of its own', async () => {
      const { first, pods } = await seen();
      expect(first.map(({ environment }) => environment.nodeId)).toEqual(pods);
      expect(new Set(pods).size).toBe(PODS);
    });
  });
}

async function changedAndUndone(site: Site): Promise<Configurations> {
  const { kubectl } = site;
  const pods = new TenantPods(kubectl, 'shop', TENANT);
  const before = await pods.ready(PODS);
  const first = await aboutAll(before);
  await applyShop(site, TENANT, { words: SECOND }, heldUp);
  const known = new Set(before.map(({ metadata }) => metadata.uid));
  await until('a pod of the new generation', WAIT_SECONDS, async () =>
    (await pods.all()).some(({ metadata }) => !known.has(metadata.uid)),
  );
  const restarted = await aboutAfterRestart(pods, before);
  await kubectl.ok(['-n', 'shop', 'patch', 'deployment', TENANT, '-p', '{"spec":{"minReadySeconds":1}}']);
  const second = await aboutAll(await pods.rolledOut(PODS));
  await pods.rollout('undo');
  const undone = await aboutAll(await pods.rolledOut(PODS));
  return { first, pods: before.map(({ metadata }) => metadata.name), restarted, second, undone };
}

// No pod of the new generation counts before this is over, so that those of the old one stay as long as it takes.
const heldUp: Change = (manifest) =>
  manifest.kind === 'Deployment' ? { ...manifest, spec: { ...manifest.spec, minReadySeconds: 300 } } : manifest;

async function aboutAfterRestart(pods: TenantPods, before: readonly RunningPod[]): Promise<AboutServer> {
  const [old] = before;
  if (old === undefined) throw new Error('a pod of the old generation must be there');
  await pods.runLate(old, 'kill -KILL "$(cat "$WSO2_SERVER_HOME/wso2carbon.pid")"');
  return until('the restart of a server', WAIT_SECONDS, async () => {
    const now = (await pods.all()).find(({ metadata }) => metadata.uid === old.metadata.uid);
    return now !== undefined && restarts(now) > 0 && aboutOf(now);
  });
}

async function aboutAll(pods: readonly RunningPod[]): Promise<AboutServer[]> {
  return Promise.all(pods.map((pod) => aboutOf(pod)));
}

function templateOf(words: Words): object | undefined {
  return shopObjects(TENANT, words).find(({ kind }) => kind === 'Deployment')?.spec?.template;
}
