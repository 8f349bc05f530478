import { quantity } from '../core/quantity';
import type { Manifest } from '../diff/manifest';
import { bytes, cores } from './quantity';
import { at } from './read';
import { resourcesOf } from './resources';
import type { Workload } from './workload';

/** What tenants take: reserved by the pods that there are at the least, at most by all that may come, and on disk. */
export interface Costs {
  readonly cpu: number;
  readonly memory: number;
  readonly disk: number;
  readonly volumes: number;
  /** With all tenants at their most. */
  readonly 'limits.cpu': number;
  readonly 'limits.memory': number;
  readonly 'requests.cpu': number;
  readonly 'requests.memory': number;
  readonly pods: number;
}

type Amount = keyof Costs;

const AMOUNTS: readonly Amount[] = [
  'cpu',
  'memory',
  'disk',
  'volumes',
  'limits.cpu',
  'limits.memory',
  'requests.cpu',
  'requests.memory',
  'pods',
];

/** What a quota bounds, in words. */
export const SPARE: ReadonlyArray<{ resource: Amount; name: string; said: (amount: number) => string }> = [
  { resource: 'pods', name: 'pods', said: cores },
  { resource: 'requests.cpu', name: 'CPU requested', said: cores },
  { resource: 'requests.memory', name: 'memory requested', said: bytes },
];

/** What these workloads and claims take. */
export function costsOf(workloads: readonly Workload[], claims: readonly Manifest[]): Costs {
  const volumes = claims.reduce(
    (sum, claim) => sum + quantity(at(claim, 'spec', 'resources', 'requests', 'storage')),
    0,
  );
  return addUp([
    { ...NOTHING, volumes },
    ...workloads.map((workload) => {
      const { least, most } = workload;
      const pod = resourcesOf(workload);
      return {
        cpu: least * pod['requests.cpu'],
        memory: least * pod['requests.memory'],
        disk: least * pod['requests.ephemeral-storage'],
        volumes: 0,
        'limits.cpu': most * pod['limits.cpu'],
        'limits.memory': most * pod['limits.memory'],
        'requests.cpu': most * pod['requests.cpu'],
        'requests.memory': most * pod['requests.memory'],
        pods: most,
      };
    }),
  ]);
}

/** What nothing takes. */
export const NOTHING: Costs = {
  cpu: 0,
  memory: 0,
  disk: 0,
  volumes: 0,
  'limits.cpu': 0,
  'limits.memory': 0,
  'requests.cpu': 0,
  'requests.memory': 0,
  pods: 0,
};

/** The sum of several. */
export function addUp(costs: readonly Costs[]): Costs {
  const sum = (amount: Amount) => costs.reduce((total, one) => total + one[amount], 0);
  return Object.fromEntries(AMOUNTS.map((amount) => [amount, sum(amount)])) as Record<Amount, number>;
}

/** What differs between two, each with its most. */
export function costLines(before: Costs, after: Costs): string[] {
  const lines: ReadonlyArray<readonly [string, Amount, Amount | undefined, (amount: number) => string]> = [
    ['CPU', 'cpu', 'limits.cpu', cores],
    ['memory', 'memory', 'limits.memory', bytes],
    ['disk of pods', 'disk', undefined, bytes],
    ['volumes', 'volumes', undefined, bytes],
  ];
  return lines.flatMap(([name, reserved, most, said]) => {
    const pair = (amount: Amount) =>
      before[amount] === after[amount] ? said(after[amount]) : `${said(before[amount])} → ${said(after[amount])}`;
    const isSame = before[reserved] === after[reserved] && (most === undefined || before[most] === after[most]);
    return isSame ? [] : [`${name} ${pair(reserved)}${most === undefined ? '' : ` (at most ${pair(most)})`}`];
  });
}
