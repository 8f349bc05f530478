import { hostname, userInfo } from 'node:os';
import type { ObjectMeta } from '../../imports/k8s';
import { MANAGED_BY } from '../core/managed-by';
import { codeOf } from '../core/outcome';
import { refuse, verbatim } from '../core/refusal';
import type { Manifest } from '../diff/manifest';
import { fieldsAt, numberAt, textAt } from '../review/read';
import type { Kubectl } from './kubectl';
import type { Part } from './part';

const SECONDS = 60;
const RENEW_SECONDS = 15;
const CHANGED = `${MANAGED_BY}/changed`;
const UNFINISHED = `${MANAGED_BY}/unfinished`;

/** A workload that a deploy changed. */
export interface Changed {
  /** `Deployment orders`. */
  readonly title: string;
  /**
   * The revision that it had before.
   *
   * @default - it came, or its kind numbers none
   */
  readonly revision?: string;
}

/** What a unit’s last deploy left behind for the next command. */
export interface LastDeploy {
  /** Workloads that it changed. */
  readonly changed: readonly Changed[];
  /** Whether it ended before all was done. */
  readonly unfinished: boolean;
}

/**
 * Says in the cluster that a unit is being changed, and by whom, so that two at once do not fight. It ends by itself a
 * minute after its holder was killed; on the holder’s own machine at once.
 */
export class UnitLease {
  /** Takes it, or says who has it. */
  public static async take(kubectl: Kubectl, { id, unit = id, namespace }: Part): Promise<UnitLease> {
    const lease = new UnitLease(kubectl, id, `${unit}-deploy`, namespace);
    const [before] = await lease.read();
    const spec = { ...lease.spec(), acquireTime: now() };
    const object = lease.object(before, spec);
    if (before !== undefined) {
      lease.requireFree(before);
    }
    const { code, stdout, stderr } = await kubectl.run(
      [before === undefined ? 'create' : 'replace', '--filename=-', '--output=json'],
      { input: JSON.stringify(object) },
    );
    if (code !== 0) {
      return lease.refuseTaken(
        /already exists|Conflict|modified/i.test(stderr) ? 'somebody else, a moment ago' : stderr,
      );
    }
    lease.current = JSON.parse(stdout) as Manifest;
    lease.timer = setInterval(() => void lease.renew(), RENEW_SECONDS * 1000);
    lease.timer.unref();
    return lease;
  }

  private current: Manifest | undefined;
  private timer: NodeJS.Timeout | undefined;
  private lost = false;
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly kubectl: Kubectl,
    private readonly id: string,
    private readonly name: string,
    private readonly namespace: string,
  ) {}

  /** Refuses to go on when somebody else has taken it meanwhile. */
  public requireHeld(): void {
    if (this.lost) {
      this.refuseTaken('somebody else, since this process stopped for so long');
    }
  }

  /** What the last deploy that changed anything left. */
  public get last(): LastDeploy {
    const annotations = fieldsAt(this.current, 'metadata', 'annotations');
    const words = String(annotations[CHANGED] ?? '').split(', ');
    const changed = words
      .filter((word) => word !== '')
      .map((word) => {
        const [title = '', revision] = word.split('@');
        return { title, revision };
      });
    return { changed, unfinished: annotations[UNFINISHED] !== undefined };
  }

  /** Keeps what this one changes, together with what one before it has begun and not ended. */
  public async note(changed: readonly Changed[], unfinished: boolean): Promise<void> {
    const { last } = this;
    const begun = last.unfinished ? last.changed : [];
    const fresh = changed.filter(({ title }) => begun.every((one) => one.title !== title));
    const all = [...begun, ...fresh];
    const kept = all.length === 0 ? last.changed : all;
    await this.write(annotationsOf({ changed: kept, unfinished }));
  }

  /** Forgets workloads that went back: a way back has an end, and their revisions have other numbers since. */
  public async forget(titles: readonly string[]): Promise<void> {
    const changed = this.last.changed.filter(({ title }) => !titles.includes(title));
    await this.write(annotationsOf({ changed, unfinished: this.last.unfinished && changed.length > 0 }));
  }

  /** Gives it back. */
  public async release(): Promise<void> {
    clearInterval(this.timer);
    await this.write(undefined, '');
  }

  private read(): Promise<readonly Manifest[]> {
    return this.kubectl.list(`lease/${this.name}`, `--namespace=${this.namespace}`);
  }

  private renew(): Promise<void> {
    return this.write();
  }

  /** One write after another: each needs the version that the one before it has made. */
  private write(annotations?: Readonly<Record<string, string>>, holder = identity()): Promise<void> {
    this.writing = this.writing.then(async () => {
      const spec = { ...this.spec(), ...fieldsAt(this.current, 'spec'), renewTime: now(), holderIdentity: holder };
      const object = this.object(this.current, spec, annotations);
      const { code, stdout, stderr } = await this.kubectl.run(['replace', '--filename=-', '--output=json'], {
        input: JSON.stringify(object),
      });
      if (code === 0) {
        this.current = JSON.parse(stdout) as Manifest;
      } else {
        this.lost = this.lost || /Conflict|modified|not found/i.test(stderr);
      }
    });
    return this.writing;
  }

  private object(before: Manifest | undefined, spec: object, annotations?: Readonly<Record<string, string>>): object {
    const kept = annotations ?? textsAt(before, 'metadata', 'annotations');
    const resourceVersion = textAt(before, 'metadata', 'resourceVersion');
    const metadata: ObjectMeta = { name: this.name, namespace: this.namespace, annotations: kept, resourceVersion };
    return { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec };
  }

  private spec(): object {
    return { holderIdentity: identity(), leaseDurationSeconds: SECONDS, renewTime: now() };
  }

  private requireFree(before: Manifest): void {
    const holder = textAt(before, 'spec', 'holderIdentity') ?? '';
    const renewed = Date.parse(textAt(before, 'spec', 'renewTime') ?? '');
    const seconds = numberAt(before, 'spec', 'leaseDurationSeconds') ?? SECONDS;
    const isOver = !(Date.now() - renewed < seconds * 1000);
    if (holder !== '' && !isOver && !isDead(holder)) {
      this.refuseTaken(holder);
    }
  }

  private refuseTaken(holder: string): never {
    return refuse({
      prop: 'lease',
      kind: 'unit',
      id: this.id,
      must: 'be free',
      got: verbatim(`"${this.name}" in namespace "${this.namespace}", held by ${holder}`),
      instead: `wait for them; a command that was killed elsewhere lets go after ${SECONDS} s`,
    });
  }
}

function textsAt(value: unknown, ...path: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fieldsAt(value, ...path)).map(([key, text]) => [key, String(text)]));
}

/** User, machine and process. */
function identity(): string {
  return `${userInfo().username}@${hostname()}/${process.pid}`;
}

/** Whether a holder was a process of this machine that is no more. */
function isDead(holder: string): boolean {
  const [where, pid] = holder.split('/');
  if (where !== identity().split('/')[0]) {
    return false;
  }
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/** The time as a lease says it, to the microsecond. */
function now(): string {
  return new Date().toISOString().replace('Z', '000Z');
}

function annotationsOf({ changed, unfinished }: LastDeploy): Readonly<Record<string, string>> {
  const words = changed.map(({ title, revision }) => (revision === undefined ? title : `${title}@${revision}`));
  return { [CHANGED]: words.join(', '), ...(unfinished ? { [UNFINISHED]: 'true' } : {}) };
}
