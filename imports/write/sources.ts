import pinned from '../../test/cluster/versions.json';

/** Where a Go module holds the definitions (CRDs) of a project, and which of its kinds are in use here. */
export interface Project {
  readonly module: string;
  readonly version: string;
  /** Files of the module. */
  readonly files: readonly string[];
  readonly kinds: readonly string[];
}

const { crds } = pinned;

/** The release of Kubernetes that stands for each minor version, as the Go module proxy serves it. Newest last. */
export const MINORS: Readonly<Record<string, string>> = {
  '1.27': '1.27.16',
  '1.28': '1.28.15',
  '1.29': '1.29.6',
  '1.30': '1.30.14',
  '1.31': '1.31.14',
  '1.32': '1.32.13',
  '1.33': pinned.kubernetes.oldest,
  '1.34': '1.34.4',
  '1.35': '1.35.4',
  '1.36': pinned.kubernetes.newest,
};

/** The built-in kinds that get types; the table of fields knows every kind of a stable API. */
export const TYPED_KINDS: readonly string[] = [
  'ClusterRole',
  'ClusterRoleBinding',
  'ConfigMap',
  'CronJob',
  'DaemonSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'Ingress',
  'IngressClass',
  'Job',
  'LimitRange',
  'Namespace',
  'NetworkPolicy',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Pod',
  'PodDisruptionBudget',
  'PriorityClass',
  'ResourceQuota',
  'Role',
  'RoleBinding',
  'Secret',
  'Service',
  'ServiceAccount',
  'StatefulSet',
  'StorageClass',
];

/** The projects whose objects are rendered, by the name of their file in this folder. */
export const PROJECTS: Readonly<Record<string, Project>> = {
  'argo-cd': {
    module: 'github.com/argoproj/argo-cd/v3',
    version: '3.5.7',
    files: ['application-crd.yaml', 'applicationset-crd.yaml', 'appproject-crd.yaml'].map(in_('manifests/crds')),
    kinds: ['Application', 'ApplicationSet', 'AppProject'],
  },
  'argo-rollouts': {
    ...crds['argo-rollouts'],
    files: [`${crds['argo-rollouts'].folder}/rollout-crd.yaml`],
    kinds: ['Rollout'],
  },
  'aws-load-balancer-controller': {
    ...crds['aws-load-balancer-controller'],
    files: [`${crds['aws-load-balancer-controller'].folder}/crds.yaml`],
    kinds: ['IngressClassParams', 'TargetGroupBinding'],
  },
  'cert-manager': {
    ...crds['cert-manager'],
    files: [`${crds['cert-manager'].folder}/cert-manager.io_certificates.yaml`],
    kinds: ['Certificate'],
  },
  'envoy-gateway': {
    ...crds['envoy-gateway'],
    files: [`${crds['envoy-gateway'].folder}/gateway.envoyproxy.io_backendtrafficpolicies.yaml`],
    kinds: ['BackendTrafficPolicy'],
  },
  'external-secrets': {
    ...crds['external-secrets'],
    files: [`${crds['external-secrets'].folder}/external-secrets.io_externalsecrets.yaml`],
    kinds: ['ExternalSecret'],
  },
  flux: {
    module: 'github.com/fluxcd/kustomize-controller',
    version: '1.9.6',
    files: ['config/crd/bases/kustomize.toolkit.fluxcd.io_kustomizations.yaml'],
    kinds: ['Kustomization'],
  },
  'flux-source': {
    module: 'github.com/fluxcd/source-controller',
    version: '1.9.6',
    files: ['gitrepositories', 'ocirepositories'].map(
      (name) => `config/crd/bases/source.toolkit.fluxcd.io_${name}.yaml`,
    ),
    kinds: ['GitRepository', 'OCIRepository'],
  },
  'gateway-api': {
    ...crds['gateway-api'],
    files: [
      'backendtlspolicies',
      'gateways',
      'grpcroutes',
      'httproutes',
      'listenersets',
      'referencegrants',
      'tcproutes',
      'tlsroutes',
    ].map((name) => `${crds['gateway-api'].folder}/gateway.networking.k8s.io_${name}.yaml`),
    kinds: [
      'BackendTLSPolicy',
      'Gateway',
      'GRPCRoute',
      'HTTPRoute',
      'ListenerSet',
      'ReferenceGrant',
      'TCPRoute',
      'TLSRoute',
    ],
  },
  keda: {
    ...crds.keda,
    files: ['scaledobjects', 'triggerauthentications'].map((name) => `${crds.keda.folder}/keda.sh_${name}.yaml`),
    kinds: ['ScaledObject', 'TriggerAuthentication'],
  },
  'prometheus-operator': {
    ...crds['prometheus-operator'],
    files: ['podmonitors', 'prometheusrules', 'servicemonitors'].map(
      (name) => `${crds['prometheus-operator'].folder}/monitoring.coreos.com_${name}.yaml`,
    ),
    kinds: ['PodMonitor', 'PrometheusRule', 'ServiceMonitor'],
  },
  'secrets-store-csi-driver': {
    ...crds['secrets-store-csi-driver'],
    files: [`${crds['secrets-store-csi-driver'].folder}/secrets-store.csi.x-k8s.io_secretproviderclasses.yaml`],
    kinds: ['SecretProviderClass'],
  },
  traefik: {
    ...crds['traefik-crds'],
    files: [
      'ingressroutes',
      'ingressroutetcps',
      'middlewares',
      'middlewaretcps',
      'serverstransports',
      'serverstransporttcps',
      'tlsoptions',
      'tlsstores',
      'traefikservices',
    ].map((name) => `${crds['traefik-crds'].folder}/traefik.io_${name}.yaml`),
    kinds: [
      'IngressRoute',
      'IngressRouteTCP',
      'Middleware',
      'MiddlewareTCP',
      'ServersTransport',
      'ServersTransportTCP',
      'TLSOption',
      'TLSStore',
      'TraefikService',
    ],
  },
};

function in_(folder: string): (file: string) => string {
  return (file) => `${folder}/${file}`;
}
