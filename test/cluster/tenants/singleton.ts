import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../wait';
import { atOnce } from './at-once';
import { READER } from './fleets';
import { type RunningPod, TenantPods, WAIT_SECONDS } from './pods';
import { answerOf } from './server';
import { applyPoller, POLLED, POLLER, type Site } from './site';

const FILE_MILLISECONDS = 500;

interface Story {
  readonly files: number;
  /** What the pollers wrote about themselves: when each began and ended, and which file it took. */
  readonly journal: readonly string[];
  readonly left: readonly string[];
}

/** The life of the poller of `dist/` and of the volume that it shares. */
export function describeSingleton(site: () => Site): void {
  const story = atOnce(() => replacedThreeTimes(site()));

  describe('the poller', () => {
    test('is never two, over an update, a deletion and an eviction', async () => {
      const { journal } = await story();
      const lives = journal.filter((word) => word === 'start' || word === 'stop');
      expect(lives).toEqual(['start', 'stop', 'start', 'stop', 'start', 'stop', 'start']);
    });

    test('works only between its start and its stop', async () => {
      const { journal } = await story();
      const afterStop = journal.filter((word, index) => journal[index - 1] === 'stop' && word !== 'start');
      expect(afterStop).toEqual([]);
    });

    test('takes every file once, whatever happens to its pod', async () => {
      const { files, journal, left } = await story();
      const taken = journal.filter((word) => word.startsWith('take '));
      expect(taken).toHaveLength(files);
      expect(new Set(taken).size).toBe(files);
      expect(left).toEqual([]);
      console.log(`poller: ${files} files`);
    });
  });

  describe('the shared volume', () => {
    const reader = () => new TenantPods(site().kubectl, 'clinic', READER);

    test('shows a tenant what another writes', async () => {
      await story();
      const read = await reader().run(await reader().theReady(), `head -n 1 ${POLLED}/poller.journal`);
      expect(read).toMatch(/^lab-results-poller-0 \d+ start$/);
    });

    test('cannot be written by a tenant that only reads it', async () => {
      const written = reader().run(await reader().theReady(), `echo >${POLLED}/of-the-reader`);
      await expect(written).rejects.toThrow('Read-only file system');
    });
  });
}

async function replacedThreeTimes(site: Site): Promise<Story> {
  const { volume } = site;
  const pods = new TenantPods(site.kubectl, 'clinic', POLLER);
  const first = await pods.theReady();
  const laboratory = new Laboratory(volume);
  await replaceThreeTimes(site, pods, first).finally(() => laboratory.close());
  const files = await laboratory.close();
  const left = () => readdirSync(volume).filter((name) => name.endsWith('.csv'));
  await until('the end of the work', WAIT_SECONDS, () => left().length === 0);
  return { files, journal: journalIn(volume), left: left() };
}

async function replaceThreeTimes(site: Site, pods: TenantPods, first: RunningPod): Promise<void> {
  const { kubectl } = site;
  await applyPoller(site, 'second');
  const updated = await pods.successorOf(first);
  if ((await answerOf(updated)).generation !== 'second') throw new Error('the update must reach the poller');
  await kubectl.ok(['-n', 'clinic', 'delete', 'pod', updated.metadata.name, '--wait=false']);
  const recreated = await pods.successorOf(updated);
  const eviction = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name: recreated.metadata.name } };
  const path = `/api/v1/namespaces/clinic/pods/${recreated.metadata.name}/eviction`;
  await kubectl.ok(['create', '--raw', path, '-f', '-'], { input: JSON.stringify(eviction) });
  await pods.successorOf(recreated);
}

// Each line is the pod, the time and what it does; a heartbeat says no more than that it lives.
function journalIn(volume: string): string[] {
  const lines = readFileSync(join(volume, 'poller.journal'), 'utf8').trim().split('\n');
  return lines.map((line) => line.split(' ').slice(2).join(' '));
}

/** Drops files into a folder until it is closed. */
class Laboratory {
  private readonly work: Promise<number>;
  private open = true;

  constructor(private readonly folder: string) {
    this.work = this.drop();
  }

  async close(): Promise<number> {
    this.open = false;
    return this.work;
  }

  private async drop(): Promise<number> {
    let count = 0;
    for (; this.open && existsSync(this.folder); count += 1) {
      writeFileSync(join(this.folder, `result-${count}.csv`), 'a result\n');
      await sleep(FILE_MILLISECONDS);
    }
    return count;
  }
}
