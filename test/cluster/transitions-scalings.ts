import { Scaling } from '../../lib';
import { app, type Cell, CONFIG, type Steps, TASKS } from './transitions-cells';

// Of KEDA only the definitions are there, and nobody counts for `external`; so of these two no more pods are promised than
// a new workload has.

const CRON = {
  type: 'cron',
  metadata: { timezone: 'Europe/Zurich', start: '0 7 * * *', end: '0 19 * * *', desiredReplicas: '2' },
};

const SCALINGS = {
  fixed: { scaling: Scaling.fixed(3), pods: 3 },
  coordinated: { scaling: Scaling.coordinated(2, TASKS), pods: 2 },
  auto: { scaling: Scaling.auto({ min: 2, max: 6 }), pods: 2 },
  keda: { scaling: Scaling.keda({ min: 1, max: 6, triggers: [CRON] }), pods: 1 },
  external: { scaling: Scaling.external({ min: 1, max: 6 }), pods: 1 },
  singleton: { scaling: Scaling.singleton(), pods: 1 },
};
type Kind = keyof typeof SCALINGS;
const KINDS: readonly Kind[] = ['fixed', 'coordinated', 'auto', 'keda', 'external', 'singleton'];

/** Every pair of scalings of a service. */
export function scalingCells(steps: Steps): Cell[] {
  return KINDS.flatMap((from) =>
    KINDS.filter((to) => to !== from).map((to) => ({
      name: `${from} to ${to}`,
      before: { compose: app(SCALINGS[from].scaling), pods: SCALINGS[from].pods },
      after: { compose: app(SCALINGS[to].scaling), pods: SCALINGS[to].pods },
      steps: [stepBetween(from, to, steps)],
      left: from === 'coordinated' || to === 'coordinated' ? [CONFIG] : [],
    })),
  );
}

/** The row of the table of docs/changing.md. */
function stepBetween(from: Kind, to: Kind, steps: Steps): string {
  const { apply, autoscalerComes, autoscalerGoes, serviceChanges } = steps;
  if (to === 'singleton') return from === 'keda' ? ofKeda(serviceChanges) : serviceChanges;
  const counted = to === 'auto' || to === 'keda' || to === 'external';
  const step: Readonly<Record<Kind, string>> = {
    fixed: counted ? autoscalerComes : apply,
    coordinated: counted ? autoscalerComes : apply,
    auto: autoscalerGoes,
    keda: ofKeda(autoscalerGoes),
    external: autoscalerGoes.split('\n').slice(1).join('\n'),
    singleton: serviceChanges
      .replace('status statefulset/', 'status deployment/')
      .replace('delete deployment,hpa,pdb orders', 'delete statefulset/orders service/orders-headless'),
  };
  return step[from];
}

function ofKeda(block: string): string {
  return block.replace(/\bhpa\b/, 'scaledobject');
}
