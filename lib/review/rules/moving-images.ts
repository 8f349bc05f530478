import type { Finding } from '../finding';
import { partsOfImage } from '../image-parts';
import type { ReviewRule } from '../rule';
import { containersOf } from '../workload';

/** Images that no longer name one content for ever. */
export const movingImages: ReviewRule = ({ tenants }) =>
  tenants.flatMap(({ unit, tenant, before, after }): Finding[] => {
    if (after === undefined) {
      return [];
    }
    const old = new Map(
      (before === undefined ? [] : containersOf(before.pod)).map(({ name, image = '' }) => [name, image]),
    );
    const moving = containersOf(after.pod).filter(({ name, image = '' }) => {
      const [was, is] = [old.get(name), partsOfImage(image)];
      const moves = is.digest === undefined && (is.rest === '' || is.rest === 'latest');
      return (
        image !== was &&
        (moves || (was !== undefined && partsOfImage(was).digest !== undefined && is.digest === undefined))
      );
    });
    return moving.length === 0
      ? []
      : [
          {
            severity: 'warning',
            unit,
            tenant,
            says: 'an image is named by a tag alone, so two pods may run different contents',
            because: moving.map(({ name, image = '' }) => `${name}: ${image}`),
            about: [after.object],
          },
        ];
  });
