import type { Kubectl } from './kubectl';
import { theListed } from './listed';

/** Of each resource that a quota limits, the used part. */
export type QuotaUse = Readonly<Record<string, number>>;

const FACTORS: Readonly<Record<string, number>> = { '': 1, m: 1e-3, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30 };

/** What a quota bounds of pods and how much of it is used, in pods, cores and bytes. */
export async function podQuota(
  kubectl: Kubectl,
  namespace: string,
): Promise<Readonly<Record<'hard' | 'used', QuotaUse>>> {
  const { status } = await theListed(kubectl, 'resourcequota/quota', '-n', namespace);
  const { hard, used } = status as unknown as Readonly<Record<'hard' | 'used', Readonly<Record<string, string>>>>;
  // Claims and counts of objects have room of their own.
  const names = Object.keys(hard).filter((name) =>
    /^(pods|(requests|limits)\.(cpu|memory|ephemeral-storage))$/.test(name),
  );
  const amounts = (of: Readonly<Record<string, string>>) =>
    Object.fromEntries(names.map((name) => [name, amount(of[name])]));
  return { hard: amounts(hard), used: amounts(used) };
}

/** How much of its quota a business unit uses, in pods' worth of a quota for that many pods. */
export async function quotaUse(kubectl: Kubectl, namespace: string): Promise<QuotaUse> {
  const { hard, used } = await podQuota(kubectl, namespace);
  const { pods = 0 } = hard;
  return Object.fromEntries(Object.entries(hard).map(([name, most]) => [name, (pods * (used[name] ?? 0)) / most]));
}

/** What the controllers said about pods that a quota did not let in. */
export async function overQuota(kubectl: Kubectl, namespace: string): Promise<readonly string[]> {
  const failed = ['--field-selector=reason=FailedCreate', '-o', 'jsonpath={range .items[*]}{.message}{"\\n"}{end}'];
  const messages = (await kubectl.ok(['get', 'events', '-n', namespace, ...failed])).split('\n');
  return messages.filter((message) => message.includes('exceeded quota'));
}

/** A quantity of pods, cores or bytes. */
export function amount(quantity = ''): number {
  const [, number, unit = ''] = /^(\d+)(\w*)$/.exec(quantity) ?? [];
  const factor = FACTORS[unit];
  if (number === undefined || factor === undefined) throw new Error(`a quantity must be known, got "${quantity}"`);
  return Number(number) * factor;
}
