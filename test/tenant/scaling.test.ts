import { Duration } from 'cdk8s';
import type { HorizontalPodAutoscalerBehavior } from '../../imports/k8s';
import { Datasource } from '../../lib/config/datasource';
import { Endpoint } from '../../lib/config/endpoint';
import { Fleet } from '../../lib/fleet/fleet';
import { MiBaseImage } from '../../lib/image/mi-base-image';
import type { Work } from '../../lib/image/mi-image';
import { EnvValue } from '../../lib/secret/env-value';
import type { AutoScalingProps, ExternalScalingProps, KedaScalingProps } from '../../lib/tenant/autoscaler';
import { MiTenant } from '../../lib/tenant/mi-tenant';
import type { MiTenantProps } from '../../lib/tenant/mi-tenant-props';
import type { RolloutProps } from '../../lib/tenant/rollout';
import { Scaling } from '../../lib/tenant/scaling';
import { BusinessUnit } from '../../lib/unit/business-unit';
import { errorOf, namesOf, theOne } from '../manifests';

interface Manifest {
  readonly kind: string;
  readonly spec: Readonly<Record<string, unknown>>;
}

const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '4.4.0' });
const app = base.withApp('orders', '1.0.0');
const poller = base.withPoller('orders', '1.0.0');

type MiBaseImageWith = (base: MiBaseImage) => MiTenantProps['image'];

const tasks = Datasource.mysql('WSO2_COORDINATION_DB', {
  at: Endpoint.outside('mysql.example.com', 3306, ['10.20.0.0/24']),
  database: 'tasks',
  username: EnvValue.fromSecret('tasks-db', 'username'),
  password: EnvValue.fromSecret('tasks-db', 'password'),
});

/** The specs of a tenant's objects under their kinds. */
function specs<W extends Work>(props: MiTenantProps<W>): Readonly<Record<string, Manifest['spec']>> {
  const unit = new BusinessUnit(new Fleet(), 'retail', { contact: 'retail@example.com' });
  new MiTenant(unit, 'orders', props);
  const manifests: Manifest[] = unit.toJson();
  return Object.fromEntries(manifests.map(({ kind, spec }) => [kind, spec]));
}

test('a scaled poller does not compile', () => {
  // @ts-expect-error two pollers would do the same work twice
  const fixed: MiTenantProps<'poller'> = { image: poller, scaling: Scaling.fixed(2) };
  // @ts-expect-error not even one, since an update would start a second beside it
  const one: MiTenantProps<'poller'> = { image: poller, scaling: Scaling.fixed(1) };
  // @ts-expect-error nor between two numbers
  const auto: MiTenantProps<'poller'> = { image: poller, scaling: Scaling.auto({ min: 1, max: 2 }) };
  // Whoever casts the types away is still found out: this is what the tenant asks.
  expect([fixed, one, auto].map(({ scaling }) => scaling.works)).toEqual([['app'], ['app'], ['app']]);
});

test('a scaled poller does not compile where the tenant infers its work either', () => {
  const tenant = <W extends Work>(props: MiTenantProps<W>) => props.scaling.text;
  // @ts-expect-error a poller takes a singleton only
  expect(tenant({ image: poller, scaling: Scaling.fixed(2) })).toBe('fixed(2)');
  expect(tenant({ image: app, scaling: Scaling.fixed(2) })).toBe('fixed(2)');
});

test.each<[Work, MiTenantProps['image']]>([
  ['app', app],
  ['poller', poller],
])('a singleton takes the image of an %s', (work, image) => {
  const props: MiTenantProps = { image, scaling: Scaling.singleton() };
  expect(props.scaling.works).toContain(work);
  expect(specs(props)).toMatchObject({ StatefulSet: { replicas: 1 } });
});

