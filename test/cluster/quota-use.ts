import type { Kubectl } from './kubectl';
import { theListed } from './listed';

/** Of each resource that a quota limits, the used part. */
export type QuotaUse = Readonly<Record<string, number>>;

const FACTORS: Readonly<Record<string, number>> = { '': 1, m: 1e-3, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30 };

/** How much of its quota a business unit uses, in pods' worth of a quota for that many pods. */
export async function quotaUse(kubectl: Kubectl, namespace: string): Promise<QuotaUse> {
  const { status } = await theListed(kubectl, 'resourcequota/quota', '-n', namespace);
  const { hard, used } = status as unknown as Readonly<Record<'hard' | 'used', Readonly<Record<string, string>>>>;
  const pods = amount(hard.pods);
  // Claims and counts of objects have room of their own.
  const ofPods = Object.keys(hard).filter((name) =>
    /^(pods|(requests|limits)\.(cpu|memory|ephemeral-storage))$/.test(name),
  );
  return Object.fromEntries(ofPods.map((name) => [name, (pods * amount(used[name])) / amount(hard[name])]));
}

/** What the controllers said about pods that a quota did not let in. */
export async function overQuota(kubectl: Kubectl, namespace: string): Promise<readonly string[]> {
  const failed = ['--field-selector=reason=FailedCreate', '-o', 'jsonpath={range .items[*]}{.message}{"\\n"}{end}'];
  const messages = (await kubectl.ok(['get', 'events', '-n', namespace, ...failed])).split('\n');
  return messages.filter((message) => message.includes('exceeded quota'));
}

function amount(quantity = ''): number {
  const [, number, unit = ''] = /^(\d+)(\w*)$/.exec(quantity) ?? [];
  const factor = FACTORS[unit];
  if (number === undefined || factor === undefined) throw new Error(`a quantity must be known, got "${quantity}"`);
  return Number(number) * factor;
}
