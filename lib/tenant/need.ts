import type { Container, Quantity } from '../../imports/k8s';
import { CONTAINER_DEFAULTS } from '../unit/limit-range';
import { type Need, NOTHING } from '../unit/quota';
import { diskRequest } from './mi-size';
import type { TenantRuntime } from './runtime';

/** What that many pods of a tenant need together. */
export function needOf({ size, part, diskMebibytes }: TenantRuntime, pods: number): Need {
  const all = (own: number, kind: 'requests' | 'limits', resource: Counted): number => {
    const amounts = (containers: readonly Container[]) =>
      // What a container does not say of itself the LimitRange of the unit says for it.
      containers.map(({ resources }) =>
        amountOf(resources?.[kind]?.[resource] ?? CONTAINER_DEFAULTS[kind][resource], resource),
      );
    // An init container that is restarted always runs beside the others, as a sidecar does.
    const ending = part.initContainers.filter(({ restartPolicy }) => restartPolicy !== 'Always');
    const restarted = part.initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
    const beside = sum(amounts([...part.sidecars, ...restarted]));
    const running = own + beside + sum(amounts(part.containers));
    // Kubernetes counts what starts first where it is more than all that runs at once.
    return pods * Math.max(running, ...amounts(ending).map((amount) => amount + beside));
  };
  return {
    ...NOTHING,
    pods,
    cpu: all(size.cpu.millis, 'requests', 'cpu'),
    cpuLimit: all(size.cpuLimit.millis, 'limits', 'cpu'),
    memory: all(size.memoryMebibytes, 'requests', 'memory'),
    memoryLimit: all(size.memoryMebibytes, 'limits', 'memory'),
    disk: all(diskRequest(diskMebibytes), 'requests', 'ephemeral-storage'),
    diskLimit: all(diskMebibytes, 'limits', 'ephemeral-storage'),
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** What is counted of a container. */
type Counted = 'cpu' | 'memory' | 'ephemeral-storage';

/** What each suffix of a quantity stands for in mebibytes. */
const MEBIBYTES: Readonly<Record<string, number>> = {
  '': 2 ** -20,
  Ki: 2 ** -10,
  Mi: 1,
  Gi: 2 ** 10,
  Ti: 2 ** 20,
  k: 1e3 / 2 ** 20,
  M: 1e6 / 2 ** 20,
  G: 1e9 / 2 ** 20,
};

/** What each stands for, in millis of CPU and mebibytes of memory and disk. */
const UNITS: Readonly<Record<Counted, Readonly<Record<string, number>>>> = {
  cpu: { '': 1000, m: 1 },
  memory: MEBIBYTES,
  'ephemeral-storage': MEBIBYTES,
};

/** A quantity in millis or mebibytes, rounded up; 0 for none, NaN for what is no quantity. */
export function amountOf(quantity: Quantity | undefined, resource: Counted): number {
  const [, number = '', suffix = ''] = /^(\d+(?:\.\d+)?)([a-zA-Z]*)$/.exec(String(quantity ?? 0)) ?? [];
  return number === '' ? Number.NaN : Math.ceil(Number(number) * (UNITS[resource][suffix] ?? Number.NaN));
}