test.each<[Work, MiBaseImageWith]>([
  ['app', (base) => base.withApp('orders', '1.0.0')],
  ['poller', (base) => base.withPoller('orders', '1.0.0')],
])('pods that coordinate take the image of an %s, which compiles', (work, imageOf) => {
  const image = imageOf(MiBaseImage.fromRegistry('registry.example.com/mi', { release: '4.4.0', drivers: ['mysql'] }));
  const props: MiTenantProps = { image, scaling: Scaling.coordinated(3, tasks) };
  expect(props.scaling.works).toContain(work);
  expect(specs(props)).toMatchObject({ Deployment: { replicas: 3 }, PodDisruptionBudget: { maxUnavailable: 1 } });
});

test.each<[string, Scaling<Work>, object]>([
  [
    'an autoscaler',
    Scaling.auto({ min: 2, max: 6 }).coordinatedBy(tasks),
    { HorizontalPodAutoscaler: { maxReplicas: 6 } },
  ],
  ['a fixed number', Scaling.fixed(3).coordinatedBy(tasks), { Deployment: { replicas: 3 } }],
  [
    'somebody else',
    Scaling.external({ min: 2, max: 4 }).coordinatedBy(tasks),
    { PodDisruptionBudget: { maxUnavailable: 1 } },
  ],
])(
  'a poller that coordinates is scaled by %s, which compiles, and each pod has an id of its own',
  (_, scaling, objects) => {
    const mi = MiBaseImage.fromRegistry('registry.example.com/mi', { release: '4.4.0', drivers: ['mysql'] });
    const rendered = specs({ image: mi.withPoller('files', '1.0.0'), scaling });
    expect(rendered).toMatchObject(objects);
    expect(JSON.stringify(rendered.Deployment)).toContain('"name":"nodeId","valueFrom":{"fieldRef"');
    expect(rendered.StatefulSet).toBeUndefined();
  },
);

test('what coordinates needs a database of that name, and several pods', () => {
  expect(() => Scaling.singleton().coordinatedBy(tasks)).toThrow(
    new Error(
      'coordinatedBy of scaling "singleton().coordinatedBy(…)" must be of a scaling with several pods, got singleton(); ' +
        'a singleton has nobody to share work with; Scaling.coordinated(2, …) has',
    ),
  );
  const other = Datasource.mysql('orders', {
    at: Endpoint.outside('db.example.com', 3306, ['10.0.0.0/24']),
    database: 'orders',
    username: EnvValue.fromSecret('db', 'username'),
    password: EnvValue.fromSecret('db', 'password'),
  });
  expect(() => Scaling.fixed(2).coordinatedBy(other)).toThrow(
    new Error(
      'by of scaling "fixed(2).coordinatedBy(…)" must be a datasource named WSO2_COORDINATION_DB, got "orders"',
    ),
  );
});

test('a singleton is one pod whose successor waits until it is gone', () => {
  const rendered = specs({ image: poller, scaling: Scaling.singleton() });
  expect(Object.keys(rendered).sort()).toEqual([
    'ConfigMap',
    'Namespace',
    'NetworkPolicy',
    'Service',
    'ServiceAccount',
    'StatefulSet',
  ]);
  expect(rendered.StatefulSet).toMatchObject({ replicas: 1, updateStrategy: { type: 'RollingUpdate' } });
});

test('every prop of a rollout reaches Deployment and disruption budget', () => {
  const everything: Required<Omit<RolloutProps, 'argoSteps'>> = { maxSurge: 2, maxUnavailable: 3, maxEvictions: 4 };
  expect(specs({ image: app, scaling: Scaling.fixed(9, everything) })).toMatchObject({
    Deployment: { replicas: 9, strategy: { rollingUpdate: { maxSurge: 2, maxUnavailable: 3 } } },
    PodDisruptionBudget: { maxUnavailable: 4 },
  });
});

