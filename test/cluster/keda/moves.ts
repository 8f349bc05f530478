import { blockOf, commandOf } from '../guide';
import type { Counted } from './counted';

/** Pods that a queue asks for, that run before and after a move, the fewest meanwhile; who owns their number then. */
interface Pods {
  readonly need: number;
  readonly before: number;
  readonly after: number;
  readonly least: number;
  /** @default - nobody: who scales owns a number only that was somebody's before */
  readonly owner?: string;
}

const COMES = blockOf('docs/changing.md', '+ 1))');
const GOES = blockOf('docs/changing.md', 'delete hpa orders');
const OF_KEDA = commandOf('docs/changing.md', 'delete scaledobject');
const KEDA_GOES = GOES.replace(/^kubectl -n retail delete hpa orders$/m, OF_KEDA);

const [BY_APPLY, BY_KUBERNETES] = ['kubectl (Apply)', 'kube-controller-manager (Update)'];

/** From one way of counting to another, and by which documented commands. */
export const MOVES: ReadonlyArray<readonly [Counted, Counted, string, Pods]> = [
  ['fixed', 'keda', COMES, { need: 5, before: 3, after: 5, least: 3, owner: BY_KUBERNETES }],
  ['keda', 'fixed', KEDA_GOES, { need: 5, before: 5, after: 3, least: 3, owner: BY_APPLY }],
  ['auto', 'keda', GOES, { need: 4, before: 2, after: 4, least: 2 }],
  ['keda', 'auto', KEDA_GOES, { need: 4, before: 4, after: 4, least: 4 }],
  ['keda', 'external', KEDA_GOES, { need: 4, before: 4, after: 4, least: 4 }],
  ['keda', 'keda, parked', KEDA_GOES, { need: 4, before: 4, after: 0, least: 0, owner: BY_APPLY }],
  ['keda, parked', 'keda', COMES, { need: 4, before: 0, after: 4, least: 0, owner: BY_KUBERNETES }],
  ['keda from none', 'fixed', KEDA_GOES, { need: 0, before: 0, after: 3, least: 0, owner: BY_APPLY }],
  ['keda from none', 'auto', withStart(2), { need: 0, before: 0, after: 2, least: 0 }],
  ['keda from none', 'external', withStart(1), { need: 0, before: 0, after: 1, least: 0 }],
];

const BY_KEDA = ['HorizontalPodAutoscaler keda-hpa-orders', 'ScaledObject orders'];

/** What counts when a tenant is counted in some way. */
export const SCALERS: Readonly<Record<Counted, readonly string[]>> = {
  fixed: [],
  auto: ['HorizontalPodAutoscaler orders'],
  external: [],
  keda: BY_KEDA,
  'keda to nine': BY_KEDA,
  'keda from none': BY_KEDA,
  'keda, parked': [],
};

/** With one command more before the apply: KEDA may have left no pod. */
function withStart(pods: number): string {
  const start = commandOf('docs/changing.md', '--replicas=2').replace('--replicas=2', `--replicas=${pods}`);
  return KEDA_GOES.replace('kubectl apply', `${start}\nkubectl apply`);
}
