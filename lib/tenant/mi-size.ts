import { Size } from 'cdk8s';
import type { ResourceRequirements } from '../../imports/k8s';
import { Cpu, requireCpu } from '../core/cpu';
import { refuse, verbatim } from '../core/refusal';
import { mebibytesText, wholeMebibytes } from '../core/whole-mebibytes';

/** Processor, memory and disk of one pod of a tenant. */
export interface MiSizeProps {
  /**
   * CPU that each pod reserves; the autoscaler's percentages are of it.
   *
   * @default Cpu.millis(500)
   */
  readonly cpu?: Cpu;

  /**
   * CPU that each pod may use at the most. Not less than `cpu`, at least 50m. The start is what needs it: WSO2 measured 120 s at
   * 0.2 cores, 50 s at 0.5, 35 s at 1 (docs-mi, resource-allocation-and-performance.md).
   *
   * @default - twice `cpu`
   */
  readonly cpuLimit?: Cpu;

  /**
   * Memory of each pod, reserved and limit at once: a JVM that is promised less than its heap is killed under load.
   * In whole mebibytes.
   *
   * @default Size.gibibytes(1)
   */
  readonly memory?: Size;

  /**
   * Heap of the JVM, in whole mebibytes; said in JVM_MEM_OPTS, the one variable that the start script reads (without
   * it the script takes -Xmx1024m, whatever the limit). With room for what is not heap (256 MiB, or 30 % of the heap
   * if that is more) it must fit into `memory`. At least 32 MiB.
   *
   * @default - half of `memory`
   */
  readonly heap?: Size;

  /**
   * Disk of the node that each pod may fill, in whole mebibytes; beyond it the pod is evicted before it takes the node's
   * others with it. At least 64 MiB.
   *
   * @default - room for all at once: the log files of the release at their full rotation (by its log4j2 and the tenant's
   * own: up to 1,911 MiB by the stock files), a heap dump (twice the heap), 256 MiB of unpacked CARs, 128 MiB of work
   * files and 50 MiB of console; with a heap of 512 MiB up to 3,369 MiB
   */
  readonly disk?: Size;
}

/** Disk that each pod reserves on its node: what it needs without a fault. */
const DISK_REQUEST = 1024;

/** Memory that the JVM needs beside its heap: threads, classes, code, buffers. */
const BESIDE_HEAP = { leastMebibytes: 256, share: 0.3 };

/**
 * Below these no release has a chance to run, slips such as mebibytes for gibibytes among them. What a tenant needs is
 * more (docs-mi, installation-prerequisites.md: half a core, a container of 1 GB, a heap of 512 MB).
 */
const LEAST = { cpuLimit: 50, heap: 32, disk: 64 };

/** The size of a tenant's pods: `MiSize.of({ cpu: Cpu.cores(1), memory: Size.gibibytes(2) })`. */
export class MiSize {
  /** A size; what is left out has the default of a small integration. */
  public static of(props: MiSizeProps = {}): MiSize {
    return new MiSize(props);
  }

  /** CPU that each pod reserves. */
  public readonly cpu: Cpu;
  /** CPU that each pod may use. */
  public readonly cpuLimit: Cpu;
  /** Memory of each pod, in mebibytes. */
  public readonly memoryMebibytes: number;
  /** Heap of the JVM, in mebibytes. */
  public readonly heapMebibytes: number;
  /** Disk that each pod may fill, in mebibytes; `undefined` for what its release and its log files need. */
  public readonly diskMebibytes: number | undefined;

  private constructor(props: MiSizeProps) {
    const { cpu = Cpu.millis(500), memory = Size.gibibytes(1) } = props;
    const id = `${writtenOf(cpu)}, ${writtenOf(memory)}`;
    requireCpu('cpu', 'size', id, cpu);
    const { cpuLimit = Cpu.millis(2 * cpu.millis) } = props;
    requireCpu('cpuLimit', 'size', id, cpuLimit);
    const memoryMebibytes = wholeMebibytes('memory', 'size', id, memory);
    const heapMebibytes =
      props.heap === undefined ? Math.floor(memoryMebibytes / 2) : wholeMebibytes('heap', 'size', id, props.heap);
    const diskMebibytes = props.disk && wholeMebibytes('disk', 'size', id, props.disk);
    requireLeast('cpuLimit', id, cpuLimit.millis, LEAST.cpuLimit, 'm', 'a start would take longer than eight minutes');
    if (cpuLimit.millis < cpu.millis) {
      const got = verbatim(`cpu ${cpu.asString()} and cpuLimit ${cpuLimit.asString()}`);
      refuse({ prop: 'cpuLimit', kind: 'size', id, must: 'be at least cpu', got });
    }
    const beside = Math.max(BESIDE_HEAP.leastMebibytes, Math.ceil(heapMebibytes * BESIDE_HEAP.share));
    if (heapMebibytes + beside > memoryMebibytes) {
      const enough = props.heap === undefined ? 2 * BESIDE_HEAP.leastMebibytes : heapMebibytes + beside;
      refuse({
        prop: 'heap',
        kind: 'size',
        id,
        must: `leave ${beside}Mi of memory to the rest of the JVM`,
        got: verbatim(`heap ${heapMebibytes}Mi and memory ${memoryMebibytes}Mi`),
        instead: `otherwise the kernel kills it under load; give it memory of ${enough}Mi or more`,
      });
    }
    requireLeast('heap', id, heapMebibytes, LEAST.heap, 'Mi', 'WSO2 advises 512Mi for a container of 1Gi');
    const evicted = 'the pod would be evicted as soon as it logs';
    requireLeast('disk', id, diskMebibytes ?? LEAST.disk, LEAST.disk, 'Mi', evicted);
    this.cpu = cpu;
    this.cpuLimit = cpuLimit;
    this.memoryMebibytes = memoryMebibytes;
    this.heapMebibytes = heapMebibytes;
    this.diskMebibytes = diskMebibytes;
  }

  /** What the JVM is told. Heap of one fixed size: a pod has no neighbour to give memory back to. */
  public get jvmMemOpts(): string {
    return `-Xms${this.heapMebibytes}m -Xmx${this.heapMebibytes}m`;
  }

  /** What the scheduler reserves and the kernel enforces, of a pod that may fill so many mebibytes of disk. */
  public resources(diskMebibytes: number): ResourceRequirements {
    const memory = mebibytesText(this.memoryMebibytes);
    const disk = (mebibytes: number) => ({ 'ephemeral-storage': mebibytesText(mebibytes) });
    return {
      limits: { cpu: this.cpuLimit.asString(), ...disk(diskMebibytes), memory },
      requests: { cpu: this.cpu.asString(), ...disk(diskRequest(diskMebibytes)), memory },
    };
  }
}

/** An amount as it was written, be it that of a program that nobody checks. */
function writtenOf(amount: unknown): string {
  const isAmount = typeof amount === 'object' && amount !== null && 'asString' in amount;
  return isAmount && typeof amount.asString === 'function' ? String(amount.asString()) : String(amount);
}

/** Disk that each pod reserves on its node which may fill so much, in mebibytes. */
export function diskRequest(diskMebibytes: number): number {
  return Math.min(DISK_REQUEST, diskMebibytes);
}

function requireLeast(prop: string, id: string, amount: number, least: number, unit: string, instead: string): void {
  if (amount < least) {
    refuse({ prop, kind: 'size', id, must: `be at least ${least}${unit}`, got: verbatim(`${amount}${unit}`), instead });
  }
}
