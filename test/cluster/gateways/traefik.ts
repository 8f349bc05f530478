import { join } from 'node:path';
import { program } from '../build/cache';
import { ask } from '../client';
import type { Cluster } from '../cluster';
import { OwnedProcess } from '../owned-process';
import { freePorts } from '../ports';
import { TRAEFIK } from '../versions';

/** Two ports of Traefik, as its entry points for one controller. */
export interface DoorPorts {
  readonly http: number;
  readonly https: number;
}

/**
 * Each provider of Traefik has a door of its own, so that what one serves cannot be the answer of another. The Gateway
 * API knows an entry point by its port, so that the ports stand here; nobody else is in the network namespace.
 */
export const DOORS = {
  nginx: { http: 7001, https: 7401 },
  traefik: { http: 7002, https: 7402 },
  gateway: { http: 7003, https: 7403 },
  class: { http: 7004, https: 7404 },
} as const satisfies Readonly<Record<string, DoorPorts>>;

/** Name of a door. */
export type DoorName = keyof typeof DOORS;

/**
 * The door whose requests and silences Traefik bounds, and the bound; elsewhere it is a minute. It counts from the moment
 * a connection is there, so that it must be longer than a busy machine takes for a handshake and a request.
 */
export const BOUNDED = { door: 'traefik', seconds: 10 } as const satisfies { door: DoorName; seconds: number };

/** Names of the entry points of a door, for plain HTTP and for TLS. */
export function entryPoints(door: DoorName): { readonly web: string; readonly websecure: string } {
  return { web: `${door}-web`, websecure: `${door}-websecure` };
}

/** Class and controller name by which Traefik's providers know what is theirs. */
export const INGRESS_CONTROLLERS = {
  ingress: 'traefik.io/ingress-controller',
  nginx: 'k8s.io/ingress-nginx',
  gateway: 'traefik.io/gateway-controller',
} as const;

const READY_SECONDS = 30;

/** A real Traefik, with its providers for Ingress, ingress-nginx, its own kinds and the Gateway API. */
export class Traefik {
  /** Starts it and waits until it is healthy; the definitions of what it reads must have been applied. */
  static async start({ kubeconfig, folder }: Cluster): Promise<Traefik> {
    const [health = 0] = await freePorts(1);
    const server = OwnedProcess.start({
      name: 'traefik',
      file: program(TRAEFIK, 'traefik'),
      args: flags(health),
      log: join(folder, TRAEFIK_LOG),
      env: { KUBECONFIG: kubeconfig },
    });
    const traefik = new Traefik(server);
    try {
      await server.ready(READY_SECONDS, () => assertHealthy(health));
      return traefik;
    } catch (error) {
      await traefik.stop();
      throw error;
    }
  }

  private constructor(private readonly server: OwnedProcess) {}

  /** Ends it. */
  async stop(): Promise<void> {
    await this.server.stop();
  }
}

/** Name of its log file, in the folder of the cluster. */
export const TRAEFIK_LOG = 'traefik.log';

function flags(health: number): string[] {
  const providers = '--providers';
  const nginx = entryPoints('nginx');
  const own = entryPoints('traefik');
  return [
    ...Object.entries<DoorPorts>(DOORS).flatMap(([door, { http, https }]) => [
      `--entryPoints.${door}-web.address=127.0.0.1:${http}`,
      `--entryPoints.${door}-websecure.address=127.0.0.1:${https}`,
    ]),
    `--entryPoints.traefik.address=127.0.0.1:${health}`,
    '--ping=true',
    '--log.level=INFO',
    '--global.checkNewVersion=false',
    '--global.sendAnonymousUsage=false',
    `${providers}.providersThrottleDuration=100ms`,
    `${providers}.kubernetesIngress=true`,
    // By default, the paths of an Ingress are prefixes letter by letter.
    `${providers}.kubernetesIngress.strictPrefixMatching=true`,
    `${providers}.kubernetesIngressNGINX=true`,
    `${providers}.kubernetesIngressNGINX.httpEntryPoint=${nginx.web}`,
    `${providers}.kubernetesIngressNGINX.httpsEntryPoint=${nginx.websecure}`,
    `${providers}.kubernetesGateway=true`,
    `${providers}.kubernetesCRD=true`,
    `${providers}.kubernetesCRD.safeNaming=true`,
    `${providers}.kubernetesCRD.allowEmptyServices=true`,
    // A proxy of the tests' own is trusted, as one in front would be.
    ...Object.values(own).map((name) => `--entryPoints.${name}.forwardedHeaders.insecure=true`),
    ...['readTimeout', 'idleTimeout'].map(
      (name) =>
        `--entryPoints.${entryPoints(BOUNDED.door).websecure}.transport.respondingTimeouts.${name}=${BOUNDED.seconds}s`,
    ),
  ];
}

async function assertHealthy(port: number): Promise<void> {
  const { status } = await ask({ port, host: 'localhost', path: '/ping' });
  if (status !== 200) throw new Error(`traefik must be healthy, got ${status}`);
}
