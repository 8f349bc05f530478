import type { Here } from './here';
import { EQUAL, other, type Verdict } from './verdict';

/** What the start script of every release takes without JVM_MEM_OPTS, in mebibytes. */
export const STOCK_HEAP = 1024;

/** How the heap compares with the one that the chart's JVM has, whatever its values say. */
export function heapVerdict(here: Here): Verdict {
  const [, text = ''] = /-Xmx(\w+)/.exec(String(here.variable('JVM_MEM_OPTS')?.value)) ?? [];
  return text === `${STOCK_HEAP}m`
    ? EQUAL
    : other(
        `no script of the product reads JAVA_MEM_OPTS, so the heap of the chart is ${STOCK_HEAP}m, whatever it says; here it is ${text}`,
      );
}
