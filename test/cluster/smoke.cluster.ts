import { selfSigned } from './certificate';
import { ask, type Question, standInAnswer } from './client';
import { CLUSTERS, type Cluster, currentKubeconfig, startCluster } from './cluster';
import { applyCrds } from './crds';
import * as manifests from './smoke-manifests';
import { StandIn, type StandInAnswer } from './stand-in';
import { INGRESS_CONTROLLERS, Traefik } from './traefik';
import { CRD_MODULES, KUBERNETES } from './versions';
import { until } from './wait';

const NAMESPACE = 'smoke';

describe.each(CLUSTERS)('a control plane (%s)', (which) => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await startCluster(which, { kwokNodes: 2 });
    await cluster.kubectl.apply(manifests.restrictedNamespace(NAMESPACE));
  });

  afterAll(async () => {
    await cluster?.kubectl.ok(['delete', 'namespace', NAMESPACE, '--wait=false']);
    await cluster?.stop();
  });

  // The current cluster has the version that it has.
  const testVersion = which === 'current' ? test.skip : test;

  testVersion('serves the pinned version', async () => {
    const pinned = which === 'current' ? '' : KUBERNETES[which].version;
    expect(await cluster.kubectl.ok(['get', '--raw', '/version'])).toContain(`"gitVersion": "v${pinned}"`);
  });

  test('rolls out a deployment that the restricted standard lets in', async () => {
    await cluster.kubectl.apply(manifests.deployment(NAMESPACE, 'orders', 2));
    const said = await cluster.kubectl.ok(['rollout', 'status', 'deployment/orders', '-n', NAMESPACE, '--timeout=30s']);
    expect(said).toContain('successfully rolled out');
  });

  test('refuses the pods of one that may become root', async () => {
    const { kubectl } = cluster;
    await kubectl.apply(manifests.deployment(NAMESPACE, 'root', 1, { allowPrivilegeEscalation: true }));
    const event = await until('the refusal', 20, async () => {
      const events = await kubectl.ok(['get', 'events', '-n', NAMESPACE, '--field-selector=reason=FailedCreate']);
      return events.includes('violates PodSecurity') ? events : undefined;
    });
    expect(event).toContain('"restricted:latest"');
  });

  test('refuses a field that it does not know', async () => {
    const wrong = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'wrong', namespace: NAMESPACE }, dta: {} };
    await expect(cluster.kubectl.apply(wrong)).rejects.toThrow('dta');
  });

  // Definitions are the whole cluster's, so the user's own cluster is left without them.
  const testDefinitions = which === 'current' ? test.skip : test;

  testDefinitions.each(CRD_MODULES.map(({ component }) => component))('accepts the definitions of %s', async (name) => {
    await applyCrds(cluster.kubectl, name);
  });
});

// The pods' addresses lead to the stand-in in our own namespaces only.
const describeDataPlane = currentKubeconfig === undefined ? describe : describe.skip;

describeDataPlane('Traefik before two pods', () => {
  const http = 8080;
  const https = 8443;
  let cluster: Cluster;
  let standIn: StandIn;
  let traefik: Traefik;

  beforeAll(async () => {
    [cluster, standIn] = await Promise.all([
      startCluster('newest', { kwokNodes: 2 }),
      StandIn.start({ commonName: () => 'backend.example.com' }),
    ]);
    const { kubectl, kubeconfig, folder } = cluster;
    await applyCrds(kubectl, 'gateway-api');
    traefik = await Traefik.start({ kubeconfig, folder, http, https });
    await kubectl.apply(manifests.restrictedNamespace(NAMESPACE), ...routedTenant(http));
    await kubectl.ok(['rollout', 'status', 'deployment/orders', '-n', NAMESPACE, '--timeout=30s']);
  });

  afterAll(async () => {
    await traefik?.stop();
    await standIn?.stop();
    await cluster?.stop();
  });

  test('passthrough reaches both pods and shows their own certificate', async () => {
    const question = { port: https, host: 'passed.example.com', tls: true };
    const addresses = new Set(await podAddresses(cluster));
    expect(addresses.size).toBe(2);
    // Traefik may know one pod some moments before the other.
    const seen = new Set<string>();
    await until('an answer of each pod', 20, async () => {
      seen.add((await reached(question, 'backend.example.com')).pod);
      return seen.size === addresses.size;
    });
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(question)));
    expect(new Set(answers.map(({ commonName }) => commonName))).toEqual(new Set(['backend.example.com']));
    expect(new Set(answers.map((answer) => standInAnswer(answer).pod))).toEqual(addresses);
    expect(new Set(answers.map((answer) => standInAnswer(answer).port))).toEqual(new Set([8253]));
  });

  test('termination shows the certificate of the ingress and keeps host and path', async () => {
    const question = { port: https, host: 'ended.example.com', path: '/a/b?c=d', tls: true };
    const answer = await reached(question, 'ended.example.com');
    expect(answer).toMatchObject({ port: 8290, host: 'ended.example.com', path: '/a/b?c=d' });
  });

  test('a plain Ingress is served by its own class', async () => {
    expect(await reached({ port: http, host: 'plain.example.com' })).toMatchObject({ port: 8290 });
  });

  test('a route of the Gateway API is served', async () => {
    expect(await reached({ port: http, host: 'routed.example.com' })).toMatchObject({ port: 8290 });
  });

  test('an unknown host is not found', async () => {
    expect(await ask({ port: http, host: 'unknown.example.com' })).toMatchObject({ status: 404 });
    expect(await ask({ port: https, host: 'unknown.example.com', tls: true })).toMatchObject({ status: 404 });
  });
});

function routedTenant(listener: number): object[] {
  const common = { namespace: NAMESPACE, service: 'orders' };
  const passthrough = { 'nginx.ingress.kubernetes.io/ssl-passthrough': 'true' };
  return [
    manifests.deployment(NAMESPACE, 'orders', 2),
    manifests.service(NAMESPACE, 'orders'),
    manifests.ingressClass('nginx', INGRESS_CONTROLLERS.nginx),
    manifests.ingressClass('traefik', INGRESS_CONTROLLERS.ingress),
    manifests.tlsSecret(NAMESPACE, 'ended', selfSigned('ended.example.com')),
    manifests.ingress({
      ...common,
      host: 'passed.example.com',
      port: 8253,
      className: 'nginx',
      annotations: passthrough,
    }),
    manifests.ingress({ ...common, host: 'ended.example.com', port: 8290, className: 'nginx', tls: 'ended' }),
    manifests.ingress({ ...common, host: 'plain.example.com', port: 8290, className: 'traefik' }),
    ...manifests.gatewayRoute(NAMESPACE, 'routed.example.com', 'orders', listener),
  ];
}

// A route is there some moments after its object: Traefik reads, and EndpointSlices follow the pods.
async function reached(question: Question, commonName = ''): Promise<StandInAnswer> {
  return until(`a route to ${question.host}`, 20, async () => {
    const answer = await ask(question);
    if (answer.commonName !== commonName) throw new Error(`the certificate of ${answer.commonName}`);
    return standInAnswer(answer);
  });
}

async function podAddresses({ kubectl }: Cluster): Promise<string[]> {
  const jsonPath = 'jsonpath={.items[*].status.podIP}';
  return (await kubectl.ok(['get', 'pods', '-n', NAMESPACE, '-o', jsonPath])).split(' ');
}
