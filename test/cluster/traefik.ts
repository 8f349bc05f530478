import { join } from 'node:path';
import { program } from './build/cache';
import { ask } from './client';
import { OwnedProcess } from './owned-process';
import { freePorts } from './ports';
import { TRAEFIK } from './versions';

/** What Traefik is started with. */
export interface TraefikProps {
  /** The cluster that it reads; the Gateway API's definitions must have been applied. */
  readonly kubeconfig: string;
  /** Folder of its log file. */
  readonly folder: string;
  readonly http: number;
  readonly https: number;
  /**
   * The Service, as "namespace/name", that answers hosts which no Ingress of the nginx class names.
   *
   * @default - none; such hosts get 404
   */
  readonly defaultBackend?: string;
  /** @default - none; flags beyond those of its providers for Ingress, ingress-nginx and the Gateway API */
  readonly flags?: readonly string[];
}

/** Class and controller name by which Traefik's providers know what is theirs. */
export const INGRESS_CONTROLLERS = {
  ingress: 'traefik.io/ingress-controller',
  nginx: 'k8s.io/ingress-nginx',
  gateway: 'traefik.io/gateway-controller',
} as const;

const READY_SECONDS = 30;

/** A real Traefik, with its providers for Ingress, ingress-nginx and the Gateway API. */
export class Traefik {
  /** Starts it and waits until it is healthy. */
  static async start(props: TraefikProps): Promise<Traefik> {
    const [health = 0] = await freePorts(1);
    const server = OwnedProcess.start({
      name: 'traefik',
      file: program(TRAEFIK, 'traefik'),
      args: flags(props, health),
      log: join(props.folder, 'traefik.log'),
      env: { KUBECONFIG: props.kubeconfig },
    });
    const traefik = new Traefik(server, props);
    try {
      await server.ready(READY_SECONDS, () => assertHealthy(health));
      return traefik;
    } catch (error) {
      await traefik.stop();
      throw error;
    }
  }

  /** Port for plain HTTP. */
  readonly http: number;
  /** Port for TLS. */
  readonly https: number;

  private constructor(
    private readonly server: OwnedProcess,
    { http, https }: TraefikProps,
  ) {
    this.http = http;
    this.https = https;
  }

  /** Ends it. */
  async stop(): Promise<void> {
    await this.server.stop();
  }
}

function flags({ http, https, defaultBackend, flags: more = [] }: TraefikProps, health: number): string[] {
  const providers = '--providers';
  return [
    `--entryPoints.web.address=127.0.0.1:${http}`,
    `--entryPoints.websecure.address=127.0.0.1:${https}`,
    `--entryPoints.traefik.address=127.0.0.1:${health}`,
    '--ping=true',
    '--log.level=INFO',
    '--global.checkNewVersion=false',
    '--global.sendAnonymousUsage=false',
    `${providers}.providersThrottleDuration=100ms`,
    `${providers}.kubernetesIngress=true`,
    `${providers}.kubernetesIngressNGINX=true`,
    `${providers}.kubernetesIngressNGINX.httpEntryPoint=web`,
    `${providers}.kubernetesIngressNGINX.httpsEntryPoint=websecure`,
    ...(defaultBackend === undefined
      ? []
      : [`${providers}.kubernetesIngressNGINX.defaultBackendService=${defaultBackend}`]),
    `${providers}.kubernetesGateway=true`,
    ...more,
  ];
}

async function assertHealthy(port: number): Promise<void> {
  const { status } = await ask({ port, host: 'localhost', path: '/ping' });
  if (status !== 200) throw new Error(`traefik must be healthy, got ${status}`);
}
