import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import type { Fleet } from '../../../lib';
import { FleetOutput } from '../../../lib';
import type { Cluster } from '../cluster';

/** The namespace of Flux. */
export const FLUX_SYSTEM = 'flux-system';

const NAME = 'integration';

/**
 * A GitRepository of Flux, as source-controller would show it: that program is not started, so what was committed is served
 * from here and said in the status of the object.
 */
export class GitRepository {
  /** Makes it, with nothing committed. */
  static async start(cluster: Cluster): Promise<GitRepository> {
    const archives = mkdtempSync(join(cluster.folder, 'archives-'));
    const server = createServer((request, response) => {
      response.end(readFileSync(join(archives, basename(request.url ?? ''))));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await cluster.kubectl.apply(
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: FLUX_SYSTEM } },
      {
        apiVersion: 'source.toolkit.fluxcd.io/v1',
        kind: 'GitRepository',
        metadata: { name: NAME, namespace: FLUX_SYSTEM },
        spec: { url: 'https://git.example.com/integration.git', interval: '1m' },
      },
    );
    return new GitRepository(cluster, archives, server);
  }

  /** The newest commit, checked out. */
  checkout = '';
  private commits = 0;

  private constructor(
    private readonly cluster: Cluster,
    private readonly archives: string,
    private readonly server: Server,
  ) {}

  /** Commits what a fleet renders, and gives the revision. */
  async commit(fleet: Fleet): Promise<string> {
    this.checkout = mkdtempSync(join(this.cluster.folder, 'checkout-'));
    const outputs = { dist: FleetOutput.yaml(), flux: FleetOutput.flux({ repository: NAME }) };
    for (const [folder, output] of Object.entries(outputs)) {
      for (const [name, text] of fleet.render(output)) {
        const file = join(this.checkout, folder, name);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
    this.commits += 1;
    const archive = join(this.archives, `${this.commits}.tar.gz`);
    const { status, stderr } = spawnSync('tar', ['-czf', archive, '-C', this.checkout, '.'], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`tar must succeed, got ${stderr}`);
    return this.show(archive);
  }

  /** Ends it. */
  stop(): void {
    this.server.close();
  }

  private async show(archive: string): Promise<string> {
    const digest = createHash('sha256').update(readFileSync(archive)).digest('hex');
    const revision = `main@sha1:${digest.slice(0, 40)}`;
    const { port } = this.server.address() as AddressInfo;
    const now = new Date().toISOString();
    const url = `http://127.0.0.1:${port}/${basename(archive)}`;
    const artifact = { path: basename(archive), url, revision, digest: `sha256:${digest}`, lastUpdateTime: now };
    const ready = { type: 'Ready', status: 'True', reason: 'Succeeded', message: 'stored', lastTransitionTime: now };
    const status = { observedGeneration: 1, conditions: [ready], artifact };
    const where = ['gitrepository', NAME, '-n', FLUX_SYSTEM, '--subresource=status', '--type=merge'];
    await this.cluster.kubectl.ok(['patch', ...where, '-p', JSON.stringify({ status })]);
    return revision;
  }
}
