import type { Size } from 'cdk8s';
import type { Quantity } from '../../imports/k8s';
import { Cpu } from '../core/cpu';
import { type Refusal, refuse, verbatim } from '../core/refusal';
import { requireProps } from '../core/required';
import { mebibytesText, wholeMebibytes } from '../core/whole-mebibytes';

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

/** How far a quota follows the tenants of its unit. */
export interface TenantsQuotaProps {
  /**
   * How many times the need of the tenants the quota holds, from 1 up. A render knows only the new need, and the cluster
   * still has the old pods: those of a tenant that gets smaller until its new ones are ready, those of a removed tenant
   * until they are deleted. What does not fit is not started (FailedCreate), and a rollout that cannot start stands
   * still. With 2.5 a tenant may get down to a quarter of its size in one apply, and tenants of three fifths of the unit may leave;
   * for more, give more, apply, wait, and take it back.
   *
   * @default 2.5
   */
  readonly headroom?: number;
}

/** How much of the cluster a business unit may use (ResourceQuota of its namespace). */
export class Quota {
  /**
   * As much as its tenants need at their maximum, in the middle of an update: each at its most, the surge, and as many
   * pods again that still drain, since those count until they are gone; all that times `headroom`, for what the apply
   * before this one left. Pods of plain objects are not counted.
   */
  public static ofTenants({ headroom = 2.5 }: TenantsQuotaProps = {}): Quota {
    if (!(headroom >= 1 && headroom <= 100)) {
      const must = 'be a number from 1 to 100';
      refuse({ prop: 'headroom', kind: 'quota', id: 'of its tenants', must, got: headroom });
    }
    return new Quota(undefined, headroom);
  }

  /**
   * An amount that somebody agreed on. Less than the tenants need is refused. Lower it only when the pods that it must
   * no longer hold are gone.
   */
  public static of(props: QuotaProps): Quota {
    requireProps('quota', 'of', props, {
      pods: '20',
      cpu: 'Cpu.cores(8)',
      cpuLimit: 'Cpu.cores(16)',
      memory: 'Size.gibibytes(32)',
    });
    const { pods, cpu, cpuLimit, memory } = props;
    if (!Number.isSafeInteger(pods) || pods < 1) {
      refuse({ prop: 'pods', kind: 'quota', id: `${pods} pods`, must: 'be a whole number from 1 up', got: pods });
    }
    const mebibytes = wholeMebibytes('memory', 'quota', `${pods} pods`, memory);
    if (cpuLimit.millis < cpu.millis) {
      const got = verbatim(`cpu ${cpu.asString()} and cpuLimit ${cpuLimit.asString()}`);
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

  private constructor(
    private readonly agreed: Need | undefined,
    private readonly headroom = 1,
  ) {}

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
          got: verbatim(`${shown(name, agreed)} for ${shown(name, need)}`),
          instead: 'agree on more, lower the scaling, or take Quota.ofTenants()',
        }));
  }

  /** The hard limits of the ResourceQuota. */
  public hard(need: Need): Record<string, Quantity> {
    const amount = this.agreed ?? timesOf(need, this.headroom);
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

/** A need so many times, in whole pods, millis and mebibytes. */
function timesOf(need: Need, factor: number): Need {
  const times = (name: keyof Need): number => Math.ceil(need[name] * factor);
  return {
    pods: times('pods'),
    cpu: times('cpu'),
    cpuLimit: times('cpuLimit'),
    memory: times('memory'),
    memoryLimit: times('memoryLimit'),
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
