import type { Probe } from '../../imports/k8s';

/** A question by which a load balancer learns, as the kubelet does, whether requests may be sent to a pod. */
export interface HealthCheck {
  /** What is spoken; over TCP a connection that opens is answer enough. */
  readonly protocol: 'HTTP' | 'HTTPS' | 'TCP';
  /** Port of the pod. */
  readonly port: number;
  /**
   * Path of the GET request.
   *
   * @default - none, over TCP
   */
  readonly path?: string;
}

/** Answers that the kubelet takes for a yes. */
export const SUCCESS_CODES = '200-399';

/**
 * A readiness probe of a container with these named ports, as a load balancer can ask it; `undefined` if only the
 * kubelet can: a command, gRPC, another host, headers of its own, a port that the pod does not name.
 */
export function healthCheckOf(
  { httpGet, tcpSocket }: Probe,
  ports: Readonly<Record<string, number>>,
): HealthCheck | undefined {
  const { host, port: asked } = { host: undefined, ...(httpGet ?? tcpSocket) };
  const port = typeof asked === 'string' ? ports[asked] : asked;
  if (port === undefined || host !== undefined || (httpGet?.httpHeaders ?? []).length > 0) {
    return undefined;
  }
  return httpGet === undefined
    ? { protocol: 'TCP', port }
    : {
        protocol: httpGet.scheme === 'HTTPS' ? 'HTTPS' : 'HTTP',
        port,
        path: `/${(httpGet.path ?? '').replace(/^\//, '')}`,
      };
}

/** A question as messages show it: `GET /healthz on 9201`. */
export function healthCheckText(check: HealthCheck | undefined): string {
  const texts = { HTTP: `GET ${check?.path} on`, HTTPS: `GET ${check?.path} over TLS on`, TCP: 'a connection to' };
  return check === undefined ? 'one that only the kubelet can ask' : `${texts[check.protocol]} ${check.port}`;
}
