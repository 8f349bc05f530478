import type { Probe } from '../../imports/k8s';

/** What a probe asks, as a reader says it. */
export function questionOf({ httpGet, tcpSocket, exec, grpc }: Probe): string {
  if (httpGet !== undefined) {
    return `${httpGet.path ?? '/'} on ${httpGet.port}`;
  }
  return tcpSocket !== undefined
    ? `whether ${tcpSocket.port} opens`
    : exec !== undefined
      ? (exec.command ?? []).join(' ')
      : `grpc ${grpc?.port}`;
}
