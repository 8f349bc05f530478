import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { output } from '../../lib/core/program';
import { OwnedProcess } from '../cluster/owned-process';

/** Where docker keeps images: in folders of its own, or in containerd, as Docker Desktop and a new Docker 29 do. */
export type ImageStore = 'docker' | 'containerd';

/** Programs that it needs. Debian: docker.io docker-buildx. */
export const DOCKER_PROGRAMS = ['docker', 'dockerd', 'containerd', 'runc'];

const READY_SECONDS = 120;

/** A docker of a run's own, with its BuildKit, that knows no image yet. */
export class DockerDaemon {
  public static async start(folder: string, store: ImageStore): Promise<DockerDaemon> {
    const root = mkdtempSync(join(folder, 'docker-'));
    const socket = `unix://${join(root, 'socket')}`;
    const settings = {
      features: { 'containerd-snapshotter': store === 'containerd' },
      'storage-driver': store === 'containerd' ? 'overlayfs' : 'vfs',
      'data-root': join(root, 'data'),
      'exec-root': join(root, 'exec'),
      pidfile: join(root, 'pid'),
      hosts: [socket],
      bridge: 'none',
      iptables: false,
      ip6tables: false,
    };
    mkdirSync(join(root, 'data'));
    writeFileSync(join(root, 'daemon.json'), JSON.stringify(settings));
    const process = OwnedProcess.start({
      name: 'dockerd',
      file: 'dockerd',
      args: [`--config-file=${join(root, 'daemon.json')}`],
      log: join(root, 'log'),
    });
    const daemon = new DockerDaemon(socket, process);
    await process.ready(READY_SECONDS, () => output('docker', ['version'], { env: daemon.env }));
    return daemon;
  }

  private constructor(
    private readonly socket: string,
    private readonly process: OwnedProcess,
  ) {}

  /** What leads docker to it. */
  public get env(): Readonly<Record<string, string | undefined>> {
    return { ...globalThis.process.env, DOCKER_HOST: this.socket };
  }

  public async stop(): Promise<void> {
    await this.process.stop();
  }
}
