import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Where Debian puts the plugins that give a pod its network. */
export const CNI_PLUGINS = '/usr/lib/cni';

// A file of each Debian package that a node needs.
const PACKAGES: Readonly<Record<string, string>> = {
  containerd: '/usr/bin/containerd',
  runc: '/usr/sbin/runc',
  'containernetworking-plugins': `${CNI_PLUGINS}/ptp`,
  iptables: '/usr/sbin/iptables',
  conntrack: '/usr/sbin/conntrack',
  ipset: '/usr/sbin/ipset',
  iproute2: '/sbin/ip',
  'busybox-static': '/bin/busybox',
};

const APT_MINUTES = 5;

/** Why no real node can be had in this process, in one line; undefined when one can. */
export function whyNoNode(): string | undefined {
  if (process.env.CLUSTER_RUN_FOLDER === undefined) return 'a real node needs namespaces of its own';
  if (process.getuid?.() !== 0 || !ownsMachine()) return 'a real node needs root';
  const missing = missingPackages();
  return missing.length === 0 ? undefined : `a real node needs ${missing.join(', ')}`;
}

/** Names of the Debian packages that a real node needs and that are not there. */
export function missingPackages(): string[] {
  const missing = Object.entries(PACKAGES).filter(([, file]) => !existsSync(file));
  return missing.map(([name]) => name);
}

/**
 * Installs what a real node needs, where that can be done.
 *
 * @returns why no node can be had, in one line; undefined when all is there
 */
export function installPackages(): string | undefined {
  const missing = missingPackages();
  if (missing.length === 0) return undefined;
  if (process.getuid?.() !== 0) return `a real node needs ${missing.join(', ')}; only root can install them`;
  if (!apt(['--version'])) return `a real node needs ${missing.join(', ')}; there is no apt-get to install them with`;
  const installed = apt(['update']) && apt(['install', '--yes', '--no-install-recommends', ...missing]);
  const left = missingPackages();
  return installed && left.length === 0
    ? undefined
    : `a real node needs ${left.join(', ')}; apt-get could not install them`;
}

// In a user namespace root is root of some ids only, and mounts no control groups.
function ownsMachine(): boolean {
  return readFileSync('/proc/self/uid_map', 'utf8').trim().split(/\s+/).join(' ') === '0 0 4294967295';
}

function apt(args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { env, stdio: 'ignore', timeout: APT_MINUTES * 60_000 }).status === 0;
}

if (require.main === module) {
  const reason = installPackages();
  if (reason !== undefined) console.error(reason);
  process.exitCode = reason === undefined ? 0 : 1;
}
