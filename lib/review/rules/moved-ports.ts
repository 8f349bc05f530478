import { groupBy } from '../../core/by-key';
import type { Manifest } from '../../diff/manifest';
import type { Finding } from '../finding';
import { at, fieldsAt, listAt, numberAt, textAt } from '../read';
import { restartsOf } from '../restarts';
import type { ReviewRule } from '../rule';
import { fromTo, time } from '../words';
import { containersOf, endsAllFirst, type Workload } from '../workload';

/**
 * A port of a Service that leads to another number of the pods: it does so at the apply, when all ready pods are those of
 * before, which do not listen there. Where all of them end first anyway, that is what is told.
 */
export const movedPorts: ReviewRule = (change) => {
  const rolled = groupBy(
    restartsOf(change).filter(
      ({ before, after }) => before.most > 0 && after.least > 0 && !endsAllFirst(before, after),
    ),
    ({ before }) => before.object.metadata.namespace,
  );
  return change.objects.flatMap(({ before, after, isUpdate }): Finding[] => {
    if (!isUpdate || before === undefined || after?.kind !== 'Service') {
      return [];
    }
    return (rolled.get(after.metadata.namespace) ?? [])
      .filter((restart) => isSelected(after, restart.before))
      .flatMap(({ change: { unit, tenant }, ...restart }) => {
        const [old, next] = [portsOf(restart.before), portsOf(restart.after)];
        return movesOf(before, after)
          .filter(({ from, to }) => old.has(from) && !old.has(to) && next.has(to))
          .map(({ name, from, to }) => ({
            severity: 'danger' as const,
            unit,
            tenant,
            says:
              `port ${name} leads to ${to} at once, where the pods of before do not listen: nothing answers there until ` +
              `the first new pod is ready, ${lasting(restart.after)}; have both numbers under two names until the routes ` +
              'have changed over',
            because: [`targetPort: ${fromTo(from, to)}`],
            about: [after, restart.after.object],
          }));
      });
  });
};

function lasting({ object, stopsFirst, startSeconds, graceSeconds }: Workload): string {
  if (textAt(object, 'spec', 'updateStrategy', 'type') === 'OnDelete') {
    return 'which none is before somebody deletes an old one (OnDelete)';
  }
  const stop = stopsFirst ? ` beside the up to ${time(graceSeconds)} of the stop of an old one` : '';
  return `for about ${time(startSeconds)}${stop}`;
}

/** A port of both, known by its name or its number, and where it leads. */
interface Move {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function movesOf(before: Manifest, after: Manifest): Move[] {
  const old = listAt(before, 'spec', 'ports');
  return listAt(after, 'spec', 'ports').flatMap((port) => {
    const [name, number] = [textAt(port, 'name'), numberAt(port, 'port')];
    const there =
      old.find((one) => name !== undefined && textAt(one, 'name') === name) ??
      old.find((one) => numberAt(one, 'port') === number);
    const [from, to] = [targetOf(there), targetOf(port)];
    return from === undefined || to === undefined || from === to ? [] : [{ name: name ?? `${number}`, from, to }];
  });
}

/** The number of the pods; a name leads to whatever each pod calls so. */
function targetOf(port: unknown): number | undefined {
  return at(port, 'targetPort') === undefined ? numberAt(port, 'port') : numberAt(port, 'targetPort');
}

function portsOf({ pod }: Workload): ReadonlySet<number> {
  return new Set(containersOf(pod).flatMap(({ ports = [] }) => ports.map(({ containerPort }) => containerPort)));
}

function isSelected(service: Manifest, { template }: Workload): boolean {
  const selector = Object.entries(fieldsAt(service, 'spec', 'selector'));
  const labels: Readonly<Record<string, unknown>> = template.metadata?.labels ?? {};
  return selector.length > 0 && selector.every(([key, value]) => labels[key] === value);
}
