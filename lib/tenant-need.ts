import type { k8s } from '../imports/k8s';
import { FOLLOWER_SIZE } from './logging-sidecar';
import type { Need } from './quota';
import type { TenantRuntime } from './tenant-runtime';

/** What that many pods of a tenant need together. */
export function needOf({ size, sidecars, pod }: TenantRuntime, pods: number): Need {
  const followers = sidecars.flatMap(({ files }) => files).length;
  const all = (own: number, follower: number, kind: 'requests' | 'limits', resource: 'cpu' | 'memory'): number => {
    const amounts = (containers: readonly k8s.Container[] = []) =>
      containers.map(({ resources }) => amountOf(resources?.[kind]?.[resource], resource));
    const beside = followers * follower;
    const running = amounts(pod.containers).reduce((sum, amount) => sum + amount, own + beside);
    // Kubernetes counts what starts first where it is more than all that runs at once.
    return pods * Math.max(running, ...amounts(pod.initContainers).map((amount) => amount + beside));
  };
  const { cpu, cpuLimit, memory, memoryLimit } = FOLLOWER_SIZE;
  return {
    pods,
    cpu: all(size.cpu.millis, cpu, 'requests', 'cpu'),
    cpuLimit: all(size.cpuLimit.millis, cpuLimit, 'limits', 'cpu'),
    memory: all(size.memoryMebibytes, memory, 'requests', 'memory'),
    memoryLimit: all(size.memoryMebibytes, memoryLimit, 'limits', 'memory'),
  };
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
export function amountOf(quantity: k8s.Quantity | undefined, resource: 'cpu' | 'memory'): number {
  const [, number = '', suffix = ''] = /^(\d+(?:\.\d+)?)([a-zA-Z]*)$/.exec(String(quantity?.value ?? 0)) ?? [];
  return number === '' ? Number.NaN : Math.ceil(Number(number) * (UNITS[resource][suffix] ?? Number.NaN));
}
