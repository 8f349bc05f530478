import { rolledOut } from '../rolled-out';
import { until } from '../wait';
import { CHANGING, type Commit, changingFiles, MOVING, UNIT } from './changing-fleet';
import type { TenantAnswer } from './door';
import { during } from './during';
import type { Edge } from './edge';
import { objectsIn, type RoutedObject } from './public-routes';

/** The commit that the edge is opened with, and those that follow. */
export const FIRST: Commit = { version: '1.0.0', canary: '2.0.0', live: 'blue', via: ['nginx'] };
const PROMOTED: Commit = { ...FIRST, version: '2.0.0', canary: undefined };
const TURNED: Commit = { ...PROMOTED, live: 'green' };
const BOTH: Commit = { ...TURNED, via: ['nginx', 'gateway'] };
const MOVED: Commit = { ...TURNED, via: ['gateway'] };

const BLUE = `${UNIT}/blue`;
const GREEN = `${UNIT}/green`;
const SETTLE_SECONDS = 30;
const OFTEN = 40;

/** What a team does while its tenants are used: promote a canary, switch to another tenant, move to another gateway. */
export function describeChanges(edge: () => Edge): void {
  /** Answers at every door, each of a pod. */
  const answers = (id: string): Promise<TenantAnswer[][]> =>
    Promise.all(
      CHANGING.map(({ door, domain }) =>
        edge()
          .door(door)
          .often({ host: `${id}.${UNIT}.${domain}` }, OFTEN),
      ),
    );

  test('a canary runs its image beside that of its tenant', async () => {
    await settles(() => answers('app'), versionOf, ['1.0.0', '2.0.0']);
  });

  test('promoted, its image answers every request at every door, and no request is lost on the way', async () => {
    await during(
      () => answers('app'),
      () => change(FIRST, PROMOTED),
    );
    await settles(() => answers('app'), versionOf, ['2.0.0']);
    await until('the end of the canary', SETTLE_SECONDS, async () => {
      const left = await edge().pods(`${UNIT}/app-canary`);
      expect(left).toEqual([]);
      return true;
    });
  });

  test('a route changed from one tenant to another is switched at every door, and no request is lost', async () => {
    await settles(() => answers('colour'), ownerOf, [BLUE]);
    const told = await during(
      () => answers('colour'),
      () => change(PROMOTED, TURNED),
    );
    expect([BLUE, GREEN]).toEqual(expect.arrayContaining([...new Set(told.flat(2).map(ownerOf))]));
    await settles(() => answers('colour'), ownerOf, [GREEN]);
  });

  test('a unit that moves is served at both doors, and at last at the new one alone; no request is lost', async () => {
    const moving = { host: MOVING };
    const [nginx, gateway] = [edge().door('nginx'), edge().door('gateway')];
    await nginx.reaches(moving, BLUE);
    expect((await gateway.ask(moving)).tenant).not.toBe(BLUE);
    const old = await during(
      () => nginx.often(moving, OFTEN),
      () => change(TURNED, BOTH),
    );
    expect(new Set(old.flat().map(ownerOf))).toEqual(new Set([BLUE]));
    await gateway.reaches(moving, BLUE);
    const now = await during(
      () => gateway.often(moving, OFTEN),
      () => change(BOTH, MOVED),
    );
    expect(new Set(now.flat().map(ownerOf))).toEqual(new Set([BLUE]));
    await until('silence at the old door', SETTLE_SECONDS, async () => (await nginx.ask(moving)).tenant !== BLUE);
  });

  /** Applies a commit, waits until all of it runs, and deletes what it no longer has, as a pipeline does it. */
  async function change(from: Commit, to: Commit): Promise<void> {
    const { kubectl } = edge().cluster;
    const files = changingFiles(to);
    await kubectl.apply(...files);
    const kept = new Set(objectsIn(files).map(nameOf));
    const gone = objectsIn(changingFiles(from)).filter((object) => !kept.has(nameOf(object)));
    if (gone.length > 0)
      await kubectl.ok(['delete', '-f', '-'], { input: gone.map((one) => JSON.stringify(one)).join('\n---\n') });
    await rolledOut(kubectl, UNIT);
    await edge().hasPods(objectsIn(files));
  }
}

/** Asks until those that answer are as expected at every door. */
async function settles(
  answers: () => Promise<readonly (readonly TenantAnswer[])[]>,
  told: (answer: TenantAnswer) => string,
  expected: readonly string[],
): Promise<void> {
  await until(`${expected} at every door`, SETTLE_SECONDS, async () => {
    const seen = (await answers()).map((some) => [...new Set(some.map(told))].sort());
    expect(seen).toEqual(seen.map(() => expected));
    return true;
  });
}

/** The version of the application: `app:1.0.0-mi4.4.0`. */
function versionOf({ image }: TenantAnswer): string {
  return image.replace(/^.*:/, '').replace(/-mi.*$/, '');
}

function ownerOf({ tenant }: TenantAnswer): string {
  return tenant;
}

function nameOf({ kind, metadata: { namespace, name } }: RoutedObject): string {
  return `${kind} ${namespace}/${name}`;
}
