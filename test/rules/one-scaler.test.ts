import { ApiObject, JsonPatch } from 'cdk8s';
import { deliberately, MiTenant, Patch, Scaling } from '../../lib';
import { base, errorOf, newFleet, newUnit, refusalOf } from '../manifests';

interface Beside {
  readonly kind?: string;
  readonly target?: object;
  readonly patch?: JsonPatch;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly withoutNumber?: boolean;
}

/** What is said of the tenant "retail/orders" with an autoscaler beside it. */
function saidOf(scaling: Scaling<'app'>, beside: Beside = {}): string {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const tenant = new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling });
  const { kind, target, patch, annotations, withoutNumber } = beside;
  const workload = tenant.node.findChild('workload');
  if (patch !== undefined && ApiObject.isApiObject(workload)) {
    workload.addJsonPatch(patch);
  }
  if (withoutNumber === true) {
    Patch.of(tenant, 'Deployment').remove('/spec/replicas');
  }
  if (kind !== undefined) {
    const apiVersion = kind === 'ScaledObject' ? 'keda.sh/v1alpha1' : 'autoscaling/v2';
    const metadata = { name: 'scaler', annotations };
    const amount =
      kind === 'ScaledObject'
        ? { minReplicaCount: 1, triggers: [{ type: 'cpu', metadata: { value: '60' } }] }
        : { maxReplicas: 3 };
    new ApiObject(unit, 'scaler', { apiVersion, kind, metadata, spec: { scaleTargetRef: target, ...amount } });
  }
  return errorOf(() => fleet.render());
}

const alone = 'two pods would do its work twice; Scaling.fixed, auto and coordinated are for more';
const hpa = 'HorizontalPodAutoscaler';

test.each([hpa, 'ScaledObject'])('fails when a %s would count the pods of a singleton', (kind) => {
  const target = { kind: 'StatefulSet', name: 'orders' };
  expect(saidOf(Scaling.singleton(), { kind, target })).toBe(
    refusalOf(
      'replicas of StatefulSet "retail/orders" must be 1 for a tenant that runs alone, ' +
        `got ${kind} "retail/scaler"; ${alone}`,
    ),
  );
});

test('fails when a JsonPatch gives a singleton a second pod, or makes another kind of it', () => {
  const refusal = (prop: string, got: string) =>
    `${prop} of StatefulSet "retail/orders" must be 1 for a tenant that runs alone, got ${got}; ${alone}`;
  expect(saidOf(Scaling.singleton(), { patch: JsonPatch.replace('/spec/replicas', 2) })).toBe(
    refusalOf(refusal('replicas', '2')),
  );
  expect(saidOf(Scaling.singleton(), { patch: JsonPatch.remove('/spec/replicas') })).toBe('');
  expect(saidOf(Scaling.singleton(), { patch: JsonPatch.replace('/kind', 'Deployment') })).toContain(
    `kind of Deployment "retail/orders" must be 1 for a tenant that runs alone, got "Deployment"; ${alone}`,
  );
});

test('a singleton may be rendered stopped', () => {
  expect(saidOf(Scaling.singleton(), { patch: JsonPatch.replace('/spec/replicas', 0) })).toBe('');
});

test.each([
  [hpa, { kind: 'Deployment', name: 'orders' }],
  ['ScaledObject', { name: 'orders' }],
])('fails when a %s and a number decide how many pods run', (kind, target) => {
  expect(saidOf(Scaling.fixed(3), { kind, target })).toBe(
    refusalOf(
      `replicas of Deployment "retail/orders" must be decided once, got 3, and ${kind} "retail/scaler"; each apply would ` +
        "undo what it decided; take Scaling.auto, or Patch.of(tenant, 'Deployment').remove('/spec/replicas')",
    ),
  );
  expect(saidOf(Scaling.fixed(3), { kind, target, withoutNumber: true })).toBe('');
});

test('fails when two autoscalers count the pods of a tenant', () => {
  const target = { kind: 'Deployment', name: 'orders' };
  expect(saidOf(Scaling.auto({ min: 1, max: 3 }), { kind: 'ScaledObject', target })).toBe(
    refusalOf(
      'replicas of Deployment "retail/orders" must be decided by one autoscaler, ' +
        `got ${hpa} "retail/orders" and ScaledObject "retail/scaler"`,
    ),
  );
});

test('an autoscaler of something else, or one that is meant, is taken', () => {
  expect(saidOf(Scaling.singleton(), { kind: hpa, target: { kind: 'StatefulSet', name: 'other' } })).toBe('');
  expect(saidOf(Scaling.singleton(), { kind: hpa, target: { kind: 'Deployment', name: 'orders' } })).toBe('');
  const annotations = deliberately('one-scaler');
  expect(saidOf(Scaling.fixed(3), { kind: hpa, target: { kind: 'Deployment', name: 'orders' }, annotations })).toBe('');
});
