import type { Size } from 'cdk8s';
import type { Container, EnvVar } from '../../imports/k8s';
import type { Endpoint } from '../config/endpoint';
import type { PodFacts, PodPart } from '../config/pod-part';
import { type Complaint, complaintsOf, refuse, verbatim } from '../core/refusal';
import { mebibytesText, wholeMebibytes } from '../core/whole-mebibytes';
import { parseImageReference, requirePinned } from '../image/image-reference';
import type { MiImage } from '../image/mi-image';
import { MI_RELEASES, type MiLogFile, type MiRelease } from '../release/mi-release';
import { EnvValue } from '../secret/env-value';
import { type NamedSecret, namedSecret, requireBrought, type SecretRef } from '../secret/secret-ref';
import { LOGS_VOLUME, logFolder } from './log-folder';

/** What every agent that ships log files is told. */
export interface AgentProps {
  /** Image of the agent, pinned by tag or digest. */
  readonly image: string;

  /** Where the lines go. */
  readonly at: Endpoint;

  /**
   * Files of Micro Integrator's log folder. Each becomes one JSON object a line; with `correlation.log` the server is
   * told to write it.
   */
  readonly files: readonly MiLogFile[];

  /**
   * Disk that holds what the receiver has not taken yet, in whole mebibytes, from 64 MiB up. What the agent reads is there
   * through restarts of the container, and goes with the pod; beyond it the agent says below what happens.
   *
   * @default Size.gibibytes(1)
   */
  readonly buffer?: Size;

  /**
   * Whether the receiver is spoken to by TLS; `plain` is for one that has none, inside a network that one trusts.
   *
   * @default 'tls'
   */
  readonly transport?: 'tls' | 'plain';

  /**
   * Secret with the authorities that the receiver's certificate is checked against, under the key `ca.crt`.
   *
   * @default - those of the agent's image
   */
  readonly authorities?: SecretRef;
}

/** An agent with its defaults, as the makers of its configuration read it. */
export interface Agent {
  readonly at: Endpoint;
  readonly files: readonly MiLogFile[];
  readonly bufferMebibytes: number;
  readonly tls: boolean;
  /** Where the authorities are; `undefined` for those of the image. */
  readonly authorities: string | undefined;
}

/** Folders as an agent sees them. */
export const AGENT_FOLDERS = { logs: '/logs', buffer: '/buffer', config: '/agent', tls: '/tls' } as const;

/** Variables that every agent has: whose lines it reads. */
export const OWNER = { unit: 'MI_UNIT', tenant: 'MI_TENANT', release: 'MI_RELEASE', pod: 'POD_NAME' } as const;

/** Disk beside the buffer: positions in files, chunks that are open. */
const BESIDE_BUFFER = 128;

/** Name of the key that holds authorities, as cert-manager and most others write it. */
const AUTHORITY_KEY = 'ca.crt';

/** What an agent's container is made of, beside what all agents share. */
export interface AgentProgram {
  readonly name: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  /** Name and text of its configuration files. */
  readonly texts: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, EnvValue>>;
  /** Memory that it needs with a quick receiver, and behind a slow one. In mebibytes. */
  readonly memory: { readonly request: number; readonly limit: number };
}

/** The agent that props tell of; refuses what no agent can be. */
export function agentOf(kind: string, props: AgentProps): Agent {
  const { image, at, files, buffer, transport = 'tls', authorities } = props;
  requirePinned(kind, image, parseImageReference(image));
  const about = { kind, id: image };
  if (files.length === 0) {
    refuse({ ...about, prop: 'files', must: 'name at least one log file', got: verbatim('none') });
  }
  const bufferMebibytes = buffer === undefined ? 1024 : wholeMebibytes('buffer', kind, image, buffer);
  if (bufferMebibytes < 64) {
    refuse({ ...about, prop: 'buffer', must: 'be at least 64Mi', got: verbatim(`${bufferMebibytes}Mi`) });
  }
  if (transport !== 'tls' && transport !== 'plain') {
    refuse({ ...about, prop: 'transport', must: 'be tls or plain', got: transport });
  }
  const secret = authorities === undefined ? undefined : namedSecret(kind, authorities);
  if (secret !== undefined) {
    requireBrought(kind, secret, AUTHORITY_KEY);
  }
  const path = secret === undefined ? undefined : `${AGENT_FOLDERS.tls}/${AUTHORITY_KEY}`;
  return { at, files, bufferMebibytes, tls: transport === 'tls', authorities: path };
}

