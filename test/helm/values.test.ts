import { ApiObject, Chart, Duration } from 'cdk8s';
import {
  ArgoStep,
  Canary,
  type Controller,
  type Fleet,
  GatewayController,
  GatewayIngress,
  type Host,
  LoadBalancer,
  MiBaseImage,
  MiTenant,
  Route,
  Scaling,
  Tls,
} from '../../lib';
import { base, type Manifest, newFleet, newTenant, newUnit } from '../manifests';
import { chartOf, HELMS, helm, KUBE, plainOf, templated } from './helm';

const [HELM = { line: '', file: '' }] = HELMS;
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe.each(HELMS)('$line', (line) => {
  test('braces in data are data', () => {
    const fleet = newFleet();
    const texts = [
      '{{ .Values.units }}',
      '{{',
      '}}',
      '{{{{ }}',
      '{{- /* none */ -}}',
      '`{{`',
      "{{ '",
      'a\n{{ b }}\n  {{c',
      '{{"',
    ];
    const data = Object.fromEntries(texts.map((text, index) => [`text-${index}`, text]));
    const annotations = { note: '{{ fail "no" }}' };
    const metadata = { name: 'odd', annotations };
    new ApiObject(new Chart(fleet, 'plain'), 'odd', { apiVersion: 'v1', kind: 'ConfigMap', metadata, ...{ data } });
    newTenant({ config: { files: { 'conf/file.properties': 'greeting={{name}}' } } }, fleet);
    expect(templated(line, chartOf(fleet))).toEqual(plainOf(fleet));
    expect(JSON.stringify(plainOf(fleet))).toContain('greeting={{name}}');
  });

  test('a tag that is put in the place of another is what runs, and what every label says', () => {
    const chart = chartOf(newTenant({}).node.root as Fleet);
    const all = templated(line, chart, '--set', 'units.retail.orders.tag=1.10');
    expect(texts(all, /:1\.0\.0-mi4\.4\.0-0$|^1\.0\.0$/)).toEqual([]);
    expect(texts(all, /mi-base|orders:/)).toEqual(['registry.example.com/integration/orders:1.10']);
    expect(new Set(all.map(({ metadata }) => metadata.labels?.['app.kubernetes.io/version']))).toEqual(
      new Set([undefined, '1.10']),
    );
    expect(texts(all, /Micro Integrator/)).toEqual([
      expect.stringMatching(/^orders 1\.10 on Micro Integrator 4\.4\.0, 2 pods\./),
    ]);
  });

  test.each([
    [`1.1.0@${DIGEST}`, `:1.1.0@${DIGEST}`, '1.1.0'],
    [DIGEST, `@${DIGEST}`, `sha256-${DIGEST.slice(7, 63)}`],
    [`a.${'b'.repeat(60)}-.c`, `:a.${'b'.repeat(60)}-.c`, `a.${'b'.repeat(60)}`],
  ])('the tag may be %s', (tag, after, version) => {
    const chart = chartOf(newTenant({}).node.root as Fleet);
    const deployment = theOne(templated(line, chart, '--set-string', `units.retail.orders.tag=${tag}`), 'Deployment');
    expect(deployment.spec?.template?.spec.containers[0]).toMatchObject({
      image: `registry.example.com/integration/orders${after}`,
    });
    expect(deployment.metadata.labels).toMatchObject({ 'app.kubernetes.io/version': version });
  });
});

describe('numbers of pods', () => {
  test.each([
    ['fixed', { scaling: Scaling.fixed(2) }, { scaling: Scaling.fixed(5) }, ['replicas=5']],
    [
      'fixed to one',
      { scaling: Scaling.fixed(2) },
      { scaling: Scaling.fixed(1) },
      ['replicas=1'],
      ['PodDisruptionBudget'],
    ],
    ['auto', auto(2, 6), auto(3, 9), ['minReplicas=3', 'maxReplicas=9']],
    ['parked', { scaling: Scaling.fixed(2).parked() }, { scaling: Scaling.fixed(3).parked() }, ['replicas=0']],
    ['keda', keda(0, 6), keda(1, 9), ['minReplicas=1', 'maxReplicas=9']],
    [
      'external',
      { scaling: Scaling.external({ min: 1, max: 3 }) },
      { scaling: Scaling.external({ min: 1, max: 3 }) },
      [],
    ],
    [
      'in steps',
      { scaling: Scaling.fixed(2, { argoSteps: [ArgoStep.pause(Duration.minutes(1))] }) },
      { scaling: Scaling.fixed(4, { argoSteps: [ArgoStep.pause(Duration.minutes(1))] }) },
      ['replicas=4'],
    ],
  ] as const)(
    '%s: a value gives what the source would have given',
    (_, before, after, values, but: readonly string[] = []) => {
      const chart = chartOf(newTenant(before).node.root as Fleet);
      const set = values.flatMap((value) => ['--set', `units.retail.orders.${value}`]);
      expect(without(but, templated(HELM, chart, ...set))).toEqual(
        without(but, plainOf(newTenant(after).node.root as Fleet)),
      );
    },
  );

  test('a canary has values of its own', () => {
    const canaryOf = (pods: number) => Canary.percent(0, { image: base.withApp('orders', '2.0.0'), replicas: pods });
    const fleet = newTenant({ canary: canaryOf(1) }).node.root as Fleet;
    const set = ['--set', 'units.retail.orders-canary.replicas=3', '--set-string', 'units.retail.orders-canary.tag=3'];
    const deployments = templated(HELM, chartOf(fleet), ...set).filter(({ kind }) => kind === 'Deployment');
    expect(
      deployments.map(({ metadata, spec }) => [
        metadata.name,
        spec?.replicas,
        metadata.labels?.['app.kubernetes.io/version'],
      ]),
    ).toEqual([
      ['orders', 2, '1.0.0'],
      ['orders-canary', 3, '3'],
    ]);
  });
});

