import type { Kubectl } from './kubectl';
import { until } from './wait';

/**
 * Waits until every object of a kind, at least one, has a condition that is True.
 *
 * One list a question: `kubectl wait` asks for each object by itself, which takes seconds for some tens of them.
 */
export async function allBecome(kubectl: Kubectl, kind: string, condition: string, seconds: number): Promise<void> {
  const path = `{range .items[*]}{.status.conditions[?(@.type=="${condition}")].status}{"\\n"}{end}`;
  await until(`${condition} of every ${kind}`, seconds, async () => {
    const statuses = (await kubectl.ok(['get', kind, '--all-namespaces', '-o', `jsonpath=${path}`])).split('\n');
    const waiting = statuses.slice(0, -1).filter((status) => status !== 'True').length;
    if (waiting > 0) throw new Error(`${waiting} that are not`);
    return statuses.length > 1;
  });
}
