import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { changeOf } from '../../../lib/review/change';
import { runningState } from '../../../lib/review/cluster-source';
import { at, listAt, textAt } from '../../../lib/review/read';
import { type Review, reviewOf, reviewOfChange } from '../../../lib/review/review';
import type { Cluster } from '../cluster';
import type { KubectlResult } from '../kubectl';
import { listed, theListed } from '../listed';
import { isOf, isReady, type PodHistory, type PodWatch, podsNow, type TenantName } from '../pod-watch';
import { type } from '../shell';
import { until } from '../wait';
import { type Counted, countedFleet } from './counted';
import type { Keda } from './programs';
import type { Queues } from './queues';

/** KEDA looks at a queue every 30 seconds, where no autoscaler does. */
const SECONDS = 100;
const STAYS_MILLISECONDS = 5000;

/** The tenant of a unit. */
export function ordersOf(namespace: string): TenantName {
  return { namespace, name: 'orders' };
}

/** Units of one cluster, each with one tenant that is counted in one way and then in another. */
export class CountedUnits {
  public constructor(
    private readonly cluster: Cluster,
    private readonly keda: Keda,
    private readonly watch: PodWatch,
    private readonly queues: Queues,
  ) {}

  /** What is rendered. */
  files(unit: string, counted: Counted): ReadonlyMap<string, string> {
    return countedFleet(this.queues, unit, counted).render();
  }

  /** Writes it, in the place of what was rendered before. */
  enter(unit: string, counted: Counted): void {
    mkdirSync(join(this.folderOf(unit), 'dist'), { recursive: true });
    for (const [name, text] of this.files(unit, counted)) writeFileSync(join(this.folderOf(unit), 'dist', name), text);
  }

  /** Applies what is written. */
  async applied(unit: string): Promise<KubectlResult> {
    return this.cluster.kubectl.run(['apply', '--server-side', '-f', join(this.folderOf(unit), 'dist')]);
  }

  /** Writes and applies it, and gives what the server warns of. */
  async becomes(unit: string, counted: Counted): Promise<string> {
    this.enter(unit, counted);
    const { code, stderr } = await this.applied(unit);
    if (code !== 0) throw new Error(stderr);
    return stderr;
  }

  /** Types commands of the documents, beside the folder of what is written. */
  async type(unit: string, commands: string): Promise<void> {
    await type(commands.replaceAll('retail', unit), this.cluster, this.folderOf(unit));
  }

  /** Waits until a tenant has so many pods, all ready, and no others. */
  async ready(unit: string, pods: number): Promise<void> {
    await until(`${pods} pods in ${unit}`, SECONDS, async () => {
      const failure = this.keda.failure();
      if (failure !== undefined) throw failure;
      const there = (await podsNow(this.cluster.kubectl)).filter(isOf(ordersOf(unit)));
      if (there.length !== pods || !there.every(isReady)) throw new Error(`${there.length} pods`);
      return true;
    });
  }

  /** Looks for some rounds of the autoscalers: the fewest ready pods, and the most. */
  async stays(unit: string): Promise<readonly [number, number]> {
    const history: PodHistory = await this.watch.during(() => sleep(STAYS_MILLISECONDS));
    return [history.leastReady(ordersOf(unit)), history.most(ordersOf(unit))];
  }

  /** Who owns the number of pods, and by what. */
  async owners(unit: string): Promise<string[]> {
    const workload = await theListed(
      this.cluster.kubectl,
      ...['deployment', 'orders', '-n', unit, '--show-managed-fields'],
    );
    return listAt(workload, 'metadata', 'managedFields')
      .filter((entry) => at(entry, 'fieldsV1', 'f:spec', 'f:replicas') !== undefined)
      .map((entry) => `${textAt(entry, 'manager')} (${textAt(entry, 'operation')})`);
  }

  /** What counts the pods of a unit. */
  async scalers(unit: string): Promise<string[]> {
    const found = await listed(this.cluster.kubectl, 'hpa,scaledobject', '-n', unit);
    return found.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort();
  }

  /** What a review says of a change of the files. */
  told(unit: string, from: Counted, to: Counted): string[] {
    return linesOf(reviewOf(this.files(unit, from), this.files(unit, to)), unit);
  }

  /** And of what runs, against files. */
  toldOfCluster(unit: string, to: Counted): string[] {
    const files = this.files(unit, to);
    return linesOf(reviewOfChange(changeOf(runningState(files, undefined).texts, files)), unit);
  }

  /** The commands that stop and start the tenant, as its workload describes them. */
  async stopAndStart(unit: string): Promise<readonly [string, string]> {
    const { metadata } = await theListed(this.cluster.kubectl, 'deployment', 'orders', '-n', unit);
    const text = metadata.annotations?.['kubernetes.io/description'] ?? '';
    const [, stop = '', start = ''] = /Stop: ([^;]*); start: ([^;]*)/.exec(text) ?? [];
    return [stop, start];
  }

  private folderOf(unit: string): string {
    return join(this.cluster.folder, unit);
  }
}

function linesOf({ findings }: Review, unit: string): string[] {
  return findings
    .filter((finding) => finding.unit === unit)
    .map(({ severity, rule, says }) => `${severity} ${rule}: ${says}`);
}
