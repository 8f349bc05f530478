import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { fleetOf, imported } from '../helm-mi/imported';
import type { Manifest } from '../manifests';
import { type Cluster, currentKubeconfig, startCluster } from './cluster';
import { serviceAddresses } from './endpoints';
import { blockOf } from './guide';
import type { Kubectl } from './kubectl';
import { listed } from './listed';
import type { OwnedProcess } from './owned-process';
import { isReady, podsNow } from './pod-watch';
import { type } from './shell';
import { addSlowNodes } from './slow-nodes';
import { until } from './wait';

const PAGE = 'docs/from-helm-mi.md';
const BESIDE = blockOf('docs/from-helm-mi.md', 'rollout status deployment/retail-orders');
const TO_NEW = blockOf('docs/from-helm-mi.md', '"deployment":null');
const TO_OLD = blockOf('docs/from-helm-mi.md', '"deployment":"cloud-orders"');
const OLD_GOES = blockOf('docs/from-helm-mi.md', 'delete hpa cloud-orders');
const DOOR = blockOf('docs/from-helm-mi.md', 'delete ingress cloud-orders');
const POD_TIMES = { start: 300, stop: 1500 };
const REPLICAS = 2;

/** What the chart makes of a release "orders", as far as the names, selectors and ports of a cutover go. */
const CHART = `
apiVersion: v1
kind: ConfigMap
metadata: { name: cloud-orders-mi-toml, namespace: retail }
data: { deployment.toml: '' }
---
apiVersion: v1
kind: Service
metadata: { name: cloud-orders, namespace: retail }
spec:
  selector: { deployment: cloud-orders }
  ports: [{ name: pass-through-https, port: 8253 }, { name: metrics, port: 9201 }, { name: management, port: 9164 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cloud-orders, namespace: retail }
spec:
  replicas: ${REPLICAS}
  selector: { matchLabels: { deployment: cloud-orders } }
  template:
    metadata: { labels: { deployment: cloud-orders } }
    spec:
      securityContext: { runAsUser: 10802, fsGroup: 10802, seccompProfile: { type: RuntimeDefault } }
      containers:
        - name: wso2mi
          image: registry.example.com/integration/orders:1.0.0
          ports: [{ containerPort: 8253 }, { containerPort: 9201 }, { containerPort: 9164 }]
          securityContext: { allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: { drop: [ALL] } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: cloud-orders, namespace: retail }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: cloud-orders }
  minReplicas: ${REPLICAS}
  maxReplicas: 4
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 75 } } }]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: cloud-orders, namespace: retail }
spec:
  ingressClassName: nginx
  rules:
    - host: orders.example.com
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: cloud-orders, port: { number: 8253 } } } }] }
`;

const VALUES = `
containerRegistry: registry.example.com/integration
wso2:
  ingress: { ingressClassName: nginx, annotations: { nginx.ingress.kubernetes.io/backend-protocol: HTTPS } }
  deployment:
    hostname: orders.example.com
    image: { repository: orders, tag: 1.0.0 }
    BuildVersion: 4.4.0
    hpa: { enabled: true, minReplicas: ${REPLICAS}, maxReplicas: 4 }
`;

// Nodes without containers are brought into a control plane of ours, and into no other.
const describeOurs = currentKubeconfig === undefined ? describe : describe.skip;

