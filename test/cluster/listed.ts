import type { Kubectl } from './kubectl';
import { until } from './wait';

/** An object of the cluster, whole, and as far as the tests go into it. */
export interface Listed {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly generation?: number;
    readonly resourceVersion: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
}

const QUIET_SECONDS = 20;
const QUIET_MILLISECONDS = 1500;

/** What a `get` with these arguments finds; nothing is an empty list. */
export async function listed(kubectl: Kubectl, ...args: readonly string[]): Promise<readonly Listed[]> {
  const json = await kubectl.ok(['get', ...args, '-o', 'json']);
  const found = json === '' ? { items: [] } : (JSON.parse(json) as Listed | { readonly items: readonly Listed[] });
  return 'items' in found ? found.items : [found];
}

/** The one object that a `get` with these arguments finds. */
export async function theListed(kubectl: Kubectl, ...args: readonly string[]): Promise<Listed> {
  const [object, ...others] = await listed(kubectl, ...args);
  if (object === undefined || others.length > 0) throw new Error(`${args.join(' ')} must be one object`);
  return object;
}

/** Waits until the controllers have done what the objects ask for, and gives these objects as they then stay. */
export async function untilQuiet(kubectl: Kubectl, ...args: readonly string[]): Promise<readonly Listed[]> {
  let last = '';
  let since = Date.now();
  return until('quiet', QUIET_SECONDS, async () => {
    const objects = await listed(kubectl, ...args);
    const now = JSON.stringify(objects);
    if (now !== last) since = Date.now();
    last = now;
    return Date.now() - since > QUIET_MILLISECONDS ? objects : undefined;
  });
}

/** Every object of every kind that carries a label, as "kind/name". */
export async function everyLabelled(kubectl: Kubectl, label: string): Promise<readonly string[]> {
  const kinds = (await kubectl.ok(['api-resources', '--verbs=list', '-o', 'name'])).trim().split('\n');
  const names = await kubectl.ok(['get', kinds.join(), '--all-namespaces', '-l', label, '-o', 'name']);
  return names.split('\n').filter((name) => name !== '');
}
