import { Scaling } from '../../lib';
import { handOversOf } from '../../lib/deploy/hand-over';
import { FIELD_MANAGER } from '../../lib/deploy/kubectl';
import { type Manifest, parseManifests } from '../../lib/diff/manifest';
import { fieldsAt } from '../../lib/review/read';
import { orders } from '../review/changes';

const keda = Scaling.keda({ min: 0, max: 6, triggers: [{ type: 'cron', metadata: {} }] });
const [FIXED, AUTO, KEDA, EXTERNAL] = [
  Scaling.fixed(3),
  Scaling.auto({ min: 2, max: 6 }),
  keda,
  Scaling.external({ min: 2, max: 6 }),
];

test('the number of pods that the file said stays until the autoscaler has looked', () => {
  expect(handedOver(FIXED, AUTO, { replicas: 3, manager: FIELD_MANAGER })).toEqual([3]);
  expect(handedOver(FIXED, EXTERNAL, { replicas: 3, manager: FIELD_MANAGER })).toEqual([3]);
});

test('what an autoscaler counts, and what stays in the file, is nobody’s to hand over', () => {
  expect(handedOver(AUTO, KEDA, { replicas: 4, manager: 'kube-controller-manager' })).toEqual([]);
  expect(handedOver(FIXED, Scaling.fixed(4), { replicas: 3, manager: FIELD_MANAGER })).toEqual([]);
});

test('what KEDA left at none is started for whoever counts by what runs', () => {
  expect(handedOver(KEDA, AUTO, { replicas: 0, manager: 'keda' })).toEqual([2]);
  expect(handedOver(KEDA, EXTERNAL, { replicas: 0, manager: 'keda' })).toEqual([1]);
});

test('what was stopped otherwise is not', () => {
  expect(handedOver(FIXED.parked(), AUTO, { replicas: 0, manager: FIELD_MANAGER })).toEqual([]);
  expect(handedOver(KEDA, KEDA, { replicas: 0, manager: 'keda' })).toEqual([]);
});

interface Running {
  readonly replicas: number;
  readonly manager: string;
}

/** Numbers of pods that are handed over when a tenant is counted in another way. */
function handedOver(from: Scaling<'app'>, to: Scaling<'app'>, { replicas, manager }: Running): number[] {
  const [live, wanted] = [from, to].map((scaling) => objectsOf(orders({ scaling })));
  const pairs = (wanted ?? []).flatMap((next) => {
    const before = live?.find(({ kind, metadata }) => kind === next.kind && metadata.name === next.metadata.name);
    return before === undefined ? [] : [{ before: running(before, replicas, manager), next }];
  });
  const unscaled = (live ?? []).filter(
    ({ kind }) =>
      /^(ScaledObject|HorizontalPodAutoscaler)$/.test(kind) && !(wanted ?? []).some((one) => one.kind === kind),
  );
  return handOversOf(pairs, unscaled, wanted ?? []).map(({ pods }) => pods);
}

function running(object: Manifest, replicas: number, manager: string): Manifest {
  const operation = manager === FIELD_MANAGER ? 'Apply' : 'Update';
  const managedFields = [{ manager, operation, fieldsV1: { 'f:spec': { 'f:replicas': {} } } }];
  const spec = { ...fieldsAt(object, 'spec'), replicas };
  const live = { ...object, metadata: { ...object.metadata, managedFields }, spec };
  return object.kind === 'Deployment' ? live : object;
}

function objectsOf(files: ReadonlyMap<string, string>): readonly Manifest[] {
  return [...files].flatMap(([name, text]) => parseManifests(name, text));
}
