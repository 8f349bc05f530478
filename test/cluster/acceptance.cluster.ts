import { describeArgo } from './acceptance/argo';
import { describeAws } from './acceptance/aws';
import { describeEnvoy } from './acceptance/envoy';
import { describeFound } from './acceptance/found';
import { describeGateways } from './acceptance/gateways';
import { describeGitops } from './acceptance/gitops';
import { describeKeda } from './acceptance/keda';
import { describeLaws } from './acceptance/laws';
import { describeMonitoring } from './acceptance/monitoring';
import { describeSecrets } from './acceptance/secrets';
import { describeVolumes } from './acceptance/volumes';
import { type Cluster, currentKubeconfig, startCluster } from './cluster';
import { applyCrds } from './crds';
import { DEFINITIONS } from './gateways/site';

const OTHERS = [
  'argo-cd',
  'argo-rollouts',
  'aws-load-balancer-controller',
  'envoy-gateway',
  'external-secrets',
  'keda',
  'kustomize-controller-crds',
  'prometheus-operator',
  'secrets-store-csi-driver',
];

// Definitions of others are brought in, so the user's own cluster is left alone.
const describeAcceptance = currentKubeconfig === undefined ? describe : describe.skip;

// Of the oldest minor, since all other files but dist.cluster.ts have the newest. Each suite has namespaces of its own.
describeAcceptance('what a control plane must only take', () => {
  let started: Cluster | undefined;
  const cluster = () => {
    if (started === undefined) throw new Error('the control plane must have been started before it is asked');
    return started;
  };

  beforeAll(async () => {
    started = await startCluster('oldest');
    await applyCrds(started.kubectl, ...OTHERS, ...DEFINITIONS);
  });

  afterAll(async () => started?.stop());

  describe('Argo Rollouts', () => describeArgo(cluster));
  describe('Argo CD and Flux', () => describeGitops(cluster));
  describe('KEDA', () => describeKeda(cluster));
  describe('controllers of AWS', () => describeAws(cluster));
  describe('Envoy Gateway', () => describeEnvoy(cluster));
  describe('the operator of Prometheus', () => describeMonitoring(cluster));
  describe('Secrets from outside', () => describeSecrets(cluster));
  describe('volumes', () => describeVolumes(cluster));
  describe('the fleets of gateways.cluster.ts', () => describeGateways(cluster));
  describe('what laws say of plain objects', () => describeLaws(cluster));
  describe('what random fleets came upon', () => describeFound(cluster));
});
