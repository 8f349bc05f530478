import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { program } from '../build/cache';
import type { ControlPlane } from '../control-plane';
import { OwnedProcess } from '../owned-process';
import { freePorts } from '../ports';
import { KUBERNETES } from '../versions';
import { until } from '../wait';

const SECONDS = 30;

/** What a port of a pod says to whoever forwards it; waits until it says something. */
export async function forwarded(
  { kubeconfig, folder }: ControlPlane,
  namespace: string,
  pod: string,
  port: number,
): Promise<string> {
  const [local = 0] = await freePorts(1);
  const forward = OwnedProcess.start({
    name: 'port-forward',
    file: program(KUBERNETES.newest, 'kubectl'),
    args: ['--kubeconfig', kubeconfig, '-n', namespace, 'port-forward', pod, `${local}:${port}`],
    log: join(folder, 'port-forward.log'),
  });
  try {
    return await until(
      `an answer of ${pod}`,
      SECONDS,
      async () => (await text(connect(local, '127.0.0.1'))) || undefined,
    );
  } finally {
    await forward.stop();
  }
}
