import fc from 'fast-check';
import type { Path } from '../../lib';
import { seconds } from './any-amount';
import { seldom, some } from './any-config';
import { anyName, anyPath } from './odd-names';
import { anyText, countFrom, mostly, percent } from './odd-texts';
import type * as plans from './tenant-plan';

// Keys that no label may have, and amounts that are no quantity, are not refused yet (pod-refusals.test.ts).
const label = mostly(
  fc.constantFrom('team', 'example.com/tier', 'a.b_c'),
  fc.constantFrom('app.kubernetes.io/name', 'app.kubernetes.io/instance'),
);
const labelValue = mostly(fc.constantFrom('', 'a', 'A-b_c.1'), fc.oneof(fc.constantFrom('a b', '-'), anyName));

const portName = mostly(fc.constantFrom('hl7', 'ws', 'mllp-2'), anyName);

/** One or two containers, mostly of these names. */
function containers(...names: readonly string[]): fc.Arbitrary<plans.ContainerPlan[]> {
  const container = fc.record({
    name: mostly(fc.constantFrom(...names), fc.oneof(fc.constant('micro-integrator'), anyName)),
    millis: fc.integer({ min: 1, max: 100 }),
    mebibytes: fc.integer({ min: 1, max: 100 }),
  });
  const twice = percent(2);
  return fc
    .tuple(some(container), twice)
    .map(([all, again]) => (again ? all : [...new Map(all.map((one) => [one.name, one])).values()]));
}

// Where nothing else is mounted: two at one path are not refused yet (pod-refusals.test.ts).
const scratchPath = mostly(
  fc.constantFrom<Path>('/scratch', '/scratch/a b', '/home/wso2carbon/scratch'),
  fc.constantFrom<Path>('/etc', '/home/wso2carbon', '/a:b', '/'),
);

/** What a workload asks of Kubernetes. */
export const anyPod: fc.Arbitrary<plans.PodPlan> = fc.record({
  labels: percent(20).chain((there) => (there ? fc.dictionary(label, labelValue, { maxKeys: 2 }) : fc.constant({}))),
  annotations: percent(20).chain((there) =>
    there ? fc.dictionary(fc.constantFrom('example.com/a', 'b'), anyText, { maxKeys: 2 }) : fc.constant({}),
  ),
  serviceAccountAnnotations: percent(10).chain((there) =>
    there ? fc.dictionary(fc.constant('eks.amazonaws.com/role-arn'), anyText) : fc.constant({}),
  ),
  args: some(mostly(fc.constantFrom('-Da=b', '-Duser.timezone=UTC'), fc.constantFrom('stop', '-DportOffset=3', ''))),
  ports: some(fc.tuple(portName, mostly(fc.integer({ min: 10_000, max: 65_535 }), countFrom(1, 9)))),
  nodeSelector: percent(10).chain((there) =>
    there ? fc.dictionary(fc.constant('kubernetes.io/arch'), fc.constant('amd64')) : fc.constant({}),
  ),
  tolerated: percent(10),
  apart: percent(10),
  priorityClassName: seldom(fc.constant('integration')),
  hostnames: some(fc.constantFrom('legacy.example.com', 'legacy')),
  searches: some(fc.constantFrom('corp.example.com', 'example.com')),
  supplementalGroups: percent(10).map((there) => (there ? [2000] : [])),
  containers: containers('proxy', 'agent'),
  initContainers: containers('fetch', 'unpack'),
  scratch: seldom(fc.record({ name: mostly(fc.constant('scratch'), fc.constant('config')), path: scratchPath })),
});

/** How a pod starts and stops. */
export const anyLifecycle: fc.Arbitrary<plans.LifecyclePlan> = fc.record({
  minReadyMillis: seldom(seconds),
  startBudgetMillis: seldom(seconds),
  drainMillis: seldom(seconds),
  preStop: seldom(fc.constant(['sh', '-c', 'sleep 5'])),
  readinessPath: seldom(anyPath),
  secretsVersion: seldom(mostly(fc.constantFrom('1', '2026-11'), anyText)),
  onSecretChange: fc.constantFrom(undefined, 'keep', 'roll'),
});
