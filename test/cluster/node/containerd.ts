import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Image } from '../image/archive';
import { busyboxEntries } from '../image/busybox';
import { CNI_PLUGINS } from '../install';
import type { Command } from '../owned-process';
import { NODE_POD_CIDR, type NodeSite, runtimeSocket } from './site';

const PAUSE = 'stand-in.example/pause:1';

/** The container runtime. */
export function containerd(site: NodeSite): Command {
  const config = join(site.folder, 'containerd.toml');
  writeFileSync(config, configOf(site));
  const network = join(site.folder, 'cni', '10-node.conflist');
  writeFileSync(network, JSON.stringify(networkOf(site)));
  return {
    name: 'containerd',
    file: 'containerd',
    args: ['--config', config, '--log-level', 'warn'],
    log: join(site.folder, 'containerd.log'),
  };
}

/** The image of the container that holds a pod's namespaces. */
export const pauseImage = (): Image => ({
  names: [PAUSE],
  config: { Entrypoint: ['/bin/sleep', '2147483647'] },
  entries: busyboxEntries(),
});

// Overlay file systems cannot always be stacked, and lowering a process's OOM score is not always permitted.
function configOf(site: NodeSite): string {
  const cri = 'plugins."io.containerd.grpc.v1.cri"';
  return `version = 2
root = "${join(site.folder, 'containerd')}"
state = "/run/containerd"
[plugins."io.containerd.internal.v1.opt"]
  path = "${join(site.folder, 'opt')}"
[grpc]
  address = "${runtimeSocket(site)}"
[${cri}]
  sandbox_image = "${PAUSE}"
  restrict_oom_score_adj = true
  [${cri}.cni]
    bin_dir = "${CNI_PLUGINS}"
    conf_dir = "${join(site.folder, 'cni')}"
  [${cri}.containerd]
    snapshotter = "native"
    default_runtime_name = "runc"
    [${cri}.containerd.runtimes.runc]
      runtime_type = "io.containerd.runc.v2"
`;
}

// Point to point: all traffic is routed by this namespace, so that kube-proxy sees what one pod sends to another.
function networkOf({ folder }: NodeSite): object {
  const routes = [{ dst: '0.0.0.0/0' }];
  const ipam = { type: 'host-local', subnet: NODE_POD_CIDR, dataDir: join(folder, 'cni-addresses'), routes };
  return { cniVersion: '0.4.0', name: 'node', plugins: [{ type: 'ptp', ipMasq: false, ipam }] };
}