test('every prop of automatic scaling reaches autoscaler, Deployment and disruption budget', () => {
  const everything: Required<Omit<AutoScalingProps, 'argoSteps'>> = {
    min: 3,
    max: 8,
    cpuPercent: 55,
    memoryPercent: 85,
    behavior: { scaleDown: { selectPolicy: 'Disabled' } },
    maxSurge: 2,
    maxUnavailable: 1,
    maxEvictions: 2,
  };
  expect(specs({ image: app, scaling: Scaling.auto(everything) })).toMatchObject({
    HorizontalPodAutoscaler: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders' },
      minReplicas: 3,
      maxReplicas: 8,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 55 } } },
        { type: 'Resource', resource: { name: 'memory', target: { type: 'Utilization', averageUtilization: 85 } } },
      ],
      behavior: { scaleDown: { selectPolicy: 'Disabled' } },
    },
    Deployment: { strategy: { rollingUpdate: { maxSurge: 2, maxUnavailable: 1 } } },
    PodDisruptionBudget: { maxUnavailable: 2 },
  });
});

test('an autoscaler of which nothing is said waits a minute before it adds, and ten before it takes one away', () => {
  const { HorizontalPodAutoscaler } = specs({ image: app, scaling: Scaling.auto({ min: 2, max: 6 }) });
  expect(HorizontalPodAutoscaler).toHaveProperty('behavior', {
    scaleUp: { stabilizationWindowSeconds: 60 },
    scaleDown: { stabilizationWindowSeconds: 600, policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }] },
  });
});

describe('KEDA', () => {
  const queue = { type: 'rabbitmq', metadata: { queueName: 'orders', value: '20' }, authenticationRef: { name: 'mq' } };

  test('every prop reaches ScaledObject, Deployment and disruption budget', () => {
    const everything: Required<Omit<KedaScalingProps, 'argoSteps'>> = {
      min: 0,
      max: 5,
      triggers: [queue],
      cooldown: Duration.minutes(15),
      behavior: { scaleDown: { selectPolicy: 'Disabled' } },
      maxSurge: 2,
      maxUnavailable: 1,
      maxEvictions: 2,
    };
    const { ScaledObject, Deployment, PodDisruptionBudget } = specs({ image: app, scaling: Scaling.keda(everything) });
    expect(ScaledObject).toEqual({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders' },
      minReplicaCount: 0,
      maxReplicaCount: 5,
      cooldownPeriod: 900,
      advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleDown: { selectPolicy: 'Disabled' } } } },
      triggers: [queue],
    });
    expect(Deployment).toMatchObject({ strategy: { rollingUpdate: { maxSurge: 2, maxUnavailable: 1 } } });
    expect(Deployment).not.toHaveProperty('replicas');
    expect(PodDisruptionBudget).toMatchObject({ maxUnavailable: 2 });
  });

  test('of which only the bounds and triggers are said acts as patiently as an autoscaler', () => {
    const { ScaledObject } = specs({ image: app, scaling: Scaling.keda({ min: 1, max: 5, triggers: [queue] }) });
    expect(ScaledObject).toMatchObject({
      advanced: {
        horizontalPodAutoscalerConfig: {
          behavior: { scaleUp: { stabilizationWindowSeconds: 60 }, scaleDown: { stabilizationWindowSeconds: 600 } },
        },
      },
    });
    expect(ScaledObject).not.toHaveProperty('cooldownPeriod');
  });

  test('is told to keep 0, since it would scale back what an operator scales', () => {
    const fleet = new Fleet();
    const unit = new BusinessUnit(fleet, 'retail', { contact: 'retail@example.com' });
    new MiTenant(unit, 'orders', { image: app, scaling: Scaling.keda({ min: 0, max: 5, triggers: [queue] }) });
    const text = fleet.render().get('retail.k8s.yaml') ?? '';
    expect(text).toContain(
      '# What KEDA scales: kubectl -n retail annotate scaledobject -l cdk8s-wso2-mi/unit=retail ' +
        'autoscaling.keda.sh/paused-replicas=0 --overwrite\n',
    );
    expect(text.replace(/\s+/g, ' ')).toContain(
      '0 to 5 pods, by KEDA. Stop: kubectl -n retail annotate scaledobject/orders ' +
        'autoscaling.keda.sh/paused-replicas=0 --overwrite; ' +
        'start: kubectl -n retail annotate scaledobject/orders autoscaling.keda.sh/paused-replicas-',
    );
  });

  test('without a trigger is refused', () => {
    expect(errorOf(() => Scaling.keda({ min: 0, max: 5, triggers: [] }))).toBe(
      'triggers of scaling "keda(0 to 5)" must have at least one, got none',
    );
  });
});

