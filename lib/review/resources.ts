import { quantity } from '../core/quantity';
import { at, textAt } from './read';
import { containersOf, type Workload } from './workload';

/** What a quota counts of pods, in its own words. */
export const RESOURCES = [
  'pods',
  'requests.cpu',
  'limits.cpu',
  'requests.memory',
  'limits.memory',
  'requests.ephemeral-storage',
  'limits.ephemeral-storage',
] as const;

/** One of them. */
export type Resource = (typeof RESOURCES)[number];

/** What one pod of a workload takes: all containers together, those that only run before them as far as they need more. */
export function resourcesOf({ pod }: Workload): Readonly<Record<Resource, number>> {
  const amounts = RESOURCES.map((resource) => {
    const [bound = '', name = ''] = resource.split('.');
    const of = (container: unknown) => quantity(at(container, 'resources', bound, name) ?? 0);
    const first = containersOf({ ...pod, containers: [] }).filter((one) => textAt(one, 'restartPolicy') !== 'Always');
    const others = containersOf(pod).filter((one) => !first.includes(one));
    const together = others.reduce((total, one) => total + of(one), 0);
    return [resource, resource === 'pods' ? 1 : Math.max(together, ...first.map(of))] as const;
  });
  return Object.fromEntries(amounts) as Record<Resource, number>;
}
