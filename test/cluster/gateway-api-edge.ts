import { type Certificate, selfSigned } from './certificate';
import { type Answer, ask, standInAnswer, upgraded } from './client';
import { type Cluster, startCluster } from './cluster';
import { applyCrds } from './crds';
import { applyFleet } from './dist';
import { CA, EDGE, gatewayApiFleet, platformGateway, SECRETS } from './gateway-api-fleet';
import { restrictedNamespace, tlsSecret } from './plain-manifests';
import { podsNow } from './pod-watch';
import { freePorts } from './ports';
import { StandIn, type StandInAnswer } from './stand-in';
import { INGRESS_CONTROLLERS, Traefik } from './traefik';
import { until } from './wait';

/** What the stand-in said, and for which tenant. */
export interface TenantAnswer extends StandInAnswer {
  readonly tenant: string;
  readonly commonName: string;
}

/** A question to the Gateway. */
export interface GatewayQuestion {
  readonly host: string;
  /** @default '/' */
  readonly path?: string;
  /** @default true */
  readonly tls?: boolean;
  /** @default - none */
  readonly headers?: Readonly<Record<string, string>>;
}

const AT_ONCE = 20;
const PODS = 12;
const SETTLE_SECONDS = 30;

/** A cluster whose edge is Traefik with its provider for the Gateway API, and the stand-in behind every pod. */
export class GatewayApiEdge {
  /** Applies the fleet and waits until its pods have addresses. */
  static async open(): Promise<GatewayApiEdge> {
    const edge = new GatewayApiEdge();
    try {
      await edge.start();
      return edge;
    } catch (error) {
      await edge.close();
      throw error;
    }
  }

  private readonly tenantByAddress = new Map<string, string>();
  private readonly certificates = new Map<string, Certificate>();
  private readonly stops: Array<() => Promise<void>> = [];
  private control: Cluster | undefined;
  private ports = { http: 0, https: 0 };

  /** The control plane. */
  get cluster(): Cluster {
    if (this.control === undefined) throw new Error('the edge must be open, got none');
    return this.control;
  }

  /** Ends all of it. */
  async close(): Promise<void> {
    for (const stop of this.stops.reverse()) await stop();
  }

  /** Asks once, whoever answers. */
  async raw({ host, path = '/', tls = true, headers }: GatewayQuestion): Promise<Answer> {
    return ask({ port: tls ? this.ports.https : this.ports.http, host, path, tls, headers });
  }

  /** Asks once; a pod must answer. */
  async ask(question: GatewayQuestion): Promise<TenantAnswer> {
    const answer = await this.raw(question);
    const said = standInAnswer(answer);
    return { ...said, tenant: this.tenantOf(said.pod), commonName: answer.commonName };
  }

  /** Opens a WebSocket, and gives what comes back of a text after a silence. */
  async upgraded(question: GatewayQuestion, silentSeconds: number, said: string): Promise<string> {
    return upgraded({ ...question, port: this.ports.https }, silentSeconds, said);
  }

  /** How often each tenant answers. */
  async count(question: GatewayQuestion, times: number): Promise<Readonly<Record<string, number>>> {
    const counts: Record<string, number> = {};
    for (let asked = 0; asked < times; asked += AT_ONCE) {
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => this.ask(question)));
      for (const { tenant } of answers) counts[tenant] = (counts[tenant] ?? 0) + 1;
    }
    return counts;
  }

  /** Waits until a tenant answers. */
  async reaches(question: GatewayQuestion, tenant: string): Promise<void> {
    await until(`an answer of ${tenant} at ${question.host}`, SETTLE_SECONDS, async () => {
      const answer = await this.ask(question);
      if (answer.tenant !== tenant) throw new Error(answer.tenant);
      return true;
    });
  }

  private tenantOf(pod: string): string {
    return this.tenantByAddress.get(pod) ?? `nobody (${pod})`;
  }

  private certificate(name: string): Certificate {
    const certificate = this.certificates.get(name) ?? selfSigned(name);
    this.certificates.set(name, certificate);
    return certificate;
  }

  private async start(): Promise<void> {
    // Its ports may be another file's for a while, so it comes first.
    const standIn = await StandIn.start({
      commonName: (pod) => POD_HOSTS[this.tenantOf(pod)] ?? 'pod.example.com',
      certificate: (name) => this.certificate(name),
    });
    this.stops.push(() => standIn.stop());
    const cluster = await startCluster('newest', { kwokNodes: 3 });
    this.control = cluster;
    this.stops.push(() => cluster.stop());
    const [http = 0, https = 0] = await freePorts(2);
    this.ports = { http, https };
    await installGatewayApi(cluster);
    await applyFleet(cluster.kubectl, gatewayApiFleet(this.ports));
    await cluster.kubectl.apply(
      platformGateway(this.ports),
      ...Object.entries(SECRETS).map(([name, host]) => tlsSecret(EDGE, name, this.certificate(host))),
      configMap(CA.right, this.certificate('secure.example.com')),
      configMap(CA.wrong, this.certificate('other.example.com')),
    );
    const { kubeconfig, folder } = cluster;
    const traefik = await Traefik.start({ kubeconfig, folder, http, https });
    this.stops.push(() => traefik.stop());
    await until(`${PODS} pods with addresses`, SETTLE_SECONDS, () => this.learnPods());
  }

  private async learnPods(): Promise<boolean> {
    for (const { metadata, spec, status } of await podsNow(this.cluster.kubectl)) {
      if (status.podIP !== undefined) {
        this.tenantByAddress.set(status.podIP, `${metadata.namespace}/${spec.serviceAccountName}`);
      }
    }
    if (this.tenantByAddress.size < PODS) throw new Error(`${this.tenantByAddress.size} of them`);
    return true;
  }
}

/** The hosts that the certificates of pods are for, by tenant. */
const POD_HOSTS: Readonly<Record<string, string>> = {
  'retail/orders': 'till.example.com',
  'retail/vault': 'secure.example.com',
  'retail/wrong': 'wrong.example.com',
};

/** Brings in the definitions, the class of Traefik and the namespace of the Gateways. */
export async function installGatewayApi({ kubectl }: Cluster): Promise<void> {
  await Promise.all(['gateway-api', 'cert-manager'].map((crds) => applyCrds(kubectl, crds)));
  const gatewayClass = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GatewayClass',
    metadata: { name: 'traefik' },
    spec: { controllerName: INGRESS_CONTROLLERS.gateway },
  };
  await kubectl.apply(restrictedNamespace(EDGE), gatewayClass);
}

function configMap(name: string, { cert }: Certificate): object {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'retail', name }, data: { 'ca.crt': cert } };
}
