import { type Size, SizeRoundingBehavior } from 'cdk8s';
import { refuse, said } from './refusal';

/** A pebibyte: more memory or room than anything here has, and still exact in every reader of the manifest. */
const PEBIBYTE = 2 ** 30;

/** An amount in mebibytes; refuses a part of one, nothing, and more than a pebibyte. */
export function wholeMebibytes(prop: string, kind: string, id: string, amount: Size): number {
  const mebibytes = amount.toMebibytes({ rounding: SizeRoundingBehavior.NONE });
  if (!Number.isSafeInteger(mebibytes) || mebibytes < 1 || mebibytes > PEBIBYTE) {
    const must = 'be a whole number of mebibytes from 1 up to a pebibyte';
    refuse({ prop, kind, id, must, got: said(`${mebibytes}Mi`) });
  }
  return mebibytes;
}
