import { type Certificate, selfSigned } from './certificate';
import { type Answer, ask, type Question, standInAnswer } from './client';
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

/** What an edge has beyond the provider for ingress-nginx. */
export interface EdgeProps {
  /** @default - none; definitions beyond those of the Gateway API, by their entry in `versions.json` */
  readonly crds?: readonly string[];
  /** @default - none; what somebody else makes in the units' namespaces: Secrets, ConfigMaps */
  readonly objects?: readonly object[];
  /** @default - none; flags of Traefik */
  readonly flags?: readonly string[];
  /** @default - one that signs itself; the certificate that pods show, by its common name */
  readonly certificate?: (commonName: string) => Certificate;
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
  /** Applies files and waits until every pod is ready. */
  static async open(files: readonly string[], tenants: readonly string[], props: EdgeProps = {}): Promise<Edge> {
    // An autoscaler raises the pods to its least number at its first look.
    const controllerManager = ['--horizontal-pod-autoscaler-sync-period=1s'];
    const edge = new Edge(await startCluster('newest', { kwokNodes: 3, flags: { controllerManager } }));
    try {
      await edge.start(files, tenants, props);
      return edge;
    } catch (error) {
      await edge.close();
      throw error;
    }
  }

  private readonly tenantByAddress = new Map<string, string>();
  private standIn: StandIn | undefined;
  private traefik: Traefik | undefined;

  private constructor(readonly cluster: Cluster) {}

  /** Ends all of it. */
  async close(): Promise<void> {
    await this.traefik?.stop();
    await this.standIn?.stop();
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
  async raw(host: string, path: string, tls = true): Promise<Answer> {
    return this.question({ host, path, tls });
  }

  /** Asks whatever is to be asked, and gives what came back, whoever answered. */
  async question(question: Omit<Question, 'port'>): Promise<Answer> {
    return ask({ ...question, port: this.port(question.tls) });
  }

  /** Port of Traefik. */
  port(tls = false): number {
    const { http = 0, https = 0 } = this.traefik ?? {};
    return tls ? https : http;
  }

  /** Asks over TLS, if not told otherwise; a pod must answer. */
  async ask(host: string, path: string, tls = true): Promise<TenantAnswer> {
    const answer = await this.raw(host, path, tls);
    const said = standInAnswer(answer);
    const tenant = this.tenantByAddress.get(said.pod) ?? `nobody (${said.pod})`;
    return { ...said, tenant, commonName: answer.commonName };
  }

  /** Asks that often, some at a time. */
  async askOften(host: string, path: string, times: number, tls = true): Promise<TenantAnswer[]> {
    const answers: TenantAnswer[] = [];
    while (answers.length < times) {
      const some = Array.from({ length: Math.min(AT_ONCE, times - answers.length) }, () => this.ask(host, path, tls));
      answers.push(...(await Promise.all(some)));
    }
    return answers;
  }

  private async start(files: readonly string[], tenants: readonly string[], props: EdgeProps): Promise<void> {
    const { kubectl, kubeconfig, folder } = this.cluster;
    const objects = objectsIn(files);
    const { crds = [], objects: others = [], flags, certificate } = props;
    // One after the other: each waits for all that are there, and one that has just come has no condition yet.
    for (const name of crds) await applyCrds(kubectl, name);
    await Promise.all([kubectl.apply(...files), applyCrds(kubectl, 'gateway-api')]);
    await kubectl.apply(
      ...others,
      ingressClass('nginx', INGRESS_CONTROLLERS.nginx),
      ...secretsIn(objects).map(({ namespace, name, hosts }) => {
        const [host, ...others] = hosts;
        if (host === undefined || others.length > 0) throw new Error(`${name} must be for one host, got ${hosts}`);
        return tlsSecret(namespace, name, selfSigned(host));
      }),
    );
    const commonName = (pod: string) => certificateOf(this.tenantByAddress.get(pod) ?? 'nobody');
    this.standIn = await StandIn.start({ commonName, certificate });
    const [http = 0, https = 0] = await freePorts(2);
    this.traefik = await Traefik.start({ kubeconfig, folder, http, https, flags });
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
