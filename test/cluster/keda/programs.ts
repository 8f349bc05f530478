import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../build/cache';
import { selfSigned } from '../certificate';
import { ask } from '../client';
import type { Cluster } from '../cluster';
import { OwnedProcess } from '../owned-process';
import { freePorts } from '../ports';
import { KEDA } from '../versions';
import { until } from '../wait';

const SECONDS = 120;
const NAMESPACE = 'keda';
const ENV = { WATCH_NAMESPACE: '', POD_NAMESPACE: NAMESPACE, KEDA_CLUSTER_OBJECT_NAMESPACE: NAMESPACE };
const ADMISSION = '/validate-keda-sh-v1alpha1-scaledobject';

interface Ports {
  readonly grpc: number;
  readonly health: number;
  readonly adapter: number;
  readonly webhooks: number;
  readonly webhooksHealth: number;
  readonly adapterMetrics: number;
}

/** The three programs of KEDA against a cluster: what counts, what tells the numbers, what refuses. */
export class Keda {
  /** Starts them and waits until the API server asks them. */
  static async start(cluster: Cluster): Promise<Keda> {
    const [grpc = 0, health = 0, adapter = 0, webhooks = 0, webhooksHealth = 0, adapterMetrics = 0] =
      await freePorts(6);
    const ports = { grpc, health, adapter, webhooks, webhooksHealth, adapterMetrics };
    const certificates = join(cluster.folder, 'keda-certificates');
    const cert = writeCertificates(certificates);
    await cluster.kubectl.ok(['create', 'namespace', NAMESPACE]);
    const keda = new Keda(COMMANDS.map((command) => start(cluster, command(cluster, ports, certificates))));
    await keda.ready(cluster, ports, cert);
    return keda;
  }

  private constructor(private readonly processes: readonly OwnedProcess[]) {}

  /** Why one of them has ended by itself. */
  failure(): Error | undefined {
    return this.processes.map((one) => one.failure()).find((failure) => failure !== undefined);
  }

  /** Ends them. */
  async stop(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.stop()));
  }

  private async ready({ kubectl }: Cluster, ports: Ports, cert: string): Promise<void> {
    for (const port of [ports.health, ports.webhooksHealth]) {
      await until('KEDA being ready', SECONDS, async () => {
        const failure = this.failure();
        return failure === undefined ? ask({ port, host: '127.0.0.1', path: '/readyz' }) : Promise.reject(failure);
      });
    }
    await kubectl.apply(...served(ports), admission(ports, cert));
    await until('the server of external metrics', SECONDS, async () => {
      const failure = this.failure();
      if (failure !== undefined) throw failure;
      return kubectl.ok(['get', '--raw', '/apis/external.metrics.k8s.io/v1beta1']);
    });
  }
}

interface KedaCommand {
  readonly name: string;
  readonly args: readonly string[];
}

const COMMANDS: ReadonlyArray<(cluster: Cluster, ports: Ports, certificates: string) => KedaCommand> = [
  (_, { grpc, health }, certificates) => ({
    name: 'keda',
    args: [
      `--cert-dir=${certificates}`,
      `--metrics-service-bind-address=127.0.0.1:${grpc}`,
      `--health-probe-bind-address=127.0.0.1:${health}`,
      '--enable-prometheus-metrics=false',
    ],
  }),
  ({ kubeconfig }, { adapter, grpc, adapterMetrics }, certificates) => ({
    name: 'keda-adapter',
    args: [
      `--secure-port=${adapter}`,
      '--bind-address=127.0.0.1',
      `--port=${adapterMetrics}`,
      `--metrics-service-address=localhost:${grpc}`,
      `--cert-dir=${certificates}`,
      `--tls-cert-file=${join(certificates, 'tls.crt')}`,
      `--tls-private-key-file=${join(certificates, 'tls.key')}`,
      ...['lister', 'authentication', 'authorization'].map((whose) => `--${whose}-kubeconfig=${kubeconfig}`),
    ],
  }),
  (_, { webhooks, webhooksHealth }, certificates) => ({
    name: 'keda-admission-webhooks',
    args: [
      `--port=${webhooks}`,
      `--cert-dir=${certificates}`,
      `--health-probe-bind-address=127.0.0.1:${webhooksHealth}`,
      '--metrics-bind-address=0',
    ],
  }),
];

function start({ kubeconfig, folder }: Cluster, { name, args }: KedaCommand): OwnedProcess {
  const env = { ...ENV, KUBECONFIG: kubeconfig };
  return OwnedProcess.start({ name, file: program(KEDA, name), args, env, log: join(folder, `${name}.log`) });
}

function writeCertificates(folder: string): string {
  const { cert, key } = selfSigned('localhost');
  mkdirSync(folder);
  writeFileSync(join(folder, 'tls.crt'), cert);
  writeFileSync(join(folder, 'ca.crt'), cert);
  writeFileSync(join(folder, 'tls.key'), key, { mode: 0o600 });
  return cert;
}

/** Where the API server finds the external metrics: no proxy of Services is here, so by a name. */
function served({ adapter }: Ports): object[] {
  const metadata = { name: 'keda-metrics-apiserver', namespace: NAMESPACE };
  const spec = { type: 'ExternalName', externalName: 'localhost' };
  return [
    { apiVersion: 'v1', kind: 'Service', metadata, spec },
    {
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: 'v1beta1.external.metrics.k8s.io' },
      spec: {
        service: { ...metadata, port: adapter },
        group: 'external.metrics.k8s.io',
        version: 'v1beta1',
        groupPriorityMinimum: 100,
        versionPriority: 100,
        insecureSkipTLSVerify: true,
      },
    },
  ];
}

/** Who refuses a ScaledObject: as in KEDA's own manifest, but that nothing goes past it. */
function admission({ webhooks }: Ports, cert: string): object {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: 'keda-admission' },
    webhooks: [
      {
        name: 'vscaledobject.kb.io',
        admissionReviewVersions: ['v1'],
        clientConfig: {
          url: `https://localhost:${webhooks}${ADMISSION}`,
          caBundle: Buffer.from(cert).toString('base64'),
        },
        failurePolicy: 'Fail',
        rules: [
          {
            apiGroups: ['keda.sh'],
            apiVersions: ['v1alpha1'],
            operations: ['CREATE', 'UPDATE'],
            resources: ['scaledobjects'],
          },
        ],
        sideEffects: 'None',
        timeoutSeconds: 10,
      },
    ],
  };
}
