import { isRecord } from '../core/record';
import type { PodSpec } from './rendered-object';

/** A pod security standard that asks something. */
export type PodStandard = 'baseline' | 'restricted';

/** The pod that is asked, and the minor version of the standard. */
export interface Asked {
  readonly pod: PodSpec;
  readonly minor: number;
}

/** What a standard asks of one field. */
export interface Demand {
  /** The keys to the field from the part of the pod that has it. */
  readonly keys: readonly string[];
  /** The rule, as it follows "must". */
  readonly must: string;
  /** Whether what stands there is let in; `undefined` is nothing. */
  readonly holds: (value: unknown, asked: Asked) => boolean;
  /**
   * What there is in the place of it.
   *
   * @default - another standard
   */
  readonly instead?: string;
}

/** What a standard asks, by the part of a pod that has the fields. */
export type Demands = Readonly<Record<'pod' | 'volume' | 'sysctl' | 'container' | 'port', readonly Demand[]>>;

/** Versions that changed what is asked. */
const ENGINE_TYPE = 31;
const NO_HOSTS = 34;
const OWN_USERS = 35;

const CONTEXT = 'securityContext';
const LEFT_OUT = 'be left out';
const SHARED = 'a SharedVolume takes NFS and EFS';
const PROFILE = 'be RuntimeDefault or Localhost';

/** What any security context is asked, that of a pod or of a container. */
const OF_CONTEXT: readonly Demand[] = [
  demand(`${CONTEXT}.appArmorProfile.type`, PROFILE, isProfile),
  demand(`${CONTEXT}.seLinuxOptions.type`, 'be a type of containers, such as container_t', isContainerType),
  demand(`${CONTEXT}.seLinuxOptions.user`, LEFT_OUT, isOff),
  demand(`${CONTEXT}.seLinuxOptions.role`, LEFT_OUT, isOff),
  demand(`${CONTEXT}.windowsOptions.hostProcess`, LEFT_OUT, isOff),
];

const OF_POD: readonly Demand[] = [
  ...['hostNetwork', 'hostPID', 'hostIPC'].map((field) => demand(field, LEFT_OUT, isOff)),
  ...OF_CONTEXT,
];

const OF_CONTAINER: readonly Demand[] = [
  demand(`${CONTEXT}.privileged`, LEFT_OUT, isOff),
  ...OF_CONTEXT,
  ...['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.postStart', 'lifecycle.preStop'].flatMap((asks) =>
    ['httpGet', 'tcpSocket'].map((way) =>
      demand(`${asks}.${way}.host`, LEFT_OUT, (host, { minor }) => minor < NO_HOSTS || isOff(host)),
    ),
  ),
];

/** Names of settings of the kernel, with the version since which each is let in. */
const SYSCTLS: Readonly<Record<string, number>> = {
  'kernel.shm_rmid_forced': 0,
  'net.ipv4.ip_local_port_range': 0,
  'net.ipv4.tcp_syncookies': 0,
  'net.ipv4.ping_group_range': 0,
  'net.ipv4.ip_unprivileged_port_start': 0,
  'net.ipv4.ip_local_reserved_ports': 27,
  'net.ipv4.tcp_keepalive_time': 29,
  'net.ipv4.tcp_fin_timeout': 29,
  'net.ipv4.tcp_keepalive_intvl': 29,
  'net.ipv4.tcp_keepalive_probes': 29,
  'net.ipv4.tcp_rmem': 32,
  'net.ipv4.tcp_wmem': 32,
};

const SYSCTL = demand(
  'name',
  'be a setting that is safe for the neighbours of a pod, such as net.ipv4.tcp_syncookies',
  (name, { minor }) => (SYSCTLS[`${name}`] ?? Number.POSITIVE_INFINITY) <= minor,
);
const PORT = demand('hostPort', LEFT_OUT, isOff);

/** What a container of the baseline may add. */
const CAPABILITIES = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

const BASELINE: Demands = {
  pod: [...OF_POD, demand(`${CONTEXT}.seccompProfile.type`, PROFILE, isProfile)],
  volume: [demand('', 'be no folder of a node', (volume) => !kindsOf(volume).includes('hostPath'), SHARED)],
  sysctl: [SYSCTL],
  container: [
    ...OF_CONTAINER,
    demand(`${CONTEXT}.seccompProfile.type`, PROFILE, isProfile),
    demand(`${CONTEXT}.capabilities.add`, `be among ${CAPABILITIES.join(', ')}`, (added) =>
      listOf(added).every((one) => CAPABILITIES.includes(`${one}`)),
    ),
    demand(`${CONTEXT}.procMount`, 'be Default', (value, asked) => hasOwnUsers(asked) || isDefault(value)),
  ],
  port: [PORT],
};