/** What an agent adds to a pod: its container beside the server to the end of the drain, its buffer, its configuration. */
export function agentPart(
  image: MiImage,
  pod: PodFacts,
  props: AgentProps,
  agent: Agent,
  program: AgentProgram,
): PodPart {
  const secret = props.authorities === undefined ? undefined : namedSecret('logging sidecar', props.authorities);
  const { volumes = [], volumeMounts } = logFolder(image, pod);
  const disk = mebibytesText(agent.bufferMebibytes + BESIDE_BUFFER);
  const [config, buffer, tls] = ['config', 'buffer', 'tls'].map((what) => `${program.name}-${what}`);
  return {
    sidecars: [containerOf(props.image, image.release, program, disk, { config, buffer, tls, secret })],
    volumes: [
      ...volumes,
      { name: config ?? '', texts: program.texts },
      { name: buffer ?? '', emptyDir: { sizeLimit: disk } },
      ...(secret === undefined
        ? []
        : [
            {
              name: tls ?? '',
              secret: { secretName: secret.secretName, items: [{ key: AUTHORITY_KEY, path: AUTHORITY_KEY }] },
            },
          ]),
    ],
    volumeMounts,
    log4j2: { json: agent.files },
    endpoints: [agent.at],
    secrets: [
      ...(secret === undefined ? [] : [secret]),
      ...Object.values(program.env).flatMap((value) => value.secret ?? []),
    ],
    complaints: agent.files.flatMap((file) => fileComplaints(image.release, file)),
  };
}

interface AgentVolumes {
  readonly config: string | undefined;
  readonly buffer: string | undefined;
  readonly tls: string | undefined;
  readonly secret: NamedSecret | undefined;
}

function containerOf(
  image: string,
  release: MiRelease,
  { name, command, args, env, memory }: AgentProgram,
  disk: string,
  volumes: AgentVolumes,
): Container {
  return {
    name,
    image,
    imagePullPolicy: 'IfNotPresent',
    command: command === undefined ? undefined : [...command],
    args: args === undefined ? undefined : [...args],
    env: [...ownerVariables(release), ...Object.entries(env).map(([variable, value]) => value.asEnvVar(variable))],
    resources: {
      requests: { cpu: '50m', memory: mebibytesText(memory.request), 'ephemeral-storage': disk },
      limits: { cpu: '500m', memory: mebibytesText(memory.limit), 'ephemeral-storage': disk },
    },
    securityContext: { readOnlyRootFilesystem: true },
    volumeMounts: [
      { name: LOGS_VOLUME, mountPath: AGENT_FOLDERS.logs, readOnly: true },
      { name: volumes.config ?? '', mountPath: AGENT_FOLDERS.config, readOnly: true },
      { name: volumes.buffer ?? '', mountPath: AGENT_FOLDERS.buffer },
      ...(volumes.secret === undefined
        ? []
        : [{ name: volumes.tls ?? '', mountPath: AGENT_FOLDERS.tls, readOnly: true }]),
    ],
  };
}

/** Whose lines they are, out of the labels of the pod: the configuration is the same for all tenants. */
function ownerVariables(release: MiRelease): EnvVar[] {
  return [
    EnvValue.fromPod('unit').asEnvVar(OWNER.unit),
    EnvValue.fromPod('tenant').asEnvVar(OWNER.tenant),
    { name: OWNER.release, value: release },
    EnvValue.fromPod('name').asEnvVar(OWNER.pod),
  ];
}

function fileComplaints(release: MiRelease, file: MiLogFile): Complaint[] {
  const { fileLogs, consoleLogs } = MI_RELEASES[release];
  const has = [...consoleLogs, ...fileLogs];
  return complaintsOf('logging', [
    [has.includes(file), `name files that release ${release} writes: ${has.join(', ')}`, file],
  ]);
}
