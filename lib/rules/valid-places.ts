import type {
  Affinity,
  NodeSelectorTerm,
  PodAffinityTerm,
  PodSpec,
  Toleration,
  TopologySpreadConstraint,
} from '../../imports/k8s';
import { isLabelValue, isQualifiedName, KEY_RULE, LABEL_VALUE_RULE } from '../core/dns-name';
import { expressionComplaints, labelComplaints, selectorComplaints } from '../core/label-selector';
import { type Complaint, complaintsOf, sentence, verbatim } from '../core/refusal';
import type { Rule } from '../rendered/rendered-object';
import { typedPods } from '../rendered/schema-judgement';

/** Where pods may run, said so that the API server takes it (pkg/apis/core/validation/validation.go of Kubernetes). */
export const validPlaces: Rule = (render) =>
  typedPods(render).flatMap(({ about, path, pod }) =>
    placeComplaints(path, pod).map((complaint) => sentence({ ...about, ...complaint })),
  );

function placeComplaints(path: string, pod: PodSpec): Complaint[] {
  const { nodeSelector = {}, tolerations = [], affinity = {}, topologySpreadConstraints = [] } = pod;
  return [
    ...labelComplaints(`${path}.nodeSelector`, nodeSelector),
    ...tolerations.flatMap((one, index) => tolerationComplaints(`${path}.tolerations[${index}]`, one)),
    ...affinityComplaints(`${path}.affinity`, affinity),
    ...topologySpreadConstraints.flatMap((one, index) =>
      spreadComplaints(`${path}.topologySpreadConstraints[${index}]`, one, topologySpreadConstraints.slice(0, index)),
    ),
  ];
}

function tolerationComplaints(path: string, toleration: Toleration): Complaint[] {
  const { key = '', operator = 'Equal', value = '', effect, tolerationSeconds } = toleration;
  const compares = operator === 'Gt' || operator === 'Lt';
  return [
    ...complaintsOf(`${path}.key`, [[key === '' || isQualifiedName(key), KEY_RULE, key]]),
    ...complaintsOf(`${path}.operator`, [
      [key !== '' || operator === 'Exists', 'be Exists where there is no key', operator, 'Exists alone is every taint'],
    ]),
    ...complaintsOf(`${path}.value`, [
      [operator !== 'Exists' || value === '', 'be left out where operator is Exists', value, 'Equal asks for a value'],
      [operator !== 'Equal' || isLabelValue(value), LABEL_VALUE_RULE, value],
      [!compares || /^(0|-?[1-9]\d*)$/.test(value), `be a whole number where operator is ${operator}`, value],
    ]),
    ...complaintsOf(`${path}.tolerationSeconds`, [
      [
        tolerationSeconds === undefined || effect === 'NoExecute',
        'be left out where effect is not NoExecute',
        tolerationSeconds,
      ],
    ]),
  ];
}

function affinityComplaints(path: string, { nodeAffinity = {}, podAffinity = {}, podAntiAffinity = {} }: Affinity) {
  const { requiredDuringSchedulingIgnoredDuringExecution: must, preferredDuringSchedulingIgnoredDuringExecution: may } =
    nodeAffinity;
  const required = `${path}.nodeAffinity.${REQUIRED}.nodeSelectorTerms`;
  return [
    ...complaintsOf(required, [
      [must === undefined || must.nodeSelectorTerms.length > 0, 'have at least one', verbatim('none')],
    ]),
    ...(must?.nodeSelectorTerms ?? []).flatMap((term, index) => termComplaints(`${required}[${index}]`, term)),
    ...(may ?? []).flatMap(({ weight, preference }, index) => [
      ...weightComplaints(`${path}.nodeAffinity.${PREFERRED}[${index}]`, weight),
      ...termComplaints(`${path}.nodeAffinity.${PREFERRED}[${index}].preference`, preference),
    ]),
    ...Object.entries({ podAffinity, podAntiAffinity }).flatMap(([prop, of]) => [
      ...(of[REQUIRED] ?? []).flatMap((term, index) =>
        podTermComplaints(`${path}.${prop}.${REQUIRED}[${index}]`, term),
      ),
      ...(of[PREFERRED] ?? []).flatMap(({ weight, podAffinityTerm }, index) => [
        ...weightComplaints(`${path}.${prop}.${PREFERRED}[${index}]`, weight),
        ...podTermComplaints(`${path}.${prop}.${PREFERRED}[${index}].podAffinityTerm`, podAffinityTerm),
      ]),
    ]),
  ];
}

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

function weightComplaints(path: string, weight: number): Complaint[] {
  return complaintsOf(`${path}.weight`, [[weight >= 1 && weight <= 100, 'be from 1 to 100', weight]]);
}

function termComplaints(path: string, { matchExpressions = [], matchFields = [] }: NodeSelectorTerm): Complaint[] {
  return [
    ...matchExpressions.flatMap((one, index) => expressionComplaints(`${path}.matchExpressions[${index}]`, one)),
    ...matchFields.flatMap(({ key, operator, values = [] }, index) =>
      complaintsOf(`${path}.matchFields[${index}]`, [
        [key === 'metadata.name', 'have the key metadata.name', key],
        [operator === 'In' || operator === 'NotIn', 'have the operator In or NotIn', operator],
        [values.length === 1, 'have one value', values],
      ]),
    ),
  ];
}

function podTermComplaints(path: string, { topologyKey, labelSelector }: PodAffinityTerm): Complaint[] {
  return [...topologyComplaints(path, topologyKey), ...selectorComplaints(`${path}.labelSelector`, labelSelector)];
}

function spreadComplaints(
  path: string,
  { maxSkew, topologyKey, whenUnsatisfiable: otherwise, minDomains, labelSelector }: TopologySpreadConstraint,
  earlier: readonly TopologySpreadConstraint[],
): Complaint[] {
  const again = earlier.some((one) => one.topologyKey === topologyKey && one.whenUnsatisfiable === otherwise);
  return [
    ...complaintsOf(path, [
      [
        !again,
        'have a topologyKey and whenUnsatisfiable of its own',
        verbatim(`${topologyKey} and ${otherwise} again`),
      ],
    ]),
    ...complaintsOf(`${path}.minDomains`, [
      [minDomains === undefined || minDomains >= 1, 'be at least 1', minDomains],
      [
        minDomains === undefined || otherwise === 'DoNotSchedule',
        'be left out where whenUnsatisfiable is not DoNotSchedule',
        minDomains,
      ],
    ]),
    ...complaintsOf(`${path}.maxSkew`, [[maxSkew >= 1, 'be at least 1', maxSkew]]),
    ...topologyComplaints(path, topologyKey),
    ...selectorComplaints(`${path}.labelSelector`, labelSelector),
  ];
}

function topologyComplaints(path: string, key: string): Complaint[] {
  return complaintsOf(`${path}.topologyKey`, [
    [isQualifiedName(key), 'be a label of nodes such as "topology.kubernetes.io/zone"', key],
  ]);
}
