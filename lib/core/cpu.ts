import { refuse } from './refusal';

/** More than any machine has (the largest of EC2 has 1,920): it keeps slips such as millis for cores out. */
const MOST_MILLIS = 2_000_000;

/** Refuses what is no `Cpu`, which plain JavaScript may hand over: a text has no amount to count with. */
export function requireCpu(prop: string, kind: string, id: string, amount: Cpu): void {
  if (typeof Object(amount).millis !== 'number') {
    const instead = 'write Cpu.millis(500) or Cpu.cores(2)';
    refuse({ prop, kind, id, must: 'be a Cpu', got: amount, instead });
  }
}

/** An amount of processor time, in Kubernetes' unit: a thousandth of a core. */
export class Cpu {
  /** `amount` thousandths of a core. A whole number from 1 to 2,000,000. */
  public static millis(amount: number): Cpu {
    return new Cpu(amount, `${amount}m`);
  }

  /** `amount` cores. More than 0, up to 2,000, in steps of a thousandth: `Cpu.cores(0.5)` is half a core. */
  public static cores(amount: number): Cpu {
    return new Cpu(Math.round(amount * 1e9) / 1e6, `${amount} cores`);
  }

  /** The amount in thousandths of a core. */
  public readonly millis: number;

  private constructor(millis: number, written: string) {
    if (!Number.isSafeInteger(millis) || millis < 1 || millis > MOST_MILLIS) {
      refuse({
        prop: 'amount',
        kind: 'cpu',
        id: written,
        must: `be a whole number of millis from 1 to ${MOST_MILLIS}`,
        got: millis,
      });
    }
    this.millis = millis;
  }

  /** The amount as Kubernetes gives it back and people read it: `500m`, `2`. */
  public asString(): string {
    return this.millis % 1000 === 0 ? `${this.millis / 1000}` : `${this.millis}m`;
  }
}
