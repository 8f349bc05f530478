import { Duration } from 'cdk8s';
import { parse, parseAllDocuments } from 'yaml';
import {
  type ArgoCdProps,
  ArgoStep,
  type Fleet,
  FleetOutput,
  type FluxProps,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  MiTenant,
  Route,
  Scaling,
  Tls,
} from '../../../lib';
import { base, errorOf, newFleet, newUnit } from '../../manifests';

interface Kustomization {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: Readonly<Record<string, unknown>>;
}

/** A load balancer with objects of its own, and two units, of which one is routed through it. */
function fleet(suffix = ''): Fleet {
  const all = newFleet({ suffix });
  const clinic = newUnit(all, 'clinic');
  new MiTenant(clinic, 'poller', { image: base.withPoller('poller', '1.0.0'), scaling: Scaling.singleton() });
  const retail = newUnit(all, 'retail');
  const orders = new MiTenant(retail, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) });
  const controller = GatewayController.gatewayApi({ namespace: 'edge', gatewayClass: 'public' });
  const tls = { 'shop.example.com': Tls.secret('shop-tls') };
  const via = new LoadBalancer(all, 'public', { controller, hosts: { 'shop.example.com': 'retail' }, tls });
  new GatewayIngress(retail, 'routes', { via, routes: [Route.http('shop.example.com', { to: orders.http })] });
  return all;
}

const REPOSITORY = 'https://git.example.com/integration.git';

