import { groupBy } from '../../core/by-key';
import { partsOfImage } from '../image-parts';
import { type Restart, restartsOf } from '../restarts';
import type { ReviewRule } from '../rule';
import { counted, fromTo } from '../words';

/** A base image that is another, with all that it rolls. */
export const baseImage: ReviewRule = (change) => {
  const rolled = restartsOf(change).filter((one) => baseOf(one, 'before') !== baseOf(one, 'after'));
  const bases = groupBy(rolled, (one) => fromTo(baseOf(one, 'before'), baseOf(one, 'after')));
  // Of one tenant its own restart says it.
  const shared = [...bases].filter(([, all]) => all.length > 1);
  return shared.map(([base, all]) => {
    const units = new Set(all.map(({ change: { unit } }) => unit));
    const pods = all.reduce((sum, { after }) => sum + after.least, 0);
    const says = `another base rolls ${counted(all.length, 'tenant')} in ${counted(units.size, 'unit')}, ${counted(pods, 'pod')} and more, all at the same time`;
    return { severity: 'warning', says, because: [`base image: ${base}`], about: [] };
  });
};

function baseOf(restart: Restart, side: 'before' | 'after'): string | undefined {
  return partsOfImage(restart[side].server?.image ?? '').base;
}
