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

test('one of KEDA too', () => {
  const keda = orders({ scaling: Scaling.keda({ min: 1, max: 6, triggers: [{ type: 'cron', metadata: {} }] }) });
  expect(found(autoscalerLeaves, keda, orders({ scaling: Scaling.fixed(3) }))).toEqual([
    expect.stringContaining('[pods: 1 to 6 → 3] $ kubectl -n retail delete scaledobject orders  # before the apply'),
  ]);
});
