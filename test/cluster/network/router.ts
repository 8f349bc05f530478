import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../build/cache';
import type { ControlPlane } from '../control-plane';
import type { RealNode } from '../node';
import { SERVICE_CIDR } from '../node/site';
import { OwnedProcess } from '../owned-process';
import { KUBE_ROUTER } from '../versions';

const READY_SECONDS = 60;

/** Starts what enforces NetworkPolicies on a node, and waits until it has looked at all of them once. */
export async function startRouter(plane: ControlPlane, node: RealNode): Promise<OwnedProcess> {
  // Many refusals at once would else be silence.
  writeFileSync('/proc/sys/net/ipv4/icmp_ratelimit', '0');
  writeFileSync('/proc/sys/net/ipv4/ip_forward', '1');
  const log = logOf(node);
  const router = OwnedProcess.start({
    name: 'kube-router',
    file: program(KUBE_ROUTER, 'kube-router'),
    args: [
      `--kubeconfig=${plane.kubeconfig}`,
      '--run-firewall=true',
      '--run-router=false',
      '--run-service-proxy=false',
      `--hostname-override=${node.name}`,
      `--service-cluster-ip-range=${SERVICE_CIDR}`,
      '--health-port=0',
      '--metrics-port=0',
      '--v=1',
    ],
    log,
  });
  await router.ready(READY_SECONDS, async () => {
    if (syncsOf(node) === 0) throw new Error('no sync yet');
  });
  return router;
}

/** How often it has looked at all policies. */
export function syncsOf(node: RealNode): number {
  return readFileSync(logOf(node), 'utf8').split('sync iptables took').length - 1;
}

function logOf({ folder }: RealNode): string {
  return join(folder, 'kube-router.log');
}
