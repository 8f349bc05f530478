import { X509Certificate } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fleet } from '../../../lib';
import { program } from '../build/cache';
import { type Cluster, startCluster } from '../cluster';
import { allBecome } from '../conditions';
import { applyCrds } from '../crds';
import { applyFiles } from '../dist';
import { OwnedProcess } from '../owned-process';
import { type } from '../shell';
import { CERT_MANAGER } from '../versions';
import { until } from '../wait';
import { earlier } from './earlier';
import { CERTIFICATE, ISSUER } from './fleet';

const SECONDS = 60;

/** An issuer that a later render names. */
export const OTHER_ISSUER = 'other';

/** What is there of the certificate of a host, and what came of it. */
export interface Certified {
  readonly uid: string;
  /** Names of the objects that it goes with. */
  readonly owners: readonly string[];
  /** How often cert-manager has had it issued. */
  readonly revision: number;
  readonly serialNumber: string;
  /** The issuer by which the Secret was written. */
  readonly issuer: string;
}

interface LiveCertificate {
  readonly metadata: { readonly uid: string; readonly ownerReferences?: readonly { readonly name: string }[] };
  readonly status?: {
    readonly revision?: number;
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
  };
}

interface LiveSecret {
  readonly metadata: { readonly annotations?: Readonly<Record<string, string>> };
  readonly data: Readonly<Record<string, string>>;
}

/** A cluster with the controllers of cert-manager. */
export class CertificateSite {
  /** Starts it, and waits until the issuers are ready. */
  public static async start(): Promise<CertificateSite> {
    const cluster = await startCluster('newest');
    await applyCrds(cluster.kubectl, 'cert-manager');
    const controllers = OwnedProcess.start({
      name: 'cert-manager',
      file: program(CERT_MANAGER, 'cert-manager-controllers'),
      args: [`--kubeconfig=${cluster.kubeconfig}`],
      log: join(cluster.folder, 'cert-manager.log'),
    });
    const site = new CertificateSite(cluster, controllers);
    await cluster.kubectl.apply(...[ISSUER, OTHER_ISSUER].map((name) => selfSigning(name, 'ClusterIssuer')));
    await controllers.ready(SECONDS, () => allBecome(cluster.kubectl, 'clusterissuer', 'Ready', 2));
    return site;
  }

  private constructor(
    public readonly cluster: Cluster,
    private readonly controllers: OwnedProcess,
  ) {}

  /** Ends all of it. */
  public async stop(): Promise<void> {
    await this.controllers.stop();
    await this.cluster.stop();
  }

  /** Applies what earlier renders made of a fleet, and waits for the certificate. */
  public async appliesEarlier(fleet: Fleet, unit: string): Promise<Certified> {
    await this.cluster.kubectl.apply(...earlier(fleet));
    return this.certified(unit);
  }

  /** Writes the files of a fleet where the documented commands take them from. */
  public enter(fleet: Fleet): void {
    const folder = join(this.cluster.folder, 'dist');
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of fleet.render()) writeFileSync(join(folder, name), text);
  }

  /** Types a block of the documents beside them. */
  public async type(block: string): Promise<void> {
    await type(block, this.cluster, this.cluster.folder);
  }

  /** Applies the file of a unit as the documents say it; gives what was said against it. */
  public async apply(unit: string): Promise<string> {
    return (await applyFiles(this.cluster.kubectl, join(this.cluster.folder, 'dist', `${unit}.k8s.yaml`))).stderr;
  }

  /** The certificate of a unit's host, once it is issued. */
  public async certified(unit: string): Promise<Certified> {
    return until(`a certificate in ${unit}`, SECONDS, async () => {
      const failure = this.controllers.failure();
      if (failure !== undefined) throw failure;
      const { kubectl } = this.cluster;
      const { metadata, status } = await kubectl.get<LiveCertificate>('certificate', CERTIFICATE, '-n', unit);
      const secret = await kubectl.get<LiveSecret>('secret', CERTIFICATE, '-n', unit);
      const ready = status?.conditions?.find(({ type: name }) => name === 'Ready');
      if (ready?.status !== 'True') throw new Error(JSON.stringify(status));
      return {
        uid: metadata.uid,
        owners: (metadata.ownerReferences ?? []).map(({ name }) => name),
        revision: status?.revision ?? 0,
        serialNumber: new X509Certificate(Buffer.from(secret.data['tls.crt'] ?? '', 'base64')).serialNumber,
        issuer: secret.metadata.annotations?.['cert-manager.io/issuer-name'] ?? '',
      };
    });
  }

  /**
   * Does something by which an Ingress goes, and waits until the cluster has taken away what goes with it. It learns of
   * kinds half a minute after they are defined, so that one of cert-manager's must have gone.
   */
  public async goes(unit: string, ingress: string, action: () => Promise<unknown>): Promise<void> {
    const { kubectl } = this.cluster;
    const { metadata } = await kubectl.get<LiveCertificate>('ingress', ingress, '-n', unit);
    const name = `goes-with-${ingress}`;
    const owner = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: ingress, uid: metadata.uid };
    await kubectl.apply({
      ...selfSigning(name, 'Issuer'),
      metadata: { name, namespace: unit, ownerReferences: [owner] },
    });
    await action();
    await until(`the end of what goes with ${ingress}`, SECONDS, async () => !(await this.has(unit, 'issuer', name)));
  }

  /** Whether there is an object of a name. */
  public async has(unit: string, kind: string, name: string): Promise<boolean> {
    return (await this.cluster.kubectl.ok(['get', kind, name, '-n', unit, '--ignore-not-found', '-o', 'name'])) !== '';
  }
}

function selfSigning(name: string, kind: 'Issuer' | 'ClusterIssuer'): object {
  return { apiVersion: 'cert-manager.io/v1', kind, metadata: { name }, spec: { selfSigned: {} } };
}