/** Kinds of volumes that are of the pod, or of the cluster. */
const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** It asks all of the baseline, some of it more strictly. */
const RESTRICTED: Demands = {
  pod: [
    ...OF_POD,
    // What a pod does not say, each of its containers may say for itself.
    demand(
      `${CONTEXT}.seccompProfile.type`,
      PROFILE,
      (type, { pod }) => isWindows(pod) || (isProfile(type) && (type !== undefined || eachSays(pod, 'seccompProfile'))),
    ),
    demand(
      `${CONTEXT}.runAsNonRoot`,
      'be true',
      (value, asked) =>
        value === true || hasOwnUsers(asked) || (value === undefined && eachSays(asked.pod, 'runAsNonRoot')),
    ),
    demand(`${CONTEXT}.runAsUser`, 'not be 0', isNotRoot),
  ],
  volume: [
    demand(
      '',
      `be one of ${VOLUMES.join(', ')}`,
      (volume) => kindsOf(volume).every((kind) => VOLUMES.includes(kind)),
      SHARED,
    ),
  ],
  sysctl: [SYSCTL],
  container: [
    ...OF_CONTAINER,
    demand(`${CONTEXT}.allowPrivilegeEscalation`, 'be false', (value, { pod }) => value === false || isWindows(pod)),
    demand(
      `${CONTEXT}.capabilities.drop`,
      'have ALL',
      (dropped, { pod }) => listOf(dropped).includes('ALL') || isWindows(pod),
    ),
    demand(
      `${CONTEXT}.capabilities.add`,
      'be NET_BIND_SERVICE at the most',
      (added, { pod }) => listOf(added).every((one) => one === 'NET_BIND_SERVICE') || isWindows(pod),
    ),
    demand(`${CONTEXT}.procMount`, 'be Default', isDefault),
    demand(`${CONTEXT}.seccompProfile.type`, PROFILE, (type, { pod }) => isProfile(type) || isWindows(pod)),
    demand(`${CONTEXT}.runAsNonRoot`, 'be true', (value, asked) => value !== false || hasOwnUsers(asked)),
    demand(`${CONTEXT}.runAsUser`, 'not be 0', isNotRoot),
  ],
  port: [PORT],
};

/**
 * What each standard asks of a pod (kubernetes.io, "Pod Security Standards", as the policy of k8s.io/pod-security-admission
 * has it). Of versions before 1.25 it is taken for what 1.25 asks.
 */
export const POD_STANDARDS: Readonly<Record<PodStandard, Demands>> = { baseline: BASELINE, restricted: RESTRICTED };

/** What stands in a field; `undefined` if there is none. */
export function valueAt(part: unknown, keys: readonly string[]): unknown {
  let value = part;
  for (const key of keys) {
    value = isRecord(value) ? value[key] : undefined;
  }
  return value;
}

/** The sources that a volume has; the API server makes one without any an emptyDir. */
export function kindsOf(volume: unknown): string[] {
  return Object.keys(Object(volume)).filter((key) => key !== 'name' && Object(volume)[key] !== undefined);
}

function demand(at: string, must: string, holds: Demand['holds'], instead?: string): Demand {
  return { keys: at === '' ? [] : at.split('.'), must, holds, instead };
}

function isOff(value: unknown): boolean {
  return value === undefined || value === false || value === 0 || value === '';
}

function isProfile(type: unknown): boolean {
  return type === undefined || type === 'RuntimeDefault' || type === 'Localhost';
}

function isDefault(procMount: unknown): boolean {
  return procMount === undefined || procMount === 'Default';
}

function isContainerType(type: unknown, { minor }: Asked): boolean {
  const later = minor >= ENGINE_TYPE && type === 'container_engine_t';
  return later || isOff(type) || ['container_t', 'container_init_t', 'container_kvm_t'].includes(`${type}`);
}

function isNotRoot(user: unknown, asked: Asked): boolean {
  return user !== 0 || hasOwnUsers(asked);
}

function isWindows({ os }: PodSpec): boolean {
  return os?.name === 'windows';
}

/** Whether user 0 of its containers is nobody on the node. */
function hasOwnUsers({ pod, minor }: Asked): boolean {
  return minor >= OWN_USERS && pod.hostUsers === false;
}

/** Whether every container says it itself. */
function eachSays(
  { initContainers = [], containers = [] }: PodSpec,
  field: 'seccompProfile' | 'runAsNonRoot',
): boolean {
  return [...initContainers, ...containers].every(({ securityContext = {} }) => securityContext[field] !== undefined);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
