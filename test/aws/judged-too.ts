import { Chart } from 'cdk8s';
import { Fleet } from '../../lib';
import type { Manifest } from '../manifests';
import { judged, readByAws } from './judge';

// For tests of the everyday run that render for an ALB or NLB: whatever fleet of theirs breaks no law of ours, the
// controller's own code must take too.

const fleets = new Set<Fleet>();

/** Takes note of every fleet of which something is rendered. */
function noteFleets(): void {
  const toJson = Chart.prototype.toJson;
  jest.spyOn(Chart.prototype, 'toJson').mockImplementation(function noted(this: Chart) {
    if (this.node.root instanceof Fleet) fleets.add(this.node.root);
    return toJson.call(this);
  });
  const render = Fleet.prototype.render;
  jest.spyOn(Fleet.prototype, 'render').mockImplementation(function noted(this: Fleet) {
    fleets.add(this);
    return render.call(this);
  });
}

/** What a fleet has for AWS, with the namespaces that are there already; nothing where we refuse it ourselves. */
function takenFor(fleet: Fleet): Manifest[] {
  try {
    fleet.render();
  } catch {
    return [];
  }
  const objects = readByAws(fleet);
  const classes = objects.filter(
    ({ kind, spec }) => kind === 'IngressClass' && spec?.controller === 'ingress.k8s.aws/alb',
  );
  const names = classes.map(({ metadata }) => metadata.name);
  // Ingresses of other classes are read by other controllers.
  const read = objects.filter(
    ({ kind, spec }) => kind !== 'Ingress' || names.some((name) => spec?.ingressClassName === name),
  );
  const made = read.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name);
  const used = new Set(read.flatMap(({ metadata }) => metadata.namespace ?? []));
  const labels = (name: string) => ({ 'kubernetes.io/metadata.name': name });
  const existing = [...used]
    .filter((name) => !made.includes(name))
    .map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: labels(name) } }));
  return [...existing, ...read];
}

beforeAll(noteFleets);

afterAll(() => {
  const clusters = [
    ...new Map([...fleets].map(takenFor).map((objects) => [JSON.stringify(objects), objects])).values(),
  ];
  const meant = clusters.filter((objects) =>
    objects.some(
      ({ kind, spec }) => kind === 'IngressClassParams' || spec?.loadBalancerClass === 'service.k8s.aws/nlb',
    ),
  );
  const answers = meant.length === 0 ? [] : judged(meant);
  const wrong = answers.flatMap(({ refused, groups, services, error }) => [
    ...(error === undefined ? [] : [error]),
    ...Object.entries(refused).map((entry) => entry.join(': ')),
    ...Object.entries({ ...groups, ...services }).flatMap(([name, verdict]) =>
      verdict.error === undefined ? [] : [`${name}: ${verdict.error}`],
    ),
  ]);
  process.stdout.write(`${expect.getState().testPath?.replace(/^.*\/test\//, '')}: ${meant.length} fleets judged\n`);
  expect(wrong).toEqual([]);
});
