import { sentence, verbatim } from '../core/refusal';
import { ofKind } from '../rendered/of-kind';
import { PodIndex, type RenderedPods, selectorText, selects } from '../rendered/pod-index';
import { idOf, type Labels, type RenderedObject, type Rule } from '../rendered/rendered-object';
import { servicePath, workloadPath } from '../tenant/tenant-workload';

/**
 * Requests come to the tenant that they are sent to: the Service of a tenant has its pods and no others, and no other
 * Service mixes the pods of a tenant with those of another workload, or takes them out of another unit.
 */
export const ownServices: Rule = ({ objects, tenants }) => {
  const pods = PodIndex.of(objects);
  const workloads = tenants.flatMap((tenant) => tenant.workloads);
  const targets = new Map(workloads.map((workload) => [servicePath(workload), workloadPath(workload)]));
  const ofTenants = new Map(tenants.flatMap(({ unit, workloads: own }) => own.map((one) => [workloadPath(one), unit])));
  return ofKind(objects, 'Service').flatMap((service) => {
    const matchLabels = selectorOf(service);
    if (matchLabels === undefined) {
      return [];
    }
    const selected = pods.selectedBy(service.object, { matchLabels });
    const target = targets.get(service.construct.node.path);
    const about = { prop: 'selector', kind: 'Service', id: idOf(service.object) };
    if (target !== undefined) {
      const known: Labels = Object(
        Object(selected.find(({ construct }) => construct.node.path === target)?.object.spec).selector,
      ).matchLabels;
      // What has the labels of the tenant itself is judged by them, not by who selects it.
      const others = selected.filter(({ labels }) => known === undefined || !selects({ matchLabels: known }, labels));
      return known !== undefined && others.length === 0
        ? []
        : [sentence({ ...about, must: 'select the pods of its tenant and no others', got: verbatim(names(selected)) })];
    }
    const units = selected.flatMap(({ construct }) => ofTenants.get(construct.node.path) ?? []);
    const foreign = units.find((unit) => service.unit !== undefined && service.unit !== unit);
    const instead = `it sends requests to all of them; select by ${INSTANCE} too, or say deliberately('own-services')`;
    return [
      ...(units.length > 0 && selected.length > 1
        ? [sentence({ ...about, must: 'select the pods of one workload', got: verbatim(names(selected)), instead })]
        : []),
      ...(foreign !== undefined
        ? [
            sentence({
              ...about,
              must: `select pods of its own unit "${service.unit?.node.id}"`,
              got: verbatim(`${selectorText({ matchLabels })}, which are of unit "${foreign.node.id}"`),
              instead: "declare it in that unit, or say deliberately('own-services')",
            }),
          ]
        : []),
    ];
  });
};

const INSTANCE = 'app.kubernetes.io/instance';

function selectorOf({ object: { apiVersion, spec } }: RenderedObject): Labels | undefined {
  const selector: Labels = apiVersion === 'v1' ? Object(spec).selector : undefined;
  return Object.keys(Object(selector)).length === 0 ? undefined : selector;
}

function names(selected: readonly RenderedPods[]): string {
  return selected.map(({ object }) => `those of ${object.kind} "${idOf(object)}"`).join(' and ') || 'none';
}
