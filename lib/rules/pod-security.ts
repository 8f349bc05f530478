import type { PodSpec } from '../../imports/k8s';
import { type Complaint, complaintsOf, sentence, verbatim } from '../core/refusal';
import { podsMayBreak } from '../rendered/deliberate';
import { ofKind } from '../rendered/of-kind';
import { type Asked, type Demand, kindsOf, POD_STANDARDS, type PodStandard, valueAt } from '../rendered/pod-standard';
import {
  idOf,
  type KubernetesObject,
  type Labels,
  type Render,
  type RenderedObject,
  type Rule,
  templateOf,
} from '../rendered/rendered-object';
import { type TypedPod, typedPods } from '../rendered/schema-judgement';

const LABEL = 'pod-security.kubernetes.io/';
const MODES = ['enforce', 'audit', 'warn'] as const;
const STANDARD = /^(privileged|baseline|restricted)$/;
const VERSION = /^(latest|v1\.(0|[1-9]\d*))$/;

/** How a profile of AppArmor was named before there was a field for it. */
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const NAMED_PROFILE = /^($|runtime\/default$|localhost\/)/;

/** What a namespace of the render enforces. */
interface Enforced {
  readonly name: string;
  readonly standard: PodStandard;
  /** The minor version of the standard. */
  readonly minor: number;
  /** What to do where a pod shall not keep to it. */
  readonly instead: string;
}

/**
 * A namespace names standards of pod security that there are, and pods in one that the render brings are fit for what it
 * enforces: the API server takes the workload of others, and no pod of it ever starts.
 */
export const podSecurity: Rule = (render) => {
  const enforced = enforcedIn(render);
  return [
    ...ofKind(render.objects, 'Namespace').flatMap(({ object }) => labelSentences(object)),
    ...(enforced.size === 0 ? [] : typedPods(render)).flatMap((one) => {
      const here = enforced.get(one.object.metadata.namespace ?? '');
      return here === undefined || podsMayBreak('pod-security', one.object) ? [] : podSentences(one, here);
    }),
  ];
};

function labelSentences(object: KubernetesObject): string[] {
  const labels = object.metadata.labels ?? {};
  return MODES.flatMap((mode) => {
    const { [`${LABEL}${mode}`]: standard = 'privileged', [`${LABEL}${mode}-version`]: version = 'latest' } = labels;
    return [
      ...complaintsOf(`label ${LABEL}${mode}`, [
        [STANDARD.test(standard), 'be privileged, baseline or restricted', standard],
      ]),
      ...complaintsOf(`label ${LABEL}${mode}-version`, [
        [VERSION.test(version), 'be latest, or a minor version such as "v1.29"', version],
      ]),
    ];
  }).map((complaint) => sentence({ kind: object.kind, id: idOf(object), ...complaint }));
}

function enforcedIn({ objects, kubernetes }: Render): ReadonlyMap<string, Enforced> {
  const newest = Number(kubernetes.slice('1.'.length));
  return new Map(
    ofKind(objects, 'Namespace').flatMap(({ object, unit }) => {
      const { name, labels } = object.metadata;
      const standard = labels?.[`${LABEL}enforce`];
      return isStandard(standard)
        ? [[name, { name, standard, minor: minorOf(labels, newest), instead: insteadOf(unit) }]]
        : [];
    }),
  );
}

function isStandard(standard: string | undefined): standard is PodStandard {
  return standard === 'baseline' || standard === 'restricted';
}

/** A cluster asks no more than it knows. */
function minorOf(labels: Labels = {}, newest: number): number {
  const [, minor = newest] = /^v1\.(\d+)$/.exec(labels[`${LABEL}enforce-version`] ?? '') ?? [];
  return Math.min(Number(minor), newest);
}

function insteadOf(unit: RenderedObject['unit']): string {
  return unit === undefined
    ? `its label ${LABEL}enforce may name another`
    : 'UnitNamespace.existing(…) takes one with another standard';
}

function podSentences({ object, about, path, pod }: TypedPod, here: Enforced): string[] {
  const { name, standard } = here;
  return [...breaches(path, pod, here), ...namedProfiles(object, path)].map(
    ({ prop, must, got, instead = here.instead }) =>
      sentence({
        ...about,
        prop,
        must: `${must}, since namespace "${name}" enforces the ${standard} standard`,
        got,
        instead: `no pod would start; ${instead}`,
      }),
  );
}

function breaches(path: string, pod: PodSpec, { standard, minor }: Enforced): Complaint[] {
  const of = POD_STANDARDS[standard];
  const asked: Asked = { pod, minor };
  const { volumes = [], securityContext: { sysctls = [] } = {} } = pod;
  return [
    ...broken(of.pod, pod, asked, path),
    ...volumes.flatMap((one, index) => broken(of.volume, one, asked, `${path}.volumes[${index}]`)),
    ...sysctls.flatMap((one, index) => broken(of.sysctl, one, asked, `${path}.securityContext.sysctls[${index}]`)),
    ...(['initContainers', 'containers'] as const).flatMap((list) =>
      (pod[list] ?? []).flatMap((container, index) => [
        ...broken(of.container, container, asked, `${path}.${list}[${index}]`),
        ...(container.ports ?? []).flatMap((port, at) =>
          broken(of.port, port, asked, `${path}.${list}[${index}].ports[${at}]`),
        ),
      ]),
    ),
  ];
}

function broken(demands: readonly Demand[], part: unknown, asked: Asked, path: string): Complaint[] {
  const wrong = demands.filter(({ keys, holds }) => !holds(valueAt(part, keys), asked));
  return wrong.map(({ keys, must, instead }) => ({
    prop: [path, ...keys].join('.'),
    must,
    got: shown(valueAt(part, keys)),
    instead,
  }));
}

/** What a sentence shows: of a volume its sources. */
function shown(value: unknown): unknown {
  return typeof value === 'object' && !Array.isArray(value)
    ? verbatim(kindsOf(value).join(' and '))
    : (value ?? verbatim('none'));
}

function namedProfiles(object: KubernetesObject, path: string): Complaint[] {
  const { annotations = {} } = (object.kind === 'Pod' ? object.metadata : templateOf(object)?.metadata) ?? {};
  return Object.entries(annotations)
    .filter(([key, profile]) => key.startsWith(APP_ARMOR) && !NAMED_PROFILE.test(profile))
    .map(([key, got]) => ({
      prop: `${path.replace(/spec$/, 'metadata')}.annotations["${key}"]`,
      must: 'be runtime/default or localhost/<profile>',
      got,
    }));
}
