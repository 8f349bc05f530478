import { groupBy } from '../core/by-key';
import { sentence, verbatim } from '../core/refusal';
import { ofKind } from '../rendered/of-kind';
import { idOf, type KubernetesObject, type RenderedObject, type Rule } from '../rendered/rendered-object';
import { type TenantWorkload, WORKLOAD, workloadPath } from '../tenant/tenant-workload';

/** What may scale a workload, with the kind that it means where it names none. */
const SCALERS: Readonly<Record<string, string>> = { HorizontalPodAutoscaler: '', ScaledObject: 'Deployment' };

/** A tenant has as many pods as its `scaling` says, whoever else would count them; a singleton has one. */
export const oneScaler: Rule = ({ objects, tenants }) => {
  const scalers = groupBy(
    Object.keys(SCALERS).flatMap((kind) => ofKind(objects, kind).map(({ object }) => object)),
    targetOf,
  );
  const workloads = new Map(
    tenants.flatMap((tenant) => tenant.workloads.map((workload) => [workloadPath(workload), workload])),
  );
  return objects.flatMap(({ construct, object }) => {
    const workload = construct.node.id === WORKLOAD ? workloads.get(construct.node.path) : undefined;
    if (workload === undefined) {
      return [];
    }
    const { kind, metadata } = object;
    return refusalsOf(object, workload, scalers.get(`${metadata.namespace} ${kind} ${metadata.name}`) ?? []);
  });
};

/** The workload that an autoscaler is for. */
function targetOf({ kind: ofScaler, metadata, spec }: KubernetesObject): string {
  const { kind = SCALERS[ofScaler], name } = Object(Object(spec).scaleTargetRef);
  return `${metadata.namespace} ${kind} ${name}`;
}

function refusalsOf(
  object: RenderedObject['object'],
  { scaling }: TenantWorkload,
  scalers: readonly KubernetesObject[],
): string[] {
  const { kind, spec } = object;
  const about = { kind, id: idOf(object) };
  const names = verbatim(scalers.map((scaler) => `${scaler.kind} "${idOf(scaler)}"`).join(' and '));
  const replicas = spec?.replicas;
  if (scaling.rollout === undefined) {
    const instead = 'two pods would do its work twice; Scaling.fixed, auto and coordinated are for more';
    return [
      ...(kind === 'StatefulSet' ? [] : [sentence({ ...about, prop: 'kind', must: ALONE, got: kind, instead })]),
      ...([0, 1].includes(replicas ?? 1)
        ? []
        : [sentence({ ...about, prop: 'replicas', must: ALONE, got: replicas, instead })]),
      ...(scalers.length === 0 ? [] : [sentence({ ...about, prop: 'replicas', must: ALONE, got: names, instead })]),
    ];
  }
  return [
    ...(scalers.length > 1
      ? [sentence({ ...about, prop: 'replicas', must: 'be decided by one autoscaler', got: names })]
      : []),
    ...(scalers.length === 1 && replicas !== undefined
      ? [
          sentence({
            ...about,
            prop: 'replicas',
            must: 'be decided once',
            got: verbatim(`${replicas}, and ${names}`),
            instead:
              'each apply would undo what it decided; take Scaling.auto, ' +
              `or Patch.of(tenant, '${kind}').remove('/spec/replicas')`,
          }),
        ]
      : []),
  ];
}

const ALONE = 'be 1 for a tenant that runs alone';
