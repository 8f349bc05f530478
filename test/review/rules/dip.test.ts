import { Scaling } from '../../../lib';
import { dip } from '../../../lib/review/rules/dip';
import { found, orders } from '../changes';

const auto = orders({ scaling: Scaling.auto({ min: 2, max: 6 }) });

test('five pods fall to one when an autoscaler comes, and the command that prevents it is told', () => {
  expect(found(dip, orders({ scaling: Scaling.fixed(5) }), auto)).toEqual([
    'danger retail/orders: falls from 5 pods to 1 until the autoscaler has looked: the number leaves the file, so nobody ' +
      'declares it [an autoscaler comes] $ kubectl -n retail scale deployment/orders --replicas=$(($(kubectl -n retail get ' +
      "deployment/orders -o jsonpath='{.spec.replicas}') + 1))  # before the apply",
  ]);
});

test('one pod falls no further, and other bounds of an autoscaler hand nothing over', () => {
  expect(found(dip, orders({ scaling: Scaling.fixed(1) }), auto)).toEqual([]);
  expect(found(dip, auto, orders({ scaling: Scaling.auto({ min: 3, max: 9 }) }))).toEqual([]);
});
