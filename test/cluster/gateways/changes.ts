import { rolledOut } from '../rolled-out';
import { until } from '../wait';
import { CHANGING, type Commit, changingFiles, MOVING, UNIT } from './changing-fleet';
import type { TenantAnswer } from './door';
import type { Edge } from './edge';
import { objectsIn, type RoutedObject } from './public-routes';

/** The commit that the edge is opened with, and those that follow. */
export const FIRST: Commit = { version: '1.0.0', canary: '2.0.0', live: 'blue', via: ['nginx'] };
const PROMOTED: Commit = { ...FIRST, version: '2.0.0', canary: undefined };
const GREEN: Commit = { ...PROMOTED, live: 'green' };
const BOTH: Commit = { ...GREEN, via: ['nginx', 'gateway'] };
const MOVED: Commit = { ...GREEN, via: ['gateway'] };

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
    await during('app', () => change(FIRST, PROMOTED));
    await settles(() => answers('app'), versionOf, ['2.0.0']);
    expect(await edge().pods(`${UNIT}/app-canary`)).toEqual([]);
  });

  test('a route changed from one tenant to another is switched at every door, and no request is lost', async () => {
    await settles(() => answers('colour'), ownerOf, [`${UNIT}/blue`]);
    await during('colour', () => change(PROMOTED, GREEN));
    await settles(() => answers('colour'), ownerOf, [`${UNIT}/green`]);
  });

  test('a unit that moves is served at both doors, and at last at the new one alone', async () => {
    const moving = { host: MOVING };
    const [nginx, gateway] = [edge().door('nginx'), edge().door('gateway')];
    await nginx.reaches(moving, `${UNIT}/blue`);
    expect((await gateway.ask(moving)).tenant).not.toBe(`${UNIT}/blue`);
    await change(GREEN, BOTH);
    await gateway.reaches(moving, `${UNIT}/blue`);
    expect((await nginx.ask(moving)).tenant).toBe(`${UNIT}/blue`);
    await change(BOTH, MOVED);
    await until(
      'silence at the old door',
      SETTLE_SECONDS,
      async () => (await nginx.ask(moving)).tenant !== `${UNIT}/blue`,
    );
    expect((await gateway.ask(moving)).tenant).toBe(`${UNIT}/blue`);
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

  /** Asks at every door for as long as something is done; each time a pod must answer. */
  async function during(id: string, action: () => Promise<void>): Promise<void> {
    let done = false;
    const asking = (async () => {
      while (!done) await answers(id);
    })();
    try {
      await action();
    } finally {
      done = true;
      await asking;
    }
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
