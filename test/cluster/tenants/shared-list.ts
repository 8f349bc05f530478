import { setTimeout as sleep } from 'node:timers/promises';
import type { Kubectl } from '../kubectl';
import type { RunningPod } from './pods';

const PAUSE_MILLISECONDS = 200;

const lists = new WeakMap<Kubectl, SharedList>();

/**
 * All pods of a cluster, as they are at some moment after the call. Many who wait for their pods at the same time would
 * keep a small machine busy with their questions; so one list is asked for at a time, and shared.
 */
export async function listedPods(kubectl: Kubectl): Promise<readonly RunningPod[]> {
  const list = lists.get(kubectl) ?? new SharedList(kubectl);
  lists.set(kubectl, list);
  return list.next();
}

class SharedList {
  private going: Promise<unknown> = Promise.resolve();
  private waiting: Promise<readonly RunningPod[]> | undefined;

  constructor(private readonly kubectl: Kubectl) {}

  /** A list that nobody has asked for yet. */
  next(): Promise<readonly RunningPod[]> {
    this.waiting ??= this.begun();
    return this.waiting;
  }

  private async begun(): Promise<readonly RunningPod[]> {
    await this.going;
    this.waiting = undefined;
    const list = this.asked();
    this.going = list.then(pause, pause);
    return list;
  }

  private async asked(): Promise<readonly RunningPod[]> {
    const { items } = JSON.parse(await this.kubectl.ok(['get', '--raw', '/api/v1/pods'])) as { items: RunningPod[] };
    return items;
  }
}

function pause(): Promise<void> {
  return sleep(PAUSE_MILLISECONDS);
}