describeOurs(`a live release of helm-mi, by the steps of ${PAGE}`, () => {
  let cluster: Cluster;
  let kubectl: Kubectl;
  let kwok: OwnedProcess;
  const all = [...fleetOf(imported(VALUES, '4.4')).render().values()].join('---\n');
  const leastReady = { value: Number.POSITIVE_INFINITY };
  let watching = true;
  let watcher: Promise<void>;

  beforeAll(async () => {
    cluster = await startCluster('newest');
    kubectl = cluster.kubectl;
    kwok = await addSlowNodes(cluster, 2, POD_TIMES);
    await kubectl.ok(['create', 'namespace', 'retail']);
    const file = join(cluster.folder, 'chart.yaml');
    writeFileSync(file, CHART);
    await kubectl.ok(['apply', '-f', file]);
    // The pods are ready before the slice of the Service has both of them.
    await until('the door to lead to the old pods', 120, async () => (await doorLeadsTo()) === 'cloud-orders');
    watcher = watchDoor();
  });

  afterAll(async () => {
    watching = false;
    await watcher?.catch(() => undefined);
    await kwok?.stop();
    await cluster?.stop();
  });

  test('the tenant starts beside the release: no kind and name is in both', async () => {
    await enter(
      all
        .split('---\n')
        .filter((text) => !/^kind: Ingress$/m.test(text))
        .join('---\n'),
    );
    await type(BESIDE, cluster, cluster.folder);
    await until('the new pods to be ready', 120, async () => (await readyOf('orders')).length === REPLICAS);
    const theirs = namesOf(CHART);
    expect(namesOf(all).filter((name) => theirs.includes(name))).toEqual([]);
    expect(await doorLeadsTo()).toBe('cloud-orders');
  });

  test('requests go to the new pods and back at a word, and never to none', async () => {
    await type(TO_NEW, cluster);
    await until('the door to lead to the new pods', 60, async () => (await doorLeadsTo()) === 'orders');
    await type(TO_OLD, cluster);
    await until('the door to lead to the old pods', 60, async () => (await doorLeadsTo()) === 'cloud-orders');
    await type(TO_NEW, cluster);
    await until('the door to lead to the new pods again', 60, async () => (await doorLeadsTo()) === 'orders');
  });

  test('the old pods go and stay away, the new ones are the same as before', async () => {
    const before = await uidsOf('orders');
    await type(OLD_GOES, cluster);
    await until('the old pods to be gone', 60, async () => (await uidsOf('cloud-orders')).length === 0);
    expect(await uidsOf('orders')).toEqual(before);
  });

  test('the door changes, and what is left of the chart goes without touching the tenant', async () => {
    const before = await uidsOf('orders');
    await enter(all);
    await type(DOOR, cluster, cluster.folder);
    expect((await listed(kubectl, 'ingress', '-n', 'retail')).map(({ metadata }) => metadata.name)).toEqual(
      namesOf(all).flatMap((name) => (name.startsWith('Ingress ') ? [name.slice('Ingress '.length)] : [])),
    );
    watching = false;
    await watcher;
    expect(leastReady.value).toBeGreaterThanOrEqual(REPLICAS);
    // What `helm uninstall` deletes.
    await kubectl.ok(['delete', '--ignore-not-found', '-f', join(cluster.folder, 'chart.yaml')]);
    expect(await uidsOf('orders')).toEqual(before);
  });

  async function enter(text: string): Promise<void> {
    mkdirSync(join(cluster.folder, 'dist'), { recursive: true });
    writeFileSync(join(cluster.folder, 'dist', 'retail.k8s.yaml'), text);
  }

  async function podsOf(instance: string) {
    const pods = await podsNow(kubectl);
    const labels = (pod: object): Readonly<Record<string, string>> => Object(Object(pod).metadata).labels ?? {};
    return pods.filter(
      (pod) => labels(pod).deployment === instance || labels(pod)['app.kubernetes.io/instance'] === instance,
    );
  }

  async function uidsOf(instance: string): Promise<string[]> {
    return (await podsOf(instance)).map(({ metadata }) => metadata.uid).sort();
  }

  async function readyOf(instance: string) {
    return (await podsOf(instance)).filter(isReady);
  }

  /** Whose pods the chart's Service leads to: one side's, all of them ready. */
  async function doorLeadsTo(): Promise<string | undefined> {
    const addresses = (await serviceAddresses(kubectl))['retail/cloud-orders'] ?? [];
    const sides = await Promise.all(
      ['cloud-orders', 'orders'].map(async (side) => ({ side, pods: await readyOf(side) })),
    );
    return sides.find(({ pods }) => {
      const ready = pods.map(({ status }) => status.podIP);
      return addresses.length === REPLICAS && addresses.every((address) => ready.includes(address));
    })?.side;
  }

  /** The least number of ready pods that the chart's Service ever leads to, as often as it can be asked. */
  async function watchDoor(): Promise<void> {
    while (watching) {
      const addresses = (await serviceAddresses(kubectl))['retail/cloud-orders'] ?? [];
      leastReady.value = Math.min(leastReady.value, addresses.length);
    }
  }
});

/** Kind and name of every object of a text. */
function namesOf(text: string): string[] {
  return parseAllDocuments(text).flatMap((document) => {
    const object = document.toJS() as Manifest | null;
    return object === null ? [] : [`${object.kind} ${object.metadata.name}`];
  });
}
