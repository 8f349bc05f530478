import type { Size } from 'cdk8s';
import type { Quantity } from '../../imports/k8s';
import { Cpu, requireCpu } from '../core/cpu';
import { type Refusal, refuse, verbatim } from '../core/refusal';
import { requireProps } from '../core/required';
import { mebibytesText, wholeMebibytes } from '../core/whole-mebibytes';

/** What pods and claims need together: reserved and at the most. CPU in millis, memory, disk and storage in mebibytes. */
export interface Need {
  readonly pods: number;
  readonly cpu: number;
  readonly cpuLimit: number;
  readonly memory: number;
  readonly memoryLimit: number;
  readonly disk: number;
  readonly diskLimit: number;
  readonly claims: number;
  readonly storage: number;
}

/** Whose need it is: the path of a tenant, its canary or a volume. */
export interface OwnedNeed extends Need {
  readonly of: string;
}

/** No need of anything. */
export const NOTHING: Need = madeOf(() => 0);

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

  /**
   * Disk of the nodes that all pods may fill (logs, heap dumps), in whole mebibytes.
   *
   * @default - as much as the nodes have
   */
  readonly disk?: Size;

  /**
   * Room that all claims of volumes ask for, in whole mebibytes.
   *
   * @default - as much as the cluster has
   */
  readonly storage?: Size;
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
   * before this one left. Claims are counted alike, those of plain objects too; pods of plain objects are not.
   */
  public static ofTenants({ headroom = 2.5 }: TenantsQuotaProps = {}): Quota {
    if (!(headroom >= 1 && headroom <= 100)) {
      const must = 'be a number from 1 to 100';
      refuse({ prop: 'headroom', kind: 'quota', id: 'of its tenants', must, got: headroom });
    }
    return new Quota(undefined, headroom);
  }

  /**
   * The budget that somebody agreed on. The tenant that breaks it is refused, with the sum. Lower it only when the pods
   * that it must no longer hold are gone.
   */
  public static of(props: QuotaProps): Quota {
    requireProps('quota', 'of', props, {
      pods: '20',
      cpu: 'Cpu.cores(8)',
      cpuLimit: 'Cpu.cores(16)',
      memory: 'Size.gibibytes(32)',
    });
    const { pods, cpu, cpuLimit, memory, disk, storage } = props;
    if (!Number.isSafeInteger(pods) || pods < 1) {
      refuse({ prop: 'pods', kind: 'quota', id: `${pods} pods`, must: 'be a whole number from 1 up', got: pods });
    }
    const mebibytes = (prop: 'memory' | 'disk' | 'storage', size: Size) =>
      wholeMebibytes(prop, 'quota', `${pods} pods`, size);
    const whole = mebibytes('memory', memory);
    for (const [prop, amount] of Object.entries({ cpu, cpuLimit })) {
      requireCpu(prop, 'quota', `${pods} pods`, amount);
    }
    if (cpuLimit.millis < cpu.millis) {
      const got = verbatim(`cpu ${cpu.asString()} and cpuLimit ${cpuLimit.asString()}`);
      refuse({ prop: 'cpuLimit', kind: 'quota', id: `${pods} pods`, must: 'be at least cpu', got });
    }
    return new Quota({
      pods,
      cpu: cpu.millis,
      cpuLimit: cpuLimit.millis,
      memory: whole,
      memoryLimit: whole,
      ...(disk === undefined ? {} : { diskLimit: mebibytes('disk', disk) }),
      ...(storage === undefined ? {} : { storage: mebibytes('storage', storage) }),
    });
  }

  private constructor(
    private readonly agreed: Partial<Need> | undefined,
    private readonly headroom = 1,
  ) {}

  /** The tenants and volumes by which what was agreed is too little, one for each resource. */
  public refusals(needs: readonly OwnedNeed[]): Refusal[] {
    return this.agreed === undefined
      ? []
      : namesIn(this.agreed).flatMap((name) => overBudget(name, this.agreed?.[name] ?? 0, needs));
  }

  /** The hard limits of the ResourceQuota. */
  public hard(needs: readonly Need[]): Record<string, Quantity> {
    const amount = this.agreed ?? timesOf(sumOf(needs), this.headroom);
    return Object.fromEntries(namesIn(amount).map((name) => [RESOURCES[name], shown(name, amount[name] ?? 0)]));
  }
}

