import type {
  CrossVersionObjectReference,
  HorizontalPodAutoscalerSpec,
  MetricIdentifier,
  MetricSpec,
  MetricTarget,
} from '../../imports/k8s';
import type { ScaledObjectSpec } from '../../imports/keda';
import { isDnsLabel } from '../core/dns-name';
import { quantity } from '../core/quantity';
import { type Complaint, complaintsOf, verbatim } from '../core/refusal';
import { allOf, lawOfKinds } from '../rendered/law-of-kinds';
import { isOfPods } from '../tenant/autoscaler';
import { behaviorComplaints } from '../tenant/scaling-behavior';

/**
 * What is asked of an autoscaler beyond its schema: by the API server (pkg/apis/autoscaling/validation of Kubernetes) and
 * by the webhook of KEDA.
 */
export const validScalers = allOf(
  lawOfKinds(['autoscaling/HorizontalPodAutoscaler'], (spec) => scalerComplaints(Object(spec))),
  lawOfKinds(['keda.sh/ScaledObject'], (spec) => kedaComplaints(Object(spec))),
);

function scalerComplaints(spec: HorizontalPodAutoscalerSpec): Complaint[] {
  const { minReplicas = 1, maxReplicas, scaleTargetRef, metrics = [], behavior } = spec;
  return [
    ...complaintsOf('spec.minReplicas', [[minReplicas >= 1, 'be at least 1', minReplicas]]),
    ...complaintsOf('spec.maxReplicas', [
      [maxReplicas >= 1 && maxReplicas >= minReplicas, `be at least minReplicas, which is ${minReplicas}`, maxReplicas],
    ]),
    ...referenceComplaints('spec.scaleTargetRef', scaleTargetRef),
    ...metrics.flatMap((metric, index) => metricComplaints(`spec.metrics[${index}]`, metric)),
    ...behaviorComplaints('spec.behavior', Object(behavior)),
  ];
}

function kedaComplaints({ minReplicaCount = 0, triggers, advanced = {} }: ScaledObjectSpec): Complaint[] {
  return [
    ...complaintsOf('spec.minReplicaCount', [
      [
        minReplicaCount > 0 || triggers.length === 0 || !triggers.every(isOfPods),
        'be at least 1 where all triggers are cpu and memory',
        minReplicaCount,
        'without pods there is none to look at, and KEDA refuses it',
      ],
    ]),
    ...behaviorComplaints(
      'spec.advanced.horizontalPodAutoscalerConfig.behavior',
      Object(advanced.horizontalPodAutoscalerConfig?.behavior),
    ),
  ];
}

/** Names end in a path of the API. */
function isPathName(name: string): boolean {
  return !/^(|\.|\.\.)$|[/%]/.test(name);
}

function referenceComplaints(path: string, { kind, name }: CrossVersionObjectReference): Complaint[] {
  return [
    ...complaintsOf(`${path}.kind`, [[isPathName(kind), 'name a kind', kind]]),
    ...complaintsOf(`${path}.name`, [[isPathName(name), 'name an object', name]]),
  ];
}

/** The field of each type of metric. */
const FIELDS: Readonly<Record<string, Exclude<keyof MetricSpec, 'type'>>> = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
};

/** What of a target each asks for; one of them, `object` at least one. */
const TARGETS = {
  containerResource: ['averageUtilization', 'averageValue'],
  external: ['value', 'averageValue'],
  object: ['value', 'averageValue'],
  pods: ['averageValue'],
  resource: ['averageUtilization', 'averageValue'],
} as const;

type Field = keyof typeof TARGETS;

function metricComplaints(path: string, metric: MetricSpec): Complaint[] {
  const field = FIELDS[metric.type];
  const there = Object.values(FIELDS).filter((one) => metric[one] !== undefined);
  return [
    ...complaintsOf(`${path}.type`, [
      [field !== undefined, `be one of ${Object.keys(FIELDS).join(', ')}`, metric.type],
    ]),
    ...complaintsOf(path, [
      [
        field === undefined || (there.length === 1 && there[0] === field),
        `have ${field} alone, as its type says`,
        verbatim(there.join(' and ') || 'none'),
      ],
    ]),
    ...there.flatMap((one) => sourceComplaints(`${path}.${one}`, one, Object(metric[one]))),
  ];
}

interface Source {
  readonly name?: string;
  readonly container?: string;
  readonly metric?: MetricIdentifier;
  readonly describedObject?: CrossVersionObjectReference;
  readonly target: MetricTarget;
}

function sourceComplaints(path: string, field: Field, source: Source): Complaint[] {
  const { name, container, metric, describedObject, target } = source;
  return [
    ...complaintsOf(`${path}.name`, [[name !== '', 'name a resource', name]]),
    ...complaintsOf(`${path}.container`, [
      [container === undefined || isDnsLabel(container), 'name a container', container],
    ]),
    ...complaintsOf(`${path}.metric.name`, [
      [metric === undefined || isPathName(metric.name), 'name a metric', metric?.name],
    ]),
    ...(describedObject === undefined ? [] : referenceComplaints(`${path}.describedObject`, describedObject)),
    ...targetComplaints(`${path}.target`, target, field),
  ];
}

function targetComplaints(path: string, target: MetricTarget, field: Field): Complaint[] {
  const { type } = target;
  const numbers = ['averageUtilization', 'averageValue', 'value'] as const;
  const asked = TARGETS[field].filter((one) => target[one] !== undefined);
  const must = field === 'object' ? 'have' : 'have one of';
  return [
    ...complaintsOf(`${path}.type`, [
      [/^(Utilization|Value|AverageValue)$/.test(type), 'be Utilization, Value or AverageValue', type],
    ]),
    ...complaintsOf(path, [
      [
        asked.length === 1 || (field === 'object' && asked.length === 2),
        `${must} ${TARGETS[field].join(field === 'object' ? ' or ' : ', ')}`,
        verbatim(asked.join(' and ') || 'none'),
      ],
    ]),
    ...numbers.flatMap((one) =>
      complaintsOf(`${path}.${one}`, [[quantity(target[one] ?? 1) > 0, 'be more than 0', target[one]]]),
    ),
  ];
}
