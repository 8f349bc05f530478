import { BusinessUnit } from '../unit/business-unit';
import { neededObjects } from './needed-objects';
import { neededRemotes } from './needed-remotes';
import type { RenderedFile } from './rendered-file';

/** What stands at the top of the file of a business unit, line by line; other charts say what they need. */
export function fileHeader({ chart, objects }: RenderedFile): string[] {
  if (!BusinessUnit.isBusinessUnit(chart)) {
    return neededByNamespace(objects);
  }
  const needed = neededObjects(objects);
  const remotes = neededRemotes(chart);
  return [
    ...chart.header(new Set(objects.map(({ object }) => object.kind))),
    ...(needed.length === 0 ? [] : [`Must be there before the first apply: ${needed.join(', ')}`]),
    ...(remotes.length === 0 ? [] : [`Must be in the stores before the first apply: ${remotes.join(', ')}`]),
  ];
}

/** Gateways have their certificates beside them, in whatever namespace that is. */
function neededByNamespace(objects: RenderedFile['objects']): string[] {
  const namespaces = new Set(objects.flatMap(({ object }) => object.metadata.namespace ?? []));
  return [...namespaces].sort().flatMap((namespace) => {
    const needed = neededObjects(objects.filter(({ object }) => object.metadata.namespace === namespace));
    return needed.length === 0
      ? []
      : [`Must be there in namespace ${namespace} before the first apply: ${needed.join(', ')}`];
  });
}