test('pods that somebody else counts have no number and no autoscaler, but their budget, and the text says so', () => {
  const everything: Required<Omit<ExternalScalingProps, 'argoSteps'>> = {
    min: 2,
    max: 9,
    maxSurge: 2,
    maxUnavailable: 1,
    maxEvictions: 1,
  };
  const unit = new BusinessUnit(new Fleet(), 'retail', { contact: 'retail@example.com' });
  new MiTenant(unit, 'orders', { image: app, scaling: Scaling.external(everything) });
  expect(namesOf(unit).filter((name) => /Autoscaler|ScaledObject/.test(name))).toEqual([]);
  expect(theOne(unit, 'Deployment').spec).not.toHaveProperty('replicas');
  expect(theOne(unit, 'PodDisruptionBudget').spec).toMatchObject({ maxUnavailable: 1 });
  expect(theOne(unit, 'Deployment').metadata.annotations?.['kubernetes.io/description']).toContain(
    '2 to 9 pods, by an autoscaler of somebody else, which may start it again. Stop: ',
  );
});

test.each([
  ['Deployment', Scaling.fixed(3).parked()],
  ['Deployment', Scaling.auto({ min: 2, max: 6 }).parked()],
  ['StatefulSet', Scaling.singleton().parked()],
])('a parked %s keeps its kind, and has no pod, no autoscaler and no budget', (kind, scaling) => {
  const unit = new BusinessUnit(new Fleet(), 'retail', { contact: 'retail@example.com' });
  new MiTenant(unit, 'orders', { image: app, scaling });
  expect(theOne(unit, kind).spec).toMatchObject({ replicas: 0 });
  expect(namesOf(unit).filter((name) => /Autoscaler|Budget/.test(name))).toEqual([]);
  expect(theOne(unit, kind).metadata.annotations?.['kubernetes.io/description']).toMatch(
    /, 0 pods(, never two)?\. Stop: .*; start: .* --replicas=1; an apply stops it again$/,
  );
});

test.each([
  ['a fixed number', Scaling.fixed(2)],
  ['automatic scaling', Scaling.auto({ min: 2, max: 6 })],
])('%s of which nothing more is said never has fewer pods ready, and loses one at a time', (_what, scaling) => {
  expect(specs({ image: app, scaling })).toMatchObject({
    Deployment: { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } },
    PodDisruptionBudget: { maxUnavailable: 1 },
  });
});

test('automatic scaling of which only the bounds are said aims at 70 percent of the CPU and looks at nothing else', () => {
  expect(specs({ image: app, scaling: Scaling.auto({ min: 2, max: 6 }) })).toMatchObject({
    HorizontalPodAutoscaler: {
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } },
      ],
    },
  });
});

test('an autoscaled tenant leaves its replicas to the autoscaler', () => {
  expect(specs({ image: app, scaling: Scaling.auto({ min: 2, max: 6 }) }).Deployment).not.toHaveProperty('replicas');
});

test.each([
  ['of one pod', Scaling.fixed(1)],
  ['that nodes may evict without a limit', Scaling.fixed(4, { maxEvictions: 'unlimited' })],
])('a tenant %s has no budget that would stop the drain of a node', (_what, scaling) => {
  expect(specs({ image: app, scaling })).not.toHaveProperty('PodDisruptionBudget');
});