describe('Flux', () => {
  test('there is a Kustomization for each chart; a unit waits for its load balancer and until it is healthy', () => {
    const files = fleet().render(FleetOutput.flux({ repository: 'integration' }));
    expect([...files.keys()]).toEqual([
      'kustomizations.yaml',
      'clinic/kustomization.yaml',
      'public/kustomization.yaml',
      'retail/kustomization.yaml',
    ]);
    const all = parseAllDocuments(files.get('kustomizations.yaml') ?? '').map((one) => one.toJS() as Kustomization);
    expect(all.map(({ metadata }) => metadata.name)).toEqual(['clinic', 'public', 'retail']);
    expect(all[2]).toEqual({
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: {
        name: 'retail',
        namespace: 'flux-system',
        labels: { 'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi' },
      },
      spec: {
        interval: '600s',
        retryInterval: '60s',
        timeout: '900s',
        sourceRef: { kind: 'GitRepository', name: 'integration' },
        path: './flux/retail',
        prune: true,
        dependsOn: [{ name: 'public' }],
        wait: true,
      },
    });
    // A unit that has a poller alone, which is a StatefulSet.
    expect(all[0]?.spec).toMatchObject({ wait: true });
    expect(all[1]?.spec).not.toHaveProperty('wait');
    expect(all[1]?.spec).not.toHaveProperty('dependsOn');
    expect(parse(files.get('retail/kustomization.yaml') ?? '')).toEqual({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources: ['../../dist/retail.k8s.yaml'],
    });
  });

  test('a unit waits for its pods, and not for what others make ready or a Rollout that may pause', () => {
    const stepped = newFleet();
    new MiTenant(newUnit(stepped), 'orders', {
      image: base.withApp('orders', '1.0.0'),
      scaling: Scaling.fixed(2, { argoSteps: [ArgoStep.pauseUntilPromoted()] }),
    });
    new MiTenant(newUnit(stepped, 'clinic'), 'records', {
      image: base.withApp('records', '1.0.0'),
      scaling: Scaling.keda({ min: 0, max: 2, triggers: [{ type: 'rabbitmq', metadata: { queueName: 'records' } }] }),
    });
    const files = stepped.render(FleetOutput.flux({ repository: 'integration' }));
    const all = parseAllDocuments(files.get('kustomizations.yaml') ?? '').map((one) => one.toJS() as Kustomization);
    expect(all.map(({ spec: { wait, healthCheckExprs } }) => ({ wait, healthCheckExprs }))).toEqual([
      { wait: undefined, healthCheckExprs: undefined },
      { wait: true, healthCheckExprs: [{ apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', current: 'true' }] },
    ]);
  });

  test('every prop reaches what is written', () => {
    const props: Required<FluxProps> = {
      repository: 'company',
      manifests: 'mi/dist/production',
      folder: 'mi/flux/production',
      namespace: 'gitops',
      interval: Duration.minutes(1),
      timeout: Duration.seconds(90),
    };
    const files = fleet('-p').render(FleetOutput.flux(props));
    const [, , last] = parseAllDocuments(files.get('kustomizations.yaml') ?? '').map(
      (one) => one.toJS() as Kustomization,
    );
    expect(last).toMatchObject({
      metadata: { name: 'retail-p', namespace: 'gitops' },
      spec: {
        interval: '60s',
        timeout: '90s',
        sourceRef: { name: 'company' },
        path: './mi/flux/production/retail-p',
        dependsOn: [{ name: 'public-p' }],
      },
    });
    expect(files.get('retail-p/kustomization.yaml')).toContain('- ../../../dist/production/retail.k8s.yaml\n');
  });

  test.each(['../dist', '/dist', 'dist/', ''])('fails for manifests in %j', (manifests) => {
    expect(errorOf(() => FleetOutput.flux({ repository: 'a', manifests }))).toBe(
      `manifests of Flux "${manifests}" must be a folder as seen from the root of the repository, its parts joined by ` +
        `"/", got "${manifests}"; write "dist"`,
    );
  });

  test('fails for a part of a second', () => {
    expect(errorOf(() => FleetOutput.flux({ repository: 'a', interval: Duration.seconds(10) }))).toBe(
      'interval of Flux "a" must be a whole number of seconds from 60 to 86400, got 10',
    );
  });
});

describe('Argo CD', () => {
  test('an ApplicationSet makes an Application of each file, load balancers first', () => {
    const files = fleet().render(FleetOutput.argoCd({ repository: REPOSITORY }));
    expect([...files.keys()]).toEqual(['applicationset.yaml']);
    const { metadata, spec } = parse(files.get('applicationset.yaml') ?? '');
    expect(metadata).toMatchObject({ name: 'integration', namespace: 'argocd' });
    expect(spec.generators).toEqual([
      {
        list: {
          elements: [
            { name: 'clinic', file: 'clinic.k8s.yaml', namespace: 'clinic', step: '0' },
            { name: 'public', file: 'public.k8s.yaml', namespace: '', step: '0' },
            { name: 'retail', file: 'retail.k8s.yaml', namespace: 'retail', step: '1' },
          ],
        },
      },
    ]);
    const stepOf = (value: string) => ({
      matchExpressions: [{ key: 'cdk8s-wso2-mi/step', operator: 'In', values: [value] }],
    });
    expect(spec.strategy.rollingSync.steps).toEqual([stepOf('0'), stepOf('1')]);
    expect(spec.template.spec).toEqual({
      project: 'default',
      source: {
        repoURL: REPOSITORY,
        targetRevision: 'HEAD',
        path: 'dist',
        directory: { include: '{{.file}}' },
      },
      destination: { server: 'https://kubernetes.default.svc', namespace: '{{.namespace}}' },
      syncPolicy: {
        automated: { prune: true, selfHeal: false },
        syncOptions: ['ServerSideApply=true', 'PruneLast=true', 'CreateNamespace=false'],
        retry: { limit: 5, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } },
      },
    });
  });

  test('every prop reaches what is written', () => {
    const props: Required<ArgoCdProps> = {
      repository: REPOSITORY,
      revision: 'production',
      manifests: 'dist/production',
      name: 'integration-production',
      namespace: 'gitops',
      project: 'integration',
      server: 'https://10.0.0.1:6443',
      selfHeal: true,
    };
    const { metadata, spec } = parse(fleet().render(FleetOutput.argoCd(props)).get('applicationset.yaml') ?? '');
    expect(metadata).toMatchObject({ name: 'integration-production', namespace: 'gitops' });
    expect(spec.template.spec).toMatchObject({
      project: 'integration',
      source: { repoURL: REPOSITORY, targetRevision: 'production', path: 'dist/production' },
      destination: { server: 'https://10.0.0.1:6443' },
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    });
  });

  test('fails for a name that Kubernetes would refuse', () => {
    expect(errorOf(() => FleetOutput.argoCd({ repository: REPOSITORY, name: 'A b' }))).toBe(
      'name of Argo CD "A b" must be a name of Kubernetes, got "A b"',
    );
  });
});
