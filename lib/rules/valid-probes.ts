import type { Container, IntOrString, LifecycleHandler, Probe } from '../../imports/k8s';
import { type Complaint, complaintsOf, sentence, verbatim } from '../core/refusal';
import type { Labels, Rule } from '../rendered/rendered-object';
import { podLabelsOf } from '../rendered/rendered-object';
import { typedPods } from '../rendered/schema-judgement';

/** What each may ask. */
const PROBE_QUESTIONS = ['exec', 'grpc', 'httpGet', 'tcpSocket'] as const;
const HOOK_QUESTIONS = ['exec', 'httpGet', 'sleep', 'tcpSocket'] as const;
const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;
const HOOKS = ['postStart', 'preStop'] as const;

/**
 * Probes and hooks ask one question each, of a port on which the container listens, and in numbers that the API server
 * takes (pkg/apis/core/validation/validation.go of Kubernetes).
 */
export const validProbes: Rule = (render) =>
  typedPods(render).flatMap(({ object, about, path, pod }) =>
    (['initContainers', 'containers'] as const).flatMap((list) =>
      (pod[list] ?? []).flatMap((container, index) => {
        const prop = `${path}.${list}[${index}]`;
        const ends = list === 'initContainers' && container.restartPolicy !== 'Always';
        const wrong = ends ? tooEarly(prop, container) : containerComplaints(prop, container, podLabelsOf(object));
        return wrong.map((complaint) => sentence({ ...about, ...complaint }));
      }),
    ),
  );

/** An init container that ends has no time in which it could be asked. */
function tooEarly(path: string, { lifecycle, ...container }: Container): Complaint[] {
  return Object.entries({ lifecycle, ...Object.fromEntries(PROBES.map((name) => [name, container[name]])) })
    .filter(([, value]) => value !== undefined)
    .flatMap(([name]) =>
      complaintsOf(`${path}.${name}`, [
        [false, 'be left out of an init container that ends', verbatim('it'), "write restartPolicy: 'Always'"],
      ]),
    );
}

function containerComplaints(path: string, container: Container, labels: Labels = {}): Complaint[] {
  return [
    ...PROBES.flatMap((name) => {
      const probe = container[name];
      return probe === undefined
        ? []
        : [
            ...questionComplaints(`${path}.${name}`, probe, PROBE_QUESTIONS),
            ...numberComplaints(`${path}.${name}`, name, probe),
            ...portComplaints(`${path}.${name}`, probe, container, labels),
          ];
    }),
    ...HOOKS.flatMap((name) => {
      const hook = container.lifecycle?.[name];
      return hook === undefined ? [] : questionComplaints(`${path}.lifecycle.${name}`, hook, HOOK_QUESTIONS);
    }),
  ];
}

type Questions = Pick<Probe, 'exec' | 'grpc' | 'httpGet' | 'tcpSocket'> & Pick<LifecycleHandler, 'sleep'>;

function questionComplaints(path: string, asked: Questions, kinds: ReadonlyArray<keyof Questions>): Complaint[] {
  const there = kinds.filter((kind) => (asked[kind] ?? undefined) !== undefined);
  return [
    ...complaintsOf(path, [
      [there.length === 1, `have one of ${kinds.join(', ')}`, verbatim(there.join(' and ') || 'none')],
    ]),
    ...(asked.httpGet?.httpHeaders ?? []).flatMap(({ name }, index) =>
      complaintsOf(`${path}.httpGet.httpHeaders[${index}].name`, [
        [/^[-A-Za-z0-9]+$/.test(name), 'be letters, digits and "-"', name],
      ]),
    ),
    ...(['httpGet', 'tcpSocket'] as const).flatMap((kind) =>
      complaintsOf(`${path}.${kind}.port`, [
        [!isDigits(asked[kind]?.port), 'be a number, or a name with a letter in it', asked[kind]?.port],
      ]),
    ),
    ...complaintsOf(`${path}.exec.command`, [
      [asked.exec === undefined || (asked.exec.command ?? []).length > 0, 'be a command', verbatim('none')],
    ]),
  ];
}

const NUMBERS = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'failureThreshold',
  'successThreshold',
] as const;

function numberComplaints(path: string, name: (typeof PROBES)[number], probe: Probe): Complaint[] {
  const { successThreshold = 1, terminationGracePeriodSeconds: grace } = probe;
  const isReadiness = name === 'readinessProbe';
  return [
    ...NUMBERS.filter((field) => !((probe[field] ?? 0) >= 0)).flatMap((field) =>
      complaintsOf(`${path}.${field}`, [[false, 'be 0 or more', probe[field]]]),
    ),
    ...complaintsOf(`${path}.successThreshold`, [
      [
        isReadiness || successThreshold <= 1,
        'be 1',
        successThreshold,
        'only a readinessProbe may ask for more answers in a row',
      ],
    ]),
    ...complaintsOf(`${path}.terminationGracePeriodSeconds`, [
      [grace === undefined || !isReadiness, 'be left out', grace, 'a readinessProbe ends nothing'],
      [grace === undefined || grace >= 1, 'be at least 1', grace],
    ]),
  ];
}

/** Digits in quotes are the name of no port. */
function isDigits(port: IntOrString | undefined): boolean {
  return typeof port === 'string' && /^\d+$/.test(port);
}

/** The questions that go to a port. */
const ASKING = ['grpc', 'httpGet', 'tcpSocket'] as const;

/**
 * A name must be one of the container's own ports. A number must be so for Micro Integrator, whose ports are all
 * declared; other software often answers on a port that its manifest does not list.
 */
function portComplaints(path: string, probe: Probe, { name, ports = [] }: Container, labels: Labels): Complaint[] {
  const isMi = labels['app.kubernetes.io/name'] === 'micro-integrator' && name === 'micro-integrator';
  return ASKING.flatMap((kind) => {
    const port = probe[kind]?.port;
    if (port === undefined) {
      return [];
    }
    const isDeclared =
      typeof port === 'string'
        ? isDigits(port) || ports.some((own) => own.name === port)
        : ports.some((own) => own.containerPort === port);
    const own = ports.map((one) => `${one.containerPort}${one.name === undefined ? '' : ` (${one.name})`}`);
    return complaintsOf(`${path}.${kind}.port`, [
      [typeof port === 'string' || (port >= 1 && port <= 65_535), 'be from 1 to 65535', port],
      [
        isDeclared || (typeof port === 'number' && !(isMi && port >= 1 && port <= 65_535)),
        `be a port of container "${name}": ${own.join(', ') || 'it has none'}`,
        port,
        isMi ? 'a port of an inbound endpoint stands in pod.ports' : undefined,
      ],
    ]);
  });
}
