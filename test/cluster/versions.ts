import { argoRollouts } from './build/argo-rollouts';
import { awsModel } from './build/aws-model';
import { certManager } from './build/cert-manager';
import type { CrdModule } from './build/crds';
import { etcd } from './build/etcd';
import type { GoProgram } from './build/go-program';
import { grafanaDashboard } from './build/grafana';
import { helm3, type ZippedProgram } from './build/helm';
import { jaeger } from './build/jaeger';
import { keda } from './build/keda';
import { kubeRouter } from './build/kube-router';
import { kubeScore } from './build/kube-score';
import { CONTROL_PLANE, kubernetes, NODE } from './build/kubernetes';
import { kustomizeController } from './build/kustomize-controller';
import { kwok } from './build/kwok';
import { networkJudges } from './build/network-judges';
import { otelCollector } from './build/otel-collector';
import { promtool } from './build/promtool';
import { traefik } from './build/traefik';
import pinned from './versions.json';

/** A minor version of Kubernetes that the suite runs: the newest and the oldest that can be built. */
export type Minor = keyof typeof pinned.kubernetes;

/** Both minor versions. */
export const MINORS: readonly Minor[] = ['newest', 'oldest'];

/** The control planes; the nodes of the newest are real ones too. */
export const KUBERNETES: Readonly<Record<Minor, GoProgram>> = {
  newest: kubernetes(pinned.kubernetes.newest, [...CONTROL_PLANE, ...NODE]),
  oldest: kubernetes(pinned.kubernetes.oldest, CONTROL_PLANE),
};

/** The database of the API servers. */
export const ETCD = etcd(pinned.etcd);

/** Nodes and pods without containers. */
export const KWOK = kwok(pinned.kwok);

/** The ingress controller. */
export const TRAEFIK = traefik(pinned.traefik);

/** What enforces NetworkPolicies on a real node. */
export const KUBE_ROUTER = kubeRouter(pinned['kube-router']);

/** Two evaluators of NetworkPolicies. */
export const NETWORK_JUDGES = networkJudges(pinned);

/** What looks at manifests with the eyes of good practice. */
export const KUBE_SCORE = kubeScore(pinned['kube-score']);

/** Helm of the third line. */
export const HELM_3 = helm3(pinned.helm3);

/** Helm of the fourth line, which a package of npm has. */
export const HELM_4: ZippedProgram = {
  component: 'helm',
  ...pinned.helm4,
  zip: 'lib/layer.zip',
  entry: 'helm/helm',
  program: 'helm',
};

/** What applies a Kustomization of Flux. */
export const KUSTOMIZE_CONTROLLER = kustomizeController(pinned['kustomize-controller']);

/** What steps a Rollout, of the release whose definitions are used. */
export const ARGO_ROLLOUTS = argoRollouts(pinned.crds['argo-rollouts'].version);

/** KEDA, of the release whose definitions are used. */
export const KEDA = keda(pinned.crds.keda.version);

/** The controllers of cert-manager, of the release whose definitions are used. */
export const CERT_MANAGER = certManager(pinned.crds['cert-manager'].version);

/** The model builder of the AWS Load Balancer Controller, of the release whose definitions are used. */
export const AWS_MODEL = awsModel(pinned.crds['aws-load-balancer-controller'].version);

/** The agent that reads log files and speaks OTLP. */
export const OTEL_COLLECTOR = otelCollector(pinned['otel-collector']);

/** What reads dashboards as Grafana does, and strictly. */
export const GRAFANA_DASHBOARD = grafanaDashboard(pinned['grafana-foundation-sdk']);

/** What tries alerts as the newest Prometheus does. */
export const PROMTOOL = promtool(pinned.promtool);

/** What takes spans and shows them. */
export const JAEGER = jaeger(pinned.jaeger);

/** Custom resource definitions, by the name that `applyCrds` takes. */
export const CRD_MODULES: readonly CrdModule[] = Object.entries(pinned.crds).map(([component, crds]) => ({
  component,
  ...crds,
}));
