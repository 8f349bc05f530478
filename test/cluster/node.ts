import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Cluster } from './cluster';
import { archive, type Image } from './image/archive';
import { containerd, pauseImage } from './node/containerd';
import { kubelet, kubeProxy } from './node/kubelet';
import { containerProcesses, type Preparation, prepareMachine, shims } from './node/machine';
import { type NodeSite, runtimeSocket } from './node/site';
import { OwnedProcess } from './owned-process';
import { until } from './wait';

/** What a node is started with. */
export interface NodeProps {
  /** @default 'node-0' */
  readonly name?: string;
  /**
   * Images that its pods can use; there is no registry.
   *
   * @default - none; more can be brought in later
   */
  readonly images?: readonly Image[];
}

const READY_SECONDS = 60;
// With all that is stopped after them, within the time that a suite has for its end (node-suite.ts).
const PODS_GONE_SECONDS = 180;
const NODE_GONE_SECONDS = 30;
const END_SECONDS = 30;

/** Starts a real node, joined to a control plane, and waits until it is ready. */
export async function startNode(cluster: Cluster, { name = 'node-0', images = [] }: NodeProps = {}): Promise<RealNode> {
  const folder = mkdtempSync(join(cluster.folder, `${name}-`));
  for (const one of ['cni', 'images', 'pod-logs']) mkdirSync(join(folder, one));
  const controlGroup = `cdk8s-wso2-mi-${basename(folder)}`;
  const node = new RealNode({ name, folder, kubeconfig: cluster.kubeconfig, controlGroup }, cluster);
  try {
    await node.start([pauseImage(), ...images]);
    return node;
  } catch (error) {
    await node.stop();
    throw error;
  }
}

/** A kubelet, a container runtime and a kube-proxy in the namespaces of this process. */
export class RealNode {
  private readonly processes: OwnedProcess[] = [];
  private preparation: Preparation | undefined;

  /** Use `startNode`. */
  constructor(
    private readonly site: NodeSite,
    private readonly cluster: Cluster,
  ) {}

  /** Name of its Node object. */
  get name(): string {
    return this.site.name;
  }

  /** Holds the log files of its programs. */
  get folder(): string {
    return this.site.folder;
  }

  /** Starts everything; the runtime comes first, with the images that the others need. */
  async start(images: readonly Image[]): Promise<void> {
    this.preparation = prepareMachine(this.site);
    const runtime = this.run(OwnedProcess.start(containerd(this.site)));
    await runtime.ready(READY_SECONDS, () => this.ctr('version'));
    for (const image of images) await this.import(image);
    this.run(OwnedProcess.start(kubeProxy(this.site)));
    const agent = this.run(OwnedProcess.start(kubelet(this.site)));
    await agent.ready(READY_SECONDS, () =>
      this.cluster.kubectl.ok(['wait', `node/${this.name}`, '--for=condition=Ready', `--timeout=${READY_SECONDS}s`]),
    );
  }

  /** Brings in an image under its names. */
  async import(image: Image): Promise<void> {
    const file = join(this.site.folder, 'images', 'image.tar');
    writeFileSync(file, archive(image));
    await this.ctr('images', 'import', '--snapshotter', 'native', file);
    rmSync(file);
  }

  /** Ends its pods, then its programs, and puts the machine back as it was. */
  async stop(): Promise<void> {
    const problem = await this.deletePods().catch((error: unknown) => error);
    const [runtime, ...others] = this.processes;
    await Promise.all(others.map((one) => one.stop()));
    await this.endContainers();
    await runtime?.stop();
    this.preparation?.undo();
    for (const one of ['containerd', 'images', 'kubelet'])
      rmSync(join(this.folder, one), { recursive: true, force: true });
    if (problem instanceof Error) throw problem;
  }

  // Controllers make new pods as long as a node will take them.
  private async deletePods(): Promise<void> {
    const { kubectl } = this.cluster;
    const { code } = await kubectl.run(['cordon', this.name]);
    if (code !== 0) return;
    const ours = ['pods', '--all-namespaces', `--field-selector=spec.nodeName=${this.name}`];
    const how = ['--grace-period=1', '--ignore-not-found', '--wait=false', '-o', 'name'];
    await until(`the end of all pods of ${this.name}`, PODS_GONE_SECONDS, async () => {
      // Each time anew: one may have been bound to it before it was shut.
      const told = await kubectl.ok(['delete', ...ours, ...how]);
      return !told.includes('pod/');
    });
    await kubectl.ok(['delete', 'node', this.name, '--ignore-not-found', `--timeout=${NODE_GONE_SECONDS}s`]);
  }

  private async endContainers(): Promise<void> {
    const left = () => [...containerProcesses(this.site), ...shims(runtimeSocket(this.site))];
    await until(`the end of all containers of ${this.name}`, END_SECONDS, () => {
      for (const id of left()) kill(id);
      return left().length === 0;
    });
  }

  private run(process: OwnedProcess): OwnedProcess {
    this.processes.push(process);
    return process;
  }

  private async ctr(...args: string[]): Promise<string> {
    const all = ['--address', runtimeSocket(this.site), '--namespace', 'k8s.io', ...args];
    const child = spawn('ctr', all, { stdio: ['ignore', 'pipe', 'pipe'], timeout: READY_SECONDS * 1000 });
    const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    if (code !== 0) throw new Error(`ctr ${args.join(' ')} must succeed, got ${code}: ${stderr.trim()}`);
    return stdout;
  }
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}
