import { BusinessUnit } from '../unit/business-unit';
import { neededObjects } from './needed-objects';
import type { RenderedFile } from './rendered-file';

/** What stands at the top of the file of a business unit, line by line; other charts have nothing to say. */
export function fileHeader({ chart, objects }: RenderedFile): string[] {
  if (!BusinessUnit.isBusinessUnit(chart)) {
    return [];
  }
  const needed = neededObjects(objects);
  return [
    ...chart.header(new Set(objects.map(({ object }) => object.kind))),
    ...(needed.length === 0 ? [] : [`Must be there before the first apply: ${needed.join(', ')}`]),
  ];
}
