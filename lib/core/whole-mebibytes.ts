import { type Size, SizeRoundingBehavior } from 'cdk8s';
import { refuse, verbatim } from './refusal';

/** A pebibyte: more memory or room than anything here has, and still exact in every reader of the manifest. */
const PEBIBYTE = 2 ** 30;

/** An amount in mebibytes; refuses a part of one, nothing, more than a pebibyte, and what is no `Size`. */
export function wholeMebibytes(prop: string, kind: string, id: string, amount: Size): number {
  if (typeof Object(amount).toMebibytes !== 'function') {
    const instead = 'write Size.mebibytes(512) or Size.gibibytes(2)';
    refuse({ prop, kind, id, must: 'be a Size', got: amount, instead });
  }
  const mebibytes = amount.toMebibytes({ rounding: SizeRoundingBehavior.NONE });
  if (!Number.isSafeInteger(mebibytes) || mebibytes < 1 || mebibytes > PEBIBYTE) {
    const must = 'be a whole number of mebibytes from 1 up to a pebibyte';
    refuse({ prop, kind, id, must, got: verbatim(`${mebibytes}Mi`) });
  }
  return mebibytes;
}

const UNITS = ['Mi', 'Gi', 'Ti', 'Pi'] as const;

/** An amount in mebibytes as Kubernetes gives it back: in the largest unit that leaves no part, `26Gi`, `1536Mi`. */
export function mebibytesText(mebibytes: number): string {
  const last = UNITS.length - 1;
  const unit = UNITS.findIndex((_, power) => power === last || mebibytes % 1024 ** (power + 1) !== 0);
  return `${mebibytes / 1024 ** unit}${UNITS[unit]}`;
}