describe('what the schema refuses', () => {
  const poller = newFleet();
  const image = MiBaseImage.fromRegistry('registry.example.com/mi-base', { release: '4.4.0' }).withPoller('p', '1');
  new MiTenant(newUnit(poller), 'poller', { image, scaling: Scaling.singleton() });
  const charts = { poller: chartOf(poller), orders: chartOf(newTenant(auto(2, 6)).node.root as Fleet) };
  test.each([
    ['poller', '--set', 'units.retail.poller.replicas=2'],
    ['poller', '--set', 'units.retail.poller.replicas=-1'],
    ['poller', '--set', 'units.retail.poller.tag=110'],
    ['poller', '--set-string', 'units.retail.poller.tag=latest'],
    ['poller', '--set-string', 'units.retail.poller.tag=a b'],
    ['poller', '--set', 'units.retail.poller.replica=1'],
    ['poller', '--set', 'units.clinic.poller.replicas=1'],
    ['poller', '--set', 'image=x'],
    ['poller', '--set', 'units.retail.poller=null'],
    ['orders', '--set', 'units.retail.orders.minReplicas=0'],
    ['orders', '--set', 'units.retail.orders.replicas=3'],
    ['orders', '--set', 'hosts.a=b'],
  ] as const)('%s: %s %s', (which, ...set) => {
    const said = HELMS.map((line) => helm(line, 'template', 'mi', charts[which], ...KUBE, ...set));
    expect(
      said.map(({ code, stderr }) => [code, /values don't meet the specifications of the schema/.test(stderr)]),
    ).toEqual([
      [1, true],
      [1, true],
    ]);
  });

  test('a singleton may stand still, and a chart may stand in another one', () => {
    const [pod] = templated(
      HELM,
      charts.poller,
      '--set',
      'units.retail.poller.replicas=0',
      '--set',
      'global.a=1',
    ).filter(({ kind }) => kind === 'StatefulSet');
    expect(pod?.spec?.replicas).toBe(0);
  });
});

describe('hosts', () => {
  const controllers: ReadonlyArray<readonly [string, () => Controller]> = [
    ['nginx', () => GatewayController.nginx()],
    ['traefik', () => GatewayController.traefik()],
    ['gateway API', () => GatewayController.gatewayApi({ namespace: 'edge', gatewayClass: 'public' })],
    ['ingress class', () => GatewayController.ingressClass('public')],
    ['alb', () => GatewayController.alb({ group: 'public' })],
  ];
  test.each(controllers)('%s: a value gives what the source would have given, but for names', (_, controllerOf) => {
    const chart = chartOf(routed(controllerOf(), 'shop.example.com'));
    const values = ['--set', 'hosts.shop\\.example\\.com=store.example.org'];
    expect(nameless(templated(HELM, chart, ...values))).toEqual(
      nameless(plainOf(routed(controllerOf(), 'store.example.org'))),
    );
  });
});

function routed(controller: Controller, host: Host): Fleet {
  const fleet = newFleet();
  const acm = controller.name === 'alb';
  const tls = acm ? Tls.acm('arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d') : Tls.secret('shop-tls');
  const via = new LoadBalancer(fleet, 'public', { controller, hosts: { [host]: 'retail' }, tls: { [host]: tls } });
  const retail = newUnit(fleet);
  const orders = new MiTenant(retail, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) });
  new GatewayIngress(retail, 'routes', { via, routes: [Route.http(host, { path: '/a', to: orders.http })] });
  return fleet;
}

/** Objects without the words by which they name each other. */
function nameless(objects: readonly Manifest[]): unknown {
  const text = JSON.stringify(objects, (key, value: unknown) => (/^(name|sectionName)$/.test(key) ? undefined : value));
  return (JSON.parse(text) as unknown[]).map((object) => JSON.stringify(object)).sort();
}

function auto(min: number, max: number) {
  return { scaling: Scaling.auto({ min, max }) };
}

function keda(min: number, max: number) {
  const metadata = { timezone: 'UTC', start: '0 6 * * *', end: '0 20 * * *', desiredReplicas: '4' };
  return { scaling: Scaling.keda({ min, max, triggers: [{ type: 'cron', metadata }] }) };
}

function theOne(objects: readonly Manifest[], kind: string): Manifest {
  const [found] = objects.filter((object) => object.kind === kind);
  if (found === undefined) throw new Error(`a ${kind} must be there`);
  return found;
}

function without(kinds: readonly string[], objects: readonly Manifest[]): Manifest[] {
  return objects.filter(({ kind }) => !kinds.includes(kind));
}

/** Every text in some objects that fits. */
function texts(value: unknown, fits: RegExp): string[] {
  if (typeof value === 'string') return fits.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((child) => texts(child, fits)) : [];
}