/** The one that breaks a budget: the first in the order of the source with which the sum is too much. */
function overBudget(name: keyof Need, agreed: number, needs: readonly OwnedNeed[]): Refusal[] {
  const having = needs.filter((need) => need[name] > 0);
  const sums = having.map((_, index) => sumOf(having.slice(0, index + 1))[name]);
  const breaks = sums.findIndex((sum) => sum > agreed);
  const counted = having.slice(0, breaks + 1);
  const each = counted.map((one) => `${one.of} ${shown(name, one[name])}`).join(', ');
  const got = verbatim(`${name} ${shown(name, sums[breaks] ?? 0)} of ${shown(name, agreed)}: ${each}`);
  const must = 'fit into the quota of its unit, in the middle of an update too';
  const what =
    name === 'storage'
      ? {
          prop: 'storage',
          kind: 'claim',
          instead: 'agree on more, lower the capacity of its volume, or take Quota.ofTenants()',
        }
      : {
          prop: 'scaling',
          kind: 'tenant',
          instead: 'agree on more, lower its scaling or size, or take Quota.ofTenants()',
        };
  return counted.slice(-1).map(({ of }) => ({ ...what, id: of, must, got }));
}

/** The sum of needs. */
export function sumOf(needs: readonly Need[]): Need {
  return madeOf((name) => needs.reduce((sum, need) => sum + need[name], 0));
}

/** A need so many times, in whole pods, millis and mebibytes, and room for new claims. */
function timesOf(need: Need, factor: number): Need {
  return madeOf((name) => Math.ceil(need[name] * factor) + (ROOM[name] ?? 0));
}

/**
 * Claims and storage that an apply may bring in addition. A quota that grows in the same apply holds a moment later: pods
 * are tried again, a claim is not.
 */
const ROOM: Partial<Need> = { claims: 20, storage: 2 ** 20 };

function madeOf(amountOf: (name: keyof Need) => number): Need {
  return {
    pods: amountOf('pods'),
    cpu: amountOf('cpu'),
    cpuLimit: amountOf('cpuLimit'),
    memory: amountOf('memory'),
    memoryLimit: amountOf('memoryLimit'),
    disk: amountOf('disk'),
    diskLimit: amountOf('diskLimit'),
    claims: amountOf('claims'),
    storage: amountOf('storage'),
  };
}

/** What each is called by a ResourceQuota. */
const RESOURCES: Readonly<Record<keyof Need, string>> = {
  pods: 'pods',
  cpu: 'requests.cpu',
  cpuLimit: 'limits.cpu',
  memory: 'requests.memory',
  memoryLimit: 'limits.memory',
  disk: 'requests.ephemeral-storage',
  diskLimit: 'limits.ephemeral-storage',
  claims: 'persistentvolumeclaims',
  storage: 'requests.storage',
};
const NAMES: ReadonlyArray<keyof Need> = [
  'pods',
  'cpu',
  'cpuLimit',
  'memory',
  'memoryLimit',
  'disk',
  'diskLimit',
  'claims',
  'storage',
];

function namesIn(need: Partial<Need>): ReadonlyArray<keyof Need> {
  return NAMES.filter((name) => need[name] !== undefined);
}

function shown(name: keyof Need, amount: number): string {
  const text = name === 'pods' || name === 'claims' ? String : name.startsWith('cpu') ? millisText : mebibytesText;
  return amount === 0 ? '0' : text(amount);
}

function millisText(millis: number): string {
  return Cpu.millis(millis).asString();
}
