import { Size } from 'cdk8s';
import { MiTenant, Scaling } from '../../lib';
import { ordinary } from '../../lib/core/ordinary';
import { base, newUnit, podOf, theOne } from '../manifests';

function bare<T extends object>(fields: T): T {
  return Object.assign(Object.create(null), fields);
}

test('records without a prototype become ordinary, at any depth, and what is of a class stays', () => {
  const size = Size.gibibytes(1);
  const value = ordinary({ a: bare({ b: [bare({ c: 1 })] }), size, none: null });
  expect(value).toStrictEqual({ a: { b: [{ c: 1 }] }, size, none: null });
  expect(ordinary(size)).toBe(size);
});

test('what a parser made without prototypes reaches the pod', () => {
  const unit = newUnit();
  const pod = {
    nodeSelector: bare({ pool: 'integration' }),
    tolerations: [bare({ key: 'dedicated', operator: 'Exists' as const })],
  };
  new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2), pod });
  expect(podOf(unit)).toMatchObject({
    nodeSelector: { pool: 'integration' },
    tolerations: [{ key: 'dedicated', operator: 'Exists' }],
  });
});

test('so does what an autoscaler is told', () => {
  const unit = newUnit();
  const behavior = bare({ scaleUp: bare({ stabilizationWindowSeconds: 5 }) });
  const scaling = Scaling.auto({ min: 2, max: 4, behavior });
  new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling });
  expect(theOne(unit, 'HorizontalPodAutoscaler').spec).toMatchObject({
    behavior: { scaleUp: { stabilizationWindowSeconds: 5 } },
  });
});
