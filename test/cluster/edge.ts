import { selfSigned } from './certificate';
import { type Answer, ask, echoed, type Question, standInAnswer } from './client';
import { type Cluster, startCluster } from './cluster';
import { applyCrds } from './crds';
import { ingressClass, tlsSecret } from './plain-manifests';
import { freePorts } from './ports';
import { objectsIn, podsOf, secretsIn, tenantOf } from './public-routes';
import { StandIn, type StandInAnswer } from './stand-in';
import { INGRESS_CONTROLLERS, Traefik } from './traefik';
import { until } from './wait';

/** What a client got, and which tenant's pod gave it. */
export interface TenantAnswer extends StandInAnswer {
  readonly tenant: string;
  readonly commonName: string;
}

/** A ready pod. */
export interface ReadyPod {
  readonly name: string;
  readonly address: string;
}

interface PodList {
  readonly items: readonly {
    readonly metadata: {
      readonly name: string;
      readonly labels: Readonly<Record<string, string>>;
      readonly deletionTimestamp?: string;
    };
    readonly status: {
      readonly podIP?: string;
      readonly conditions?: readonly { readonly type: string; readonly status: string }[];
    };
  }[];
}

/** Time that a test file may wait for its turn at the stand-in, and for all to start. */
export const OPEN_MILLISECONDS = 600_000;

const ROLLOUT_SECONDS = 45;
const AT_ONCE = 10;

/** Common name of the certificate that Traefik shows for a host which has none. */
export const CONTROLLER_CERTIFICATE = 'TRAEFIK DEFAULT CERT';

/** Common name of the certificate that the pods of a tenant show. */
export function certificateOf(tenant: string): string {
  return `${tenant.split('/').reverse().join('.')}.pod`;
}

/** A cluster with Traefik at its edge, in place of ingress-nginx, and the stand-in behind every pod. */
export class Edge {
  /** Applies files and waits until every pod is ready. It may take minutes, while another file has the stand-in. */
  static async open(files: readonly string[], tenants: readonly string[]): Promise<Edge> {
    const tenantByAddress = new Map<string, string>();
    const commonName = (pod: string) => certificateOf(tenantByAddress.get(pod) ?? 'nobody');
    const standIn = await StandIn.start({ commonName });
    // An autoscaler raises the pods to its least number at its first look.
    const controllerManager = ['--horizontal-pod-autoscaler-sync-period=1s'];
    const starting = startCluster('newest', { kwokNodes: 3, flags: { controllerManager } });
    const cluster = await starting.catch(async (error: unknown) => {
      await standIn.stop();
      throw error;
    });
    const edge = new Edge(cluster, standIn, tenantByAddress);
    try {
      await edge.start(files, tenants);
      return edge;
    } catch (error) {
      await edge.close();
      throw error;
    }
  }

  private traefik: Traefik | undefined;

  private constructor(
    readonly cluster: Cluster,
    private readonly standIn: StandIn,
    private readonly tenantByAddress: Map<string, string>,
  ) {}

  /** Ends all of it. */
  async close(): Promise<void> {
    await this.traefik?.stop();
    await this.standIn.stop();
    await this.cluster.stop();
  }

  /** The ready pods of a tenant; the addresses of every tenant's are learnt. */
  async pods(tenant: string): Promise<ReadyPod[]> {
    const selector = ['--selector', 'app.kubernetes.io/name=micro-integrator'];
    const { items } = await this.cluster.kubectl.get<PodList>('pods', '--all-namespaces', ...selector);
    const ready = items.flatMap(({ metadata: { name, labels, deletionTimestamp }, status: { podIP, conditions } }) => {
      const isReady = conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
      const lives = isReady && deletionTimestamp === undefined;
      return lives && podIP !== undefined ? [{ name, address: podIP, owner: tenantOf(labels) }] : [];
    });
    for (const { address, owner } of ready) this.tenantByAddress.set(address, owner);
    return ready.filter(({ owner }) => owner === tenant);
  }

  /** Addresses of the ready pods of a tenant. */
  async addresses(tenant: string): Promise<string[]> {
    return (await this.pods(tenant)).map(({ address }) => address);
  }

  /** Asks once, and gives what came back, whoever answered. */
  async raw(host: string, path: string, tls = true, more: Pick<Question, 'headers' | 'body'> = {}): Promise<Answer> {
    return ask({ port: this.port(tls), host, path, tls, ...more });
  }

  /** Asks for an upgrade to a WebSocket, and gives what comes back of what is sent. */
  async echoed(host: string, path: string, sent: string): Promise<string> {
    return echoed({ port: this.port(true), host, path, tls: true }, sent);
  }

  /** Asks over TLS; a pod must answer. */
  async ask(host: string, path: string, headers?: Question['headers']): Promise<TenantAnswer> {
    const answer = await this.raw(host, path, true, { headers });
    const said = standInAnswer(answer);
    const tenant = this.tenantByAddress.get(said.pod) ?? `nobody (${said.pod})`;
    return { ...said, tenant, commonName: answer.commonName };
  }

  /** Asks that often, some at a time. */
  async askOften(host: string, path: string, times: number): Promise<TenantAnswer[]> {
    const answers: TenantAnswer[] = [];
    while (answers.length < times) {
      const some = Array.from({ length: Math.min(AT_ONCE, times - answers.length) }, () => this.ask(host, path));
      answers.push(...(await Promise.all(some)));
    }
    return answers;
  }

  private port(tls: boolean): number {
    const { http = 0, https = 0 } = this.traefik ?? {};
    return tls ? https : http;
  }

  private async start(files: readonly string[], tenants: readonly string[]): Promise<void> {
    const { kubectl, kubeconfig, folder } = this.cluster;
    const objects = objectsIn(files);
    await Promise.all([kubectl.apply(...files), applyCrds(kubectl, 'gateway-api')]);
    await kubectl.apply(
      ingressClass('nginx', INGRESS_CONTROLLERS.nginx),
      ...secretsIn(objects).map(({ namespace, name, hosts }) => {
        const [host, ...others] = hosts;
        if (host === undefined || others.length > 0) throw new Error(`${name} must be for one host, got ${hosts}`);
        return tlsSecret(namespace, name, selfSigned(host));
      }),
    );
    const [http = 0, https = 0] = await freePorts(2);
    this.traefik = await Traefik.start({ kubeconfig, folder, http, https });
    for (const tenant of tenants) await this.hasPods(tenant, podsOf(objects, tenant));
  }

  private async hasPods(tenant: string, count: number): Promise<void> {
    await until(`${count} ready pods of ${tenant}`, ROLLOUT_SECONDS, async () => {
      const { length } = await this.addresses(tenant);
      if (length !== count) throw new Error(`${length} of them`);
      return true;
    });
  }
}
