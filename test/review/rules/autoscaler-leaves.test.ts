import { Scaling } from '../../../lib';
import { autoscalerLeaves } from '../../../lib/review/rules/autoscaler-leaves';
import { found, orders } from '../changes';

const auto = orders({ scaling: Scaling.auto({ min: 2, max: 6 }) });

test('an autoscaler that left the file goes on to decide, and is deleted before the apply', () => {
  expect(found(autoscalerLeaves, auto, orders({ scaling: Scaling.fixed(3) }))).toEqual([
    expect.stringMatching(
      /^danger retail\/orders: the autoscaler stays in the cluster .* \[pods: 2 to 6 → 3\] \$ kubectl -n retail delete hpa orders {2}# before the apply \$ kubectl -n retail patch deployment orders /,
    ),
  ]);
});

test('one that stays says nothing', () => {
  expect(found(autoscalerLeaves, auto, orders({ scaling: Scaling.auto({ min: 2, max: 3 }) }))).toEqual([]);
});

const keda = (min: number) =>
  orders({ scaling: Scaling.keda({ min, max: 6, triggers: [{ type: 'cron', metadata: {} }] }) });

test('one of KEDA too', () => {
  expect(found(autoscalerLeaves, keda(1), orders({ scaling: Scaling.fixed(3) }))).toEqual([
    expect.stringContaining(
      '[pods: 1 to 6 → 3] $ kubectl -n retail delete scaledobject orders --cascade=foreground  # before the apply',
    ),
  ]);
});

test('where another autoscaler comes, the one that left is in its way', () => {
  expect(found(autoscalerLeaves, auto, keda(1))).toEqual([
    expect.stringMatching(
      /^danger retail\/orders: the autoscaler stays in the cluster: KEDA refuses to count beside it, and the apply ends with an error there \[HorizontalPodAutoscaler retail\/orders becomes ScaledObject retail\/orders\] \$ kubectl -n retail delete hpa orders {2}# before the apply \$ kubectl -n retail patch [^$]*\$\(kubectl[^$]*$/,
    ),
  ]);
  expect(found(autoscalerLeaves, keda(1), auto)).toEqual([
    expect.stringMatching(
      /^danger retail\/orders: the autoscaler stays in the cluster: while two count the same pods, neither does \[ScaledObject retail\/orders becomes HorizontalPodAutoscaler retail\/orders\] \$ kubectl -n retail delete scaledobject orders --cascade=foreground {2}# before the apply \$ kubectl -n retail patch /,
    ),
  ]);
});

test('where KEDA may have left no pod, one is started for whoever counts by what runs', () => {
  const start =
    /\$ kubectl -n retail scale deployment orders --replicas=2 {2}# where none runs: nobody would start one$/;
  expect(found(autoscalerLeaves, keda(0), auto)).toEqual([expect.stringMatching(start)]);
  expect(found(autoscalerLeaves, keda(1), auto)).toEqual([expect.not.stringMatching(start)]);
  expect(found(autoscalerLeaves, keda(0), orders({ scaling: Scaling.external({ min: 2, max: 6 }) }))).toEqual([
    expect.stringMatching(
      /goes on to decide, beside whoever counts now \[pods: 0 to 6 → as somebody else says\].* scale deployment orders --replicas=1 /,
    ),
  ]);
});
