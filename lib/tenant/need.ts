import type { Container, Quantity } from '../../imports/k8s';
import type { Need } from '../unit/quota';
import type { TenantRuntime } from './runtime';

/** What that many pods of a tenant need together. */
export function needOf({ size, part }: TenantRuntime, pods: number): Need {
  const all = (own: number, kind: 'requests' | 'limits', resource: 'cpu' | 'memory'): number => {
    const amounts = (containers: readonly Container[]) =>
      containers.map(({ resources }) => amountOf(resources?.[kind]?.[resource], resource));
    // An init container that is restarted always runs beside the others, as a sidecar does.
    const ending = part.initContainers.filter(({ restartPolicy }) => restartPolicy !== 'Always');
    const restarted = part.initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
    const beside = sum(amounts([...part.sidecars, ...restarted]));
    const running = own + beside + sum(amounts(part.containers));
    // Kubernetes counts what starts first where it is more than all that runs at once.
    return pods * Math.max(running, ...amounts(ending).map((amount) => amount + beside));
  };
  return {
    pods,
    cpu: all(size.cpu.millis, 'requests', 'cpu'),
    cpuLimit: all(size.cpuLimit.millis, 'limits', 'cpu'),
    memory: all(size.memoryMebibytes, 'requests', 'memory'),
    memoryLimit: all(size.memoryMebibytes, 'limits', 'memory'),
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** What each suffix of a quantity stands for, in millis of CPU and mebibytes of memory. */
const UNITS: Readonly<Record<'cpu' | 'memory', Readonly<Record<string, number>>>> = {
  cpu: { '': 1000, m: 1 },
  memory: {
    '': 2 ** -20,
    Ki: 2 ** -10,
    Mi: 1,
    Gi: 2 ** 10,
    Ti: 2 ** 20,
    k: 1e3 / 2 ** 20,
    M: 1e6 / 2 ** 20,
    G: 1e9 / 2 ** 20,
  },
};

/** A quantity in millis or mebibytes, rounded up; 0 for none, NaN for what is no quantity. */
export function amountOf(quantity: Quantity | undefined, resource: 'cpu' | 'memory'): number {
  const [, number = '', suffix = ''] = /^(\d+(?:\.\d+)?)([a-zA-Z]*)$/.exec(String(quantity ?? 0)) ?? [];
  return number === '' ? Number.NaN : Math.ceil(Number(number) * (UNITS[resource][suffix] ?? Number.NaN));
}
