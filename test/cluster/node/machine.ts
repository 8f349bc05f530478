import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NODE_ADDRESS, type NodeSite, SERVICE_CIDR } from './site';

const CONTROL_GROUPS = '/sys/fs/cgroup';

// Folders whose names no setting changes; a kubelet or containerd of the machine itself may use them too.
const OWN_FOLDERS = ['/run', '/var/lib/cni', '/var/lib/kubelet', '/var/log/containers'];

// What a kubelet sets for the whole machine.
const KERNEL_SETTINGS = [
  'vm/overcommit_memory',
  'vm/panic_on_oom',
  'kernel/panic',
  'kernel/panic_on_oops',
  'kernel/keys/root_maxkeys',
  'kernel/keys/root_maxbytes',
].map((name) => join('/proc/sys', name));

/** What was changed of the machine for a node, and how it is put back. */
export interface Preparation {
  undo(): void;
}

/** Gives the node an address, folders and a control group of its own; needs namespaces made for the run. */
export function prepareMachine(site: NodeSite): Preparation {
  requireOwnNamespaces();
  const settings = KERNEL_SETTINGS.filter(existsSync).map((file) => ({ file, value: readFileSync(file, 'utf8') }));
  const made = OWN_FOLDERS.filter((folder) => mkdirSync(folder, { recursive: true }) !== undefined);
  for (const folder of OWN_FOLDERS) run('mount', '-t', 'tmpfs', 'tmpfs', folder);
  for (const folder of groupFolders(site)) mkdirSync(folder, { recursive: true });
  run('ip', 'address', 'replace', `${NODE_ADDRESS}/32`, 'dev', 'lo');
  // Without a route the kernel refuses before kube-proxy's rules can send it on.
  run('ip', 'route', 'replace', SERVICE_CIDR, 'dev', 'lo', 'src', NODE_ADDRESS);
  return {
    undo: () => {
      unmountUnder(site.folder);
      for (const folder of [...OWN_FOLDERS].reverse()) unmountUnder(folder);
      for (const folder of made) rmdirSync(folder);
      for (const folder of groupFolders(site)) removeGroup(folder);
      for (const { file, value } of settings) writeFileSync(file, value);
    },
  };
}

/** Ids of the processes in the node's containers. */
export function containerProcesses(site: NodeSite): number[] {
  return groupFolders(site).flatMap(processesOf);
}

/** Ids of the processes that hold the node's containers. */
export function shims(socket: string): number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.map(Number).filter((id) => {
    const words = commandLine(id);
    return words[0]?.includes('containerd-shim') === true && words.includes(socket);
  });
}

// On a machine with version 2 alone there is one tree, otherwise one for each controller.
function groupFolders({ controlGroup }: NodeSite): string[] {
  const isVersion2 = existsSync(join(CONTROL_GROUPS, 'cgroup.controllers'));
  const trees = isVersion2 ? ['.'] : readdirSync(CONTROL_GROUPS);
  return trees.map((tree) => join(CONTROL_GROUPS, tree, controlGroup));
}

function processesOf(group: string): number[] {
  if (!existsSync(group)) return [];
  const own = readFileSync(join(group, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean).map(Number);
  return [...own, ...groupsIn(group).flatMap(processesOf)];
}

function removeGroup(group: string): void {
  if (!existsSync(group)) return;
  for (const one of groupsIn(group)) removeGroup(one);
  rmdirSync(group);
}

function groupsIn(group: string): string[] {
  const entries = readdirSync(group, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(group, name));
}

function commandLine(id: number): string[] {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

// The folder is named by who made the namespaces; a way out of the network would say otherwise.
function requireOwnNamespaces(): void {
  const routes = readFileSync('/proc/net/route', 'utf8').split('\n').slice(1);
  const leadsOut = routes.some((route) => route.split('\t')[1] === '00000000');
  const got = leadsOut ? 'a default route' : 'no CLUSTER_RUN_FOLDER';
  if (leadsOut || process.env.CLUSTER_RUN_FOLDER === undefined) {
    throw new Error(`a node must run in namespaces made for it, got ${got}; use test/cluster/run.ts`);
  }
}

function unmountUnder(folder: string): void {
  const mounts = readFileSync('/proc/self/mountinfo', 'utf8').split('\n');
  const points = mounts.map((line) => line.split(' ')[4] ?? '').filter((point) => `${point}/`.startsWith(`${folder}/`));
  for (const point of points.reverse()) run('umount', '--lazy', point);
}

function run(file: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(file, args, { encoding: 'utf8', timeout: 10_000 });
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} must succeed, got: ${String(stderr).trim()}`);
}
