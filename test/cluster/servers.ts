import { join } from 'node:path';
import { cached, program } from './build/cache';
import type { GoProgram } from './build/go-program';
import { KWOK_STAGES } from './build/kwok';
import type { Credentials } from './credentials';
import type { Command } from './owned-process';
import { ETCD, KWOK } from './versions';

/** Where every kwok pod gets its address from; the network namespace answers for all of them. */
export const POD_CIDR = '10.244.0.0/16';

/** Annotation of the nodes that kwok plays. */
export const KWOK_NODE = { 'kwok.x-k8s.io/node': 'fake' } as const;

const SERVICE_CIDR = '10.96.0.0/16';
const FAST_CLIENT = ['--kube-api-qps=500', '--kube-api-burst=1000'];

/** What the servers of one control plane have in common. */
export interface Site {
  readonly folder: string;
  readonly kubernetes: GoProgram;
  readonly credentials: Credentials;
  readonly ports: Ports;
}

/** The ports of one control plane. */
export interface Ports {
  readonly etcd: number;
  readonly etcdPeer: number;
  readonly apiserver: number;
  readonly controllerManager: number;
  readonly scheduler: number;
  readonly kwok: number;
}

/** The database. */
export function etcdServer({ folder, ports }: Site): Command {
  const client = `http://127.0.0.1:${ports.etcd}`;
  const peer = `http://127.0.0.1:${ports.etcdPeer}`;
  return command('etcd', program(ETCD, 'etcd'), folder, [
    `--data-dir=${join(folder, 'etcd')}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
    // The data is thrown away, so it need not survive a power cut.
    '--unsafe-no-fsync',
    '--log-level=warn',
  ]);
}

/** The API server, with role-based access and one administrator. */
export function apiserver({ folder, kubernetes, credentials, ports }: Site, more: readonly string[]): Command {
  return command('kube-apiserver', program(kubernetes, 'kube-apiserver'), folder, [
    `--etcd-servers=http://127.0.0.1:${ports.etcd}`,
    `--cert-dir=${credentials.certificates}`,
    `--token-auth-file=${credentials.tokens}`,
    '--authorization-mode=RBAC',
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    `--secure-port=${ports.apiserver}`,
    `--service-cluster-ip-range=${SERVICE_CIDR}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${credentials.serviceAccountKey}`,
    `--service-account-signing-key-file=${credentials.serviceAccountKey}`,
    // Its own address is a loopback address, which no EndpointSlice may hold.
    '--endpoint-reconciler-type=none',
    // A node's name is in no DNS here, so that logs and exec must use its address.
    '--kubelet-preferred-address-types=InternalIP',
    ...more,
  ]);
}

/** The controllers. */
export function controllerManager({ folder, kubernetes, credentials, ports }: Site, more: readonly string[]): Command {
  return command('kube-controller-manager', program(kubernetes, 'kube-controller-manager'), folder, [
    ...clientOf(credentials, folder, 'controller-manager', ports.controllerManager),
    `--service-account-private-key-file=${credentials.serviceAccountKey}`,
    `--root-ca-file=${credentials.authority}`,
    '--pvclaimbinder-sync-period=2s',
    // Otherwise it makes one in /usr.
    `--flex-volume-plugin-dir=${join(folder, 'flexvolume')}`,
    ...more,
  ]);
}

/** The scheduler. */
export function scheduler({ folder, kubernetes, credentials, ports }: Site, more: readonly string[]): Command {
  return command('kube-scheduler', program(kubernetes, 'kube-scheduler'), folder, [
    ...clientOf(credentials, folder, 'scheduler', ports.scheduler),
    ...more,
  ]);
}

/** What plays the nodes, and the kubelets on them. */
export function kwokServer({ folder, credentials, ports }: Site): Command {
  const [annotation] = Object.entries(KWOK_NODE).map(([key, value]) => `${key}=${value}`);
  return command('kwok', program(KWOK, 'kwok'), folder, [
    `--kubeconfig=${credentials.kubeconfig}`,
    `--config=${cached(KWOK, KWOK_STAGES)}`,
    '--manage-all-nodes=false',
    `--manage-nodes-with-annotation-selector=${annotation}`,
    `--cidr=${POD_CIDR.replace('.0/', '.1/')}`,
    '--node-lease-duration-seconds=40',
    `--server-address=127.0.0.1:${ports.kwok}`,
  ]);
}

function clientOf({ kubeconfig }: Credentials, folder: string, name: string, port: number): string[] {
  return [
    `--kubeconfig=${kubeconfig}`,
    `--authentication-kubeconfig=${kubeconfig}`,
    `--authorization-kubeconfig=${kubeconfig}`,
    `--cert-dir=${join(folder, name)}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${port}`,
    '--leader-elect=false',
    ...FAST_CLIENT,
  ];
}

function command(name: string, file: string, folder: string, args: readonly string[]): Command {
  return { name, file, args, log: join(folder, `${name}.log`) };
}
