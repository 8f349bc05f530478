import type { Container, EnvFromSource, EnvVar } from '../../imports/k8s';
import { DATA_KEY_RULE, isDataKey } from '../core/data-key';
import { isDnsSubdomain } from '../core/dns-name';
import type { KubernetesVersion } from '../core/kubernetes-version';
import { type Complaint, complaintsOf, sentence, verbatim } from '../core/refusal';
import type { Rule } from '../rendered/rendered-object';
import { typedPods } from '../rendered/schema-judgement';

/**
 * What the API server asks of variables of the environment beyond the schema (pkg/apis/core/validation/validation.go of
 * Kubernetes): names, one source each, and sources that there can be.
 */
export const validVariables: Rule = (render) =>
  typedPods(render).flatMap(({ about, path, pod }) =>
    (['initContainers', 'containers'] as const).flatMap((list) =>
      (pod[list] ?? []).flatMap((container, index) =>
        containerComplaints(`${path}.${list}[${index}]`, container, nameRule(render.kubernetes)).map((complaint) =>
          sentence({ ...about, ...complaint }),
        ),
      ),
    ),
  );

type NameRule = readonly [isName: RegExp, must: string];

/** From 1.32 on any printable ASCII is taken (RelaxedEnvironmentVariableValidation). */
const RELAXED: NameRule = [/^[ -<>-~]+$/, 'be printable ASCII without "="'];
const STRICT: NameRule = [
  /^(?!\.$|\.\.)[-._a-zA-Z][-._a-zA-Z0-9]*$/,
  'be letters, digits, "-", "_" and ".", not beginning with a digit',
];
const RELAXED_SINCE = 32;

function nameRule(version: KubernetesVersion): NameRule {
  return Number(version.slice('1.'.length)) >= RELAXED_SINCE ? RELAXED : STRICT;
}

function containerComplaints(path: string, { env = [], envFrom = [] }: Container, rule: NameRule): Complaint[] {
  return [
    ...env.flatMap((variable, index) => variableComplaints(`${path}.env[${index}]`, variable, rule)),
    ...envFrom.flatMap((source, index) => sourceComplaints(`${path}.envFrom[${index}]`, source, rule)),
  ];
}

function variableComplaints(
  path: string,
  { name, value = '', valueFrom }: EnvVar,
  [isName, must]: NameRule,
): Complaint[] {
  const there = Object.entries(valueFrom ?? {}).flatMap(([kind, source]) => (source === undefined ? [] : kind));
  const { secretKeyRef, configMapKeyRef } = valueFrom ?? {};
  return [
    ...complaintsOf(`${path}.name`, [[isName.test(name), must, name]]),
    // The value may be secret.
    ...complaintsOf(path, [
      [value === '' || there.length === 0, 'have a value or valueFrom', verbatim('both')],
      [
        valueFrom === undefined || there.length === 1,
        'have one source in valueFrom',
        verbatim(there.join(' and ') || 'none'),
      ],
    ]),
    ...keyComplaints(`${path}.valueFrom.secretKeyRef`, 'Secret', secretKeyRef),
    ...keyComplaints(`${path}.valueFrom.configMapKeyRef`, 'ConfigMap', configMapKeyRef),
  ];
}

function keyComplaints(
  path: string,
  kind: string,
  ref?: { readonly name?: string; readonly key: string },
): Complaint[] {
  return ref === undefined
    ? []
    : [
        ...nameComplaints(`${path}.name`, kind, ref.name),
        ...complaintsOf(`${path}.key`, [[isDataKey(ref.key), DATA_KEY_RULE, ref.key]]),
      ];
}

function sourceComplaints(path: string, source: EnvFromSource, [isName, must]: NameRule): Complaint[] {
  const { configMapRef, secretRef, prefix = '' } = source;
  return [
    ...complaintsOf(`${path}.prefix`, [[prefix === '' || isName.test(prefix), must, prefix]]),
    ...complaintsOf(path, [
      [
        (configMapRef === undefined) !== (secretRef === undefined),
        'have a configMapRef or a secretRef',
        verbatim(secretRef === undefined ? 'none' : 'both'),
      ],
    ]),
    ...(configMapRef === undefined ? [] : nameComplaints(`${path}.configMapRef.name`, 'ConfigMap', configMapRef.name)),
    ...(secretRef === undefined ? [] : nameComplaints(`${path}.secretRef.name`, 'Secret', secretRef.name)),
  ];
}

function nameComplaints(path: string, kind: string, name = ''): Complaint[] {
  return complaintsOf(path, [[isDnsSubdomain(name), `name a ${kind}`, name]]);
}
