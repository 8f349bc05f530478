import { Duration } from 'cdk8s';
import { ArgoStep, MiTenant, Scaling } from '../../lib';
import { base, errorOf, newUnit, ofKind, theOne } from '../manifests';

const image = base.withApp('orders', '1.0.0');
const argoSteps = [
  ArgoStep.weight(20),
  ArgoStep.pause(Duration.minutes(10)),
  ArgoStep.weight(50),
  ArgoStep.pauseUntilPromoted(),
];

function unitWith(scaling: Scaling<'app'>) {
  const unit = newUnit();
  new MiTenant(unit, 'orders', { image, scaling });
  return unit;
}

test('a Rollout takes the place of the Deployment, with the same pods and its steps', () => {
  const rollout = theOne(unitWith(Scaling.fixed(4, { argoSteps, maxSurge: 2, maxUnavailable: 1 })), 'Rollout');
  const deployment = theOne(unitWith(Scaling.fixed(4)), 'Deployment');
  // Argo Rollouts has a label of its own for the pods of one revision.
  const ofRollout = JSON.stringify(deployment.spec).replaceAll('"pod-template-hash"', '"rollouts-pod-template-hash"');
  const { strategy: _, ...spec } = JSON.parse(ofRollout);
  const description = deployment.metadata.annotations?.['kubernetes.io/description'];
  expect(rollout).toEqual({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: {
      ...deployment.metadata,
      annotations: {
        ...deployment.metadata.annotations,
        'kubernetes.io/description': description?.replaceAll('deployment/', 'rollout/'),
      },
    },
    spec: {
      ...spec,
      strategy: {
        canary: {
          maxSurge: 2,
          maxUnavailable: 1,
          steps: [{ setWeight: 20 }, { pause: { duration: '600s' } }, { setWeight: 50 }, { pause: {} }],
        },
      },
    },
  });
});

test('without steps there is no Rollout', () => {
  expect(ofKind(unitWith(Scaling.fixed(4)), 'Rollout')).toEqual([]);
});

test('an autoscaler scales the Rollout', () => {
  const unit = unitWith(Scaling.auto({ min: 2, max: 6, argoSteps }));
  expect(theOne(unit, 'HorizontalPodAutoscaler').spec).toMatchObject({
    scaleTargetRef: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'orders' },
  });
  expect(theOne(unit, 'Rollout').spec).not.toHaveProperty('replicas');
});

test('fails when there is no step', () => {
  expect(errorOf(() => Scaling.fixed(2, { argoSteps: [] }))).toBe(
    'argoSteps of scaling "fixed(2)" must have at least one step, got none; leave it out for a Deployment',
  );
});

test.each([0, 101, 12.5, Number.NaN])('fails when a step replaces %d percent', (percent) => {
  expect(errorOf(() => ArgoStep.weight(percent))).toBe(
    `percent of step "weight" must be a whole number from 1 to 100, got ${percent}`,
  );
});

test('fails when a pause is no whole number of seconds', () => {
  expect(errorOf(() => ArgoStep.pause(Duration.millis(1500)))).toBe(
    'time of step "pause" must be a whole number of seconds from 1 to 86400, got 1.5',
  );
});
