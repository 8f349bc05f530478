import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from './build/cache';
import { ask } from './client';
import { allBecome } from './conditions';
import { writeCredentials } from './credentials';
import { Kubectl } from './kubectl';
import { kwokNode, warmUpAddresses } from './kwok-node';
import { type Command, OwnedProcess } from './owned-process';
import { freePorts } from './ports';
import { apiserver, controllerManager, etcdServer, kwokServer, type Ports, type Site, scheduler } from './servers';
import { KUBERNETES, type Minor } from './versions';

/** What a control plane is started with. */
export interface ControlPlaneProps {
  readonly minor: Minor;
  /**
   * Nodes without containers.
   *
   * @default 0
   */
  readonly kwokNodes?: number;
  /** @default - none; flags that are added to those of the servers */
  readonly flags?: Flags;
}

type Flags = Partial<Record<'apiserver' | 'controllerManager' | 'scheduler', readonly string[]>>;

const READY_SECONDS = 60;
// Short, so that an end of the server is noticed between two polls.
const POLL_SECONDS = 2;

/** A Kubernetes control plane of its own, in the network namespace of this process. */
export class ControlPlane {
  /** Starts one and waits until it serves, its controllers work and its nodes are ready. */
  static async start({ minor, kwokNodes = 0, flags = {} }: ControlPlaneProps): Promise<ControlPlane> {
    const plane = new ControlPlane(await newSite(minor));
    try {
      await plane.startServers(flags);
      if (kwokNodes > 0) await plane.addKwokNodes(kwokNodes);
      return plane;
    } catch (error) {
      await plane.stop();
      throw error;
    }
  }

  readonly kubectl: Kubectl;
  private readonly processes = new Map<string, OwnedProcess>();

  private constructor(private readonly site: Site) {
    this.kubectl = new Kubectl(program(site.kubernetes, 'kubectl'), site.credentials.kubeconfig, site.folder);
  }

  /** Full version, such as "1.36.3". */
  get version(): string {
    return this.site.kubernetes.version;
  }

  /** Path of a kubeconfig with every right. */
  get kubeconfig(): string {
    return this.site.credentials.kubeconfig;
  }

  /** The data folder, with one log file a server. */
  get folder(): string {
    return this.site.folder;
  }

  /** Process id of a server, such as "kube-apiserver". */
  pid(name: string): number | undefined {
    return this.processes.get(name)?.pid;
  }

  /** Brings in that many nodes without containers, "kwok-0" and up, and waits until they are ready. */
  async addKwokNodes(count: number): Promise<void> {
    const known = this.processes.get('kwok');
    const kwok = known ?? this.run(kwokServer(this.site));
    await this.kubectl.apply(...Array.from({ length: count }, (_, index) => kwokNode(index)));
    await kwok.ready(READY_SECONDS, () => allBecome(this.kubectl, 'node', 'Ready', POLL_SECONDS));
    if (known === undefined) await warmUpAddresses(this.kubectl);
  }

  /** Ends every server, those first that ask others. */
  async stop(): Promise<void> {
    const [etcd, server, ...clients] = this.processes.values();
    await Promise.all(clients.map((one) => one.stop()));
    await server?.stop();
    await etcd?.stop();
    this.processes.clear();
    rmSync(join(this.folder, 'etcd'), { recursive: true, force: true });
  }

  private async startServers(flags: Flags): Promise<void> {
    const etcd = this.run(etcdServer(this.site));
    await etcd.ready(READY_SECONDS, () => ask({ port: this.site.ports.etcd, host: 'localhost', path: '/health' }));
    const server = this.run(apiserver(this.site, flags.apiserver ?? []));
    await server.ready(READY_SECONDS, () => this.kubectl.ok(['get', '--raw', '/readyz']));
    const placing = this.run(scheduler(this.site, flags.scheduler ?? []));
    const controllers = this.run(controllerManager(this.site, flags.controllerManager ?? []));
    // A pod is refused until the controllers have made the service account of its namespace.
    await controllers.ready(READY_SECONDS, () => this.kubectl.ok(['get', 'serviceaccount/default']));
    const health = { port: this.site.ports.scheduler, host: 'localhost', path: '/healthz', tls: true };
    await placing.ready(READY_SECONDS, () => ask(health));
  }

  private run(command: Command): OwnedProcess {
    const process = OwnedProcess.start(command);
    this.processes.set(command.name, process);
    return process;
  }
}

async function newSite(minor: Minor): Promise<Site> {
  const folder = mkdtempSync(join(process.env.CLUSTER_RUN_FOLDER ?? tmpdir(), `${minor}-`));
  const ports = await newPorts();
  const credentials = writeCredentials(folder, `https://127.0.0.1:${ports.apiserver}`);
  return { folder, kubernetes: KUBERNETES[minor], credentials, ports };
}

async function newPorts(): Promise<Ports> {
  const [etcd = 0, etcdPeer = 0, apiserver = 0, controllerManager = 0, scheduler = 0, kwok = 0] = await freePorts(6);
  return { etcd, etcdPeer, apiserver, controllerManager, scheduler, kwok };
}
