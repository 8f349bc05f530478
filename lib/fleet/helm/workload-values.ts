import { TENANT_LABEL } from '../../core/managed-by';
import { parseImageReference } from '../../image/image-reference';
import { type KubernetesObject, podSpecOf } from '../../rendered/rendered-object';
import { MiTenant } from '../../tenant/mi-tenant';
import type { Scaling } from '../../tenant/scaling';
import { workloadPath } from '../../tenant/tenant-workload';
import type { RenderedFile } from '../rendered-file';
import type { Leaf, Template } from './template';

/** What may be changed of one workload of a tenant when its chart is installed. */
export interface WorkloadValues {
  /** Id of its unit. */
  readonly unit: string;
  /** Name of the tenant, or of its canary, in its unit. */
  readonly tenant: string;
  /** What follows the repository of its image: a tag, a tag and its digest, or a digest. */
  readonly tag: string;
  /** How many pods it runs. */
  readonly scaling: Scaling;
  /** Path of the construct that its objects stand under. */
  readonly path: string;
  /** The object that runs the pods. */
  readonly object: KubernetesObject;
}

const [VERSION, DESCRIPTION] = ['app.kubernetes.io/version', 'kubernetes.io/description'] as const;

/** The workloads of the tenants of a file. */
export function workloadsOf({ chart, objects }: RenderedFile): WorkloadValues[] {
  const byPath = new Map(objects.map(({ construct, object }) => [construct.node.path, object]));
  const tenants = chart.node.findAll().filter(MiTenant.isMiTenant);
  return tenants.flatMap(({ unit, workloads }) =>
    workloads.flatMap((workload) => {
      const object = byPath.get(workloadPath(workload));
      const tenant = object?.metadata.labels?.[TENANT_LABEL];
      return object === undefined || tenant === undefined
        ? []
        : [{ ...workload, unit: unit.node.id, tenant, tag: tagOf(imageOf(object)), object }];
    }),
  );
}

/** The numbers of pods, under the names that values have for them; none where somebody else counts them. */
export function countsOf({ scaling: { least, most, autoscaler } }: WorkloadValues): Readonly<Record<string, number>> {
  if (autoscaler === undefined) {
    return { replicas: least };
  }
  return autoscaler.manifest === undefined ? {} : { minReplicas: least, maxReplicas: most };
}

/** What the numbers are called in the objects that say them. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  replicas: ['replicas'],
  minReplicas: ['minReplicas', 'minReplicaCount'],
  maxReplicas: ['maxReplicas', 'maxReplicaCount'],
};

/** Puts places for the values of a workload into the template of one of its objects. */
export function placeWorkload(template: Template, workload: WorkloadValues): void {
  const { object, tag } = workload;
  const values = `index .Values.units ${quoted(workload.unit)} ${quoted(workload.tenant)}`;
  const image = imageOf(object);
  const { [VERSION]: version = '' } = object.metadata.labels ?? {};
  const { [DESCRIPTION]: description = '' } = object.metadata.annotations ?? {};
  const otherVersion = template.text(
    `include "cdk8s-wso2-mi.version" (list (${values}) ${quoted(tag)} ${quoted(version)})`,
  );
  const otherTag = template.text(`include "cdk8s-wso2-mi.tag" (${values})`);
  const counts = Object.entries(countsOf(workload));
  const numberOf = (name: string) => `int (${values} ${quoted(name)})`;
  const places = new Map<string, readonly [is: Leaf, place: Leaf]>([
    ...counts.flatMap(([name, count]) =>
      (FIELDS[name] ?? []).map((field) => [`spec/${field}`, [count, template.number(numberOf(name))]] as const),
    ),
    [`metadata/labels/${VERSION}`, [version, otherVersion]],
    [`spec/template/metadata/labels/${VERSION}`, [version, otherVersion]],
    ['spec/template/spec/containers/0/image', [image, `${parseImageReference(image).repository}${otherTag}`]],
    [
      `metadata/annotations/${DESCRIPTION}`,
      [
        description,
        withCounts(description, counts, numberOf, (action) => template.text(action)).replace(
          ` ${version} on `,
          () => ` ${otherVersion} on `,
        ),
      ],
    ],
  ]);
  template.change((leaf, keys) => {
    const [is, place = leaf] = places.get(keys.join('/')) ?? [];
    return leaf === is ? place : leaf;
  });
}

/** A description of a workload with places for its numbers of pods: in "2 to 6 pods", and in the command that starts it. */
function withCounts(
  description: string,
  counts: ReadonlyArray<readonly [name: string, count: number]>,
  numberOf: (name: string) => string,
  text: (action: string) => string,
): string {
  const [first] = counts;
  if (first === undefined) {
    return description;
  }
  const is = counts.map(([, count]) => count).join(' to ');
  const others = counts.map(([name]) => text(numberOf(name)));
  const [last = ''] = counts.slice(-1).map(([name]) => numberOf(name));
  const pods = text(`ternary "pod" "pods" (eq (${last}) 1)`);
  return description
    .replace(new RegExp(`, ${is} pods?\\b`), () => `, ${others.join(' to ')} ${pods}`)
    .replace(
      /(; start: .*--replicas=)\d+/,
      (_, command: string) => `${command}${text(`max 1 (${numberOf(first[0])})`)}`,
    );
}

function imageOf(object: KubernetesObject): string {
  return podSpecOf(object)?.containers?.[0]?.image ?? '';
}

function tagOf(image: string): string {
  return image.slice(parseImageReference(image).repository.length + 1);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
