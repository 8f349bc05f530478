import { type Certificate, selfSigned } from '../certificate';
import { type Cluster, startCluster } from '../cluster';
import { applyCrds } from '../crds';
import { StandIn } from '../stand-in';
import { until } from '../wait';
import { Door, type Owner } from './door';
import { objectsIn, podsOf, type RoutedObject, tenantOf } from './public-routes';
import { type DoorName, Traefik } from './traefik';

/** A ready pod. */
export interface ReadyPod {
  readonly name: string;
  readonly address: string;
}

/** What there is at the edge. */
export interface EdgeProps {
  /** Entries of `versions.json`: the definitions of what is applied and of what Traefik reads. */
  readonly definitions: readonly string[];
  /** What somebody else makes before the fleets come: namespaces, classes. */
  readonly before: readonly object[];
  /** The files of the fleets. */
  readonly files: readonly string[];
  /** What somebody else makes in the namespaces of the units: Secrets, ConfigMaps. */
  readonly after: readonly object[];
  /** The certificate that the pods of a tenant show. */
  readonly certificateOf: (tenant: string) => Certificate;
}

interface PodList {
  readonly items: readonly {
    readonly metadata: {
      readonly name: string;
      readonly labels: Readonly<Record<string, string>>;
      readonly deletionTimestamp?: string;
    };
    readonly spec: { readonly containers: readonly { readonly image: string }[] };
    readonly status: {
      readonly podIP?: string;
      readonly conditions?: readonly { readonly type: string; readonly status: string }[];
    };
  }[];
}

const ROLLOUT_SECONDS = 60;

/** Common name of the certificate that Traefik shows for a host which has none. */
export const CONTROLLER_CERTIFICATE = 'TRAEFIK DEFAULT CERT';

/** Common name of the certificate that the pods of a tenant show. */
export function certificateName(tenant: string): string {
  return `${tenant.split('/').reverse().join('.')}.pod`;
}

/** A cluster with Traefik at its edge, and the stand-in behind every pod. */
export class Edge {
  /** Applies all of it. */
  static async open(props: EdgeProps): Promise<Edge> {
    // An autoscaler raises the pods to its least number at its first look.
    const controllerManager = ['--horizontal-pod-autoscaler-sync-period=1s'];
    const edge = new Edge(await startCluster('newest', { kwokNodes: 3, flags: { controllerManager } }));
    try {
      await edge.start(props);
      return edge;
    } catch (error) {
      await edge.close();
      throw error;
    }
  }

  private readonly owners = new Map<string, Owner>();
  private standIn: StandIn | undefined;
  private traefik: Traefik | undefined;

  private constructor(readonly cluster: Cluster) {}

  /** Ends all of it. */
  async close(): Promise<void> {
    await this.traefik?.stop();
    await this.standIn?.stop();
    await this.cluster.stop();
  }

  /** Where a controller is asked. */
  door(name: DoorName): Door {
    return new Door(name, (address) => this.ownerOf(address));
  }

  /** The ready pods of a tenant; the addresses of every tenant's are learnt. */
  async pods(tenant: string): Promise<ReadyPod[]> {
    return (await this.allPods()).filter(({ owner }) => owner.tenant === tenant);
  }

  /** Addresses of the ready pods of a tenant. */
  async addresses(tenant: string): Promise<string[]> {
    return (await this.pods(tenant)).map(({ address }) => address);
  }

  /** Waits until every tenant of these objects has as many ready pods as they say. */
  async hasPods(objects: readonly RoutedObject[]): Promise<void> {
    const workloads = objects.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet');
    const tenants = [...new Set(workloads.map(({ metadata }) => tenantOf(metadata.labels)))];
    await until('the ready pods of every tenant', ROLLOUT_SECONDS, async () => {
      const pods = await this.allPods();
      const countOf = (tenant: string) => pods.filter(({ owner }) => owner.tenant === tenant).length;
      const wrong = tenants.filter((tenant) => countOf(tenant) !== podsOf(objects, tenant));
      if (wrong.length > 0) throw new Error(wrong.map((tenant) => `${countOf(tenant)} of ${tenant}`).join());
      return true;
    });
  }

  private async allPods(): Promise<Array<ReadyPod & { readonly owner: Owner }>> {
    const selector = ['--selector', 'app.kubernetes.io/name=micro-integrator'];
    const { items } = await this.cluster.kubectl.get<PodList>('pods', '--all-namespaces', ...selector);
    const ready = items.flatMap(({ metadata, spec, status: { podIP, conditions } }) => {
      const isReady = conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
      if (!isReady || metadata.deletionTimestamp !== undefined || podIP === undefined) return [];
      const owner = { tenant: tenantOf(metadata.labels), image: spec.containers[0]?.image ?? '' };
      return [{ name: metadata.name, address: podIP, owner }];
    });
    for (const { address, owner } of ready) this.owners.set(address, owner);
    return ready;
  }

  private ownerOf(address: string): Owner {
    return this.owners.get(address) ?? { tenant: `nobody (${address})`, image: 'none' };
  }

  private async start({ definitions, before, files, after, certificateOf }: EdgeProps): Promise<void> {
    const { kubectl } = this.cluster;
    this.standIn = await StandIn.start((address) => certificateOf(this.ownerOf(address).tenant));
    await applyCrds(kubectl, ...definitions);
    await kubectl.apply(...before);
    await kubectl.apply(...files);
    await kubectl.apply(...after);
    this.traefik = await Traefik.start(this.cluster);
    await this.hasPods(objectsIn(files));
  }
}

/** Makes the certificates of pods when they are asked for: of the tenant's name, and of the hosts that it is for. */
export function podCertificates(hosts: Readonly<Record<string, readonly string[]>>): (tenant: string) => Certificate {
  const made = new Map<string, Certificate>();
  return (tenant) => {
    const certificate = made.get(tenant) ?? selfSigned(certificateName(tenant), hosts[tenant]);
    made.set(tenant, certificate);
    return certificate;
  };
}
