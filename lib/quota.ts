import type { Size } from 'cdk8s';
import type { Quantity } from '../imports/k8s';
import { Cpu } from './cpu';
import { type Refusal, refuse, said } from './refusal';
import { mebibytesText, wholeMebibytes } from './whole-mebibytes';

/** What pods need together: reserved and at the most. CPU in millis, memory in mebibytes. */
export interface Need {
  readonly pods: number;
  readonly cpu: number;
  readonly cpuLimit: number;
  readonly memory: number;
  readonly memoryLimit: number;
}

/** What a unit may use together. */
export interface QuotaProps {
  /** Pods, those that still drain among them. From 1 up. */
  readonly pods: number;
  /** CPU that all pods reserve. */
  readonly cpu: Cpu;
  /** CPU that all pods may use; not less than `cpu`. */
  readonly cpuLimit: Cpu;
  /** Memory of all pods, in whole mebibytes. */
  readonly memory: Size;
}

/** How much of the cluster a business unit may use (ResourceQuota of its namespace). */
export class Quota {
  /**
   * As much as its tenants need at their maximum, in the middle of an update: each at its most, the surge, and as many
   * pods again that still drain, since those count until they are gone. Pods of plain objects are not counted.
   */
  public static ofTenants(): Quota {
    return new Quota(undefined);
  }

  /** An amount that somebody agreed on. Less than the tenants need is refused. */
  public static of({ pods, cpu, cpuLimit, memory }: QuotaProps): Quota {
    if (!Number.isSafeInteger(pods) || pods < 1) {
      refuse({ prop: 'pods', kind: 'quota', id: `${pods} pods`, must: 'be a whole number from 1 up', got: pods });
    }
    const mebibytes = wholeMebibytes('memory', 'quota', `${pods} pods`, memory);
    if (cpuLimit.millis < cpu.millis) {
      const got = said(`cpu ${cpu.asString()} and cpuLimit ${cpuLimit.asString()}`);
      refuse({ prop: 'cpuLimit', kind: 'quota', id: `${pods} pods`, must: 'be at least cpu', got });
    }
    return new Quota({
      pods,
      cpu: cpu.millis,
      cpuLimit: cpuLimit.millis,
      memory: mebibytes,
      memoryLimit: mebibytes,
    });
  }

  private constructor(private readonly agreed: Need | undefined) {}

  /** What the tenants need beyond what was agreed. */
  public refusals(unit: string, need: Need): Refusal[] {
    const { agreed } = this;
    return agreed === undefined
      ? []
      : NAMES.filter((name) => agreed[name] < need[name]).map((name) => ({
          prop: 'quota',
          kind: 'business unit',
          id: unit,
          must: `give its tenants the ${name} that they need in the middle of an update`,
          got: said(`${shown(name, agreed)} for ${shown(name, need)}`),
          instead: 'agree on more, lower the scaling, or take Quota.ofTenants()',
        }));
  }

  /** The hard limits of the ResourceQuota. */
  public hard(need: Need): Record<string, Quantity> {
    const amount = this.agreed ?? need;
    return Object.fromEntries(NAMES.map((name) => [RESOURCES[name], shown(name, amount)]));
  }
}

/** The sum of needs. */
export function sumOf(needs: readonly Need[]): Need {
  const total = (name: keyof Need): number => needs.reduce((sum, need) => sum + need[name], 0);
  return {
    pods: total('pods'),
    cpu: total('cpu'),
    cpuLimit: total('cpuLimit'),
    memory: total('memory'),
    memoryLimit: total('memoryLimit'),
  };
}

const RESOURCES: Readonly<Record<keyof Need, string>> = {
  pods: 'pods',
  cpu: 'requests.cpu',
  cpuLimit: 'limits.cpu',
  memory: 'requests.memory',
  memoryLimit: 'limits.memory',
};
const NAMES: ReadonlyArray<keyof Need> = ['pods', 'cpu', 'cpuLimit', 'memory', 'memoryLimit'];
const TEXTS: Readonly<Record<keyof Need, (amount: number) => string>> = {
  pods: String,
  cpu: millisText,
  cpuLimit: millisText,
  memory: mebibytesText,
  memoryLimit: mebibytesText,
};

function shown(name: keyof Need, need: Need): string {
  return need[name] === 0 ? '0' : TEXTS[name](need[name]);
}

function millisText(millis: number): string {
  return Cpu.millis(millis).asString();
}
