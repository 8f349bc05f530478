import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../build/cache';
import type { Command } from '../owned-process';
import { KUBERNETES } from '../versions';
import { NODE_ADDRESS, NODE_POD_CIDR, type NodeSite, runtimeSocket } from './site';

/** The node's agent. */
export function kubelet(site: NodeSite): Command {
  const config = join(site.folder, 'kubelet.json');
  writeFileSync(config, JSON.stringify(configOf(site), undefined, 2));
  return command(site, 'kubelet', [
    `--config=${config}`,
    `--kubeconfig=${site.kubeconfig}`,
    `--hostname-override=${site.name}`,
    `--node-ip=${NODE_ADDRESS}`,
    `--root-dir=${join(site.folder, 'kubelet')}`,
  ]);
}

/** What makes the addresses of Services work. */
export function kubeProxy(site: NodeSite): Command {
  return command(site, 'kube-proxy', [
    `--kubeconfig=${site.kubeconfig}`,
    `--hostname-override=${site.name}`,
    '--proxy-mode=iptables',
    `--cluster-cidr=${NODE_POD_CIDR}`,
    // The machine's own limits stay as they are.
    '--conntrack-max-per-core=0',
    '--conntrack-tcp-timeout-established=0s',
    '--conntrack-tcp-timeout-close-wait=0s',
  ]);
}

function configOf(site: NodeSite): object {
  return {
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    address: NODE_ADDRESS,
    // Only the API server of this network namespace can ask.
    authentication: { anonymous: { enabled: true }, webhook: { enabled: false } },
    authorization: { mode: 'AlwaysAllow' },
    cgroupDriver: 'cgroupfs',
    cgroupRoot: `/${site.controlGroup}`,
    enforceNodeAllocatable: [],
    failCgroupV1: false,
    failSwapOn: false,
    containerRuntimeEndpoint: `unix://${runtimeSocket(site)}`,
    podLogsDir: join(site.folder, 'pod-logs'),
    volumePluginDir: join(site.folder, 'volume-plugins'),
    resolvConf: '',
    // A rotated log ends what `kubectl logs --follow` shows.
    containerLogMaxSize: '200Mi',
    // A full disk or little memory of the machine must not decide a test.
    evictionHard: { 'memory.available': '10Mi', 'nodefs.available': '1%', 'imagefs.available': '1%' },
    imageGCHighThresholdPercent: 100,
    imageGCLowThresholdPercent: 99,
    syncFrequency: '10s',
    nodeStatusUpdateFrequency: '5s',
  };
}

function command({ folder }: NodeSite, name: string, args: readonly string[]): Command {
  return { name, file: program(KUBERNETES.newest, name), args, log: join(folder, `${name}.log`) };
}
