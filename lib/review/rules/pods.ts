import type { Finding } from '../finding';
import { at } from '../read';
import type { ReviewRule } from '../rule';
import { fromTo } from '../words';
import type { Workload } from '../workload';

/** How many pods run, and how many of them the loss of a node, a drain or an update leaves. */
export const pods: ReviewRule = ({ tenants, objects }) => [
  ...tenants.flatMap(({ unit, tenant, before, after, update }): Finding[] => {
    if (before === undefined || after === undefined) {
      return [];
    }
    const scalers = [before.scaler, after.scaler].flatMap((scaler) => scaler ?? []);
    const about = { unit, tenant, about: [after.object, ...scalers] };
    const unavailable = update?.fields.find(({ path }) => /maxUnavailable$/.test(path));
    const rose =
      unavailable !== undefined &&
      Number.parseInt(String(unavailable.to ?? 0), 10) > Number.parseInt(String(unavailable.from ?? 0), 10);
    return [
      ...(after.least < before.least || (after.most === 0 && before.most > 0)
        ? [
            {
              ...about,
              severity: after.least <= 1 && before.least > 1 ? ('warning' as const) : ('notice' as const),
              says: fewer(after),
              because: [podsOf(before, after)],
            },
          ]
        : []),
      ...(after.least > before.least
        ? [
            {
              ...about,
              severity: 'notice' as const,
              says: 'runs on more pods',
              because: [podsOf(before, after)],
            },
          ]
        : []),
      ...(after.least === before.least && after.most !== before.most && after.most > 0
        ? [
            {
              ...about,
              severity: 'notice' as const,
              says: `may scale to ${after.most > before.most ? 'more' : 'fewer'} pods`,
              because: [podsOf(before, after)],
            },
          ]
        : []),
      ...(rose
        ? [
            {
              ...about,
              severity: 'warning' as const,
              says: 'an update may take more pods away at once',
              because: [`maxUnavailable: ${fromTo(unavailable.from, unavailable.to)}`],
            },
          ]
        : []),
      ...(count(before.pod.topologySpreadConstraints) > count(after.pod.topologySpreadConstraints)
        ? [{ ...about, severity: 'warning' as const, says: 'its pods are spread over fewer kinds of places' }]
        : []),
    ];
  }),
  ...objects.flatMap(({ unit, tenant, before, after, isUpdate }): Finding[] => {
    if (before?.kind !== 'PodDisruptionBudget' || (after !== undefined && !isUpdate)) {
      return [];
    }
    const [from, to] = [before, after].map(
      (budget) => at(budget, 'spec', 'maxUnavailable') ?? at(budget, 'spec', 'minAvailable'),
    );
    return from === to || after === undefined
      ? []
      : [
          {
            severity: 'warning',
            unit,
            tenant,
            says: 'a drain may take another number of pods at once',
            because: [`disruption budget: ${fromTo(from, to)}`],
            about: [before],
          },
        ];
  }),
];

function fewer({ least, most }: Workload): string {
  if (most === 0) {
    return 'runs no pod any more';
  }
  const few = [
    'runs no pod while there is nothing to do, and the first work waits for a start',
    'runs on one pod: the loss of its node, and each drain, is an outage',
  ];
  return few[least] ?? 'runs on fewer pods';
}

function podsOf(before: Workload, after: Workload): string {
  const range = ({ least, most }: Workload) => (least === most ? `${least}` : `${least} to ${most}`);
  return `pods: ${fromTo(range(before), range(after))}`;
}

function count(list: readonly unknown[] | undefined): number {
  return list?.length ?? 0;
}
