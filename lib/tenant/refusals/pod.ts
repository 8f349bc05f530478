import { isDnsSubdomain, isPortName, isQualifiedName, KEYS_RULE } from '../../core/dns-name';
import { isPortNumber } from '../../core/port-number';
import { type Complaint, complaintsOf, verbatim } from '../../core/refusal';
import { MI_PORT_NAMES, MI_RELEASES } from '../../release/mi-release';
import { secretComplaints } from '../../secret/literal-secret';
import type { CheckedTenant } from '../checked-tenant';
import { amountOf } from '../need';
import { FORBIDDEN_FLAGS } from './forbidden-flags';
import { podVolumeComplaints } from './pod-volume';

/** Arguments of the start script that would undo what the manifest relies on (micro-integrator.sh). */
const FORBIDDEN_ARGS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^-{0,2}(stop|start|restart|version|car)$/, 'it is a command of the start script, and the container would end'],
  [/^--env-file=/, 'it would set variables that no check has seen; write env or envFrom'],
  [/^-{0,2}debug$/, 'the server would wait for a debugger; say it by env.JAVA_OPTS where that is wanted'],
  [/^-X|^-XX:/, 'write size: MiSize.of({ heap: … }), or env.JAVA_OPTS'],
  ...FORBIDDEN_FLAGS,
];

/** Where a secret comes from that a container of the user's needs. */
const OF_CONTAINER = { from: 'a Secret', instead: 'write valueFrom: { secretKeyRef: { name, key } }' } as const;

const ARGS = {
  prop: 'pod.args',
  from: 'a Secret',
  instead: 'whoever sees the process sees its arguments; write env with EnvValue.fromSecret(name, key)',
} as const;

const PORT_NAME_RULE = 'have a free name of at most 15 lower-case letters, digits and single "-"';

/** What is wrong with what the workload of a tenant asks of Kubernetes. */
export function podComplaints(tenant: CheckedTenant): Complaint[] {
  return [
    ...argComplaints(tenant),
    ...labelComplaints(tenant),
    ...accountComplaints(tenant),
    ...portComplaints(tenant),
    ...containerComplaints(tenant),
    ...podVolumeComplaints(tenant),
  ];
}

/** Why an argument of the start script is refused; `undefined` if it is not. */
export function forbiddenBecause(arg: string): string | undefined {
  return FORBIDDEN_ARGS.find(([pattern]) => pattern.test(arg))?.[1];
}

function argComplaints({ pod }: CheckedTenant): Complaint[] {
  return (pod.args ?? []).flatMap((arg): Complaint[] => {
    const [, name = '', value = arg] = /^-D([^=]+)=(.*)$/s.exec(arg) ?? [];
    return [
      ...[forbiddenBecause(arg) ?? []].flat().map((instead) => ({
        prop: 'pod.args',
        must: 'leave the server and its ports alone',
        got: arg,
        instead,
      })),
      ...complaintsOf('pod.args', [
        [
          /^\S+$/.test(arg),
          'be one word each',
          arg,
          'the start script takes it apart at spaces; write env.JAVA_OPTS, or two arguments',
        ],
      ]),
      ...secretComplaints(ARGS, name, value),
    ];
  });
}

function labelComplaints(tenant: CheckedTenant): Complaint[] {
  const own = tenant.metadata.labels ?? {};
  const { labels = {}, annotations = {}, serviceAccountAnnotations = {} } = tenant.pod;
  const keys = Object.entries({ labels, annotations, serviceAccountAnnotations }).flatMap(([prop, pairs]) =>
    Object.keys(pairs).map((key) => [`pod.${prop}`, key] as const),
  );
  return [
    ...Object.keys(labels)
      .filter((label) => label in own)
      .map((got) => ({ prop: 'pod.labels', must: 'not replace labels of the tenant', got })),
    ...keys.filter(([, key]) => !isQualifiedName(key)).map(([prop, got]) => ({ prop, must: KEYS_RULE, got })),
  ];
}

function accountComplaints({
  pod: { serviceAccountName: name, serviceAccountAnnotations },
}: CheckedTenant): Complaint[] {
  return name === undefined
    ? []
    : complaintsOf('pod.serviceAccountName', [
        [isDnsSubdomain(name), 'name a ServiceAccount of Kubernetes', name],
        [
          serviceAccountAnnotations === undefined,
          'stand without serviceAccountAnnotations',
          verbatim('both'),
          'whoever makes the account annotates it',
        ],
      ]);
}

const PORT_RULE = 'be a port of its own';

function portComplaints({ pod, image }: CheckedTenant): Complaint[] {
  const ports = Object.entries(pod.ports ?? {});
  const taken = new Set(Object.values(MI_RELEASES[image.release].ports));
  const names = new Set<string>(Object.values(MI_PORT_NAMES).flatMap(({ container, service }) => [container, service]));
  return ports.flatMap(([name, number]): Complaint[] => {
    const prop = `pod.ports["${name}"]`;
    const [first] = ports.find(([, other]) => other === number) ?? [name];
    return complaintsOf(prop, [
      [isPortName(name) && !names.has(name), PORT_NAME_RULE, name],
      [isPortNumber(number), 'be a whole number from 1 to 65535', number],
      [!taken.has(number), PORT_RULE, number, 'Micro Integrator has it; take another'],
      [first === name, PORT_RULE, number, `pod.ports["${first}"] has it; take another`],
    ]);
  });
}

function containerComplaints({ part, unit, scaling, user }: CheckedTenant): Complaint[] {
  const all = [...part.sidecars, ...part.containers, ...part.initContainers];
  return all.flatMap((container, index): Complaint[] => {
    const { name, resources, env = [] } = container;
    const prop = `pod container "${name}"`;
    const again = all.findIndex((other) => other.name === name) < index;
    const amounts = (['requests', 'limits'] as const).flatMap((kind) =>
      (['cpu', 'memory'] as const).map((resource) => amountOf(resources?.[kind]?.[resource], resource)),
    );
    const isScaled = scaling.autoscaler !== undefined && part.containers.includes(container);
    return [
      ...complaintsOf(prop, [[name !== 'micro-integrator' && !again, 'have a name of its own', name]]),
      ...env.flatMap(({ name: variable, value = '' }) => secretComplaints({ prop, ...OF_CONTAINER }, variable, value)),
      ...complaintsOf(prop, [
        [
          unit.hasQuota || !amounts.some(Number.isNaN),
          'have quantities such as "250m" and "128Mi" for cpu and memory',
          verbatim('another'),
        ],
        [
          unit.hasQuota || !isScaled || (amounts[0] ?? 0) > 0,
          'request cpu, since an autoscaler looks at that of the whole pod',
          verbatim('none'),
          'without it the autoscaler does nothing',
        ],
        [
          user !== undefined || container.securityContext?.runAsUser === undefined,
          "leave its user to its namespace, as podUser of the fleet says by 'namespace'",
          verbatim(`runAsUser ${container.securityContext?.runAsUser}`),
          'OpenShift refuses a user beyond the range of the namespace',
        ],
        [
          !unit.hasQuota || amounts.every((amount) => amount > 0),
          'have requests and limits of cpu and memory, since its unit has a quota',
          verbatim('none, or what is no quantity'),
          'the quota is the sum of what they say',
        ],
      ]),
    ];
  });
}
