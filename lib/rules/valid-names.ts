import { groupOf } from '../core/api-group';
import {
  DNS_LABEL_MAX,
  isDnsLabel,
  isDnsSubdomain,
  isLabelValue,
  isObjectName,
  isPortName,
  isQualifiedName,
  KEY_RULE,
  LABEL_VALUE_RULE,
  PORT_NAME_MAX,
  STATEFUL_SET_NAME_MAX,
} from '../core/dns-name';
import { type Refusal, sentence, verbatim } from '../core/refusal';
import {
  idOf,
  type KubernetesObject,
  type Labels,
  type PodSpec,
  podSpecOf,
  type Rule,
  templateOf,
} from '../rendered/rendered-object';
import { isOfKnownGroup } from '../rendered/schema-judgement';

/** Its controller names what it makes by it, "-" and a hash of ten characters, in the 253 of a DNS subdomain. */
const HASHED_NAME_MAX = 242;
const SUBDOMAIN_AND_HASH: readonly [(name: string) => boolean, string] = [
  (name) => isDnsSubdomain(name) && name.length <= HASHED_NAME_MAX,
  `be a DNS subdomain of at most ${HASHED_NAME_MAX} characters`,
];

/** Each kind after its API group: other groups have kinds of these names too. */
const NAME_RULES: Readonly<Record<string, readonly [(name: string) => boolean, string]>> = {
  '/Namespace': [isDnsLabel, `be a DNS label of at most ${DNS_LABEL_MAX} characters`],
  '/Service': [isObjectName, `be a DNS label of at most ${DNS_LABEL_MAX} characters that begins with a letter`],
  'apps/StatefulSet': [shortLabel, `be a DNS label of at most ${STATEFUL_SET_NAME_MAX} characters`],
  'batch/Job': [isDnsLabel, `be a DNS label of at most ${DNS_LABEL_MAX} characters`],
  'apps/Deployment': SUBDOMAIN_AND_HASH,
  'apps/DaemonSet': SUBDOMAIN_AND_HASH,
  'argoproj.io/Rollout': SUBDOMAIN_AND_HASH,
  'batch/CronJob': [shortLabel, `be a DNS label of at most ${STATEFUL_SET_NAME_MAX} characters`],
};
const ANY_KIND: readonly [(name: string) => boolean, string] = [isDnsSubdomain, 'be a DNS subdomain'];

/** Names that the API server would refuse at the time of the apply, when half of the file is in the cluster. */
export const validNames: Rule = ({ objects }) => [
  ...objects.flatMap(({ object }) => namespaceNames(object).map(sentence)),
  ...objects
    .filter(({ object }) => !object.apiVersion.startsWith('rbac.authorization.k8s.io/'))
    .flatMap(({ object }) => {
      const pod = podSpecOf(object);
      const refusals = [
        ...objectNames(object),
        ...keys(object),
        ...labelValues(object),
        ...(pod === undefined || !isOfKnownGroup(object) ? [] : podNames(object, pod)),
      ];
      return refusals.map(sentence);
    }),
];

function shortLabel(name: string): boolean {
  return isDnsLabel(name, STATEFUL_SET_NAME_MAX);
}

function namespaceNames(object: KubernetesObject): Refusal[] {
  const { namespace } = object.metadata;
  const must = `be a DNS label of at most ${DNS_LABEL_MAX} characters`;
  return namespace === undefined || isDnsLabel(namespace)
    ? []
    : [{ prop: 'namespace', kind: object.kind, id: idOf(object), must, got: namespace }];
}

function objectNames(object: KubernetesObject): Refusal[] {
  const [isValid, must] = NAME_RULES[`${groupOf(object.apiVersion)}/${object.kind}`] ?? ANY_KIND;
  const { name } = object.metadata;
  return isValid(name) ? [] : [{ prop: 'name', kind: object.kind, id: idOf(object), must, got: name }];
}

function keys(object: KubernetesObject): Refusal[] {
  const { kind, metadata } = object;
  const inPods = templateOf(object)?.metadata;
  const wrong = [
    ...wrongKeys(inPods?.labels, metadata.labels).map((got) => ({ prop: `label ${got}`, got })),
    ...wrongKeys(inPods?.annotations, metadata.annotations).map((got) => ({ prop: `annotation ${got}`, got })),
  ];
  return wrong.map((one) => ({ ...one, kind, id: idOf(object), must: KEY_RULE }));
}

function wrongKeys(...all: ReadonlyArray<Labels | undefined>): string[] {
  const wrong: string[] = [];
  for (const texts of all) {
    for (const key in texts) {
      if (!isQualifiedName(key) && !wrong.includes(key)) {
        wrong.push(key);
      }
    }
  }
  return wrong;
}

function labelValues(object: KubernetesObject): Refusal[] {
  const wrong = wrongValues(object.spec?.template?.metadata?.labels, object.metadata.labels);
  return [...wrong].map(([key, got]) => ({
    prop: `label ${key}`,
    kind: object.kind,
    id: idOf(object),
    must: LABEL_VALUE_RULE,
    got,
  }));
}

/** Nearly all values are right: a map is made of others alone. */
const NONE: ReadonlyMap<string, unknown> = new Map();

/** Of two values under one key the last. */
function wrongValues(...all: ReadonlyArray<Labels | undefined>): ReadonlyMap<string, unknown> {
  let wrong: Map<string, unknown> | undefined;
  for (const labels of all) {
    for (const key in labels) {
      if (!isLabelValue(labels[key])) {
        wrong ??= new Map();
        wrong.set(key, labels[key]);
      }
    }
  }
  return wrong ?? NONE;
}

function podNames(
  object: KubernetesObject,
  { containers = [], initContainers = [], volumes = [] }: PodSpec,
): Refusal[] {
  const about = { kind: object.kind, id: idOf(object) };
  const all = [...initContainers, ...containers];
  const ports = all
    .flatMap((container) => container.ports ?? [])
    .flatMap(({ name }) => (name === undefined ? [] : [name]));
  return [
    ...all
      .filter(({ name = '' }) => !isDnsLabel(name))
      .map(({ name }) => ({ ...about, prop: 'container', must: 'have a DNS label as its name', got: name })),
    ...volumes
      .filter(({ name = '' }) => !isDnsLabel(name))
      .map(({ name }) => ({
        ...about,
        prop: 'volume',
        must: 'have a DNS label of at most 63 characters as its name',
        got: name,
      })),
    ...ports
      .filter((name) => !isPortName(name))
      .map((name) => ({
        ...about,
        prop: 'port',
        must: `have a name of at most ${PORT_NAME_MAX} letters, digits and single "-"`,
        got: name,
        instead: 'only a port of a Service may have a longer one',
      })),
    ...duplicates(all.flatMap(({ name }) => name ?? [])).map((name) => ({
      ...about,
      prop: 'container',
      must: 'have a name of its own',
      got: verbatim(`"${name}" twice`),
    })),
  ];
}

function duplicates(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) < index))];
}