test('a tenant that may shrink to one pod has a budget for when it has more, which lets a node evict the only one', () => {
  expect(specs({ image: app, scaling: Scaling.auto({ min: 1, max: 6 }) })).toMatchObject({
    PodDisruptionBudget: { maxUnavailable: 1 },
  });
});

test.each([
  [Scaling.fixed(1), 1, 1, 3],
  [Scaling.fixed(3, { maxSurge: 2 }), 3, 3, 8],
  [Scaling.auto({ min: 2, max: 6 }), 2, 6, 13],
  [Scaling.singleton(), 1, 1, 1],
  [Scaling.coordinated(3, tasks), 3, 3, 7],
  [Scaling.coordinated(3, tasks, { maxSurge: 2 }), 3, 3, 8],
  [Scaling.auto({ min: 2, max: 6 }).coordinatedBy(tasks), 2, 6, 13],
])('a scaling says how many pods run at the least, at the most, and while old ones drain', (scaling, ...pods) => {
  expect([scaling.least, scaling.most, scaling.peak]).toEqual(pods);
});

test.each([
  [0, {}, 'replicas of scaling "fixed(0)" must be a whole number from 1 to 100000, got 0'],
  [-1, {}, 'replicas of scaling "fixed(-1)" must be a whole number from 1 to 100000, got -1'],
  [1.5, {}, 'replicas of scaling "fixed(1.5)" must be a whole number from 1 to 100000, got 1.5'],
  [Number.NaN, {}, 'replicas of scaling "fixed(NaN)" must be a whole number from 1 to 100000, got NaN'],
  [2, { maxSurge: -1 }, 'maxSurge of scaling "fixed(2)" must be a whole number from 0 to 100000, got -1'],
  [2, { maxSurge: 0.25 }, 'maxSurge of scaling "fixed(2)" must be a whole number from 0 to 100000, got 0.25'],
  [2, { maxUnavailable: -1 }, 'maxUnavailable of scaling "fixed(2)" must be a whole number from 0 to 100000, got -1'],
  [2, { maxEvictions: 0 }, 'maxEvictions of scaling "fixed(2)" must be a whole number from 1 to 100000, got 0'],
  [1e12, {}, 'replicas of scaling "fixed(1000000000000)" must be a whole number from 1 to 100000, got 1000000000000'],
  [
    2,
    { maxEvictions: 2 },
    'maxEvictions of scaling "fixed(2)" must be less than the 2 pods that always run, got 2; ' + "or say 'unlimited'",
  ],
  [
    2,
    { maxSurge: 0 },
    'maxSurge of scaling "fixed(2)" must be more than 0 while maxUnavailable is 0, got 0; ' +
      'otherwise no pod can ever be replaced',
  ],
])('a fixed number of %d with %j is refused', (replicas, rollout, message) => {
  expect(() => Scaling.fixed(replicas, rollout)).toThrow(new Error(message));
});

