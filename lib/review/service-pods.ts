import { groupBy } from '../core/by-key';
import type { Manifest } from '../diff/manifest';
import { selects } from '../rendered/pod-index';
import { fieldsAt, textAt } from './read';
import { serviceKey } from './route-ways';
import type { Workload } from './workload';

/** The Services of some objects by namespace and name, as far as they select pods. */
export function selectingServices(objects: readonly Manifest[]): ReadonlyMap<string, Manifest> {
  return new Map(
    objects
      .filter((object) => object.kind === 'Service' && Object.keys(selectorOf(object)).length > 0)
      .map((object) => [serviceKey(object, object.metadata.name), object]),
  );
}

/** Those of some workloads that a Service leads to, and that have pods, or may have. */
export function podsBehind(service: Manifest, workloads: readonly Workload[]): Workload[] {
  const matchLabels = selectorOf(service);
  return (inNamespaces(workloads).get(service.metadata.namespace) ?? []).filter(
    ({ template, most }) => most > 0 && selects({ matchLabels }, { ...template.metadata?.labels }),
  );
}

type Grouped = ReadonlyMap<string | undefined, readonly Workload[]>;

/** Grouped once, however many Services ask. */
const GROUPED = new WeakMap<readonly Workload[], Grouped>();

function inNamespaces(workloads: readonly Workload[]): Grouped {
  const known = GROUPED.get(workloads) ?? groupBy(workloads, ({ object }) => object.metadata.namespace);
  GROUPED.set(workloads, known);
  return known;
}

function selectorOf(service: Manifest): Readonly<Record<string, string>> {
  const selector = fieldsAt(service, 'spec', 'selector');
  return Object.fromEntries(Object.keys(selector).map((label) => [label, textAt(selector, label) ?? '']));
}