test.each<[AutoScalingProps, string]>([
  [{ min: 0, max: 6 }, 'min of scaling "auto(0 to 6)" must be a whole number from 1 to 100000, got 0'],
  [{ min: 1, max: 2.5 }, 'max of scaling "auto(1 to 2.5)" must be a whole number from 1 to 100000, got 2.5'],
  [
    { min: 6, max: 2 },
    'min of scaling "auto(6 to 2)" must be less than max, got min 6 and max 2; Scaling.fixed keeps a number',
  ],
  [
    { min: 3, max: 3 },
    'min of scaling "auto(3 to 3)" must be less than max, got min 3 and max 3; Scaling.fixed keeps a number',
  ],
  [
    { min: 2, max: 6, maxEvictions: 3 },
    'maxEvictions of scaling "auto(2 to 6)" must be less than the 2 pods that always run, got 3; ' +
      "or say 'unlimited'",
  ],
  [
    { min: 2, max: 6, cpuPercent: 0 },
    'cpuPercent of scaling "auto(2 to 6)" must be a whole number from 1 to 100, got 0',
  ],
  [
    { min: 2, max: 6, cpuPercent: 0.7 },
    'cpuPercent of scaling "auto(2 to 6)" must be a whole number from 1 to 100, got 0.7',
  ],
  [
    { min: 2, max: 6, memoryPercent: 101 },
    'memoryPercent of scaling "auto(2 to 6)" must be a whole number from 1 to 100, got 101',
  ],
  [
    { min: 2, max: 6, maxSurge: 0, maxUnavailable: 0 },
    'maxSurge of scaling "auto(2 to 6)" must be more than 0 while maxUnavailable is 0, got 0; ' +
      'otherwise no pod can ever be replaced',
  ],
])('automatic scaling by %j is refused', (props, message) => {
  expect(() => Scaling.auto(props)).toThrow(new Error(message));
});

test('an update may take pods away instead of adding some', () => {
  expect(specs({ image: app, scaling: Scaling.fixed(3, { maxSurge: 0, maxUnavailable: 1 }) })).toMatchObject({
    Deployment: { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } },
  });
});

const step = (rest: object) => ({ policies: [{ type: 'Pods', value: 1, periodSeconds: 60, ...rest }] });
const queue = { type: 'rabbitmq', metadata: { queueName: 'orders' } };

test.each<[HorizontalPodAutoscalerBehavior, string]>([
  [
    { scaleUp: { stabilizationWindowSeconds: -1 } },
    'scaleUp.stabilizationWindowSeconds of # must be from 0 to 3600, got -1',
  ],
  [{ scaleDown: { policies: [] } }, 'scaleDown.policies of # must have at least one, or be left out, got []'],
  [{ scaleDown: step({ periodSeconds: 0 }) }, 'scaleDown.policies[0].periodSeconds of # must be from 1 to 1800, got 0'],
  [{ scaleUp: { ...step({}), tolerance: '-1' } }, 'scaleUp.tolerance of # must be 0 or more, got "-1"'],
])('the behavior %j is refused where it is written', (behavior, sentence) => {
  const said = (name: string) => `behavior.${sentence.replace('#', `scaling "${name}(2 to 6)"`)}`;
  expect(errorOf(() => Scaling.auto({ min: 2, max: 6, behavior }))).toBe(said('auto'));
  expect(errorOf(() => Scaling.keda({ min: 2, max: 6, triggers: [queue], behavior }))).toBe(said('keda'));
});

test('a behavior at the edge of what the server takes is taken', () => {
  const scaleUp = { stabilizationWindowSeconds: 3600, ...step({ periodSeconds: 1800 }) };
  const scaleDown = { stabilizationWindowSeconds: 0, selectPolicy: 'Disabled' };
  expect(
    specs({ image: app, scaling: Scaling.auto({ min: 2, max: 6, behavior: { scaleUp, scaleDown } }) }),
  ).toMatchObject({
    HorizontalPodAutoscaler: { behavior: { scaleUp, scaleDown } },
  });
});

test('KEDA is not asked to go to none by what the pods use', () => {
  const cpu = { type: 'cpu', metadata: { value: '70' } };
  expect(errorOf(() => Scaling.keda({ min: 0, max: 5, triggers: [cpu, { ...cpu, type: 'memory' }] }))).toBe(
    'min of scaling "keda(0 to 5)" must be at least 1 where all triggers are cpu and memory, got 0; ' +
      'without pods there is none to look at, and KEDA refuses it',
  );
  expect(errorOf(() => Scaling.keda({ min: 1, max: 5, triggers: [cpu] }))).toBe('');
  expect(errorOf(() => Scaling.keda({ min: 0, max: 5, triggers: [cpu, queue] }))).toBe('');
});
